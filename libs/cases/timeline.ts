import { Injectable } from '@nestjs/common';
import { Log } from '../audit/index.ts';
import {
  countReached,
  Database,
  IdField,
  InstantField,
  ObjectsField,
  type PageQuery,
  PageView,
  Problem,
  rowsOf,
  sql,
  TextField,
} from '../platform/index.ts';
import { ApiProperty } from '@nestjs/swagger';
import { caseEvents } from './case.events.ts';

export class TimelineEvent {
  @IdField({ label: 'Händelsens id i loggen' })
  id!: string;

  @TextField({ label: 'Slag av händelse', max: 100, example: 'sip-case.offered' })
  type!: string;

  @InstantField({ label: 'När' })
  at!: string;

  @TextField({
    label: 'Vem; utelämnat när produkten själv gjorde det',
    max: 200,
    optional: true,
    example: 'Karin Berg',
  })
  byName?: string;

  @ApiProperty({
    description: 'Vad loggen säger i klartext om händelsen; aldrig något om vem barnet är',
    type: 'object',
    additionalProperties: true,
    example: { offeredOn: '2026-11-22' },
  })
  facts!: Record<string, unknown>;
}

export class TimelineView extends PageView {
  @ObjectsField({ label: 'Händelser, de senaste först', type: () => TimelineEvent })
  events!: TimelineEvent[];
}

/** The newest `$2 … $3` events of the case `s.id`, from the log's own entries. */
export const timelineOf = (caseId: string, offset: string, limit: string): string =>
  `(select coalesce(json_agg(json_strip_nulls(json_build_object('id', e.id, 'type', e.type, 'at', e.at, 'byName', n.name,
              'facts', coalesce(e.facts, '{}'))) order by t.event_id desc), '[]')
      from (select event_id, convert_from(entry, 'UTF8')::json as entry from log_event
             where timeline_of = ${caseId} order by event_id desc offset ${offset} limit ${limit}) t
      cross join lateral json_to_record(t.entry) as e (id text, type text, at text, actor uuid, facts json)
      left join assignment a on a.id = e.actor left join person n on n.id = a.person_id)`;

const READ = sql(
  'sip-case.timeline',
  `select ${timelineOf('s.id', '$2', '$3')} as events,
          ${countReached('from log_event where timeline_of = s.id')} as total
     from sip_case s where s.id = $1`,
);

/** What has happened in a case, newest first: the log's own events. */
@Injectable()
export class Timeline {
  constructor(
    private readonly database: Database,
    private readonly log: Log,
  ) {}

  async read(id: string, query: PageQuery): Promise<TimelineView> {
    const { offset, limit } = rowsOf(query);
    const [row] = await this.database.query<Pick<TimelineView, 'events' | 'total'>>(READ(id, offset, limit));
    if (!row) throw Problem.notFound();
    this.log.record(caseEvents.timelineRead, { subject: `sip-case:${id}` });
    return { ...row, page: query.page, limit };
  }
}
