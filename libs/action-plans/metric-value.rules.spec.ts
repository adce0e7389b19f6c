import fc from 'fast-check';
import {
  entryFaults,
  METRIC_KINDS,
  numbersOf,
  shownFigure,
  type Entry,
  type MetricKind,
} from './metric-value.rules.ts';

const metric = (kind: MetricKind, countsPeople = false) => ({ kind, countsPeople, year: 2026 });
const FIRST_HALF = { from: '2026-01-01', to: '2026-06-30', source: 'Skolornas redovisning' };

/** The fields at fault, in order. */
const faulty = (kind: MetricKind, entry: Partial<Entry>, others: { from: string; to: string }[] = [], people = false) =>
  entryFaults(metric(kind, people), { ...FIRST_HALF, ...entry }, others).map(({ field }) => field);

describe('6.2.13 a value entered by hand', () => {
  it('is for a period within the plan’s year', () => {
    const value = { value: '12' };
    expect(faulty('COUNT', { ...value, from: '2026-01-01', to: '2026-12-31' })).toEqual([]);
    expect(faulty('COUNT', { ...value, from: '2026-03-01', to: '2026-03-01' })).toEqual([]);
    expect(faulty('COUNT', { ...value, from: '2025-12-31' })).toEqual(['from']);
    expect(faulty('COUNT', { ...value, to: '2027-01-01' })).toEqual(['to']);
    expect(faulty('COUNT', { ...value, from: '2025-01-01', to: '2025-12-31' })).toEqual(['from', 'to']);
    expect(faulty('COUNT', { ...value, from: '2026-07-01' })).toEqual(['to']);
  });

  it('is for a period that no other value is for, not even for a day of it', () => {
    const value = { value: '12' };
    expect(faulty('COUNT', value, [{ from: '2026-07-01', to: '2026-12-31' }])).toEqual([]);
    expect(faulty('COUNT', value, [{ from: '2026-06-30', to: '2026-12-31' }])).toEqual(['from']);
    expect(faulty('COUNT', value, [{ from: '2026-03-01', to: '2026-03-31' }])).toEqual(['from']);
  });

  it('has a source', () => {
    expect(faulty('COUNT', { value: '12', source: ' ' })).toEqual(['source']);
  });

  it('is not negative', () => {
    for (const kind of ['COUNT', 'PERCENT', 'MEAN'] as const) {
      expect(faulty(kind, { value: '-1' })).toEqual(['value']);
      expect(faulty(kind, { value: '0' })).toEqual([]);
    }
  });

  it('is a whole number when it is a count', () => {
    expect(faulty('COUNT', { value: '1 200' })).toEqual([]);
    for (const value of ['12,5', 'tolv', '1e3', '', undefined]) {
      expect(faulty('COUNT', value === undefined ? {} : { value })).toEqual(['value']);
    }
  });

  it('is 0 to 100 when it is a percentage', () => {
    expect(faulty('PERCENT', { value: '100' })).toEqual([]);
    expect(faulty('PERCENT', { value: '43,5' })).toEqual([]);
    expect(faulty('PERCENT', { value: '100,01' })).toEqual(['value']);
    expect(faulty('PERCENT', { value: '43,555' })).toEqual(['value']);
  });

  it('is a part and its whole when it is a ratio, and never the percentage', () => {
    expect(faulty('RATIO', { numerator: 9, denominator: 24 })).toEqual([]);
    expect(faulty('RATIO', { numerator: 0, denominator: 24 })).toEqual([]);
    expect(faulty('RATIO', { numerator: 24, denominator: 24 })).toEqual([]);
    expect(faulty('RATIO', { numerator: 9 })).toEqual(['denominator']);
    expect(faulty('RATIO', { denominator: 24 })).toEqual(['numerator']);
    expect(faulty('RATIO', { numerator: 25, denominator: 24 })).toEqual(['numerator']);
    expect(faulty('RATIO', { numerator: 9, denominator: 24, value: '37,5' })).toEqual(['value']);
  });

  it('has no part or whole when it is none, but a mean may say its answers, and must when it is of people', () => {
    expect(faulty('COUNT', { value: '9', numerator: 9, denominator: 24 })).toEqual(['numerator', 'denominator']);
    expect(faulty('PERCENT', { value: '9', denominator: 24 })).toEqual(['denominator']);
    expect(faulty('MEAN', { value: '4,1' })).toEqual([]);
    expect(faulty('MEAN', { value: '4,1', denominator: 32 })).toEqual([]);
    expect(faulty('MEAN', { value: '4,1' }, [], true)).toEqual(['denominator']);
  });

  it('stands as the shortest decimal, and a ratio as its percentage', () => {
    expect(numbersOf(metric('MEAN'), { value: ' 1 004,50' })).toEqual({ value: '1004.5' });
    const shown = (numerator: number, denominator: number) =>
      shownFigure(metric('RATIO'), { numerator, denominator }, 5).value;
    expect([shown(9, 24), shown(1, 3), shown(2, 3), shown(24, 24), shown(0, 7)]).toEqual([
      '37.5',
      '33.3',
      '66.7',
      '100',
      '0',
    ]);
  });
});

