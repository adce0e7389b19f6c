import {
  Body,
  type CallHandler,
  Controller,
  type ExecutionContext,
  Get,
  HttpCode,
  Injectable,
  type NestInterceptor,
  Post,
  Query,
  UseInterceptors,
} from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import type { Observable } from 'rxjs';
import { Answers, Needs, Problem } from '../platform/index.ts';
import { Evaluation, EvaluationQuery, EvaluationSummaryView } from './evaluation.dto.ts';
import { EvaluationService } from './evaluation.service.ts';

/** An Idempotency-Key would keep a fingerprint of the answers beside the assignment for a day, and there are few answers to guess among. */
@Injectable()
class WithoutKey implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const { headers } = context.switchToHttp().getRequest<FastifyRequest>();
    if (headers['idempotency-key'] === undefined) return next.handle();
    throw Problem.field('Idempotency-Key', 'Skicka utvärderingen utan nyckel: den ska inte gå att känna igen.');
  }
}

@ApiTags('Utvärdering')
@Controller('evaluations')
export class EvaluationController {
  constructor(private readonly evaluations: EvaluationService) {}

  @Post()
  @Needs('evaluation.give')
  @HttpCode(204)
  @UseInterceptors(WithoutKey)
  @ApiOperation({
    summary: 'Lämna en utvärdering',
    description: 'Eight answers are added to the sums of the year. Nothing that could tell who gave them is kept.',
  })
  @Answers(204, 422)
  give(@Body() evaluation: Evaluation): Promise<void> {
    return this.evaluations.give(evaluation);
  }

  @Get()
  @Needs('evaluation.read')
  @ApiOperation({
    summary: 'Läs utvärderingarna',
    description: 'Means of a year for children, guardians and staff, from five answers up and five at a time.',
  })
  @Answers(EvaluationSummaryView, 422)
  summary(@Query() { year }: EvaluationQuery): Promise<EvaluationSummaryView> {
    return this.evaluations.summary(year);
  }
}
