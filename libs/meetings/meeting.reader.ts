import { Injectable } from '@nestjs/common';
import { Log } from '../audit/index.ts';
import { Database, Problem, sql, type SubjectKey, SubjectKeys } from '../platform/index.ts';
import type { MeetingDetails } from './meeting.entity.ts';
import { meetingEvents } from './meeting.events.ts';
import type { MeetingList, MeetingView } from './meeting.dto.ts';
import { SHOWS_PLACE } from './meeting.steps.ts';

const LOCAL_TIME = `to_char(m.starts_at at time zone m.zone, 'YYYY-MM-DD"T"HH24:MI')`;

/** A meeting with who was called, as JSON; what is sealed stands beside it as base64. */
export const MEETING_JSON = `json_strip_nulls(json_build_object(
    'id', m.id, 'version', m.version, 'caseId', s.id, 'caseReference', s.reference, 'caseState', s.state,
    'caseVersion', s.version, 'guarded', s.guarded, 'kind', m.kind, 'state', m.state, 'startsAt', m.starts_at,
    'localTime', ${LOCAL_TIME}, 'minutes', m.minutes, 'replyBy', m.reply_by, 'calledOn', m.called_on, 'heldOn', m.held_on,
    'childPart', m.child_part, 'sealed', encode(m.details, 'base64'),
    'parties', (select coalesce(json_agg(json_build_object('unit', json_build_object('id', u.id, 'name', u.name),
                  'call', p.call, 'showsPlace', ${SHOWS_PLACE}, 'attendance', p.attendance) order by u.name, u.id), '[]')
                  from meeting_party p join unit u on u.id = p.unit_id where p.meeting_id = m.id)))`;

/** The meetings of the case `s`, the latest first. */
export const MEETINGS_JSON = `(select coalesce(json_agg(${MEETING_JSON} order by m.starts_at desc, m.id desc), '[]')
             from meeting m where m.case_id = s.id)`;

const READ = sql(
  'meeting.read',
  `select ${MEETING_JSON} as view, c.key_id as "keyId", k.wrapped
     from meeting m join sip_case s on s.id = m.case_id join child c on c.id = s.child_id join data_key k on k.id = c.key_id
    where m.id = $1`,
);
const OF_CASE = sql(
  'meeting.of-case',
  `select c.key_id as "keyId", k.wrapped,
          ${MEETINGS_JSON} as views
     from sip_case s join child c on c.id = s.child_id join data_key k on k.id = c.key_id where s.id = $1`,
);
/** A meeting as the database answers it. */
export type SealedMeeting = Omit<MeetingView, keyof MeetingDetails> & { sealed: string };

/** Reads meetings: each answer is one statement. */
@Injectable()
export class MeetingReader {
  constructor(
    private readonly database: Database,
    private readonly log: Log,
    private readonly keys: SubjectKeys,
  ) {}

  async read(id: string): Promise<MeetingView> {
    const view = await this.view(id);
    this.log.record(meetingEvents.read, {
      subject: `sip-case:${view.caseId}`,
      facts: { meeting: id, guarded: view.guarded },
    });
    return view;
  }

  /** The same, for a service that records an event of its own. */
  async view(id: string): Promise<MeetingView> {
    const [row] = await this.database.query<{ view: SealedMeeting; keyId: string; wrapped: Buffer }>(READ(id));
    if (!row) throw Problem.notFound();
    return openedMeeting(row.view, this.keys.of(row.keyId, row.wrapped));
  }

  async listOf(caseId: string): Promise<MeetingList> {
    const [row] = await this.database.query<{ views: SealedMeeting[]; keyId: string; wrapped: Buffer }>(
      OF_CASE(caseId),
    );
    if (!row) throw Problem.notFound();
    this.log.record(meetingEvents.listed, { subject: `sip-case:${caseId}` });
    const secrets = this.keys.of(row.keyId, row.wrapped);
    return { meetings: row.views.map((view) => openedMeeting(view, secrets)) };
  }
}

/** Opens a meeting with the child's key. */
export const openedMeeting = ({ sealed, ...view }: SealedMeeting, secrets: SubjectKey): MeetingView => ({
  ...view,
  ...secrets.open<MeetingDetails>('meeting.details', view.id, sealed),
});
