import {
  closingFaults,
  followUpFaults,
  type ClosingAnswers,
  type ClosingFrame,
  type FollowUpAnswers,
} from './follow-up.rules.ts';

const plan = {
  goals: [
    { id: 'g1', text: 'I skolan fyra dagar.', term: 'SHORT' as const },
    { id: 'g2', text: 'Sova bättre.', term: 'LONG' as const },
  ],
  interventions: [{ id: 'i1', text: 'Samtal.' }],
};
const days = { confirmedOn: '2026-11-02', today: '2026-12-10' };

describe('a follow-up (domain reference 6.1, FOLLOW_UP_HELD)', () => {
  const answers: FollowUpAnswers = {
    heldOn: '2026-12-01',
    goals: [
      { goalId: 'g1', result: 'MET' },
      { goalId: 'g2', result: 'NOT_RELEVANT' },
    ],
    interventions: [{ interventionId: 'i1', result: 'DONE' }],
  };

  it.each<[string, Partial<FollowUpAnswers>, string[]]>([
    ['answers everything', {}, []],
    ['is held tomorrow', { heldOn: '2026-12-11' }, ['heldOn']],
    ['is held before the plan was confirmed', { heldOn: '2026-11-01' }, ['heldOn']],
    ['leaves a goal out', { goals: answers.goals.slice(1) }, ['goals.g1']],
    ['leaves the intervention out', { interventions: [] }, ['interventions.i1']],
    [
      'answers a goal that is not in the plan',
      { goals: [...answers.goals, { goalId: 'x', result: 'MET' }] },
      ['goals'],
    ],
    ['answers a goal twice', { goals: [...answers.goals, { goalId: 'g1', result: 'NOT' }] }, ['goals.g1']],
    [
      'does not say why an intervention was not done',
      { interventions: [{ interventionId: 'i1', result: 'NOT_DONE', why: ' ' }] },
      ['interventions.i1.why'],
    ],
    [
      'says why an intervention was not done',
      { interventions: [{ interventionId: 'i1', result: 'NOT_DONE', why: 'Lång kö.' }] },
      [],
    ],
  ])('%s', (_, change, fields) => {
    expect(followUpFaults(plan, { ...answers, ...change }, days).map(({ field }) => field)).toEqual(fields);
  });
});

describe('a closing (domain reference 6.1, CLOSED)', () => {
  const answers: ClosingAnswers = {
    reason: 'GOALS_MET',
    endedOn: '2026-12-10',
    withFamily: true,
    note: '',
    goals: [
      { goalId: 'g1', result: 'MET' },
      { goalId: 'g2', result: 'PARTLY' },
    ],
    leavesOpenInterventions: false,
  };
  const frame: ClosingFrame = {
    today: '2026-12-10',
    needOn: '2026-10-01',
    reasons: ['GOALS_MET', 'MOVED'],
    plan,
    openInterventions: 0,
  };

  it.each<[string, Partial<ClosingAnswers>, Partial<ClosingFrame>, string[]]>([
    ['has everything', {}, {}, []],
    ['has a reason that the agreement does not', { reason: 'TIRED' }, {}, ['reason']],
    ['is tomorrow', { endedOn: '2026-12-11' }, {}, ['endedOn']],
    ['is before the need', { endedOn: '2026-09-30' }, {}, ['endedOn']],
    ['is without the family and does not say why', { withFamily: false }, {}, ['note']],
    ['leaves a goal out', { goals: answers.goals.slice(0, 1) }, {}, ['goals.g2']],
    ['has no plan to answer', { goals: [] }, { plan: null }, []],
    ['does not see that interventions are open', {}, { openInterventions: 2 }, ['leavesOpenInterventions']],
    ['leaves open interventions knowingly', { leavesOpenInterventions: true }, { openInterventions: 2 }, []],
  ])('%s', (_, change, changedFrame, fields) => {
    const faults = closingFaults({ ...answers, ...change }, { ...frame, ...changedFrame });
    expect(faults.map(({ field }) => field)).toEqual(fields);
  });
});
