import { Body, Controller, Get, HttpCode, Patch, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Idempotent } from '../directory/index.ts';
import { Answers, IdParam, IfMatch, Needs, Versioned } from '../platform/index.ts';
import { DeviationChange, DeviationList, DeviationView, Dismissal, NewDeviation } from './deviation.dto.ts';
import { DeviationService } from './deviation.service.ts';

@ApiTags('Avvikelser')
@Controller()
export class DeviationController {
  constructor(private readonly deviations: DeviationService) {}

  @Get('cases/:id/deviations')
  @Needs('case.read')
  @ApiOperation({
    summary: 'Lista avvikelser',
    description: 'Deviations written or found on a case, the latest first. They are handled in MedControl PRO.',
  })
  @Answers(DeviationList, 404)
  list(@IdParam() id: string): Promise<DeviationList> {
    return this.deviations.list(id);
  }

  @Post('cases/:id/deviations')
  @Needs('case.write')
  @Idempotent()
  @ApiOperation({
    summary: 'Skriv en avvikelse',
    description: 'A reference to what is to be reported in MedControl PRO.',
  })
  @Answers(201, DeviationView, 404, 409, 422)
  write(@IdParam() id: string, @Body() content: NewDeviation): Promise<DeviationView> {
    return this.deviations.write(id, content);
  }

  @Patch('deviations/:id')
  @Needs('case.write')
  @Versioned()
  @ApiOperation({
    summary: 'För en avvikelse vidare',
    description: 'Status forward, number in MedControl PRO, what was learnt. Left-out fields stay.',
  })
  @Answers(DeviationView, 404, 409, 412, 422, 428)
  change(@IdParam() id: string, @IfMatch() version: number, @Body() change: DeviationChange): Promise<DeviationView> {
    return this.deviations.change(id, version, change);
  }

  @Post('deviations/:id/dismissal')
  @Needs('case.write')
  @Versioned()
  @HttpCode(200)
  @ApiOperation({
    summary: 'Det är ingen avvikelse',
    description: 'Dismisses what was suggested, with the reason. It is not suggested again.',
  })
  @Answers(DeviationView, 404, 409, 412, 422, 428)
  dismiss(@IdParam() id: string, @IfMatch() version: number, @Body() dismissal: Dismissal): Promise<DeviationView> {
    return this.deviations.dismiss(id, version, dismissal);
  }
}
