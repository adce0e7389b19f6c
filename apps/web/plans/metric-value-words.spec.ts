import { periodText, restOfYear, unitText, wholeText } from './metric-value-words.ts';

const figure = { from: '2026-01-01', to: '2026-06-30', source: 'Enkät', suppressed: false };

describe('a figure entered by hand, in words', () => {
  it.each([
    ['a count', 'COUNT', { value: '1204' }, 'barn', '1 204 barn'],
    ['a percentage', 'PERCENT', { value: '43.5' }, 'av personalen', '43,5 % av personalen'],
    [
      'a part of a whole',
      'RATIO',
      { value: '37.5', numerator: 9, denominator: 24 },
      'skolor',
      '9 av 24 skolor, 37,5 %',
    ],
    ['a mean', 'MEAN', { value: '4.1', denominator: 32 }, 'poäng av 5', '4,1 poäng av 5, 32 svar'],
    ['a mean without its answers', 'MEAN', { value: '4' }, 'poäng av 5', '4 poäng av 5'],
  ] as const)('%s', (_, kind, numbers, unit, text) => {
    const shown = { ...figure, ...numbers };
    // Swedish thousands are parted by a space that does not break.
    expect(wholeText(kind, unit, shown)!.replaceAll(/\s/g, ' ')).toBe(text);
  });

  it('has no number when it is not shown', () => {
    expect(wholeText('RATIO', 'barn', { ...figure, suppressed: true })).toBeUndefined();
    expect(unitText('RATIO', 'barn', { ...figure, suppressed: true })).toBe('barn');
  });

  it.each([
    ['2026-01-01', '2026-12-31', 'hela 2026'],
    ['2026-01-01', '2026-06-30', '1 januari till 30 juni 2026'],
    ['2026-03-05', '2026-03-05', '5 mars 2026'],
  ])('from %s to %s is %s', (from, to, text) => {
    expect(periodText({ from, to })).toBe(text);
  });

  it.each([
    [undefined, { from: '2026-01-01', to: '2026-12-31' }],
    ['2026-06-30', { from: '2026-07-01', to: '2026-12-31' }],
    ['2026-12-31', { from: '', to: '' }],
  ])('after %s the rest of the year is suggested', (after, rest) => {
    expect(restOfYear(2026, after)).toEqual(rest);
  });
});
