import { clockText, dateText, dayOf, dayText, relativeWords, waitWords, weekdayText } from './date-words.ts';

const NOON = new Date('2026-11-22T11:00:00Z');

describe('dates in words', () => {
  it('takes the day in Sweden, not in UTC', () => {
    expect(dayOf('2026-06-30T22:30:00Z')).toBe('2026-07-01');
    expect(dayOf('2026-12-31T23:30:00Z')).toBe('2027-01-01');
    expect(dayOf('2026-12-31')).toBe('2026-12-31');
  });

  it('writes the date, the weekday and the time as in Swedish text', () => {
    expect(dateText('2026-11-03')).toBe('3 november 2026');
    expect(weekdayText('2026-11-03')).toBe('tisdag');
    expect(dayText('2026-11-03')).toBe('tisdag 3 november 2026');
    expect(clockText('2026-11-03T12:42:00Z')).toBe('13:42');
    expect(clockText('2026-07-03T11:42:00Z')).toBe('13:42');
  });

  it.each([
    ['2026-11-22T22:59:00Z', 'i dag'],
    ['2026-11-22T23:00:00Z', 'i morgon'],
    ['2026-11-21', 'i går'],
    ['2026-11-19', 'för 3\u00a0dagar sedan'],
    ['2026-11-25', 'om 3\u00a0dagar'],
    ['2026-12-05', 'om 13\u00a0dagar'],
    ['2026-12-06', 'om 2\u00a0veckor'],
    ['2026-09-01', 'för 3\u00a0månader sedan'],
    ['2025-11-22', 'för ett år sedan'],
    ['2024-11-01', 'för 2\u00a0år sedan'],
  ])('%s is %s', (value, words) => {
    expect(relativeWords(value, NOON)).toBe(words);
  });

  it('counts calendar days over the change of clocks', () => {
    expect(relativeWords('2026-10-26', new Date('2026-10-24T21:30:00Z'))).toBe('om 2\u00a0dagar');
  });

  it.each([
    [1, 'en sekund'],
    [20, '20\u00a0sekunder'],
    [60, 'en minut'],
    [61, '2\u00a0minuter'],
  ])('a wait of %d s is %s', (seconds, words) => {
    expect(waitWords(seconds)).toBe(words);
  });
});
