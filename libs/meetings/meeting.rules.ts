import { addDays, dayInWords, type FieldFault } from '../platform/index.ts';

/** A first meeting makes the plan, the later ones follow it up. */
export const MEETING_KINDS = ['FIRST', 'FOLLOW_UP'] as const;
export type MeetingKind = (typeof MEETING_KINDS)[number];

export const MEETING_STATES = ['PLANNED', 'HELD', 'REOPENED', 'CANCELLED'] as const;
export type MeetingState = (typeof MEETING_STATES)[number];

/** Who is summoned is obliged to come, who is invited may (domain reference 2.1). */
export const CALLS = ['SUMMONS', 'INVITATION'] as const;
export type Call = (typeof CALLS)[number];

export const ATTENDANCES = ['PRESENT', 'ABSENT', 'ABSENT_WITH_NOTICE'] as const;
export type Attendance = (typeof ATTENDANCES)[number];

export const CHILD_PARTS = ['PRESENT', 'IN_PART', 'REPRESENTED', 'ABSENT'] as const;
export type ChildPart = (typeof CHILD_PARTS)[number];

/** A party that is to be called, as the directory knows its principal. */
export interface CalledParty {
  unitId: string;
  principal: 'MUNICIPALITY' | 'REGION';
}

export interface Summons {
  caseKind: 'STATUTORY_SIP' | 'AGREEMENT_SIP' | 'DISCHARGE_SIP';
  kind: MeetingKind;
  questions: readonly string[];
  participation: string;
  called: readonly CalledParty[];
  startsAt: Date;
  /** The meeting's local date. */
  meetingOn: string;
  replyBy: string;
}

/**
 * What keeps a summons from being sent (domain reference 6.1): questions and the child's participation are thought through, at
 * least two parties are called, and to a statutory SIP both principals. A follow-up may be with one party.
 */
export function summonsFaults(summons: Summons, now: Date, today: string): FieldFault[] {
  const { caseKind, kind, questions, participation, called, startsAt, meetingOn, replyBy } = summons;
  const faults: FieldFault[] = [];
  const fault = (field: string, message: string) => faults.push({ field, message });

  if (startsAt <= now) fault('startsAt', 'Tiden har passerat. Välj en tid som kommer.');
  if (questions.length === 0) fault('questions', 'Skriv minst en fråga som mötet ska svara på.');
  if (participation.trim() === '')
    fault('participation', 'Skriv hur barnet ska vara med, eller vem som för barnets talan.');
  if (kind === 'FIRST') {
    if (called.length < 2) fault('calls', 'Kalla minst två parter.');
    else if (caseKind === 'STATUTORY_SIP') {
      if (!called.some(({ principal }) => principal === 'MUNICIPALITY'))
        fault('calls', 'Kalla minst en part från kommunen.');
      if (!called.some(({ principal }) => principal === 'REGION')) fault('calls', 'Kalla minst en part från regionen.');
    }
  } else if (called.length === 0) fault('calls', 'Kalla minst en part.');
  if (replyBy < today || replyBy > meetingOn)
    fault('replyBy', 'Svarsdagen ska vara från i dag till och med mötesdagen.');
  return faults;
}

/** The day to reply by when nobody chose one: the agreement's days before the meeting, but never before tomorrow unless the meeting is. */
export function usualReplyBy(meetingOn: string, daysBefore: number, today: string): string {
  const [agreed, tomorrow] = [addDays(meetingOn, -daysBefore), addDays(today, 1)];
  if (agreed >= tomorrow) return agreed;
  return meetingOn < tomorrow ? meetingOn : tomorrow;
}

export interface MeetingRecord {
  heldOn?: string | undefined;
  childPart?: ChildPart | undefined;
  representedBy?: string | undefined;
  absentBecause?: string | undefined;
  chair?: string | undefined;
  recorder?: string | undefined;
  /** Attendance of each called party. */
  attendance: readonly { unitId: string; name: string; attendance?: Attendance | undefined }[];
}

/** What is missing before a meeting counts as held (domain reference 6.1, MEETING_HELD). Fields are named by the party: `attendance.<unit>`. */
export function recordFaults(
  record: MeetingRecord,
  { calledOn, today }: { calledOn: string; today: string },
): FieldFault[] {
  const { heldOn, childPart, representedBy, absentBecause, chair, recorder, attendance } = record;
  const faults: FieldFault[] = [];
  const fault = (field: string, message: string) => faults.push({ field, message });

  if (!heldOn) fault('heldOn', 'Ange vilken dag mötet hölls.');
  else if (heldOn > today) fault('heldOn', 'Dagen har inte varit än. Ange dagen mötet hölls.');
  else if (heldOn < calledOn)
    fault('heldOn', `Dagen är före kallelsen, som skickades den ${dayInWords(calledOn)}. Ange dagen mötet hölls.`);
  for (const each of attendance) {
    if (!each.attendance) fault(`attendance.${each.unitId}`, `Ange om ${each.name} kom.`);
  }
  if (!chair) fault('chair', 'Skriv vem som ledde mötet.');
  if (!recorder) fault('recorder', 'Skriv vem som dokumenterade.');
  if (!childPart) fault('childPart', 'Ange hur barnet var med.');
  if (childPart === 'REPRESENTED' && !representedBy) fault('representedBy', 'Skriv vem som förde barnets talan.');
  if (childPart === 'ABSENT' && !absentBecause) fault('absentBecause', 'Skriv varför barnet inte var med.');
  return faults;
}

/** What the figures count of a held meeting; nothing of it says about whom. */
export interface CountedMeeting {
  heldOn: string;
  kind: MeetingKind;
  /** Within the agreement's days from the consent; only a first meeting is bound by them, and not one before discharge. */
  withinDays: 'YES' | 'NO' | 'NOT_BOUND';
  child: ChildPart;
  parties: 'ALL_CAME' | 'SOME_ABSENT';
  called: number;
  came: number;
}

export function countedOf(
  meeting: { kind: MeetingKind; heldOn: string; childPart: ChildPart; attendance: readonly Attendance[] },
  dueOn: string | null,
): CountedMeeting {
  const { kind, heldOn, childPart, attendance } = meeting;
  const came = attendance.filter((each) => each === 'PRESENT').length;
  return {
    heldOn,
    kind,
    withinDays: kind !== 'FIRST' || dueOn === null ? 'NOT_BOUND' : heldOn <= dueOn ? 'YES' : 'NO',
    child: childPart,
    parties: came === attendance.length ? 'ALL_CAME' : 'SOME_ABSENT',
    called: attendance.length,
    came,
  };
}
