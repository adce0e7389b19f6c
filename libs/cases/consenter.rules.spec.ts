import fc from 'fast-check';
import { addDays } from '../platform/index.ts';
import {
  CHILD,
  covers,
  earliestAnswer,
  missingForDisclosure,
  missingForPlan,
  requiredConsenters,
  type ConsentException,
  type ConsentMatter,
  type Family,
  type RecordedConsent,
} from './consenter.rules.ts';

const PLAN = { purpose: 'PLAN' } as const;
const HEALTH = { purpose: 'DISCLOSURE', unit: 'bup', category: 'HEALTH' } as const;
const TODAY = '2026-11-22';
/** Somebody who is 13 today. */
const THIRTEEN = '2013-05-30';

const family = (change: Partial<Family> = {}): Family => ({
  policy: { variant: 'GUARDIANS_AND_CHILD_FROM', age: 12 },
  birthDate: THIRTEEN,
  guardians: ['a', 'b'].map((id) => ({ id, endedOn: null })),
  assessments: [],
  exceptions: [],
  ...change,
});

const assessed = (mature: boolean) => [{ assessedOn: '2026-01-15', mature }];

const prevented: ConsentException = {
  guardianId: 'b',
  kind: 'OTHER_GUARDIAN_PREVENTED',
  decidedOn: '2026-10-01',
  endedOn: null,
  scope: { plan: false, categories: [] },
};

let answers = 0;
const yes = (consenter: string, change: Partial<RecordedConsent> = {}): RecordedConsent => ({
  id: `answer ${++answers}`,
  purpose: 'PLAN',
  consenter,
  given: true,
  decidedOn: '2026-11-01',
  validTo: '2027-10-01',
  unitIds: [],
  categories: [],
  withdrawnOn: null,
  ...change,
});

const who = (change: Partial<Family>, matter: ConsentMatter = PLAN, day = TODAY) =>
  requiredConsenters(family(change), matter, day).consenters;

describe('who must consent', () => {
  it.each([
    ['GUARDIANS_ALWAYS', 12, [], ['a', 'b']],
    ['GUARDIANS_ALWAYS', 12, assessed(true), ['a', 'b']],
    ['GUARDIANS_AND_CHILD_FROM', 14, [], ['a', 'b']],
    ['GUARDIANS_AND_CHILD_FROM', 13, [], ['a', 'b', CHILD]],
    ['GUARDIANS_AND_CHILD_FROM', 13, assessed(true), ['a', 'b', CHILD]],
    ['GUARDIANS_AND_CHILD_FROM', 13, assessed(false), ['a', 'b']],
    ['MATURE_CHILD_ALONE_FROM', 14, assessed(true), ['a', 'b']],
    ['MATURE_CHILD_ALONE_FROM', 13, [], ['a', 'b', CHILD]],
    ['MATURE_CHILD_ALONE_FROM', 13, assessed(true), [CHILD]],
    ['MATURE_CHILD_ALONE_FROM', 13, assessed(false), ['a', 'b']],
  ] as const)('after %s from %i of somebody who is 13, assessed %j: %j', (variant, age, assessments, consenters) => {
    expect(who({ policy: { variant, age }, assessments })).toEqual(consenters);
  });

  it('at 18 the young adult alone, from midnight in Stockholm, whatever the policy', () => {
    const policy = { variant: 'GUARDIANS_ALWAYS', age: 12 } as const;
    const born = { birthDate: '2008-11-22', policy };
    expect(who(born, PLAN, '2026-11-21')).toEqual(['a', 'b']);
    expect(who(born, PLAN, '2026-11-22')).toEqual([CHILD]);
    const leap = { birthDate: '2008-02-29', policy };
    expect(who(leap, PLAN, '2026-02-28')).toEqual(['a', 'b']);
    expect(who(leap, PLAN, '2026-03-01')).toEqual([CHILD]);
  });

  it('a guardian until the day that they are one no more', () => {
    const guardians = [
      { id: 'a', endedOn: null },
      { id: 'b', endedOn: TODAY },
    ];
    expect(who({ guardians, assessments: assessed(false) })).toEqual(['a']);
    expect(who({ guardians, assessments: assessed(false) }, PLAN, '2026-11-21')).toEqual(['a', 'b']);
  });

  it('and when no guardian is registered that is missing', () => {
    const alone = family({ guardians: [] });
    expect(missingForPlan(alone, [yes(CHILD)], TODAY)).toEqual([{ consenter: null, reason: 'NO_GUARDIAN' }]);
    expect(missingForPlan({ ...alone, birthDate: '2008-01-01' }, [yes(CHILD)], TODAY)).toEqual([]);
  });
});

