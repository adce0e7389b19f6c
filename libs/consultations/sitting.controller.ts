import { Body, Controller, Get, HttpCode, Post, Put, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Idempotent } from '../directory/index.ts';
import { Answers, IdParam, IfMatch, Needs, Versioned } from '../platform/index.ts';
import { AgendaOrder, AttendanceChange, SittingPage, SittingPlan, SittingQuery, SittingView } from './sitting.dto.ts';
import { SittingService } from './sitting.service.ts';

@ApiTags('Teamets möten')
@Controller('sittings')
export class SittingController {
  constructor(private readonly sittings: SittingService) {}

  @Get()
  @Needs('sitting.agenda')
  @ApiOperation({
    summary: 'Lista möten',
    description: "The team's ordinary sittings: coming ones soonest first, past ones latest first.",
  })
  @Answers(SittingPage, 422)
  list(@Query() query: SittingQuery): Promise<SittingPage> {
    return this.sittings.list(query);
  }

  @Post()
  @Needs('sitting.plan')
  @Idempotent()
  @ApiOperation({
    summary: 'Planera ett möte',
    description: 'Plans an ordinary sitting of the team. A local time that does not exist or exists twice is refused.',
  })
  @Answers(201, SittingView, 409, 422)
  plan(@Body() plan: SittingPlan): Promise<SittingView> {
    return this.sittings.plan(plan);
  }

  @Get(':id')
  @Needs('sitting.agenda')
  @ApiOperation({ summary: 'Läs ett möte', description: 'The agenda with slots, and attendance.' })
  @Answers(SittingView, 404)
  read(@IdParam() id: string): Promise<SittingView> {
    return this.sittings.read(id);
  }

  @Put(':id/order')
  @Needs('sitting.plan')
  @Versioned()
  @ApiOperation({ summary: 'Ändra ordningen', description: 'Puts the agenda in the order given.' })
  @Answers(SittingView, 404, 409, 412, 422, 428)
  order(
    @IdParam() id: string,
    @IfMatch() version: number,
    @Body() { consultationIds }: AgendaOrder,
  ): Promise<SittingView> {
    return this.sittings.order(id, version, consultationIds);
  }

  @Put(':id/attendance')
  @Needs('consultation.hold')
  @ApiOperation({
    summary: 'Anteckna närvaro',
    description: 'Marks who is present; those not named stay as they were.',
  })
  @Answers(SittingView, 404, 409, 422)
  attend(@IdParam() id: string, @Body() { marks }: AttendanceChange): Promise<SittingView> {
    return this.sittings.attend(id, marks);
  }

  @Post(':id/end')
  @Needs('consultation.hold')
  @Versioned()
  @HttpCode(200)
  @ApiOperation({ summary: 'Avsluta mötet', description: 'Ends a sitting when nothing on its agenda waits.' })
  @Answers(SittingView, 404, 409, 412, 428)
  end(@IdParam() id: string, @IfMatch() version: number): Promise<SittingView> {
    return this.sittings.end(id, version);
  }
}
