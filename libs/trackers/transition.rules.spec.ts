import fc from 'fast-check';
import { adultFrom } from '../children/index.ts';
import { DEFAULT_AGREEMENT } from '../directory/index.ts';
import { addDays } from '../platform/index.ts';
import { bornBy, isReady, missingIn, phaseOn, transitionDays } from './transition.rules.ts';

const rules = DEFAULT_AGREEMENT.sip;
const dates = fc.integer({ min: 0, max: 365 * 40 }).map((days) => addDays('1995-01-01', days));

describe('the way to 18', () => {
  it('begins six calendar months before the birthday, and is late thirty days before', () => {
    expect(transitionDays('2009-01-22', rules)).toEqual({
      beginsOn: '2026-07-22',
      alarmOn: '2026-12-23',
      adultOn: '2027-01-22',
    });
    expect(transitionDays('2008-08-31', rules).beginsOn).toBe('2026-02-28');
    expect(transitionDays('2008-08-31', { ...rules, ages: { ...rules.ages, transitionMonths: 12 } }).beginsOn).toBe(
      '2025-08-31',
    );
  });

  it('of someone born on 29 February ends on 1 March', () => {
    expect(transitionDays('2008-02-29', rules)).toMatchObject({ beginsOn: '2025-09-01', adultOn: '2026-03-01' });
  });

  it('says what it is time for, and alarms only while nobody takes over', () => {
    const days = transitionDays('2009-01-22', rules);
    const phases = ['2026-07-21', '2026-07-22', '2026-12-22', '2026-12-23', '2027-01-21', '2027-01-22'];
    expect(phases.map((day) => phaseOn(day, days, false))).toEqual([
      'NOT_YET',
      'TIME_TO_PLAN',
      'TIME_TO_PLAN',
      'ALARM',
      'ALARM',
      'OF_AGE',
    ]);
    expect(phaseOn('2026-12-23', days, true)).toBe('TIME_TO_PLAN');
  });

  it('is ready with a receiver, a day for the handover and an informed young adult, and says what is missing', () => {
    const whole = { hasReceiver: true, handoverOn: '2026-12-01', informedOn: '2026-11-01' };
    expect([isReady(whole), missingIn(whole)]).toEqual([true, []]);
    const without = [
      { ...whole, hasReceiver: false },
      { ...whole, handoverOn: null },
      { ...whole, informedOn: null },
    ];
    expect(without.map((each) => [isReady(each), missingIn(each).map(({ field }) => field)])).toEqual([
      [false, ['receiverUnitIds']],
      [false, ['handoverOn']],
      [false, ['informedOn']],
    ]);
  });

  it('finds exactly those who are of age by their birth date', () => {
    fc.assert(
      fc.property(dates, fc.integer({ min: -40, max: 40 }), (birthDate, away) => {
        const day = addDays(adultFrom(birthDate), away);
        expect(birthDate <= bornBy(day)).toBe(adultFrom(birthDate) <= day);
      }),
    );
  });
});
