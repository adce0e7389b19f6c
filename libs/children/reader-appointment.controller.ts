import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Idempotent } from '../directory/index.ts';
import { Answers, IdParam, Needs, PageQuery } from '../platform/index.ts';
import { NewAppointment, UnreadChildPage } from './reader-appointment.dto.ts';
import { ReaderAppointmentService } from './reader-appointment.service.ts';

@ApiTags('Barn')
@Controller('children')
export class ReaderAppointmentController {
  constructor(private readonly appointments: ReaderAppointmentService) {}

  @Get('without-reader')
  @Needs('reader.appoint')
  @ApiOperation({
    summary: 'Se skyddade barn som ingen kan öppna',
    description:
      'Protected children of the area whose named readers’ assignments have all ended: ids, the holding unit and since when, and nothing of who they are.',
  })
  @Answers(UnreadChildPage, 422)
  list(@Query() query: PageQuery): Promise<UnreadChildPage> {
    return this.appointments.list(query);
  }

  @Post(':id/reader-appointment')
  @Needs('reader.appoint')
  @HttpCode(204)
  @Idempotent()
  @ApiOperation({
    summary: 'Utse den som får öppna',
    description:
      'For a protected child that nobody may open: a coordinator of its unit, never the administrator in another assignment. 404 as soon as somebody may.',
  })
  @Answers(204, 404, 422)
  appoint(@IdParam() id: string, @Body() appointment: NewAppointment): Promise<void> {
    return this.appointments.appoint(id, appointment);
  }
}