describe('6.2.6: both guardians consent', () => {
  const child = { assessments: assessed(false) };

  it('unless the other is prevented, while that lasts', () => {
    expect(who({ ...child, exceptions: [prevented] })).toEqual(['a']);
    expect(who({ ...child, exceptions: [prevented] }, PLAN, '2026-09-30')).toEqual(['a', 'b']);
    expect(who({ ...child, exceptions: [{ ...prevented, endedOn: TODAY }] })).toEqual(['a', 'b']);
  });

  it('or the social board has decided, in what the decision reaches and no further', () => {
    const decision: ConsentException = {
      ...prevented,
      kind: 'SOCIAL_BOARD_6_13A',
      scope: { plan: false, categories: ['HEALTH'] },
    };
    expect(who({ ...child, exceptions: [decision] }, HEALTH)).toEqual(['a']);
    expect(who({ ...child, exceptions: [decision] }, { ...HEALTH, category: 'SCHOOL' })).toEqual(['a', 'b']);
    expect(who({ ...child, exceptions: [decision] })).toEqual(['a', 'b']);
    expect(who({ ...child, exceptions: [{ ...decision, scope: { plan: true, categories: [] } }] })).toEqual(['a']);
  });

  it('and exceptions never leave the decision to nobody', () => {
    const both = ['a', 'b'].map((guardianId) => ({ ...prevented, guardianId }));
    expect(who({ ...child, exceptions: both })).toEqual(['a', 'b']);
  });
});

describe('what is missing', () => {
  const child = family({ assessments: assessed(false) });

  it('is said with its reason', () => {
    const all = [yes('a'), yes('b')];
    expect(missingForPlan(child, all, TODAY)).toEqual([]);
    const of = (answer: Partial<RecordedConsent>) =>
      missingForPlan(child, [yes('a', answer), yes('b')], TODAY)[0]?.reason;
    expect(missingForPlan(child, [yes('b')], TODAY)).toEqual([{ consenter: 'a', reason: 'NEVER_ASKED' }]);
    expect(of({ given: false, validTo: null })).toBe('REFUSED');
    expect(of({ withdrawnOn: TODAY })).toBe('WITHDRAWN');
    expect(of({ validTo: '2026-11-21' })).toBe('EXPIRED');
    expect(of({ validTo: TODAY })).toBeUndefined();
    expect(of({ purpose: 'DISCLOSURE' })).toBe('NEVER_ASKED');
  });

  it('is asked anew of the young adult: what was said before 18 counts no more', () => {
    const adult = family({ birthDate: '2008-11-22' });
    expect(missingForPlan(adult, [yes('a'), yes('b'), yes(CHILD)], TODAY)).toEqual([
      { consenter: CHILD, reason: 'TURNED_18' },
    ]);
    expect(missingForPlan(adult, [yes(CHILD, { decidedOn: TODAY })], TODAY)).toEqual([]);
  });

  it('a later answer counts before an earlier one, and a withdrawn one brings no earlier one back', () => {
    const [first, second] = [yes('a'), yes('a', { decidedOn: '2026-11-10' })];
    const no = yes('a', { decidedOn: '2026-11-15', given: false, validTo: null });
    const missing = (...given: RecordedConsent[]) => missingForPlan(child, [...given, yes('b')], TODAY);
    expect(missing(first, no)).toEqual([{ consenter: 'a', reason: 'REFUSED' }]);
    expect(missing(no, first)).toEqual([{ consenter: 'a', reason: 'REFUSED' }]);
    expect(missing(first, { ...second, withdrawnOn: TODAY })).toEqual([{ consenter: 'a', reason: 'WITHDRAWN' }]);
    expect(missing({ ...first, withdrawnOn: TODAY }, second)).toEqual([]);
    expect(earliestAnswer([first, { ...second, withdrawnOn: TODAY }], 'a', 'PLAN')).toBe(TODAY);
  });

  it('for disclosure: nothing while something may be told to somebody', () => {
    const told = { purpose: 'DISCLOSURE', unitIds: ['bup'], categories: ['HEALTH'] } as const;
    expect(missingForDisclosure(child, [], TODAY)).toHaveLength(2);
    expect(missingForDisclosure(child, [yes('a', told)], TODAY)).toEqual([{ consenter: 'b', reason: 'NEVER_ASKED' }]);
    expect(missingForDisclosure(child, [yes('a', told), yes('b', told)], TODAY)).toEqual([]);
    const elsewhere = { ...told, unitIds: ['school'] };
    expect(missingForDisclosure(child, [yes('a', told), yes('b', elsewhere)], TODAY)).toHaveLength(1);
  });
});

