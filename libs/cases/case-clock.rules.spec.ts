import { DEFAULT_AGREEMENT } from '../directory/index.ts';
import { clocksOf, isLate, nextDueOn, type ClockedCase } from './case-clock.rules.ts';

const { days } = DEFAULT_AGREEMENT.sip;
const need: ClockedCase = {
  kind: 'STATUTORY_SIP',
  state: 'NEED_IDENTIFIED',
  needOn: '2026-11-02',
  dischargeReadyOn: null,
  offeredOn: null,
  consentedOn: null,
  consentEndsOn: null,
  summonedOn: null,
  firstMeetingOn: null,
  planNumber: 0,
  followUpOn: null,
  endedOn: null,
};
const preparing: ClockedCase = { ...need, state: 'PREPARING', offeredOn: '2026-11-03', consentedOn: '2026-11-05' };
const active: ClockedCase = {
  ...preparing,
  state: 'PLAN_ACTIVE',
  firstMeetingOn: '2026-11-20',
  planNumber: 1,
  followUpOn: '2027-02-20',
};

describe('the clocks of a case', () => {
  it('D1: work starts within the agreement’s days from the need', () => {
    expect(nextDueOn(need, days)).toBe('2026-11-07');
    expect(clocksOf(preparing, days)[0]).toEqual({
      clock: 'START',
      from: '2026-11-02',
      dueOn: '2026-11-07',
      metOn: '2026-11-03',
    });
  });

  it('D2: the first meeting within three weeks from the consent, in calendar days', () => {
    expect(nextDueOn(preparing, days)).toBe('2026-11-26');
    expect(nextDueOn({ ...preparing, consentedOn: '2026-10-20' }, days)).toBe('2026-11-10');
  });

  it('D3: the follow-up on the day that the plan says', () => {
    expect(nextDueOn(active, days)).toBe('2027-02-20');
    expect(nextDueOn({ ...active, state: 'FOLLOW_UP_HELD' }, days)).toBeNull();
  });

  it('D4: at discharge the law’s three days to the summons take the place of the three weeks', () => {
    const discharge: ClockedCase = { ...preparing, kind: 'DISCHARGE_SIP', dischargeReadyOn: '2026-11-06' };
    expect(clocksOf(discharge, days).map(({ clock }) => clock)).toEqual(['START', 'DISCHARGE_SUMMONS']);
    expect(nextDueOn(discharge, days)).toBe('2026-11-09');
    expect(nextDueOn({ ...discharge, summonedOn: '2026-11-07' }, days)).toBeNull();
  });

  it('the plan is out within a week from the meeting', () => {
    const held: ClockedCase = { ...preparing, state: 'MEETING_HELD', firstMeetingOn: '2026-11-20' };
    expect(nextDueOn(held, days)).toBe('2026-11-27');
  });

  it('a consent is to be there anew when it runs out, and is late from the day after', () => {
    const consented: ClockedCase = { ...active, consentEndsOn: '2027-01-31' };
    const clock = { clock: 'CONSENT', from: '2026-11-05', dueOn: '2027-01-31', metOn: null } as const;
    expect(clocksOf(consented, days)).toContainEqual(clock);
    expect(nextDueOn(consented, days)).toBe('2027-01-31');
    expect(isLate(clock, '2027-01-31')).toBe(false);
    expect(isLate(clock, '2027-02-01')).toBe(true);
  });

  it('no consent runs out while the case waits for one, or when it has ended', () => {
    const ends = { consentEndsOn: '2027-01-31' };
    for (const state of ['CONSENT_PENDING', 'CONSENT_WITHDRAWN', 'CLOSED'] as const)
      expect(clocksOf({ ...active, ...ends, state }, days).map(({ clock }) => clock)).not.toContain('CONSENT');
  });

  it('stand still while a consent is withdrawn, and when the case has ended', () => {
    expect(nextDueOn({ ...preparing, state: 'CONSENT_WITHDRAWN' }, days)).toBeNull();
    expect(nextDueOn({ ...active, state: 'CLOSED', endedOn: '2026-12-01' }, days)).toBeNull();
  });

  it('are late from the day after', () => {
    const [start] = clocksOf(need, days);
    expect(isLate(start!, '2026-11-07')).toBe(false);
    expect(isLate(start!, '2026-11-08')).toBe(true);
    expect(isLate({ ...start!, metOn: '2026-11-07' }, '2026-12-01')).toBe(false);
    expect(isLate({ ...start!, metOn: '2026-11-09' }, '2026-12-01')).toBe(true);
  });
});
