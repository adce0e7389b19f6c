import { Injectable } from '@nestjs/common';
import { type Actor, Database, sql } from '../platform/index.ts';
import { ASSIGNMENT_RUNS } from './role.ts';

const ENDED = sql(
  'session.no-longer',
  `select h.n::int as n from unnest($1::uuid[], $2::uuid[]) with ordinality as h (session, assignment, n)
    where not exists (
      select from session s join assignment a on a.id = s.assignment_id
       where s.id = h.session and a.id = h.assignment and s.ended_at is null and s.ends_at > now()
         and s.seen_at > now() - make_interval(mins => s.idle_minutes) and ${ASSIGNMENT_RUNS})`,
);

/** Tells which of those who came in earlier may no longer be there. Looking is not use: it keeps no session alive. */
@Injectable()
export class SessionWatch {
  constructor(private readonly database: Database) {}

  /** Those whose session has ended, or who act in another assignment now, or whose assignment has ended. */
  ended(actors: readonly Actor[]): Promise<Set<Actor>> {
    return this.database.maintain('see whose session has ended', 'samordna_gate', async (scope) => {
      const held = [actors.map(({ session }) => session), actors.map(({ assignment }) => assignment)];
      const rows = await scope.query<{ n: number }>(ENDED(...held));
      return new Set(rows.map(({ n }) => actors[n - 1]!));
    });
  }
}
