import type pg from 'pg';

export interface RecordedEvent {
  /** Number of the transaction that wrote it. */
  xid: string;
  type: string;
  outcome: string;
  actor: string | null;
}

/** What an access left behind: its events, and the business rows that it wrote or took away. */
export interface Traces<Answer> {
  answer: Answer;
  events: RecordedEvent[];
  /** Transaction numbers of rows that were not there before. */
  wrote: string[];
  /** Rows that are no longer there as they were. */
  removed: number;
}

/** Tables whose rows somebody's work makes: not the log and its figures, and not what is kept about attempts and sessions. */
const BUSINESS = `select tablename as name from pg_tables
  where schemaname = 'public' and tablename !~ '^(log|figure)_' and tablename not in ('session', 'sign_in_attempt', 'job', 'migration')`;

/** Does the work while nobody else works, and answers what it left in the database. */
export async function tracesOf<Answer>(owner: pg.Pool, work: () => Promise<Answer>): Promise<Traces<Answer>> {
  const [before, { rows: heads }] = [await rowsNow(owner), await owner.query(`select max(seq) as seq from log_event`)];
  const answer = await work();
  const after = await rowsNow(owner);
  const { rows: events } = await owner.query<RecordedEvent>(
    `select xid::text as xid, e ->> 'type' as type, e ->> 'outcome' as outcome, e ->> 'actor' as actor
       from (select xid, seq, convert_from(entry, 'UTF8')::json as e from log_event where seq > $1) new order by seq`,
    [heads[0].seq ?? 0],
  );
  const wrote = [...after].filter(([row, xid]) => before.get(row) !== xid).map(([, xid]) => xid);
  const removed = [...before].filter(([row, xid]) => after.get(row) !== xid).length;
  return { answer, events, wrote: [...new Set(wrote)], removed };
}

async function rowsNow(owner: pg.Pool): Promise<Map<string, string>> {
  const { rows: tables } = await owner.query<{ name: string }>(BUSINESS);
  const all = tables.map(({ name }) => `select '${name}' || ctid::text as row, xmin::text as xid from ${name}`);
  const { rows } = await owner.query<{ row: string; xid: string }>(all.join(' union all '));
  return new Map(rows.map(({ row, xid }) => [row, xid]));
}
