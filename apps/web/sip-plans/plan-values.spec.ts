import type { PlanContent } from './plan.ts';
import { contentOf, newRowId, valuesOf } from './plan-values.ts';

const WHOLE: PlanContent = {
  childsWords: 'Jag vill ha lugnt.',
  guardiansWords: '',
  needs: [{ id: 'n1', text: 'Komma till skolan.' }],
  goals: [{ id: 'g1', text: 'Fyra dagar.', term: 'SHORT', needId: 'n1', targetState: 'En månad i rad.' }],
  interventions: [
    { id: 'i1', text: 'Samtal.', unitId: 'bup', goalId: 'g1', startOn: '2026-03-10', dueOn: '2026-06-01' },
  ],
  measuresByOthers: '',
  noMeasuresByOthers: true,
  lead: { unitId: 'social', person: 'Erik Lund' },
  followUpOn: '2026-06-03',
  followUpCalledByUnitId: 'social',
  familyAgrees: false,
  dissent: 'Pappa vill vänta.',
  childVersion: 'Vi hjälps åt.',
};

describe('a plan in its form', () => {
  it('is the same when it is sent as when it was read', () => {
    expect(contentOf(valuesOf(WHOLE))).toEqual(WHOLE);
    const empty = {
      ...WHOLE,
      goals: [{ id: 'g1', text: '', term: 'LONG' as const }],
      interventions: [{ id: 'i1', text: '' }],
      lead: {},
      noMeasuresByOthers: false,
    };
    const { familyAgrees: _, followUpOn: __, followUpCalledByUnitId: ___, dissent: ____, ...unanswered } = empty;
    expect(contentOf(valuesOf(unanswered))).toEqual(unanswered);
  });

  it('lets go of links to rows that are taken away, and has them again when they are put back', () => {
    const values = valuesOf(WHOLE);
    expect(contentOf({ ...values, needs: [], goals: [] }).interventions).toEqual([
      { id: 'i1', text: 'Samtal.', unitId: 'bup', startOn: '2026-03-10', dueOn: '2026-06-01' },
    ]);
    expect(contentOf({ ...values, needs: [] }).goals[0]).not.toHaveProperty('needId');
    expect(contentOf(values)).toEqual(WHOLE);
  });

  it('gives rows names of their own', () => {
    const ids = Array.from({ length: 500 }, newRowId);
    expect(new Set(ids).size).toBe(500);
    expect(ids.every((id) => /^[2-9a-z]{8}$/.test(id))).toBe(true);
  });
});
