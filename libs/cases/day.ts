import { Injectable } from '@nestjs/common';
import { Log } from '../audit/index.ts';
import { addDays, Clock, Database, instantOf, sql, SubjectKeys } from '../platform/index.ts';
import { caseEvents } from './case.events.ts';
import {
  BY_DUE,
  CASES,
  countOf,
  LISTED,
  LISTED_WITH,
  listedRow,
  rowsWhere,
  SOON_DAYS,
  type ListedCase,
} from './case.lists.ts';
import type { DayCounts, DayMeeting, DayView } from './day.dto.ts';

const TODAY = '$1';

const READ = sql(
  'sip-case.day',
  `select json_build_object('late', ${countOf(CASES.LATE(TODAY))}, 'soon', ${countOf(CASES.SOON(TODAY))},
            'consent', ${countOf(CASES.CONSENT)}, 'mine', ${countOf(CASES.MINE)}) as counts,
          ${rowsWhere(CASES.LATE(TODAY), BY_DUE, 'limit 10')} as late,
          ${rowsWhere(`${CASES.MINE} and (s.next_due_on >= ${TODAY}::date or s.next_due_on is null)`, BY_DUE, 'limit 20')} as work,
          (select coalesce(json_agg(json_build_object('id', m.id, 'kind', m.kind, 'startsAt', m.starts_at, 'minutes', m.minutes,
                                                      'case', ${LISTED}) order by m.starts_at, m.id), '[]')
             from (select m.id, m.case_id, m.kind, m.starts_at, m.minutes from meeting m
                    where m.unit_id = (select app_unit()) and m.state = 'PLANNED' and m.starts_at >= $2 and m.starts_at < $3
                    order by m.starts_at, m.id limit 50) m
             join sip_case s on s.id = m.case_id ${LISTED_WITH}) as meetings,
          (select coalesce(json_agg(${LISTED} order by ${BY_DUE}), '[]')
             from (select c.* from assignment gone cross join lateral (
                     select * from sip_case s where s.coordinator_id = gone.id and s.ended_on is null order by ${BY_DUE} limit 20) c
                    where gone.unit_id = (select app_unit()) and gone.role = 'SIP_COORDINATOR' and gone.ended_at <= now()
                    order by c.next_due_on, c.id limit 20) s ${LISTED_WITH}) as "left",
          (select coalesce(json_agg(${LISTED} order by o.since), '[]')
             from (select l.case_id, l.since from case_role l
                    where l.assignment_id = (select app_assignment()) and l.state = 'OFFERED' order by l.since limit 20) o
             join sip_case s on s.id = o.case_id ${LISTED_WITH}) as offers`,
);

interface ReadDay {
  counts: DayCounts;
  late: ListedCase[];
  work: ListedCase[];
  meetings: (Omit<DayMeeting, 'case'> & { case: ListedCase })[];
  offers: ListedCase[];
  left: ListedCase[];
}

/** The coordinator's first screen: what is late in the unit, what is one's own, and who one meets. */
@Injectable()
export class Day {
  constructor(
    private readonly database: Database,
    private readonly log: Log,
    private readonly clock: Clock,
    private readonly keys: SubjectKeys,
  ) {}

  async read(): Promise<DayView> {
    const today = this.clock.today();
    const from = instantOf(`${today}T00:00`);
    const to = instantOf(`${addDays(today, SOON_DAYS + 1)}T00:00`);
    const [day] = await this.database.query<ReadDay>(READ(today, from, to));
    const { counts, late, work, meetings, offers, left } = day!;
    const row = (listed: ListedCase) => listedRow(listed, this.keys, today);
    this.log.record(caseEvents.dayRead, { facts: { late: counts.late, mine: counts.mine } });
    return {
      counts,
      late: late.map(row),
      work: work.map(row),
      meetings: meetings.map((meeting) => ({ ...meeting, case: row(meeting.case) })),
      offers: offers.map(row),
      left: left.map(row),
    };
  }
}
