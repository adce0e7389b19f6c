import { addDays } from '../platform/index.ts';
import type { SipDays } from '../directory/index.ts';
import { allows, isOpen, type CaseState } from './case-state.rules.ts';

/** The clocks of a case (domain reference 2.2: D1, D2, D3, D4 and the day the plan is to be out), and the consent that all of it rests on. */
export const CLOCKS = ['START', 'MEETING', 'DISCHARGE_SUMMONS', 'PLAN_SENT', 'FOLLOW_UP', 'CONSENT'] as const;

export type ClockName = (typeof CLOCKS)[number];

/** What the clocks are read from: local dates, YYYY-MM-DD. */
export interface ClockedCase {
  kind: 'STATUTORY_SIP' | 'AGREEMENT_SIP' | 'DISCHARGE_SIP';
  state: CaseState;
  needOn: string;
  dischargeReadyOn: string | null;
  offeredOn: string | null;
  consentedOn: string | null;
  /** The last day that nobody's consent to the plan is missing; null until everybody has consented. */
  consentEndsOn: string | null;
  summonedOn: string | null;
  firstMeetingOn: string | null;
  planNumber: number;
  followUpOn: string | null;
  endedOn: string | null;
}

/** One deadline: runs from a day, is due on a day, and stands still from the day it was met. */
export interface RunningClock {
  clock: ClockName;
  from: string;
  dueOn: string;
  metOn: string | null;
}

/**
 * Which clocks a case has had and has. A withdrawn consent stops the meeting's clock; the renewed one starts it anew.
 * The meeting of a discharge is not bound by the agreement's days but by the law's days for the summons.
 */
export function clocksOf(sip: ClockedCase, days: SipDays): RunningClock[] {
  const clocks: RunningClock[] = [];
  const run = (clock: ClockName, from: string | null, length: number, metOn: string | null) => {
    if (from) clocks.push({ clock, from, dueOn: addDays(from, length), metOn });
  };
  run('START', sip.needOn, days.start, sip.offeredOn ?? sip.endedOn);
  if (sip.kind === 'DISCHARGE_SIP')
    run('DISCHARGE_SUMMONS', sip.dischargeReadyOn, days.dischargeSummons, sip.summonedOn);
  else run('MEETING', sip.consentedOn, days.meeting, sip.firstMeetingOn);
  if (sip.planNumber === 0) run('PLAN_SENT', sip.firstMeetingOn, days.planSent, null);
  if (sip.planNumber > 0 && sip.followUpOn && sip.state !== 'FOLLOW_UP_HELD') {
    clocks.push({
      clock: 'FOLLOW_UP',
      from: addDays(sip.followUpOn, -days.followUpReminder),
      dueOn: sip.followUpOn,
      metOn: null,
    });
  }
  if (sip.consentedOn && sip.consentEndsOn && allows(sip.state, 'withdraw-consent')) {
    clocks.push({ clock: 'CONSENT', from: sip.consentedOn, dueOn: sip.consentEndsOn, metOn: null });
  }
  return isOpen(sip.state) ? clocks : clocks.filter(({ metOn }) => metOn !== null);
}

/** The next day something is due, or null. A case whose consent is withdrawn waits for the family, and no clock presses them. */
export function nextDueOn(sip: ClockedCase, days: SipDays): string | null {
  if (!isOpen(sip.state) || sip.state === 'CONSENT_WITHDRAWN') return null;
  const open = clocksOf(sip, days).filter(({ metOn }) => metOn === null);
  return open.map(({ dueOn }) => dueOn).sort()[0] ?? null;
}

/** A clock is late from the day after it was due. */
export const isLate = ({ dueOn, metOn }: RunningClock, today: string): boolean => (metOn ?? today) > dueOn;
