import type { Consents } from './consent.ts';
import { exclusionsOf, lackWords, missingPeople } from './consent-words.ts';

const robin = { consenter: 'GUARDIAN', guardianId: 'a', name: 'Robin' } as const;

describe('what is missing, in words', () => {
  it('is said person by person, the plan and disclosure each with its reason', () => {
    const consents = {
      missingForPlan: [{ ...robin, reason: 'REFUSED' }],
      missingForDisclosure: [
        { ...robin, reason: 'NEVER_ASKED' },
        { consenter: 'CHILD', name: 'Alva', reason: 'EXPIRED' },
      ],
    } as Consents;
    expect(missingPeople(consents)).toEqual([
      {
        who: 'a',
        name: 'Robin',
        purposes: ['PLAN', 'DISCLOSURE'],
        words: 'planen (sa nej), utlämnande (inte tillfrågad)',
      },
      { who: 'CHILD', name: 'Alva', purposes: ['DISCLOSURE'], words: 'utlämnande (gäller inte längre)' },
    ]);
  });

  it('says when no guardian is registered, and when the plan is what lacks consent', () => {
    const nobody = { missingForPlan: [{ consenter: 'GUARDIAN', reason: 'NO_GUARDIAN' }], missingForDisclosure: [] };
    expect(missingPeople(nobody as unknown as Consents)).toMatchObject([{ who: '', name: 'Vårdnadshavare' }]);
    expect(lackWords([{ ...robin, reason: 'WITHDRAWN' }])).toBe('Robin (återkallat)');
    expect(lackWords([])).toBe('samtycket till planen är inte komplett');
  });
});

describe('what somebody has left out', () => {
  it("stands on that person's paper and on nobody else's, while the answer holds", () => {
    const consents = [
      { ...robin, standing: 'HOLDS', exclusions: 'Min hälsa.' },
      { ...robin, standing: 'WITHDRAWN', exclusions: 'Mitt arbete.' },
      { consenter: 'GUARDIAN', guardianId: 'b', standing: 'HOLDS', exclusions: 'Var jag bor.' },
      { consenter: 'CHILD', standing: 'HOLDS' },
    ] as const;
    expect(exclusionsOf(robin, [...consents])).toEqual(['Min hälsa.']);
    expect(exclusionsOf({ consenter: 'CHILD' }, [...consents])).toEqual([]);
  });
});
