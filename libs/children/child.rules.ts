import { addDays } from '../platform/index.ts';

/** Protected personal data (domain reference 1.6). Anything but NONE: place, school and contact are shown nowhere. */
export const PROTECTIONS = ['NONE', 'SEKRETESSMARKERING', 'SKYDDAD_FOLKBOKFORING'] as const;

export type Protection = (typeof PROTECTIONS)[number];

/** What is sealed in `child.details`. */
export interface ChildDetails {
  identity: string;
  givenName: string;
  familyName: string;
  address?: string;
  school?: string;
  phone?: string;
  /** The child's own language, as a primary language tag (BCP 47). */
  language?: string;
}

/** What is sealed in `guardian.details`, under the child's key. */
export interface GuardianDetails {
  name: string;
  identity?: string;
  address?: string;
  phone?: string;
  email?: string;
}

/** What is sealed in `maturity_assessment.details`, under the child's key. */
export interface AssessmentDetails {
  assessor: string;
  reason: string;
}

/** What is sealed in `reader_appointment.details`, under the child's key. */
export interface AppointmentDetails {
  reason: string;
}

export const isProtected = (protection: Protection): boolean => protection !== 'NONE';

/** A child in a list: the first letter of each name, e.g. `EK`. */
export function initialsOf({ givenName, familyName }: Pick<ChildDetails, 'givenName' | 'familyName'>): string {
  return [givenName, familyName].map((name) => [...name.trim()][0]?.toUpperCase() ?? '').join('');
}

/** Whole years on a day, both local dates. Someone born on 29 February turns on 1 March in other years (our convention). */
export function ageOn(birthDate: string, day: string): number {
  const years = Number(day.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return day.slice(5) < birthDate.slice(5) ? years - 1 : years;
}

/** Of age at 18 (föräldrabalken 9 kap. 1 §), from the first moment of the day. */
export const isAdultOn = (birthDate: string, day: string): boolean => ageOn(birthDate, day) >= 18;

/** The day on which somebody turns `age`, counted as `ageOn` counts. */
export function turnsOn(birthDate: string, age: number): string {
  const [year, monthAndDay] = [Number(birthDate.slice(0, 4)) + age, birthDate.slice(5)];
  return monthAndDay === '02-29' ? addDays(`${year}-02-28`, 1) : `${year}-${monthAndDay}`;
}

/** The day on which the child is of age. */
export const adultFrom = (birthDate: string): string => turnsOn(birthDate, 18);

/** Direction marks and empty characters that come along with pasted text; the joiners are letters' own in Persian and Hindi. */
export const withoutHiddenMarks = (text: string): string =>
  text.replaceAll(/[\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, '');

/** A whole name as it is found by: case and extra blanks do not matter, accents do. */
export const searchableName = (name: string): string =>
  withoutHiddenMarks(name).normalize('NFC').trim().toLowerCase().replaceAll(/\s+/g, ' ');

/** A child's details as they may be shown: of a protected child no place, school or contact. */
export function shownDetails(details: ChildDetails, protection: Protection): ChildDetails {
  if (!isProtected(protection)) return details;
  const { address: _address, school: _school, phone: _phone, ...shown } = details;
  return shown;
}

/** A guardian's details as they may be shown: none of where they are when they or the child are protected. */
export function shownGuardian(details: GuardianDetails, own: Protection, child: Protection): GuardianDetails {
  if (!isProtected(own) && !isProtected(child)) return details;
  const { address: _address, phone: _phone, email: _email, ...shown } = details;
  return shown;
}

/** Is the child mature enough to decide for itself? As the latest assessment says; undefined when nobody has assessed. */
export function maturityOn(
  assessments: readonly { assessedOn: string; mature: boolean }[],
  day: string,
): boolean | undefined {
  return assessments
    .filter(({ assessedOn }) => assessedOn <= day)
    .toSorted((a, b) => a.assessedOn.localeCompare(b.assessedOn))
    .at(-1)?.mature;
}
