import { Injectable } from '@nestjs/common';
import { eventKind, Log } from '../audit/index.ts';
import { Clock, Database, sql } from '../platform/index.ts';
import type { Evaluation, EvaluationSummaryView } from './evaluation.dto.ts';
import { EVALUATION_QUESTIONS, EVALUATION_VARIANTS, meanInTenths, type EvaluationVariant } from './evaluation.rules.ts';

export const evaluationEvents = {
  /** No subject and no facts: who answered, and about what, is not known to the log either. */
  given: eventKind({ type: 'evaluation.given', activity: 'Skriva' }),
  read: eventKind({ type: 'evaluation.summary-read', activity: 'Läsa' }),
};

const GIVE = sql('evaluation.give', `select give_evaluation($1, $2, $3)`);
const READ = sql('evaluation.read', `select variant, answers, sums from evaluation where year = $1`);

/** What children, guardians and staff think of the meetings: kept as sums, shown five answers at a time (docs/adr/0008). */
@Injectable()
export class EvaluationService {
  constructor(
    private readonly database: Database,
    private readonly log: Log,
    private readonly clock: Clock,
  ) {}

  async give({ variant, ...scores }: Evaluation): Promise<void> {
    const year = Number(this.clock.today().slice(0, 4));
    await this.database.query(
      GIVE(
        variant,
        year,
        EVALUATION_QUESTIONS.map((question) => scores[question]),
      ),
    );
    this.log.record(evaluationEvents.given);
  }

  async summary(year: number): Promise<EvaluationSummaryView> {
    const rows = await this.database.query<{ variant: EvaluationVariant; answers: number; sums: number[] }>(READ(year));
    this.log.record(evaluationEvents.read);
    const variants = EVALUATION_VARIANTS.map((variant) => {
      const row = rows.find((each) => each.variant === variant);
      if (!row) return { variant, answers: 0, means: [] };
      const means = EVALUATION_QUESTIONS.map((question, i) => ({
        question,
        meanTenths: meanInTenths(row.sums[i]!, row.answers),
      }));
      return { variant, answers: row.answers, means };
    });
    return { year, variants };
  }
}
