import fc from 'fast-check';
import { suppress } from './suppression.rules.ts';

const shown = (cells: Record<string, number>, limit = 5) =>
  Object.fromEntries(suppress(new Map(Object.entries(cells)), limit));

describe('small cells', () => {
  it('shows 0 and what reaches the limit', () => {
    expect(shown({ a: 0, b: 5, c: 12 })).toEqual({ a: 0, b: 5, c: 12 });
  });

  it('hides 1 to 4, in a figure that is not split too', () => {
    for (const value of [1, 2, 3, 4]) expect(shown({ '': value })).toEqual({ '': null });
    expect(shown({ '': 5 })).toEqual({ '': 5 });
  });

  it('hides the smallest other cell when a single one would follow from the sum', () => {
    expect(shown({ a: 3, b: 9, c: 7, d: 0 })).toEqual({ a: null, b: 9, c: null, d: 0 });
  });

  it('takes the first of equals', () => {
    expect(shown({ a: 7, b: 2, c: 7 })).toEqual({ a: null, b: null, c: 7 });
  });

  it('hides no more when the hidden ones hide each other', () => {
    expect(shown({ a: 1, b: 2, c: 6 })).toEqual({ a: null, b: null, c: 6 });
  });

  it('hides one more when the hidden ones are all 1, since their sum would tell', () => {
    expect(shown({ a: 1, b: 1, c: 6, d: 8 })).toEqual({ a: null, b: null, c: null, d: 8 });
  });

  it('keeps the order of the cells', () => {
    expect([...suppress(new Map(Object.entries({ z: 9, a: 1, m: 6 })), 5).keys()]).toEqual(['z', 'a', 'm']);
  });
});

describe('for any figure and any limit', () => {
  const figures = fc
    .array(fc.oneof(fc.nat({ max: 6 }), fc.nat({ max: 40 })), { maxLength: 14 })
    .map((values) => new Map(values.map((value, i) => [`theme-${i}`, value])));
  const limits = fc.integer({ min: 2, max: 20 });
  const hiddenKeys = (cells: Map<string, number>, limit: number) =>
    [...suppress(cells, limit)].filter(([, value]) => value === null).map(([key]) => key);
  const holds = (property: (cells: Map<string, number>, limit: number) => void) =>
    fc.assert(fc.property(figures, limits, property), { numRuns: 2000 });

  it('never shows a value from 1 to below the limit', () => {
    holds((cells, limit) => {
      for (const value of suppress(cells, limit).values()) {
        expect(value === null || value === 0 || value >= limit).toBe(true);
      }
    });
  });

  it('shows every other value as it is, but for at most one', () => {
    holds((cells, limit) => {
      const hidden = hiddenKeys(cells, limit).map((key) => cells.get(key)!);
      expect(hidden).not.toContain(0);
      expect(hidden.filter((value) => value >= limit).length).toBeLessThanOrEqual(1);
      for (const [key, value] of suppress(cells, limit)) expect([null, cells.get(key)]).toContain(value);
    });
  });

  it('hides nothing when nothing is small', () => {
    holds((cells, limit) => {
      const large = new Map([...cells].map(([key, value]) => [key, value === 0 ? 0 : value + limit]));
      expect(hiddenKeys(large, limit)).toEqual([]);
    });
  });

  it('leaves every hidden cell at least two possible values to who knows the sum, as long as anything more can be hidden', () => {
    holds((cells, limit) => {
      const hidden = hiddenKeys(cells, limit);
      const above0 = [...cells.values()].filter((value) => value > 0);
      if (hidden.length === 0 || hidden.length === above0.length) return;
      const difference = hidden.reduce((sum, key) => sum + cells.get(key)!, 0);
      // A hidden cell is at least 1, so each can be anything from 1 to what is left when the others are 1.
      const largest = difference - (hidden.length - 1);
      expect(hidden.length).toBeGreaterThan(1);
      expect(largest).toBeGreaterThan(1);
    });
  });

  it('never hides exactly one of several cells above 0', () => {
    holds((cells, limit) => {
      const above0 = [...cells.values()].filter((value) => value > 0);
      if (above0.length > 1) expect(hiddenKeys(cells, limit)).not.toHaveLength(1);
    });
  });

  it('hides no less when the limit rises', () => {
    holds((cells, limit) => {
      expect(hiddenKeys(cells, limit + 1)).toEqual(expect.arrayContaining(hiddenKeys(cells, limit)));
    });
  });
});
