import { Injectable } from '@nestjs/common';
import { Log } from '../audit/index.ts';
import { Clock, countReached, Database, type PageQuery, Problem, rowsOf, sql, SubjectKeys } from '../platform/index.ts';
import { receivedEvents } from './consent.events.ts';
import { copyView, openCopy, sealedCopy, wholeCopy, type SealedCopy, type WholeCopy } from './disclosure.copy.ts';
import type { DisclosedMeeting } from './disclosure.document.ts';
import { firstDue, isComing } from './received.rules.ts';
import type { ReceivedCasePage, ReceivedCaseRow, ReceivedCaseView } from './received.dto.ts';

const BY_DUE = 's.due_on, s.disclosed_at desc, s.id desc';

const copyOf = (id: string): string =>
  `(select json_build_object(${sealedCopy('o', 'ok')}) from disclosure o join data_key ok on ok.id = o.key_id where o.id = ${id})`;

// The narrow sorted relation is the unit's own copies. Of each case the newest stands for it; the newest plan says what the
// unit has promised, and the newest summons when it meets. What the unit is to do first comes first.
const LIST = sql(
  'received-case.list',
  `with newest as (
     select distinct on (d.case_id) d.case_id, d.id, d.disclosed_at from disclosure d
      where d.unit_id = (select app_unit()) order by d.case_id, d.id desc),
   standing as (
     select n.*, e.ended_at, p.id as plan_id, p.followed_up, m.id as summons_id, m.state as meeting_state,
            case when e.ended_at is null then least(case when not p.followed_up then p.due_on end,
                                                    case when m.state = 'PLANNED' then m.due_on end) end as due_on
       from newest n
       left join disclosure_end e on e.unit_id = (select app_unit()) and e.case_id = n.case_id and e.ended_at >= n.disclosed_at
       left join lateral (
         select d.id, d.due_on, exists (select from disclosure f where f.unit_id = d.unit_id and f.case_id = d.case_id
                                           and f.what = 'FOLLOW_UP' and f.number = d.number) as followed_up
           from disclosure d where d.unit_id = (select app_unit()) and d.case_id = n.case_id and d.what = 'PLAN'
          order by d.id desc limit 1) p on true
       left join lateral (
         select d.id, d.due_on, t.state from disclosure d join meeting t on t.id = d.source_id
          where d.unit_id = (select app_unit()) and d.case_id = n.case_id and d.what = 'MEETING' and d.due_on >= $3::date
          order by d.id desc limit 1) m on true)
   select (select coalesce(json_agg(json_build_object('caseId', d.case_id, 'reference', d.reference, 'latestWhat', d.what,
               'latestAt', d.disclosed_at, 'guarded', d.reader_ids is not null, 'endedAt', s.ended_at,
               'latest', json_build_object(${sealedCopy('d', 'k')}), 'followedUp', s.followed_up, 'meetingState', s.meeting_state,
               'plan', ${copyOf('s.plan_id')}, 'summons', ${copyOf('s.summons_id')})
             order by ${BY_DUE}), '[]')
             from (select * from standing s order by ${BY_DUE} offset $1 limit $2) s
             join disclosure d on d.id = s.id join data_key k on k.id = d.key_id) as rows,
          ${countReached('from newest')} as total`,
);
const READ = sql(
  'received-case.read',
  `select d.reference, case when e.ended_at >= max(d.disclosed_at) over () then e.ended_at end as "endedAt",
          t.state as "meetingState", ${wholeCopy('d', 'k')} as copy
     from disclosure d join data_key k on k.id = d.key_id
     left join disclosure_end e on e.unit_id = d.unit_id and e.case_id = d.case_id
     left join meeting t on d.what = 'MEETING' and t.id = d.source_id
    where d.unit_id = (select app_unit()) and d.case_id = $1 order by d.id desc`,
);

type MeetingState = 'PLANNED' | 'HELD' | 'REOPENED' | 'CANCELLED';

type ListedCase = Pick<ReceivedCaseRow, 'caseId' | 'reference' | 'latestWhat' | 'latestAt'> & {
  guarded: boolean;
  endedAt: string | null;
  latest: SealedCopy;
  plan: SealedCopy | null;
  /** How the plan went has been disclosed too. */
  followedUp: boolean | null;
  summons: SealedCopy | null;
  meetingState: MeetingState | null;
};

interface ReadCopy {
  reference: string;
  endedAt: Date | null;
  copy: WholeCopy;
  meetingState: MeetingState | null;
}

/** What a party reads of cases: the copies disclosed to its unit, and nothing else (docs/adr/0007). */
@Injectable()
export class ReceivedReader {
  constructor(
    private readonly database: Database,
    private readonly log: Log,
    private readonly clock: Clock,
    private readonly keys: SubjectKeys,
  ) {}

  async list(query: PageQuery): Promise<ReceivedCasePage> {
    const { offset, limit } = rowsOf(query);
    const [row] = await this.database.query<{ rows: ListedCase[]; total: number }>(
      LIST(offset, limit, this.clock.today()),
    );
    this.log.record(receivedEvents.listed, { facts: { rows: row!.rows.length } });
    return { cases: row!.rows.map((one) => this.row(one)), total: row!.total, page: query.page, limit };
  }

  /** Every copy of one case, the newest first. A withdrawn consent leaves what was disclosed before. */
  async read(caseId: string): Promise<ReceivedCaseView> {
    const rows = await this.database.query<ReadCopy>(READ(caseId));
    if (!rows[0]) throw Problem.notFound();
    const { reference, endedAt } = rows[0];
    this.log.record(receivedEvents.read, { subject: `sip-case:${caseId}`, facts: { copies: rows.length } });
    const copies = rows.map(({ copy }) => copyView(this.keys, copy));
    const today = this.clock.today();
    const summons = copies.findIndex(({ meeting }) => meeting && isComing(meeting, today));
    return {
      caseId,
      reference,
      ...(endedAt
        ? { endedAt: endedAt.toISOString() }
        : comingOf(copies[summons]?.meeting, rows[summons]?.meetingState)),
      copies,
    };
  }

  private row({
    guarded,
    endedAt,
    latest,
    plan,
    followedUp,
    summons,
    meetingState,
    ...row
  }: ListedCase): ReceivedCaseRow {
    const { initials, age } = openCopy(this.keys, latest).child;
    const promises = plan ? openCopy(this.keys, plan).promises : [];
    const next = followedUp || endedAt ? undefined : firstDue(promises);
    return {
      ...row,
      ...(!guarded && { initials, age }),
      ...(endedAt ? { endedAt } : comingOf(summons ? openCopy(this.keys, summons).meeting : undefined, meetingState)),
      promises: promises.length,
      followedUp: followedUp ?? false,
      ...(next && { nextPromise: next }),
    };
  }
}

/** The meeting that a summons tells of, until it is held: when and where as the copy says, and whether it still is to be. */
function comingOf(
  meeting: DisclosedMeeting | undefined,
  state: MeetingState | null | undefined,
): Pick<ReceivedCaseView, 'meeting'> {
  if (!meeting || (state !== 'PLANNED' && state !== 'CANCELLED')) return {};
  return { meeting: { ...meeting, cancelled: state === 'CANCELLED' } };
}
