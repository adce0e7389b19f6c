import { Injectable } from '@nestjs/common';
import type { EventKind } from '../audit/index.ts';
import { CaseSteps, type CaseStep, type LockedCase } from '../cases/index.ts';
import { Database, Problem, sql, staleVersion } from '../platform/index.ts';
import { Meeting, type MeetingDetails } from './meeting.entity.ts';
import type { Attendance, Call, ChildPart, CountedMeeting, MeetingKind, MeetingState } from './meeting.rules.ts';

/** A party `p` learns the place where that was chosen for it; when the child of the case `s` became protected later, it was not. */
export const SHOWS_PLACE = `(p.shows_place and (not s.guarded or cardinality(p.reader_ids) > 0))`;

const CASE_OF = sql('meeting.case', `select case_id as "caseId" from meeting where id = $1`);
const READ = sql(
  'meeting.locked',
  `select m.id, m.kind, m.state, m.version, to_char(m.wall_time, 'YYYY-MM-DD"T"HH24:MI') as "localTime", m.minutes,
          m.reply_by::text as "replyBy", m.called_on::text as "calledOn", m.held_on::text as "heldOn",
          m.child_part as "childPart", m.counted, m.details,
          (select json_agg(json_build_object('unitId', p.unit_id, 'name', u.name, 'call', p.call, 'showsPlace', ${SHOWS_PLACE},
                    'readerIds', p.reader_ids,
                    'attendance', p.attendance) order by p.unit_id) from meeting_party p join unit u on u.id = p.unit_id where p.meeting_id = m.id) as parties
     from meeting m join sip_case s on s.id = m.case_id where m.id = $1`,
);

/** A party as it was called to a meeting. */
export interface Called {
  unitId: string;
  call: Call;
  showsPlace: boolean;
  /** Of a protected child: the people at the unit who are called. */
  readerIds: string[];
  attendance: Attendance | null;
}

/** A called party with the name of its unit. */
export type KnownParty = Called & { name: string };

/** A meeting as the row is while this transaction holds its case. */
export interface LockedMeeting {
  id: string;
  kind: MeetingKind;
  state: MeetingState;
  version: number;
  localTime: string;
  minutes: number;
  replyBy: string;
  calledOn: string;
  heldOn: string | null;
  childPart: ChildPart | null;
  counted: CountedMeeting | null;
  details: MeetingDetails;
  parties: KnownParty[];
}

export type MeetingChanges = Partial<Omit<Meeting, 'id' | 'caseId' | 'version' | 'details'>> & {
  details?: Partial<MeetingDetails>;
};

/** Changes meetings, one version at a time, under the lock of their case. */
@Injectable()
export class MeetingSteps {
  constructor(
    private readonly database: Database,
    private readonly cases: CaseSteps,
  ) {}

  /** Locks the case and reads the meeting. 404, 412 for an old version, 409 when the case allows none of the steps. */
  async begin(id: string, version: number, ...steps: CaseStep[]): Promise<{ sip: LockedCase; meeting: LockedMeeting }> {
    const { caseId } = await this.cases.caseOf(CASE_OF(id));
    const sip = await this.cases.beginPart(caseId, ...steps);
    const meeting = await this.read(sip, id);
    if (meeting.version !== version) throw staleVersion(meeting.version);
    return { sip, meeting };
  }

  /** The meeting as it is now, for whoever holds its case. */
  async read({ secrets }: Pick<LockedCase, 'secrets'>, id: string): Promise<LockedMeeting> {
    const [row] = await this.database.query<Omit<LockedMeeting, 'details'> & { details: Buffer }>(READ(id));
    return { ...row!, details: secrets.open<MeetingDetails>('meeting.details', id, row!.details) };
  }

  async change(
    { secrets }: LockedCase,
    meeting: LockedMeeting,
    { details, ...changes }: MeetingChanges,
  ): Promise<void> {
    const { id, version } = meeting;
    const manager = await this.database.scope.manager();
    await manager.update(Meeting, id, {
      ...changes,
      ...(details && { details: secrets.seal('meeting.details', id, { ...meeting.details, ...details }) }),
      version: version + 1,
    });
  }

  record(kind: EventKind, sip: LockedCase, meetingId: string, facts: Record<string, unknown> = {}): void {
    this.cases.record(kind, sip, { meeting: meetingId, ...facts });
  }
}

/** 409 unless the meeting is in one of the states. */
export function requireState({ state }: Pick<LockedMeeting, 'state'>, ...states: MeetingState[]): void {
  if (!states.includes(state)) throw new Problem('state-conflict', WRONG_STATE[state]);
}

const WRONG_STATE: Record<MeetingState, string> = {
  PLANNED: 'Mötet är inte hållet än.',
  HELD: 'Mötet är hållet. Öppna protokollet igen för att rätta det.',
  REOPENED: 'Protokollet rättas just nu. Markera mötet som hållet först.',
  CANCELLED: 'Mötet är inställt. Planera ett nytt.',
};
