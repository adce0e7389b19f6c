import { Injectable } from '@nestjs/common';
import { eventKind, Log } from '../audit/index.ts';
import { addDays, Database, instantOf, Problem, sql, type Statement } from '../platform/index.ts';
import type { LogActorView, LogEventList, LogEventView, LogSearch } from './log-review.dto.ts';
import { ROLES, type Role } from './role.ts';

const read = eventKind({ type: 'log.read', activity: 'Läsa' });

/** Events shown at a time (our convention). */
const ROWS = 25;

/** Whose events, and about what: each has an index of its own to be read from its newest end. */
const SOURCES: Partial<Record<keyof LogSearch, (value: string) => string>> = {
  person: (name) => `(
    select unnest(array_prepend(p.id, array(select a.id from assignment a where a.person_id = p.id)))
      from person p where p.area_id = app_area() and strpos(lower(p.name), lower(${name})) > 0) as person (actor)`,
  reference: (reference) => `subjects_called(upper(${reference})) as reference (subject)`,
};

/** What each part of a search asks of an event's place `l`. */
const CONDITIONS: Record<keyof LogSearch, (value: string) => string> = {
  person: () => `l.actor = person.actor`,
  reference: () => `l.subject = reference.subject`,
  types: (types) => `l.type = any (${types}::text[])`,
  from: (instant) => `l.at >= ${instant}::timestamptz`,
  to: (instant) => `l.at < ${instant}::timestamptz`,
  olderThan: (index) =>
    `(l.at, l.idx) < (select o.at, o.idx from log_leaf o where o.area_id = app_area() and o.idx = ${index})`,
};

const KEYS = Object.keys(CONDITIONS) as (keyof LogSearch)[];

/** The newest sealed events that fit, and one more if there are more. Each set of conditions is a statement of its own. */
function found(asked: (keyof LogSearch)[]): (...values: unknown[]) => Statement {
  const sources = asked.flatMap((key, i) => SOURCES[key]?.(`$${i + 1}`) ?? []);
  const conditions = asked.map((key, i) => ` and ${CONDITIONS[key](`$${i + 1}`)}`);
  const newest = `lateral (
    select l.idx, l.event_id, l.at from log_leaf l
     where l.area_id = app_area()${conditions.join('')}
     order by l.at desc, l.idx desc limit ${ROWS + 1}) as newest`;
  return sql(
    ['log.review', ...asked].join('-'),
    `with found as materialized (
       select newest.* from ${[...sources, newest].join(' cross join ')} order by at desc, idx desc limit ${ROWS + 1})
     select f.idx::int as index, f.at, r.type, r.activity, r.outcome, r.subject, subject_name(r.subject) as "subjectName",
            n.name as person, a.role, u.name as unit
       from found f join log_event e using (event_id)
       cross join lateral json_to_record(convert_from(e.entry, 'UTF8')::json)
         as r (type text, activity text, outcome text, subject text, actor uuid)
       left join assignment a on a.id = r.actor
       left join person n on n.id = coalesce(a.person_id, r.actor)
       left join unit u on u.id = a.unit_id
      order by f.at desc, f.idx desc`,
  );
}

type FoundRow = Omit<LogEventView, 'actor'> & { person: string | null; role: Role | null; unit: string | null };

/** The sealed log of the area as its reviewer reads it: who did what, about what, and when. */
@Injectable()
export class LogReview {
  constructor(
    private readonly database: Database,
    private readonly log: Log,
  ) {}

  async search(search: LogSearch): Promise<LogEventList> {
    const { from, to, reference, person } = search;
    if (from && to && to < from)
      throw Problem.field('to', 'Välj en dag som inte ligger före den första dagen, eller byt den första.');
    const values: Partial<Record<keyof LogSearch, unknown>> = {
      ...search,
      ...(person && { person: person.trim() }),
      ...(reference && { reference: reference.trim() }),
      ...(from && { from: startOf(from) }),
      ...(to && { to: startOf(addDays(to, 1)) }),
    };
    const asked = KEYS.filter((key) => values[key] !== undefined);
    const rows = await this.database.query<FoundRow>(found(asked)(...asked.map((key) => values[key])));
    this.log.record(read, { facts: { soughtBy: asked } });
    return { events: rows.slice(0, ROWS).map(eventView), more: rows.length > ROWS };
  }
}

const startOf = (day: string): string => instantOf(`${day}T00:00`).toISOString();

function eventView({ person, role, unit, subject, subjectName, ...event }: FoundRow): LogEventView {
  const actor: LogActorView | null = person
    ? { name: person, ...(role && { roleName: ROLES[role] }), ...(unit && { unit }) }
    : null;
  return { ...event, ...(subject && { subject }), ...(subjectName && { subjectName }), ...(actor && { actor }) };
}
