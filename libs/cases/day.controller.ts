import { Controller, Get } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Answers, Needs } from '../platform/index.ts';
import { DayView } from './day.dto.ts';
import { Day } from './day.ts';

@ApiTags('SIP-ärenden')
@Controller()
export class DayController {
  constructor(private readonly day: Day) {}

  @Get('cases/day')
  @Needs('case.list')
  @ApiOperation({
    summary: 'Läs min dag',
    description:
      "What is late in the unit, the actor's own cases by what is due first, the coming week's meetings and offers to take over.",
  })
  @Answers(DayView)
  read(): Promise<DayView> {
    return this.day.read();
  }
}
