import { Injectable } from '@nestjs/common';
import { eventKind, Log } from '../audit/index.ts';
import { Database, sql } from '../platform/index.ts';

const disposed = eventKind({ type: 'disposal.done', activity: 'Radera' });

// Sessions stay a month, for whoever asks how someone came in; the log keeps what they did. Drafts of forms outlast a summer
// (our convention).
const DISPOSE = sql(
  'disposal.dispose',
  `with sessions as (delete from session where ends_at < now() - interval '30 days' returning 1),
        attempts as (delete from sign_in_attempt where at < now() - interval '1 day' returning 1),
        answers as (delete from idempotency where made_at < now() - interval '1 day' returning 1),
        drafts as (delete from form_draft where saved_at < now() - interval '90 days' returning 1)
   select (select count(*)::int from sessions) as sessions, (select count(*)::int from attempts) as attempts,
          (select count(*)::int from answers) as answers, (select count(*)::int from drafts) as drafts`,
);

/** Removes what is kept for a time only: sessions long over, attempts to sign in, answers kept for repeated requests, forms that nobody sent in. */
@Injectable()
export class Disposal {
  constructor(
    private readonly database: Database,
    private readonly log: Log,
  ) {}

  dispose(): Promise<void> {
    return this.database.asSystem('what was kept for a time is removed', 'samordna_jobs', async (scope) => {
      const [removed] = await scope.query<Record<'sessions' | 'attempts' | 'answers' | 'drafts', number>>(DISPOSE());
      this.log.record(disposed, { facts: { ...removed } });
    });
  }
}
