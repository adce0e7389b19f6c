import fc from 'fast-check';
import type { PlanContent } from './plan.dto.ts';
import { changesBetween, wordsBetween } from './plan-change.rules.ts';
import { rowsOf } from './plan-words.rules.ts';
import { EMPTY_PLAN } from './plan.rules.ts';

const NAMES = new Map([
  ['bup', { name: 'BUP Almby', principal: 'Regionen' }],
  ['school', { name: 'Almbyskolan', principal: 'Almby kommun' }],
]);
const BEFORE: PlanContent = {
  ...EMPTY_PLAN,
  needs: [{ id: 'n1', text: 'Komma till skolan.' }],
  goals: [{ id: 'g1', text: 'I skolan tre dagar i veckan.', term: 'SHORT' }],
  interventions: [
    { id: 'i1', text: 'Samtal varje vecka.', unitId: 'bup', dueOn: '2026-06-01' },
    { id: 'i2', text: 'Läxhjälp.', unitId: 'school', startOn: '2026-03-10' },
  ],
  noMeasuresByOthers: true,
};
const changes = (after: Partial<PlanContent>) =>
  changesBetween(rowsOf(BEFORE, NAMES), rowsOf({ ...BEFORE, ...after }, NAMES));

describe('what changed from one plan to the next', () => {
  it('is nothing when nothing did', () => {
    expect(changes({})).toEqual([]);
  });

  it('is told word by word', () => {
    expect(changes({ goals: [{ id: 'g1', text: 'I skolan fyra dagar i veckan.', term: 'SHORT' }] })).toEqual([
      {
        part: 'GOAL',
        change: 'CHANGED',
        words: [
          { change: 'SAME', text: 'I skolan ' },
          { change: 'REMOVED', text: 'tre ' },
          { change: 'ADDED', text: 'fyra ' },
          { change: 'SAME', text: 'dagar i veckan.' },
        ],
        lines: [],
      },
    ]);
  });

  it('does not tell of a goal again at each intervention that leads to it', () => {
    const before = { ...BEFORE, interventions: [{ ...BEFORE.interventions[0]!, goalId: 'g1' }] };
    const goals = [{ id: 'g1', text: 'Något annat.', term: 'SHORT' as const }];
    const told = changesBetween(rowsOf(before, NAMES), rowsOf({ ...before, goals }, NAMES));
    expect(told.map(({ part }) => part)).toEqual(['GOAL']);
  });

  it('says who answers now and by which day, under the intervention it is about', () => {
    const interventions = [
      { ...BEFORE.interventions[0]!, unitId: 'school', dueOn: '2026-07-01' },
      BEFORE.interventions[1]!,
    ];
    expect(changes({ interventions })).toEqual([
      {
        part: 'INTERVENTION',
        change: 'CHANGED',
        words: [{ change: 'SAME', text: 'Samtal varje vecka.' }],
        lines: [
          {
            label: 'Ansvarar',
            words: [
              { change: 'REMOVED', text: 'BUP Almby (Regionen)' },
              { change: 'ADDED', text: 'Almbyskolan (Almby kommun)' },
            ],
          },
          {
            label: 'Klart senast',
            words: [
              { change: 'SAME', text: '1 ' },
              { change: 'REMOVED', text: 'juni ' },
              { change: 'ADDED', text: 'juli ' },
              { change: 'SAME', text: '2026' },
            ],
          },
        ],
      },
    ]);
  });

  it('tells what came and what went, and does not mind the order', () => {
    const [talks, homework] = BEFORE.interventions as [
      PlanContent['interventions'][number],
      PlanContent['interventions'][number],
    ];
    expect(changes({ interventions: [homework, talks] })).toEqual([]);
    const tutor = { id: 'i3', text: 'Mentor.', unitId: 'school' };
    expect(changes({ interventions: [tutor, talks] })).toMatchObject([
      { change: 'ADDED', words: [{ change: 'ADDED', text: 'Mentor.' }], lines: [{ label: 'Ansvarar' }] },
      {
        change: 'REMOVED',
        words: [{ change: 'REMOVED', text: 'Läxhjälp.' }],
        lines: [{ label: 'Ansvarar' }, { label: 'Börjar' }],
      },
    ]);
  });

  it('does not take the last word for another because more was written after it', () => {
    expect(wordsBetween('I skolan.', 'I skolan. Varje dag.')).toEqual([
      { change: 'SAME', text: 'I skolan. ' },
      { change: 'ADDED', text: 'Varje dag.' },
    ]);
  });

  it('keeps both texts whole, but for the amount of space', () => {
    const text = fc
      .array(fc.constantFrom('i', 'skolan ', 'fyra ', 'dagar\n', 'å'), { maxLength: 12 })
      .map((words) => words.join(''));
    fc.assert(
      fc.property(text, text, (before, after) => {
        const apart = (said: string) => said.split(/\s+/u).filter(Boolean);
        const said = (without: string) => wordsBetween(before, after).filter(({ change }) => change !== without);
        const words = (without: string) =>
          apart(
            said(without)
              .map((run) => run.text)
              .join(''),
          );
        expect([words('ADDED'), words('REMOVED')]).toEqual([apart(before), apart(after)]);
      }),
    );
  });
});
