import { Body, Controller, Get, Put } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Answers, IdParam, IfMatch, Needs, Versioned } from '../platform/index.ts';
import { ExaminationChange, ExaminationsView } from './health-examination.dto.ts';
import { ExaminationService } from './health-examination.service.ts';

@ApiTags('Hälsoundersökningar')
@Controller('cases/:id/health-examinations')
export class ExaminationController {
  constructor(private readonly examinations: ExaminationService) {}

  @Get()
  @Needs('case.read')
  @ApiOperation({
    summary: 'Läs hälsoundersökningarna',
    description: 'The three examinations of a placed child, with when each is to be offered.',
  })
  @Answers(ExaminationsView, 404)
  read(@IdParam() id: string): Promise<ExaminationsView> {
    return this.examinations.read(id);
  }

  @Put()
  @Needs('case.write')
  @Versioned()
  @ApiOperation({
    summary: 'Ändra en hälsoundersökning',
    description:
      "Replaces one of the three. If-Match is that examination's version, 0 the first time. A date that has been counted is taken away before another is written.",
  })
  @Answers(ExaminationsView, 404, 409, 412, 422, 428)
  change(
    @IdParam() id: string,
    @IfMatch() version: number,
    @Body() change: ExaminationChange,
  ): Promise<ExaminationsView> {
    return this.examinations.change(id, version, change);
  }
}
