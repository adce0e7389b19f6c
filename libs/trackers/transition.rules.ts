import { Temporal } from 'temporal-polyfill';
import { adultFrom } from '../children/index.ts';
import type { SipRules } from '../directory/index.ts';
import { addDays, faultIf, type FieldFault } from '../platform/index.ts';

export const TRANSITION_STATES = ['PLANNED', 'READY', 'DONE'] as const;
export type TransitionState = (typeof TRANSITION_STATES)[number];

/** Where the way to 18 stands today: nothing to do yet, time to plan, late without a receiver, or of age. */
export const TRANSITION_PHASES = ['NOT_YET', 'TIME_TO_PLAN', 'ALARM', 'OF_AGE'] as const;
export type TransitionPhase = (typeof TRANSITION_PHASES)[number];

/** The days that a transition goes by, local dates. */
export interface TransitionDays {
  /** From when it is planned: the agreement's months before the 18th birthday, calendar months (domain reference 4.3, our convention). */
  beginsOn: string;
  /** From when it is late to have no receiver. */
  alarmOn: string;
  /** The 18th birthday: from local midnight the child is of age. */
  adultOn: string;
}

/** What is known of who takes over, and how. */
export interface Handover {
  hasReceiver: boolean;
  handoverOn: string | null;
  informedOn: string | null;
}

export function transitionDays(birthDate: string, { ages, days }: Pick<SipRules, 'ages' | 'days'>): TransitionDays {
  const adultOn = adultFrom(birthDate);
  return {
    // 31 August less six months is the last of February.
    beginsOn: Temporal.PlainDate.from(adultOn).subtract({ months: ages.transitionMonths }).toString(),
    alarmOn: addDays(adultOn, -days.transitionAlarm),
    adultOn,
  };
}

export function phaseOn(
  today: string,
  { beginsOn, alarmOn, adultOn }: TransitionDays,
  hasReceiver: boolean,
): TransitionPhase {
  if (today >= adultOn) return 'OF_AGE';
  if (today >= alarmOn && !hasReceiver) return 'ALARM';
  return today >= beginsOn ? 'TIME_TO_PLAN' : 'NOT_YET';
}

/** Ready when somebody takes over, the handover meeting has its day and the young adult knows. */
export const isReady = ({ hasReceiver, handoverOn, informedOn }: Handover): boolean =>
  hasReceiver && handoverOn !== null && informedOn !== null;

/** What a transition lacks before it can be done, as the fields to fill in. */
export function missingIn({ hasReceiver, handoverOn, informedOn }: Handover): FieldFault[] {
  return [
    ...faultIf(!hasReceiver, 'receiverUnitIds', 'Välj eller skriv vem som tar emot.'),
    ...faultIf(!handoverOn, 'handoverOn', 'Skriv när överlämningsmötet hålls.'),
    ...faultIf(!informedOn, 'informedOn', 'Skriv när den unga fick veta vad som ändras vid 18.'),
  ];
}

/** The latest birth date of those who are of age on a day (`adultFrom(birthDate) <= day`). */
export const bornBy = (day: string): string => Temporal.PlainDate.from(day).subtract({ years: 18 }).toString();
