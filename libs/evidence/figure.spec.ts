import { exampleEntry, heldByTheme, publishedFigure, year2026 } from '../../test/support/example-log.ts';
import type { LogEntry } from './entry.ts';
import { countFigure, FigureError, firstDifference, parsePublishedFigure } from './figure.ts';

const { by: _, ...held } = heldByTheme;

function consultation(
  type: 'held' | 'unheld',
  heldOn: string,
  themes: unknown = ['skola'],
  area = 'molndal',
): LogEntry {
  return {
    ...exampleEntry(1),
    area,
    type: `consultation.${type}`,
    facts: { delta: type === 'held' ? 1 : -1, heldOn, themes },
  };
}

const count = (definition: typeof held, entries: LogEntry[]): Record<string, number> =>
  Object.fromEntries(countFigure(definition, 'molndal', year2026, entries));

describe('counting a figure', () => {
  it('adds what was held in the area and the period, first day in and last day out', () => {
    const days = ['2025-12-31', '2026-01-01', '2026-12-31', '2027-01-01'];
    expect(
      count(
        held,
        days.map((day) => consultation('held', day)),
      ),
    ).toEqual({ '': 2 });
    expect(count(held, [consultation('held', '2026-03-04', ['skola'], 'lerum')])).toEqual({});
  });

  it('takes back what was taken back, and leaves zero out', () => {
    const entries = [
      consultation('held', '2026-03-04'),
      consultation('held', '2026-03-05'),
      consultation('unheld', '2026-03-04'),
    ];
    expect(count(held, entries)).toEqual({ '': 1 });
    expect(count(held, entries.slice(1).concat(consultation('unheld', '2026-03-05')))).toEqual({ '': -1 });
    expect(count(held, [consultation('held', '2026-03-04'), consultation('unheld', '2026-03-04')])).toEqual({});
  });

  it('splits by a fact that is a word or a list, and counts a word once', () => {
    const entries = [['skola', 'hälsa'], 'skola', ['hälsa', 'hälsa'], []].map((themes) =>
      consultation('held', '2026-03-04', themes),
    );
    expect(count(heldByTheme, entries)).toEqual({ skola: 2, hälsa: 2 });
  });

  it.each([
    ['delta', { heldOn: '2026-03-04', themes: [] }],
    ['date', { delta: 1, themes: [] }],
    ['theme', { delta: 1, heldOn: '2026-03-04' }],
    ['delta of one', { delta: 2, heldOn: '2026-03-04', themes: [] }],
  ])('refuses an entry without its %s, rather than leave it out', (_name, facts) => {
    expect(() => count(heldByTheme, [{ ...exampleEntry(1), area: 'molndal', facts }])).toThrow(FigureError);
  });
});

describe('comparing with what was published', () => {
  const recounted = new Map([
    ['skola', 12],
    ['hälsa', 3],
  ]);

  it.each([
    ['the same', { skola: 12, hälsa: 3 }],
    ['zeros spelled out', { skola: 12, hälsa: 3, familj: 0 }],
    ['a suppressed cell', { skola: 12, hälsa: null }],
  ])('accepts %s', (_name, values) => {
    expect(firstDifference(values, recounted)).toBeUndefined();
  });

  it.each([
    ['another value', { skola: 13, hälsa: 3 }, 'skola'],
    ['a cell left out', { skola: 12 }, 'hälsa'],
    ['a cell made up', { skola: 12, hälsa: 3, familj: 1 }, 'familj'],
    ['a suppressed cell with nothing behind it', { skola: 12, hälsa: 3, familj: null }, 'familj'],
  ])('finds %s', (_name, values, key) => {
    expect(firstDifference(values, recounted)?.key).toBe(key);
  });
});

describe('a published figure', () => {
  const entry = publishedFigure([exampleEntry(0), exampleEntry(1)]);

  it('is read from its entry', () => {
    expect(parsePublishedFigure(entry)).toEqual(entry.facts);
  });

  it.each([
    ['no facts', undefined],
    ['no definition', { ...entry.facts, definition: undefined }],
    ['a definition without types', { ...entry.facts, definition: { ...heldByTheme, counts: 'consultation.held' } }],
    ['a wrong date', { ...entry.facts, period: { from: '2026', to: '2027-01-01' } }],
    ['a fraction', { ...entry.facts, values: { skola: 1.5 } }],
    ['a negative size', { ...entry.facts, size: -1 }],
    ['a root that is no hash', { ...entry.facts, root: 'aGVq' }],
  ])('with %s is refused', (_name, facts) => {
    expect(() => parsePublishedFigure({ ...entry, facts })).toThrow(FigureError);
  });
});
