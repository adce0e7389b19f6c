import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Idempotent } from '../directory/index.ts';
import { Answers, IdParam, IfMatch, Needs, Versioned } from '../platform/index.ts';
import { MetricValueEntry, MetricValuesView } from './metric-value.dto.ts';
import { MetricValueService } from './metric-value.service.ts';

@ApiTags('Handlingsplaner')
@Controller()
export class MetricValueController {
  constructor(private readonly values: MetricValueService) {}

  @Get('metrics/:id/values')
  @Needs('figure.read')
  @ApiOperation({
    summary: 'Läs ett mått som skrivs in för hand',
    description:
      'Every value with its period, source and earlier versions, the latest period first. Figures of few people are suppressed, except to the unit that wrote them. 404 for a metric that is counted from the log.',
  })
  @Answers(MetricValuesView, 404)
  read(@IdParam() id: string): Promise<MetricValuesView> {
    return this.values.read(id);
  }

  @Post('metrics/:id/values')
  @Needs('figure.enter')
  @Idempotent()
  @ApiOperation({
    summary: 'Skriv in ett värde',
    description:
      "Enters the value of a period within the plan's year that has none. COUNT, PERCENT and MEAN take `value`; RATIO takes `numerator` and `denominator`, of which the percentage is worked out; MEAN may say its number of answers as `denominator`.",
  })
  @Answers(201, MetricValuesView, 404, 409, 422)
  enter(@IdParam() id: string, @Body() entry: MetricValueEntry): Promise<MetricValuesView> {
    return this.values.enter(id, entry);
  }

  @Post('metric-values/:id/correction')
  @Needs('figure.enter')
  @Versioned()
  @HttpCode(200)
  @ApiOperation({
    summary: 'Rätta ett värde',
    description: 'Writes the value anew as its next version. The earlier versions stay, and are shown beside it.',
  })
  @Answers(MetricValuesView, 404, 412, 422, 428)
  correct(
    @IdParam() id: string,
    @IfMatch() version: number,
    @Body() entry: MetricValueEntry,
  ): Promise<MetricValuesView> {
    return this.values.correct(id, version, entry);
  }
}
