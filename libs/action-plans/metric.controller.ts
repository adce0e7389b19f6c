import { Controller, Get, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Answers, IdParam, Needs } from '../platform/index.ts';
import { YearQuery } from './action-plan.dto.ts';
import { EvidencePage, EvidenceQuery, FigureView } from './metric.dto.ts';
import { MetricService } from './metric.service.ts';

@ApiTags('Handlingsplaner')
@Controller('metrics')
export class MetricController {
  constructor(private readonly metrics: MetricService) {}

  @Get(':id/figure')
  @Needs('figure.read')
  @ApiOperation({
    summary: 'Läs ett mått',
    description:
      'The figure of a year with its definition and the checkpoint of the log it was counted from. Small cells are suppressed.',
  })
  @Answers(FigureView, 404, 422)
  figure(@IdParam() id: string, @Query() { year }: YearQuery): Promise<FigureView> {
    return this.metrics.figure(id, year);
  }

  @Get(':id/evidence')
  @Needs('figure.read')
  @ApiOperation({
    summary: 'Läs vad som räknades',
    description:
      'The log events that the whole figure counted, each once: index, hash and proof, nothing of what they say. A whole that is suppressed or 0 is not opened.',
  })
  @Answers(EvidencePage, 404, 409, 422)
  evidence(@IdParam() id: string, @Query() query: EvidenceQuery): Promise<EvidencePage> {
    return this.metrics.evidence(id, query);
  }
}
