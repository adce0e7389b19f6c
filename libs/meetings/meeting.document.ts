import { dayInWords } from '../platform/index.ts';
import {
  unitWords,
  type DisclosedDocument,
  type DisclosedMeeting,
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
  /** Who coordinates the case, to whom one answers: by name, since the directory has no other address. */
  caller: { name: string; unit: NamedUnit };
}

const WEEKDAY = new Intl.DateTimeFormat('sv-SE', { weekday: 'long', timeZone: 'UTC' });

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
  const title = titleOf(meeting, recipient);
  if (meeting.state === 'HELD') return { title, sections: heldSections(meeting, surroundings, shielded), promises: [] };
  const coming = comingFor(meeting, surroundings, recipient, shielded);
  const sections = summonsSections(meeting, coming, surroundings, shielded);
  return { title, sections, promises: [], meeting: coming };
}

function titleOf({ state, parties }: LockedMeeting, recipient: Recipient): string {
  if (state === 'HELD') return 'SIP-mötet har hållits';
  const own = recipient.kind === 'UNIT' ? parties.find(({ unitId }) => unitId === recipient.unitId) : undefined;
  return own?.call === 'SUMMONS' ? 'Kallelse till SIP-möte' : 'Inbjudan till SIP-möte';
}

function summonsSections(
  { parties, details }: LockedMeeting,
  { localTime, minutes, place, replyBy, replyTo }: DisclosedMeeting,
  surroundings: Surroundings,
  shielded: boolean,
): DisclosedSection[] {
  const [day, time] = localTime.split('T');
  return [
    {
      heading: 'När och var',
      rows: [
        { label: 'Dag', text: `${WEEKDAY.format(new Date(day!))} ${dayInWords(day!)}` },
        { label: 'Tid', text: `${time}, ${minutes} minuter` },
        { label: 'Plats', text: place ?? 'Samordnaren lämnar platsen på annat sätt.' },
        { label: 'Svara senast', text: dayInWords(replyBy) },
        { label: 'Svara till', text: replyTo },
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

/** When, where and whom to answer, as the recipient may know it. */
function comingFor(
  meeting: LockedMeeting,
  surroundings: Surroundings,
  recipient: Recipient,
  shielded: boolean,
): DisclosedMeeting {
  const { localTime, minutes, replyBy } = meeting;
  const place = shownPlace(meeting, recipient, shielded);
  return { localTime, minutes, replyBy, replyTo: callerWords(surroundings, shielded), ...(place && { place }) };
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
function shownPlace({ parties, details }: LockedMeeting, recipient: Recipient, shielded: boolean): string | undefined {
  const shows =
    recipient.kind === 'UNIT'
      ? parties.some(({ unitId, showsPlace }) => unitId === recipient.unitId && showsPlace)
      : !shielded;
  return shows ? details.place : undefined;
}

/** Where the child or a guardian is shielded nobody is named: that would tell where they are (domain reference 1.6). */
function callerWords({ caller: { name, unit }, services }: Surroundings, shielded: boolean): string {
  const words = unitWords(unit, shielded, services);
  return shielded ? `Samordnaren, ${words}` : `${name}, ${words}`;
}

function nameOf(unitId: string, { units, services }: Surroundings, shielded: boolean): string {
  const unit = units.find(({ id }) => id === unitId);
  return unit ? unitWords(unit, shielded, services) : 'En verksamhet';
}
