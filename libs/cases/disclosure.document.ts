import type { CaseUnitView } from './case.dto.ts';

/** What copies can be handed out of. */
export const DISCLOSED_KINDS = ['CASE', 'MEETING', 'PLAN', 'FOLLOW_UP'] as const;

export type DisclosedKind = (typeof DISCLOSED_KINDS)[number];

/** Which of the agreement's categories a copy falls under, where the one who hands it out does not say otherwise. */
export const CATEGORY_OF: Record<DisclosedKind, string> = {
  CASE: 'IDENTITY',
  MEETING: 'MEETING',
  PLAN: 'PLAN',
  FOLLOW_UP: 'PLAN',
};

export interface DisclosedSection {
  heading: string;
  paragraphs?: string[];
  /** What stands as label and text, e.g. `Plats` – `Rum 2`. */
  rows?: { label: string; text: string }[];
}

/** What the reading unit has taken on: days as YYYY-MM-DD. */
export interface DisclosedPromise {
  /** The intervention's id in the plan. */
  id: string;
  text: string;
  startOn?: string;
  dueOn?: string;
}

/** A meeting that the reader is called to: local time, YYYY-MM-DDTHH:MM; no place where the copy may not tell it. */
export interface DisclosedMeeting {
  localTime: string;
  minutes: number;
  place?: string;
  replyBy: string;
  /** Who calls, in words. */
  replyTo: string;
}

/**
 * A copy as its recipient reads it, written out for that recipient alone: a party's holds its own promises only. It says
 * nothing of who the child is: the disclosure adds what the recipient may know of that. Of a protected child it names no
 * place, school or contact.
 */
export interface DisclosedDocument {
  title: string;
  sections: DisclosedSection[];
  promises: DisclosedPromise[];
  meeting?: DisclosedMeeting;
}

/** Who the copy is about, as far as this recipient may know: the name only where IDENTITY may be disclosed. */
export interface DisclosedChild {
  initials: string;
  /** Whole years on the day of the disclosure. */
  age: number;
  name?: string;
  birthDate?: string;
}

/** What the copy rests on, as its recipient may know it: that there is consent and until when, or which legal ground. */
export type DisclosedBasis = { by: 'CONSENT'; validTo: string } | { by: 'GROUND'; ground: string } | { by: 'FAMILY' };

/** What is sealed in `disclosure.content`, under the recipient's key. */
export interface DisclosedCopy extends DisclosedDocument {
  child: DisclosedChild;
  basis: DisclosedBasis;
}

/** A unit as a copy may name it. */
export type NamedUnit = Pick<CaseUnitView, 'name' | 'service'>;

/** Who gets a copy. Of a protected child a unit's copy is for people who are named. */
export type Recipient =
  { kind: 'UNIT'; unitId: string; readerIds?: string[] } | { kind: 'GUARDIAN'; guardianId: string } | { kind: 'CHILD' };

/** A version of something that can be handed out, and how it reads for each recipient. */
export interface DisclosableVersion {
  what: DisclosedKind;
  /** What it is a version of: the case, a meeting, a plan version, a follow-up. */
  sourceId: string;
  number: number;
  /**
   * The document for one recipient. `shielded`: it may name no place, school or unit from which one could tell where the
   * child or a guardian is; `unitWords` (disclosure.rules.ts) says how a unit is named then.
   */
  documentFor(recipient: Recipient, shielded: boolean): DisclosedDocument;
}
