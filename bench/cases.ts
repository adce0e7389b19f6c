import type pg from 'pg';
import type { Area } from './area.ts';

/** Cases made in one transaction. */
const SLICE = 50_000;

/** How many of the cases a unit holds, and which. */
interface Share {
  holder: Area['quiet'];
  /** The first of its cases; the open ones come first. */
  from: number;
  open: number;
  ended: number;
}

/*
 * Case number i was registered at 1 January 2019 + 4 i minutes. Whatever no share takes is spread over 200 units, one in
 * eight of those still open. One in 100 children is protected, and its coordinator named. Nobody opens these rows: what is listed first and what is
 * read in full is sealed for real (case-example.ts), so the sealed parts here are bytes of a usual length. Each case has
 * two parties, and an open one a consent and a meeting, so that these tables are as deep as they would be.
 */
const MADE = `
  create temp table made on commit drop as
  select i, uuidv7(at - now()) as id, uuidv7() as child_id, uuidv7() as key_id, at, at::date as need_on, i % 100 = 0 as guarded,
         coalesce(i < share.first_ended, i % 8 = 0) as open,
         coalesce(share.unit_id, ($1::uuid[])[1 + i % cardinality($1::uuid[])]) as unit_id,
         coalesce(share.coordinator_id, ($2::uuid[])[1 + i % cardinality($2::uuid[])]) as coordinator_id,
         (array['CONSENT_PENDING', 'PREPARING', 'SUMMONED', 'MEETING_HELD', 'PLAN_ACTIVE', 'PLAN_ACTIVE'])[1 + i % 6] as state
    from (select i, timestamptz '2019-01-01' + i * interval '4 minutes' as at from generate_series($from, $to) i) numbered
    left join unnest($3::int[], $4::int[], $5::int[], $6::uuid[], $7::uuid[])
              as share (first, first_ended, beyond, unit_id, coordinator_id) on i >= share.first and i < share.beyond`;

const KEYS = `insert into data_key (id, area_id, wrapped) select key_id, $1, decode(repeat(md5(i::text), 4), 'hex') from made`;
const CHILDREN = `
  insert into child (id, area_id, unit_id, key_id, identity_kind, identity_print, name_print, birth_date, protection, details)
  select child_id, $1, unit_id, key_id, 'PERSONNUMMER', sha256(int4send(i)), sha256(int4send(-i)), date '2008-01-01' + i % 5800,
         case when guarded then 'SEKRETESSMARKERING' else 'NONE' end, decode(repeat(md5(i::text), 12), 'hex')
    from made`;
const READERS = `
  insert into named_reader (child_id, assignment_id, area_id, unit_id) select child_id, coordinator_id, $1, unit_id from made where guarded`;
const CASES = `
  insert into sip_case (id, area_id, unit_id, child_id, reference, kind, state, version, agreement_version, coordinator_id,
         initiating_unit_id, asked_by, need_on, offered_on, consented_on, consent_ends_on, ended_on, closing_reason, next_due_on, guarded, details,
         made_at, changed_at)
  select id, $1, unit_id, child_id, 'T-' || i, 'STATUTORY_SIP', case when open then state else 'CLOSED' end, 9, 1, coordinator_id,
         unit_id, 'STAFF', need_on, need_on + 3, need_on + 10, case when open then current_date + 210 + i % 100 end, case when not open then need_on + 300 end,
         case when not open then 'GOALS_MET' end, case when open and i % 20 <> 0 then current_date + 10 + i % 200 end, guarded,
         decode(repeat(md5(i::text), 20), 'hex'), at, at
    from made`;
const PARTIES = `
  insert into party (id, case_id, area_id, unit_id, key_id, joined_on)
  select uuidv7(), m.id, $1, p.unit_id, m.key_id, m.need_on
    from made m cross join lateral (select unnest(array[($2::uuid[])[1 + m.i % 6], ($2::uuid[])[7 + m.i % 6]]) as unit_id) p`;
const CONSENTS = `
  insert into consent (id, case_id, area_id, purpose, given, form, decided_on, valid_to, details)
  select uuidv7(), id, $1, 'PLAN', true, 'WRITTEN', need_on, need_on + 365, decode(md5(i::text), 'hex') from made where open`;
const MEETINGS = `
  insert into meeting (id, case_id, area_id, unit_id, kind, starts_at, wall_time, minutes, reply_by, called_on, details)
  select uuidv7(), id, $1, unit_id, 'FIRST', now() + i % 200 * interval '1 day', now(), 60, current_date, current_date,
         decode(repeat(md5(i::text), 20), 'hex')
    from made where open`;

/** The cases of the unit with few, which belong to the first hundred thousand, and of the one with many, which do not. */
export const quietShare = ({ quiet }: Area): Share => ({ holder: quiet, from: 1, open: 150, ended: 1000 });
export const busyShare = ({ busy }: Area, from: number, open: number): Share => ({
  holder: busy,
  from,
  open,
  ended: open,
});

/** Makes the cases numbered from `from` to `to`, as the owner of the schema: the shares', and the rest spread over many units. */
export async function writeCases(owner: pg.Pool, area: Area, from: number, to: number, shares: Share[]): Promise<void> {
  for (let first = from; first <= to; first += SLICE)
    await writeSlice(owner, area, first, Math.min(to, first + SLICE - 1), shares);
}

async function writeSlice(owner: pg.Pool, area: Area, from: number, to: number, shares: Share[]): Promise<void> {
  const client = await owner.connect();
  try {
    await client.query('begin');
    // The references are right by construction: looking each of them up would take most of the time.
    await client.query('set local session_replication_role = replica');
    await client.query(MADE.replace('$from', String(from)).replace('$to', String(to)), [
      area.holders.map(({ unit }) => unit),
      area.holders.map(({ coordinator }) => coordinator),
      shares.map((share) => share.from),
      shares.map((share) => share.from + share.open),
      shares.map((share) => share.from + share.open + share.ended),
      shares.map(({ holder }) => holder.unit),
      shares.map(({ holder }) => holder.coordinator),
    ]);
    for (const statement of [KEYS, CHILDREN, READERS, CASES, CONSENTS, MEETINGS])
      await client.query(statement, [area.id]);
    await client.query(PARTIES, [area.id, area.parties]);
    await client.query('commit');
  } finally {
    client.release();
  }
}
