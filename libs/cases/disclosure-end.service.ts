import { Injectable } from '@nestjs/common';
import { Clock, Database, sql } from '../platform/index.ts';
import { toldOf, type Told } from './disclosure.rules.ts';
import type { LockedCase } from './case.steps.ts';

// Only who holds copies learns of it; one unit, or all of them. The first time counts, unless a copy has come since.
const END = sql(
  'disclosure-end.end',
  `with held as (
     select unit_id, reader_ids, max(disclosed_at) as latest from disclosure
      where case_id = $1 and unit_id is not null and ($3::uuid is null or unit_id = $3) group by unit_id, reader_ids),
   ended as (
     insert into disclosure_end as e (unit_id, case_id, ended_at) select distinct unit_id, $1::uuid, $2::timestamptz from held
     on conflict (unit_id, case_id) do update set ended_at = excluded.ended_at
      where e.ended_at < (select max(latest) from held h where h.unit_id = e.unit_id))
   select unit_id as "unitId", reader_ids as "readerIds" from held`,
);
const RESUME = sql(
  'disclosure-end.resume',
  `delete from disclosure_end e using party p
    where e.case_id = $1 and p.case_id = e.case_id and p.unit_id = e.unit_id and p.left_on is null`,
);

/**
 * Tells the units that hold copies of a case that nothing more is handed out to them: the case has ended, a consent was taken
 * back, or they take part no more. The day is told and not the reason. Asks for the case's row to be held.
 */
@Injectable()
export class DisclosureEnds {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Answers whom it concerns, for the facts of the event that tells of it. */
  async end(sip: LockedCase, unitId?: string): Promise<Told> {
    type Held = { unitId: string; readerIds: string[] | null };
    return toldOf(sip, await this.database.query<Held>(END(sip.id, this.clock.now(), unitId ?? null)));
  }

  /** What is handed out goes on, to those who take part. */
  async resume({ id }: LockedCase): Promise<void> {
    await this.database.query(RESUME(id));
  }
}