describe('in any family', () => {
  const day = fc.integer({ min: -400, max: 400 }).map((days) => addDays(TODAY, days));
  const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: null });
  const person = fc.constantFrom('a', 'b', 'c', CHILD);
  const anyFamily: fc.Arbitrary<Family> = fc.record({
    policy: fc.record({
      variant: fc.constantFrom('GUARDIANS_ALWAYS', 'GUARDIANS_AND_CHILD_FROM', 'MATURE_CHILD_ALONE_FROM'),
      age: fc.integer({ min: 0, max: 17 }),
    }),
    birthDate: fc.constantFrom('2020-03-01', THIRTEEN, '2009-01-01', '2008-11-22', '2008-02-29'),
    guardians: fc.uniqueArray(fc.record({ id: fc.constantFrom('a', 'b', 'c'), endedOn: maybe(day) }), {
      selector: ({ id }) => id,
      maxLength: 3,
    }),
    assessments: fc.array(fc.record({ assessedOn: day, mature: fc.boolean() }), { maxLength: 2 }),
    exceptions: fc.array(
      fc.record({
        guardianId: fc.constantFrom('a', 'b'),
        kind: fc.constantFrom('OTHER_GUARDIAN_PREVENTED', 'SOCIAL_BOARD_6_13A'),
        decidedOn: day,
        endedOn: maybe(day),
        scope: fc.record({ plan: fc.boolean(), categories: fc.subarray(['HEALTH', 'SCHOOL']) }),
      }),
      { maxLength: 2 },
    ),
  });
  const anyConsents: fc.Arbitrary<RecordedConsent[]> = fc.array(
    fc.record({
      id: fc.uuid(),
      purpose: fc.constantFrom('PLAN', 'DISCLOSURE'),
      consenter: person,
      given: fc.boolean(),
      decidedOn: day,
      validTo: maybe(day),
      unitIds: fc.subarray(['bup', 'school']),
      categories: fc.subarray(['HEALTH', 'SCHOOL']),
      withdrawnOn: maybe(day),
    }),
    { maxLength: 8 },
  );
  const anyMatter = fc.constantFrom<ConsentMatter[]>(PLAN, HEALTH, { ...HEALTH, category: 'SCHOOL', unit: 'school' });
  const carried = (coverage: ReturnType<typeof covers>) => 'consentIds' in coverage;

  it('nothing is covered while one required consenter lacks it, and every consent it rests on holds that day', () => {
    fc.assert(
      fc.property(anyFamily, anyConsents, anyMatter, day, (people, consents, matter, on) => {
        const coverage = covers(people, consents, matter, on);
        const { consenters, guardianMissing } = requiredConsenters(people, matter, on);
        if (!('consentIds' in coverage)) return;
        const rested = consents.filter(({ id }) => coverage.consentIds.includes(id));
        expect(guardianMissing).toBe(false);
        expect(rested.map(({ consenter }) => consenter).toSorted()).toEqual(consenters.toSorted());
        for (const { given, withdrawnOn, decidedOn, validTo, purpose, unitIds, categories } of rested) {
          expect([given, withdrawnOn, purpose]).toEqual([true, null, matter.purpose]);
          expect(decidedOn <= on && validTo !== null && on <= validTo).toBe(true);
          if (matter.purpose === 'DISCLOSURE')
            expect([unitIds, categories]).toEqual([
              expect.arrayContaining([matter.unit]),
              expect.arrayContaining([matter.category]),
            ]);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('withdrawing never covers more', () => {
    fc.assert(
      fc.property(anyFamily, anyConsents, fc.nat(7), anyMatter, day, (people, consents, which, matter, on) => {
        const withdrawn = consents.map((consent, i) => (i === which ? { ...consent, withdrawnOn: TODAY } : consent));
        if (carried(covers(people, withdrawn, matter, on)))
          expect(carried(covers(people, consents, matter, on))).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it('from 18 nothing that anybody else said changes anything', () => {
    fc.assert(
      fc.property(anyFamily, anyConsents, anyMatter, (people, consents, matter) => {
        const adult = { ...people, birthDate: '2008-11-22' };
        const own = consents.filter(({ consenter }) => consenter === CHILD);
        expect(covers(adult, consents, matter, TODAY)).toEqual(
          covers({ ...adult, guardians: [], exceptions: [] }, own, matter, TODAY),
        );
      }),
    );
  });
});
