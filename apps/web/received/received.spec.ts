import type { Copy } from '../consents/disclosure.ts';
import { beforeOf, byDay, changedParts, latestOfEach } from './received.ts';

const copy = (what: Copy['what'], number: number, sections: Copy['sections'] = []): Copy => ({
  id: `${what}-${number}`,
  at: '2026-11-03T09:00:00Z',
  what,
  number,
  category: 'PLAN',
  title: '',
  child: { initials: 'AT', age: 13 },
  basis: { by: 'FAMILY' },
  sections,
  promises: [],
});
const goals = (text: string) => ({ heading: 'Mål', paragraphs: [text] });
const which = (number: string) => ({ heading: 'Planen', rows: [{ label: 'Nummer', text: number }] });
const needs = { heading: 'Behov', paragraphs: ['Skolgång.'] };

describe('what a unit has received', () => {
  it('is the newest of each kind, and each knows the one it replaces', () => {
    const copies = [copy('PLAN', 2), copy('MEETING', 1), copy('PLAN', 1)];
    expect(latestOfEach(copies).map(({ id }) => id)).toEqual(['PLAN-2', 'MEETING-1']);
    expect(beforeOf(copies[0]!, copies)?.id).toBe('PLAN-1');
    expect(beforeOf(copies[1]!, copies)).toBeUndefined();
  });

  it('names the parts that say something else than before, those that are gone too', () => {
    const before = copy('PLAN', 1, [
      needs,
      goals('Fyra dagar.'),
      { heading: 'Familjens syn', paragraphs: ['Överens.'] },
    ]);
    expect(changedParts(copy('PLAN', 2, [which('2'), needs, goals('Fem dagar.')]), before)).toEqual([
      'Mål',
      'Familjens syn',
    ]);
    expect(changedParts(before, before)).toEqual([]);
  });

  it('has what is promised in the order of its days, what has no day last', () => {
    const promises = [
      { id: 'i1', text: 'Samtal.' },
      { id: 'i2', text: 'Läxhjälp.', dueOn: '2026-12-01' },
      { id: 'i3', text: 'Kartläggning.', dueOn: '2026-10-01' },
    ];
    expect(byDay(promises).map(({ id }) => id)).toEqual(['i3', 'i2', 'i1']);
  });
});
