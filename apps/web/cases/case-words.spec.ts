import { CASE_STATES } from '../../../libs/cases/case-state.rules.ts';
import type { CaseRow, CaseState, SipCase } from './case.ts';
import {
  childWords,
  consentLackOn,
  endsConsent,
  clockName,
  clockWords,
  consentWords,
  mayEndHere,
  nextStepOf,
  pathOf,
} from './case-words.ts';

const NOW = new Date('2026-11-22T10:00:00Z');

type Ahead = Pick<CaseRow, 'meetingPlanned' | 'endingDecided'>;

/** Each state, with what it does not say itself: the verb while consent holds, and when it has lapsed. */
const NEXT: [CaseState, Ahead, string | undefined, string | undefined][] = [
  ['NEED_IDENTIFIED', {}, 'Erbjud familjen SIP', undefined],
  ['OFFERED', {}, 'Skriv familjens svar', undefined],
  ['DECLINED_BY_FAMILY', {}, undefined, undefined],
  ['DENIED_BY_SERVICE', {}, undefined, undefined],
  ['CONSENT_PENDING', {}, 'Hämta samtycke', 'Hämta samtycke'],
  ['PREPARING', { meetingPlanned: false }, 'Kalla till möte', 'Hämta samtycke'],
  ['PREPARING', { meetingPlanned: true }, 'Ställ in det gamla mötet', 'Hämta samtycke'],
  ['SUMMONED', { meetingPlanned: true }, 'Håll mötet', 'Hämta samtycke'],
  ['SUMMONED', { meetingPlanned: false }, 'Kalla till ett nytt möte', 'Hämta samtycke'],
  ['MEETING_HELD', {}, 'Skriv planen', 'Hämta samtycke'],
  ['PLAN_DRAFT', {}, 'Skriv klart planen', 'Hämta samtycke'],
  ['PLAN_ACTIVE', {}, 'Följ upp planen', 'Hämta samtycke'],
  ['FOLLOW_UP_DUE', {}, 'Följ upp planen', 'Hämta samtycke'],
  ['FOLLOW_UP_HELD', { endingDecided: false }, 'Skriv den nya planen', 'Hämta samtycke'],
  ['FOLLOW_UP_HELD', { endingDecided: true }, 'Avsluta ärendet', 'Avsluta ärendet'],
  ['CONSENT_WITHDRAWN', {}, 'Fråga om nytt samtycke', 'Fråga om nytt samtycke'],
  ['TRANSITION', {}, 'Förbered övergången', 'Hämta samtycke'],
  ['CLOSED', {}, undefined, undefined],
];

describe("a case in the coordinator's words", () => {
  it.each(NEXT)('in %s %j, says what is next: %s, and without consent: %s', (state, ahead, verb, lapsed) => {
    const sipCase = { id: 'x', state, ...ahead, planConsent: 'HOLDS' } as const;
    expect(nextStepOf(sipCase)?.verb).toBe(verb);
    if (lapsed) expect(nextStepOf({ ...sipCase, planConsent: 'MISSING' })?.verb).toBe(lapsed);
  });

  it('says it of every state', () => {
    expect([...new Set(NEXT.map(([state]) => state))].toSorted()).toEqual(CASE_STATES.toSorted());
  });

  it('leads to the part of the page where the next step is taken', () => {
    expect(nextStepOf({ id: 'x', state: 'CONSENT_PENDING' })?.to).toBe('/arenden/x?del=samtycken');
    expect(nextStepOf({ id: 'x', state: 'PLAN_DRAFT' })?.to).toBe('/arenden/x/plan');
    expect(nextStepOf({ id: 'x', state: 'FOLLOW_UP_HELD', endingDecided: true })?.to).toBe('/arenden/x/avslut');
    expect(pathOf('x')).toBe('/arenden/x');
  });

  it('says of the next day to keep whether it is the last of the consent', () => {
    expect(endsConsent({ nextDueOn: '2026-12-01', consentEndsOn: '2026-12-01' })).toBe(true);
    expect(endsConsent({ nextDueOn: '2026-11-30', consentEndsOn: '2026-12-01' })).toBe(false);
    expect(endsConsent({})).toBe(false);
  });

  it('says what a meeting lacks of consent on its day', () => {
    const holds = { planConsent: 'HOLDS', consentEndsOn: '2026-12-01' } as const;
    expect(consentLackOn(holds, '2026-12-01')).toBeUndefined();
    expect(consentLackOn(holds, '2026-12-02')).toBe('Samtycket går ut före mötet');
    expect(consentLackOn({ ...holds, planConsent: 'MISSING' }, '2026-12-01')).toBe('Samtycke saknas');
    expect(consentLackOn({}, '2026-12-01')).toBeUndefined();
  });

  it('says how a deadline stands, late in words', () => {
    expect(clockWords({ dueOn: '2026-11-19', late: true }, NOW)).toBe(
      'för sent, skulle varit klart för 3\u00a0dagar sedan',
    );
    expect(clockWords({ dueOn: '2026-11-26', late: false }, NOW)).toBe('om 4\u00a0dagar');
    expect(clockWords({ dueOn: '2026-11-19', metOn: '2026-11-18', late: false }, NOW)).toBe('i tid');
    expect(clockWords({ dueOn: '2026-11-19', metOn: '2026-11-20', late: true }, NOW)).toBe('för sent');
  });

  it('says what a deadline is about, and what was done once it is met', () => {
    expect(clockName({ clock: 'MEETING' })).toBe('Första mötet ska hållas');
    expect(clockName({ clock: 'MEETING', metOn: '2026-11-18' })).toBe('Första mötet hölls');
  });

  it('offers to end a case when no plan waits to be followed up, and once', () => {
    const endable = (state: CaseState, steps: SipCase['steps'], ahead: Ahead = {}) =>
      mayEndHere({ id: 'x', state, planConsent: 'HOLDS', steps, ...ahead });
    expect(endable('PREPARING', ['close'])).toBe(true);
    expect(endable('PLAN_ACTIVE', ['hold-follow-up', 'close'])).toBe(false);
    expect(endable('CONSENT_WITHDRAWN', ['close'])).toBe(true);
    expect(endable('FOLLOW_UP_HELD', ['close'])).toBe(true);
    expect(endable('FOLLOW_UP_HELD', ['close'], { endingDecided: true })).toBe(false);
    expect(endable('CLOSED', [])).toBe(false);
  });

  it('says where consent stands', () => {
    expect(consentWords({ state: 'NEED_IDENTIFIED' })).toBe('Inte frågat än');
    expect(consentWords({ state: 'CONSENT_PENDING' })).toBe('Saknas');
    expect(consentWords({ state: 'PREPARING', planConsent: 'HOLDS' })).toBe('Finns');
    expect(consentWords({ state: 'TRANSITION', planConsent: 'MISSING' })).toBe('Saknas');
    expect(consentWords({ state: 'CONSENT_WITHDRAWN', planConsent: 'MISSING' })).toBe('Återkallat');
  });

  it('names a child by initials and age, and a protected one not at all', () => {
    expect(childWords({ guarded: false, initials: 'AT', age: 13 })).toBe('AT, 13\u00a0år');
    expect(childWords({ guarded: true })).toBe('Skyddade personuppgifter');
  });
});
