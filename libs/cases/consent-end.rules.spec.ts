import fc from 'fast-check';
import { turnsOn } from '../children/index.ts';
import { addDays } from '../platform/index.ts';
import { planConsentEnd, planConsentOn } from './consent-end.rules.ts';
import { CHILD, missingForPlan, type Family, type RecordedConsent } from './consenter.rules.ts';

const TODAY = '2026-11-22';

const family = (change: Partial<Family> = {}): Family => ({
  policy: { variant: 'GUARDIANS_AND_CHILD_FROM', age: 12 },
  birthDate: '2013-05-30',
  guardians: [{ id: 'a', endedOn: null }],
  assessments: [],
  exceptions: [],
  ...change,
});
const yes = (consenter: string, validTo: string, change: Partial<RecordedConsent> = {}): RecordedConsent => ({
  id: consenter,
  purpose: 'PLAN',
  consenter,
  given: true,
  decidedOn: '2026-11-01',
  validTo,
  unitIds: [],
  categories: [],
  withdrawnOn: null,
  ...change,
});
const both = [yes('a', '2027-03-31'), yes(CHILD, '2027-10-01')];

describe('until when a plan is consented to', () => {
  const ended = {
    guardians: [
      { id: 'a', endedOn: TODAY },
      { id: 'b', endedOn: null },
    ],
  };
  const joined = { guardians: ['a', 'b'].map((id) => ({ id, endedOn: null })) };

  it.each<[string, string, Partial<Family>, RecordedConsent[]]>([
    ['the first yes that runs out', '2027-03-31', {}, both],
    ['yesterday, when a guardian has come who was never asked', '2026-11-21', joined, both],
    ['the day before the 18th birthday', '2027-01-14', { birthDate: '2009-01-15' }, both],
    ['the day before the child is to be asked itself', '2026-12-23', { birthDate: '2014-12-24' }, [both[0]!]],
    ['the last day of those who still are guardians', '2027-05-01', ended, [...both, yes('b', '2027-05-01')]],
  ])('%s: %s', (_, end, change, consents) => {
    expect(planConsentEnd(family(change), consents, TODAY)).toBe(end);
  });

  it('says nothing before everybody has consented', () => {
    expect(planConsentOn(null, TODAY)).toEqual({});
  });

  const past = fc.integer({ min: 0, max: 400 }).map((days) => addDays(TODAY, -days));
  const answer = fc
    .record({
      consenter: fc.constantFrom(CHILD, 'a', 'b'),
      decidedOn: past,
      length: fc.integer({ min: 0, max: 365 }),
      given: fc.boolean(),
      withdrawn: fc.boolean(),
    })
    .map(({ consenter, decidedOn, length, given, withdrawn }) =>
      yes(consenter, addDays(decidedOn, length), {
        decidedOn,
        given,
        ...(!given && { validTo: null }),
        ...(given && withdrawn && length % 4 === 0 && { withdrawnOn: TODAY }),
      }),
    );
  const people = fc.record({
    policy: fc.record({
      variant: fc.constantFrom('GUARDIANS_ALWAYS', 'GUARDIANS_AND_CHILD_FROM', 'MATURE_CHILD_ALONE_FROM'),
      age: fc.integer({ min: 12, max: 16 }),
    }),
    // Somebody who within a year reaches an age that a policy may have, or 18.
    birthDate: fc.oneof(
      fc.tuple(fc.integer({ min: 10, max: 18 }), fc.integer({ min: 0, max: 300 })).map(([age, days]) => {
        const birthday = addDays(TODAY, days);
        return `${Number(birthday.slice(0, 4)) - age}${birthday.slice(4)}`;
      }),
      fc.constantFrom('2008-02-29', '2012-02-29'),
    ),
    guardians: fc
      .subarray(['a', 'b'])
      .chain((ids) =>
        fc.tuple(...ids.map((id) => fc.record({ id: fc.constant(id), endedOn: fc.constantFrom(null, null, TODAY) }))),
      ),
    assessments: fc.array(fc.record({ assessedOn: past, mature: fc.boolean() }), { maxLength: 2 }),
    exceptions: fc.array(
      fc.record({
        guardianId: fc.constantFrom('a', 'b'),
        kind: fc.constantFrom('OTHER_GUARDIAN_PREVENTED' as const, 'SOCIAL_BOARD_6_13A' as const),
        decidedOn: past,
        endedOn: fc.constantFrom(null, TODAY),
        scope: fc.record({ plan: fc.boolean(), categories: fc.constant([]) }),
      }),
      { maxLength: 2 },
    ),
  }) as fc.Arbitrary<Family>;
  const everybody = ['a', 'b', CHILD].map((consenter, i) =>
    yes(consenter, addDays(TODAY, 100 + 80 * i), { decidedOn: addDays(TODAY, -100) }),
  );
  const days = Array.from({ length: 60 }, (_, i) => addDays(TODAY, i * 13));

  it('is what the rules of consent say on every day after: the list and the page cannot disagree', () => {
    fc.assert(
      fc.property(people, fc.subarray(everybody), fc.array(answer, { maxLength: 3 }), (around, agreed, changes) => {
        const consents = [...agreed, ...changes];
        const end = planConsentEnd(around, consents, TODAY);
        const aloneFrom = turnsOn(around.birthDate, around.policy.age);
        for (const day of [...days, end, addDays(end, 1)].filter((each) => each >= TODAY)) {
          // What has run out is not waited for to hold again by itself.
          if (day > end && day >= aloneFrom && around.policy.variant === 'MATURE_CHILD_ALONE_FROM') continue;
          const holds = missingForPlan(around, consents, day).length === 0;
          expect([day, planConsentOn(end, day)]).toEqual([day, { planConsent: holds ? 'HOLDS' : 'MISSING' }]);
        }
      }),
      { numRuns: 1000 },
    );
  });
});
