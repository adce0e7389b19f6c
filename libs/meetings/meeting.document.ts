import { dayInWords } from '../platform/index.ts';
import {
  unitWords,
  type DisclosedDocument,
  type DisclosedSection,
  type NamedUnit,
  type Recipient,
} from '../cases/index.ts';
import type { CodeView } from '../directory/index.ts';
import type { Attendance, Call, ChildPart } from './meeting.rules.ts';
import type { LockedMeeting } from './meeting.steps.ts';

/** What a copy of a meeting is written from, beside the meeting itself. */
export interface Surroundings {
  units: readonly (NamedUnit & { id: string })[];
  /** What kinds of service are called, from the agreement. */
  services: readonly CodeView[];
}

const CALL_WORDS: Record<Call, string> = { SUMMONS: 'kallad', INVITATION: 'inbjuden' };

const CAME_WORDS: Record<Attendance, string> = {
  PRESENT: 'kom',
  ABSENT: 'kom inte',
  ABSENT_WITH_NOTICE: 'hade lämnat återbud',
};

const CHILD_WORDS: Record<ChildPart, string> = {
  PRESENT: 'Barnet var med på hela mötet.',
  IN_PART: 'Barnet var med på en del av mötet.',
  REPRESENTED: 'Någon förde barnets talan.',
  ABSENT: 'Barnet var inte med.',
};

/** The summons, or once the meeting is held who came, as one recipient may read it. */
export function meetingDocument(
  meeting: LockedMeeting,
  surroundings: Surroundings,
  recipient: Recipient,
  shielded: boolean,
): DisclosedDocument {
  const sections =
    meeting.state === 'HELD'
      ? heldSections(meeting, surroundings, shielded)
      : summonsSections(meeting, surroundings, recipient, shielded);
  return { title: titleOf(meeting, recipient), sections, promises: [] };
}

function titleOf({ state, parties }: LockedMeeting, recipient: Recipient): string {
  if (state === 'HELD') return 'SIP-mötet har hållits';
  const own = recipient.kind === 'UNIT' ? parties.find(({ unitId }) => unitId === recipient.unitId) : undefined;
  return own?.call === 'SUMMONS' ? 'Kallelse till SIP-möte' : 'Inbjudan till SIP-möte';
}

function summonsSections(
  meeting: LockedMeeting,
  surroundings: Surroundings,
  recipient: Recipient,
  shielded: boolean,
): DisclosedSection[] {
  const { localTime, minutes, replyBy, parties, details } = meeting;
  const [day, time] = localTime.split('T');
  return [
    {
      heading: 'När och var',
      rows: [
        { label: 'Dag', text: dayInWords(day!) },
        { label: 'Tid', text: `${time}, ${minutes} minuter` },
        { label: 'Plats', text: placeFor(meeting, recipient, shielded) },
        { label: 'Svara senast', text: dayInWords(replyBy) },
      ],
    },
    { heading: 'Syfte', paragraphs: [details.purpose] },
    { heading: 'Frågor som mötet ska svara på', paragraphs: details.questions },
    { heading: 'Så är barnet med', paragraphs: [details.participation] },
    {
      heading: 'Kallade och inbjudna',
      rows: parties.map(({ unitId, call }) => ({
        label: nameOf(unitId, surroundings, shielded),
        text: CALL_WORDS[call],
      })),
    },
  ];
}

function heldSections(meeting: LockedMeeting, surroundings: Surroundings, shielded: boolean): DisclosedSection[] {
  const { heldOn, childPart, parties } = meeting;
  return [
    { heading: 'När', rows: [{ label: 'Dag', text: dayInWords(heldOn!) }] },
    {
      heading: 'Vilka kom',
      rows: parties.map(({ unitId, attendance }) => ({
        label: nameOf(unitId, surroundings, shielded),
        text: CAME_WORDS[attendance!],
      })),
    },
    { heading: 'Så var barnet med', paragraphs: [CHILD_WORDS[childPart!]] },
  ];
}

/** Parties learn the place when they are ticked; the family unless somebody must not know where another is (domain reference 1.6). */
function placeFor({ parties, details }: LockedMeeting, recipient: Recipient, shielded: boolean): string {
  const shows =
    recipient.kind === 'UNIT'
      ? parties.some(({ unitId, showsPlace }) => unitId === recipient.unitId && showsPlace)
      : !shielded;
  return shows ? details.place : 'Samordnaren lämnar platsen på annat sätt.';
}

function nameOf(unitId: string, { units, services }: Surroundings, shielded: boolean): string {
  const unit = units.find(({ id }) => id === unitId);
  return unit ? unitWords(unit, shielded, services) : 'En verksamhet';
}
