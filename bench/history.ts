import type pg from 'pg';
import type { Area } from './area.ts';

/** Rows made in one transaction. */
const SLICE = 50_000;

/** Sittings that the history is spread over. */
const SITTINGS = 200;

/*
 * Question number i was sent in at 1 January 2019 + 4 i minutes and held three weeks later: a million reach to 2026.
 * Every 33rd is still open, one in four of those placed on a coming sitting. Its texts are random bytes of a usual length:
 * nobody opens them, since what is read in full is made through the API (example.ts).
 */
const MADE = `
  create temp table made on commit drop as
  select i, at, uuidv7(at - now()) as id, uuidv7() as key_id, uuidv7() as consultation_id, i % 33 = 0 as open,
         case when i % 33 <> 0 then 'CLOSED' else (array['SUBMITTED', 'TRIAGE', 'ACCEPTED', 'SCHEDULED'])[1 + i / 33 % 4] end as state,
         case when i % 3 = 0 then array[theme[1 + i % 14], theme[1 + (i + 5) % 14]] else array[theme[1 + i % 14]] end as themes,
         (at + interval '21 days')::date as held_on
    from (select i, timestamptz '2019-01-01' + i * interval '4 minutes' as at,
                 array['SCHOOL_ABSENCE', 'MENTAL_ILL_HEALTH', 'SUICIDE_RISK', 'NEURODEVELOPMENT', 'VIOLENCE_OR_NEGLECT',
                       'SUBSTANCE_USE', 'PLACED_CHILD', 'TRANSITION_AT_18', 'UNCLEAR_RESPONSIBILITY', 'PHYSICAL_HEALTH',
                       'CHILD_AS_RELATIVE', 'NEWLY_ARRIVED', 'PRESCHOOL_CHILD', 'OTHER'] as theme
            from generate_series($from, $to) i) numbered`;

const KEYS = `insert into data_key (id, area_id, wrapped) select key_id, $1, decode(repeat(md5(i::text), 4), 'hex') from made`;
const REQUESTS = `
  insert into consultation_request (id, area_id, reference, unit_id, author_id, team_id, agreement_version, state, version, key_id,
         question, tried, themes, age_band, services, created_at, changed_at, submitted_at)
  select id, $1, 'H-' || i, $2, $3, case when state = 'SCHEDULED' or not open then $4::uuid end, 1, state, 6, key_id,
         decode(repeat(md5(i::text), 10), 'hex'), decode(repeat(md5(i::text), 8), 'hex'), themes, 'AGE_13_15',
         '{SCHOOL,CHILD_PSYCHIATRY}', at, at, at
    from made`;
const CONSULTATIONS = `
  insert into consultation (id, area_id, team_id, unit_id, request_id, sitting_id, position, minutes, state, advice, outcomes)
  select m.consultation_id, $1, $2, $3, m.id, s.id, 1, 20, case when m.open then 'PLACED' else 'CONCLUDED' end,
         case when not m.open then decode(repeat(md5(i::text), 8), 'hex') end, '{ADVICE_ONLY}'
    from made m join (select id, row_number() over (order by id) as n from sitting where place = 'historia') s on s.n = 1 + m.i % ${SITTINGS}
   where m.state = 'SCHEDULED' or not m.open`;

// The canonical bytes (RFC 8785): members in order, no spaces. The sealer refuses any other spelling.
const EVENTS = `
  insert into log_event (event_id, area_id, epoch, entry, leaf_hash)
  select event_id, $1, 1, entry, sha256('\\x00'::bytea || entry)
    from (select event_id, convert_to(format(
            '{"activity":"Skriva","actor":"%s","area":"%s","at":"%s","facts":{"ageBand":"AGE_13_15","askingUnit":"%s","consultation":"%s",'
            '"delta":1,"heldOn":"%s","mode":"ANONYMISED","principal":"MUNICIPALITY","service":"SCHOOL","team":"%s","themes":%s},'
            '"id":"%s","outcome":"done","subject":"consultation-request:%s","type":"consultation.held","unit":"%s","v":1}',
            $2::uuid, $1::uuid, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), $3::uuid, consultation_id, held_on,
            $4::uuid, array_to_json(themes), event_id, id, $3::uuid), 'UTF8') as entry
            from (select *, uuidv7() as event_id from made order by i) numbered) made_event`;

/** Makes the questions, consultations and log events numbered from `from` to `to`, as the owner of the schema. Not sealed yet. */
export async function writeHistory(owner: pg.Pool, area: Area, from: number, to: number): Promise<void> {
  if (from === 1) await writeSittings(owner, area);
  for (let first = from; first <= to; first += SLICE)
    await writeSlice(owner, area, first, Math.min(to, first + SLICE - 1));
  await owner.query('vacuum (analyze)');
}

async function writeSittings(owner: pg.Pool, { id, team }: Area): Promise<void> {
  await owner.query(
    `insert into sitting (id, area_id, team_id, starts_at, wall_time, minutes, place)
     select uuidv7(), $1, $2, at, at at time zone 'Europe/Stockholm', 120, 'historia'
       from (select now() + n * interval '1 day' as at from generate_series(1, ${SITTINGS}) n) coming`,
    [id, team],
  );
}

async function writeSlice(owner: pg.Pool, area: Area, from: number, to: number): Promise<void> {
  const client = await owner.connect();
  try {
    await client.query('begin');
    // The references are right by construction: looking each of them up would take most of the time.
    await client.query('set local session_replication_role = replica');
    await client.query(MADE.replace('$from', String(from)).replace('$to', String(to)));
    await client.query(KEYS, [area.id]);
    await client.query(REQUESTS, [area.id, area.unit, area.requester, area.team]);
    await client.query(CONSULTATIONS, [area.id, area.team, area.unit]);
    await client.query(EVENTS, [area.id, area.member, area.unit, area.team]);
    await client.query('commit');
  } finally {
    client.release();
  }
}

/** Waits until the product has sealed every event. Answers how many that is. */
export async function allSealed(owner: pg.Pool): Promise<number> {
  for (;;) {
    const { rows } = await owner.query(
      `select (select count(*)::int from log_event) as written, (select coalesce(sum(size), 0)::int from log_state) as sealed`,
    );
    if (rows[0].written === rows[0].sealed) return rows[0].sealed;
    await new Promise((later) => setTimeout(later, 500));
  }
}
