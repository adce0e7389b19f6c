import { Body, Controller, Get, Put } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Answers, IdParam, IfMatch, Needs, Versioned } from '../platform/index.ts';
import { AttendanceBandChange, AttendanceBandsView } from './attendance-band.dto.ts';
import { AttendanceBandService } from './attendance-band.service.ts';

@ApiTags('Närvaro')
@Controller('cases/:id/attendance')
export class AttendanceBandController {
  constructor(private readonly attendance: AttendanceBandService) {}

  @Get()
  @Needs('case.read')
  @ApiOperation({
    summary: 'Läs närvaron',
    description: 'Absence from school in bands, at the start, on the way and at the end.',
  })
  @Answers(AttendanceBandsView, 404)
  read(@IdParam() id: string): Promise<AttendanceBandsView> {
    return this.attendance.read(id);
  }

  @Put()
  @Needs('case.write')
  @Versioned()
  @ApiOperation({
    summary: 'Ändra närvaron',
    description:
      'Replaces the band of one point; without band and day it is taken away. If-Match is the version of that point, 0 the first time.',
  })
  @Answers(AttendanceBandsView, 404, 409, 412, 422, 428)
  change(
    @IdParam() id: string,
    @IfMatch() version: number,
    @Body() change: AttendanceBandChange,
  ): Promise<AttendanceBandsView> {
    return this.attendance.change(id, version, change);
  }
}
