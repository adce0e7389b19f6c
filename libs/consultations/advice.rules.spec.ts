import { DEFAULT_AGREEMENT } from '../directory/index.ts';
import { conclusionFaults, draftFaults, type Advice } from './advice.rules.ts';

const HELD_ON = '2026-03-05';
const WHOLE: Advice = { advice: 'Kalla till ett möte.', outcomes: ['ADVICE_ONLY'], referrals: [], followUpOn: null };

const drafted = (changed: Partial<Advice>): string[] =>
  draftFaults({ ...WHOLE, ...changed }, DEFAULT_AGREEMENT, HELD_ON).map(({ field }) => field);
const concluded = (changed: Partial<Advice>): string[] =>
  conclusionFaults({ ...WHOLE, ...changed }, DEFAULT_AGREEMENT, HELD_ON).map(({ field }) => field);

describe('advice that is being written', () => {
  it('may be empty', () => {
    expect(drafted({ advice: '', outcomes: [] })).toEqual([]);
  });

  it.each<[Partial<Advice>, string]>([
    [{ outcomes: ['GONE'] }, 'outcomes'],
    [{ referrals: ['GONE'] }, 'referrals'],
    [{ followUpOn: HELD_ON }, 'followUpOn'],
    [{ followUpOn: '2025-12-31' }, 'followUpOn'],
  ])('is never right with %j', (changed, field) => {
    expect(drafted(changed)).toEqual([field]);
    expect(concluded({ outcomes: ['RECOMMEND_REFERRAL'], referrals: ['CHILD_PSYCHIATRY'], ...changed })).toContain(
      field,
    );
  });
});

describe('an answer', () => {
  it('has advice and an outcome, and may be followed up the day after', () => {
    expect(concluded({})).toEqual([]);
    expect(concluded({ followUpOn: '2026-03-06' })).toEqual([]);
  });

  it('may have several outcomes', () => {
    expect(concluded({ outcomes: ['RECOMMEND_SIP', 'RECOMMEND_REFERRAL'], referrals: ['FIRST_LINE'] })).toEqual([]);
  });

  it.each<[Partial<Advice>, string]>([
    [{ advice: ' \t' }, 'advice'],
    [{ outcomes: [] }, 'outcomes'],
    [{ outcomes: ['RECOMMEND_REFERRAL'] }, 'referrals'],
    [{ referrals: ['FIRST_LINE'] }, 'referrals'],
  ])('lacks something with %j', (changed, field) => {
    expect(concluded(changed)).toEqual([field]);
  });
});
