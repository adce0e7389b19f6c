import type { CaseState, SipCase } from './case.ts';
import { childWords, clockName, clockWords, consentWords, nextStepOf, nextStepOn, pathOf } from './case-words.ts';

const NOW = new Date('2026-11-22T10:00:00Z');

const NEXT: Record<CaseState, string | undefined> = {
  NEED_IDENTIFIED: 'Erbjud familjen SIP',
  OFFERED: 'Skriv familjens svar',
  DECLINED_BY_FAMILY: undefined,
  DENIED_BY_SERVICE: undefined,
  CONSENT_PENDING: 'Hämta samtycke',
  PREPARING: 'Kalla till möte',
  SUMMONED: 'Håll mötet',
  MEETING_HELD: 'Skriv planen',
  PLAN_DRAFT: 'Skriv klart planen',
  PLAN_ACTIVE: 'Följ upp planen',
  FOLLOW_UP_DUE: 'Följ upp planen',
  FOLLOW_UP_HELD: 'Skriv den nya planen',
  CONSENT_WITHDRAWN: 'Fråga om nytt samtycke',
  TRANSITION: 'Förbered övergången',
  CLOSED: undefined,
};

describe("a case in the coordinator's words", () => {
  it.each(Object.entries(NEXT) as [CaseState, string | undefined][])('in %s, says what is next: %s', (state, verb) => {
    expect(nextStepOf({ id: 'x', state })?.verb).toBe(verb);
  });

  it('leads to the part of the page where the next step is taken', () => {
    expect(nextStepOf({ id: 'x', state: 'CONSENT_PENDING' })?.to).toBe('/arenden/x?del=samtycken');
    expect(nextStepOf({ id: 'x', state: 'PLAN_DRAFT' })?.to).toBe('/arenden/x/plan');
    expect(pathOf('x')).toBe('/arenden/x');
  });

  it('says how a deadline stands, late in words', () => {
    expect(clockWords({ dueOn: '2026-11-19', late: true }, NOW)).toBe('för sent, skulle varit klart 3 dagar sen');
    expect(clockWords({ dueOn: '2026-11-26', late: false }, NOW)).toBe('om 4 dagar');
    expect(clockWords({ dueOn: '2026-11-19', metOn: '2026-11-18', late: false }, NOW)).toBe('i tid');
    expect(clockWords({ dueOn: '2026-11-19', metOn: '2026-11-20', late: true }, NOW)).toBe('för sent');
  });

  it('says what a deadline is about, and what was done once it is met', () => {
    expect(clockName({ clock: 'MEETING' })).toBe('Första mötet ska hållas');
    expect(clockName({ clock: 'MEETING', metOn: '2026-11-18' })).toBe('Första mötet hölls');
  });

  it('asks for consent first when what there was has lapsed', () => {
    const sipCase = { id: 'c1', state: 'TRANSITION', consentedOn: '2026-11-01', planConsent: 'MISSING' } as SipCase;
    expect(nextStepOn(sipCase)).toEqual({ verb: 'Hämta samtycke', to: '/arenden/c1?del=samtycken', part: 'samtycken' });
    expect(nextStepOn({ ...sipCase, planConsent: 'HOLDS' })?.verb).toBe('Förbered övergången');
    expect(nextStepOn({ ...sipCase, state: 'CONSENT_WITHDRAWN' })?.verb).toBe('Fråga om nytt samtycke');
  });

  it('says where consent stands', () => {
    const consentedOn = '2026-11-01';
    expect(consentWords({ state: 'NEED_IDENTIFIED', planConsent: 'MISSING' })).toBe('Inte frågat än');
    expect(consentWords({ state: 'CONSENT_PENDING', consentedOn, planConsent: 'MISSING' })).toBe('Saknas');
    expect(consentWords({ state: 'PREPARING', consentedOn, planConsent: 'HOLDS' })).toBe('Finns');
    expect(consentWords({ state: 'TRANSITION', consentedOn, planConsent: 'MISSING' })).toBe('Saknas');
    expect(consentWords({ state: 'CONSENT_WITHDRAWN', consentedOn, planConsent: 'MISSING' })).toBe('Återkallat');
  });

  it('names a child by initials and age, and a protected one not at all', () => {
    expect(childWords({ guarded: false, initials: 'AT', age: 13 })).toBe('AT, 13 år');
    expect(childWords({ guarded: true })).toBe('Skyddade personuppgifter');
  });
});