describe('a value about few people', () => {
  it.each([
    ['a count of 1 to 4', 'COUNT', { value: '4' }, true],
    ['a count of 0', 'COUNT', { value: '0' }, false],
    ['a count of 5', 'COUNT', { value: '5' }, false],
    ['a small part', 'RATIO', { numerator: 4, denominator: 24 }, true],
    ['all but a small part', 'RATIO', { numerator: 22, denominator: 24 }, true],
    ['nobody of few', 'RATIO', { numerator: 0, denominator: 4 }, true],
    ['nobody, or all, of many', 'RATIO', { numerator: 24, denominator: 24 }, false],
    ['a mean of four answers', 'MEAN', { value: '4.1', denominator: 4 }, true],
    ['a mean of five answers', 'MEAN', { value: '4.1', denominator: 5 }, false],
  ] as const)('%s', (_, kind, numbers, hidden) => {
    const figure = shownFigure(metric(kind, true), { ...numbers, source: 'Enkät' }, 5);
    expect(figure.suppressed).toBe(hidden);
    expect(Object.keys(figure).toSorted()).toEqual(
      hidden ? ['source', 'suppressed'] : expect.arrayContaining(['source', 'suppressed', 'value']),
    );
    expect(shownFigure(metric(kind, false), numbers, 5).suppressed).toBe(false);
  });

  it('is shown to the unit that wrote it, which is told that nobody else sees it', () => {
    expect(shownFigure(metric('COUNT', true), { value: '3' }, 5, true)).toEqual({ value: '3', suppressed: true });
  });
});

describe('whatever is written', () => {
  const days = fc.constantFrom('2025-12-31', '2026-01-01', '2026-02-28', '2026-06-30', '2026-07-01', '2026-12-31');
  const whole = fc.option(fc.nat({ max: 1e9 }), { nil: undefined });
  const written = fc.oneof(
    fc.string(),
    fc.double().map(String),
    fc.nat().map((value) => String(value / 100).replace('.', ',')),
  );
  const entries = fc.record(
    { from: days, to: days, source: fc.string(), value: written, numerator: whole, denominator: whole },
    { requiredKeys: ['from', 'to', 'source'] },
  ) as fc.Arbitrary<Entry>;

  it('is refused, or is within the rule', () => {
    fc.assert(
      fc.property(fc.constantFrom(...METRIC_KINDS), fc.boolean(), entries, (kind, people, entry) => {
        if (entryFaults(metric(kind, people), entry, []).length > 0) return;
        const { value, numerator, denominator } = numbersOf(metric(kind, people), entry);
        expect(entry.from >= '2026-01-01' && entry.from <= entry.to && entry.to <= '2026-12-31').toBe(true);
        expect((value === undefined) === (kind === 'RATIO')).toBe(true);
        expect(Number(value ?? 0) >= 0 && (kind !== 'PERCENT' || Number(value) <= 100)).toBe(true);
        expect((kind === 'RATIO') === (numerator !== undefined)).toBe(true);
        if (kind === 'RATIO') expect(numerator! <= denominator!).toBe(true);
      }),
      { numRuns: 5000 },
    );
  });
});
