import { Injectable } from '@nestjs/common';
import { Log } from '../audit/index.ts';
import { Database, Problem, sql } from '../platform/index.ts';
import { childEvents } from './child.events.ts';
import { SearchLimit } from './search-limit.service.ts';

const IS_TAKEN = sql('taken-number.is-taken', `select is_number_taken($1) as taken`);
const WHOSE = sql('taken-number.whose', `select id from child where unit_id = app_unit() and identity_print = $1`);

/**
 * Whoever writes down a number that the unit has already has learnt that it has it, and has made a search: it counts against
 * the same limit and stands in the log alike. Writing down new numbers counts nothing.
 */
@Injectable()
export class TakenNumbers {
  constructor(
    private readonly database: Database,
    private readonly log: Log,
    private readonly limit: SearchLimit,
  ) {}

  /** Goes before every number that is written down: past the limit none is tried, since any answer would tell. */
  begin(): Promise<void> {
    return this.limit.hold();
  }

  /** Also of a protected child that the actor may not see. */
  async isTaken(identityPrint: Buffer): Promise<boolean> {
    const [row] = await this.database.query<{ taken: boolean }>(IS_TAKEN(identityPrint));
    return row!.taken;
  }

  /** What to answer: with the child's id when the actor may see it. Answered and not thrown, so that the count stays. */
  async refusal(identityPrint: Buffer): Promise<Problem> {
    await this.limit.count();
    const seen = await this.database.query<{ id: string }>(WHOSE(identityPrint));
    this.log.record(childEvents.searched, { facts: { by: 'REGISTRATION', shown: seen.map(({ id }) => id) } });
    const [child] = seen;
    return child
      ? new Problem('already-there', 'Barnet finns redan hos er. Öppna det som finns i stället.', {
          members: { childId: child.id },
        })
      : new Problem('already-there', 'Numret finns redan hos er enhet, men du har inte tillgång till uppgifterna.');
  }
}
