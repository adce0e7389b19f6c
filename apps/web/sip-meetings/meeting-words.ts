import type { StateTone } from '../kit/state-tag.tsx';
import type { Attendance, ChildPart, Meeting, MeetingCall, MeetingState } from './meeting.ts';

export const CALL_NAMES: Record<MeetingCall, string> = { SUMMONS: 'Kallad', INVITATION: 'Inbjuden' };

export const ATTENDANCE_NAMES: Record<Attendance, string> = {
  PRESENT: 'Kom',
  ABSENT_WITH_NOTICE: 'Lämnade återbud',
  ABSENT: 'Kom inte',
};

export const CHILD_PART_NAMES: Record<ChildPart, string> = {
  PRESENT: 'Var med på hela mötet',
  IN_PART: 'Var med på en del av mötet',
  REPRESENTED: 'Någon förde barnets talan',
  ABSENT: 'Var inte med',
};

export const MEETING_STATES: Record<MeetingState, { name: string; tone: StateTone }> = {
  PLANNED: { name: 'Planerat', tone: 'waiting' },
  HELD: { name: 'Hållet', tone: 'done' },
  REOPENED: { name: 'Protokollet rättas', tone: 'active' },
  CANCELLED: { name: 'Inställt', tone: 'stopped' },
};

export const meetingName = ({ kind }: Pick<Meeting, 'kind'>): string =>
  kind === 'FIRST' ? 'Första mötet' : 'Uppföljningsmöte';

/** One question on each line, as they are written; empty lines are none. */
export const questionsIn = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
