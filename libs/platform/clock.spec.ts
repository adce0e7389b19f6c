import fc from 'fast-check';
import { addDays, instantOf, localDate, localTime } from './clock.ts';

const iso = (localDateTime: string): string => instantOf(localDateTime).toISOString();

describe('a local time in Stockholm', () => {
  it('is one hour before UTC in winter and two in summer', () => {
    expect(iso('2026-01-15T13:00')).toBe('2026-01-15T12:00:00.000Z');
    expect(iso('2026-07-15T13:00')).toBe('2026-07-15T11:00:00.000Z');
  });

  it.each(['2026-03-29T02:00', '2026-03-29T02:30', '2026-03-29T02:59'])(
    '%s does not exist: clocks go forward',
    (time) => {
      expect(() => instantOf(time)).toThrow(RangeError);
    },
  );

  it.each(['2026-10-25T02:00', '2026-10-25T02:59'])('%s exists twice: clocks go back', (time) => {
    expect(() => instantOf(time)).toThrow(RangeError);
  });

  it('exists once on either side of the change', () => {
    expect(iso('2026-03-29T01:59')).toBe('2026-03-29T00:59:00.000Z');
    expect(iso('2026-03-29T03:00')).toBe('2026-03-29T01:00:00.000Z');
    expect(iso('2026-10-25T01:59')).toBe('2026-10-24T23:59:00.000Z');
    expect(iso('2026-10-25T03:00')).toBe('2026-10-25T02:00:00.000Z');
  });

  it('is no time when the calendar lacks the day', () => {
    expect(() => instantOf('2026-02-29T10:00')).toThrow(RangeError);
  });
});

describe('the local date of an instant', () => {
  it.each([
    ['2026-12-31T22:59:59.999Z', '2026-12-31'],
    ['2026-12-31T23:00:00.000Z', '2027-01-01'],
    ['2026-06-30T21:59:59.999Z', '2026-06-30'],
    ['2026-06-30T22:00:00.000Z', '2026-07-01'],
  ])('%s falls on %s', (instant, date) => {
    expect(localDate(new Date(instant))).toBe(date);
  });

  it('has its hour twice when clocks go back', () => {
    expect(localTime(new Date('2026-10-25T00:30:00Z'))).toBe('2026-10-25T02:30');
    expect(localTime(new Date('2026-10-25T01:30:00Z'))).toBe('2026-10-25T02:30');
  });
});

it('goes from an instant to the local time and back, but for the hours that exist twice', () => {
  const instants = fc.date({
    min: new Date('2000-01-01T00:00Z'),
    max: new Date('2100-01-01T00:00Z'),
    noInvalidDate: true,
  });
  fc.assert(
    fc.property(instants, (instant) => {
      const minute = new Date(Math.floor(instant.getTime() / 60_000) * 60_000);
      const local = localTime(minute);
      const repeated = [-1, 1].some((hours) => localTime(new Date(minute.getTime() + hours * 3_600_000)) === local);
      if (repeated) expect(() => instantOf(local)).toThrow(RangeError);
      else expect(instantOf(local)).toEqual(minute);
      expect(local.slice(0, 10)).toBe(localDate(minute));
    }),
    { numRuns: 500 },
  );
});

describe('days later', () => {
  it.each([
    ['2026-03-05', 56, '2026-04-30'],
    ['2026-12-31', 1, '2027-01-01'],
    ['2028-02-28', 1, '2028-02-29'],
    ['2026-10-24', 2, '2026-10-26'],
  ])('%s and %i days is %s', (date, days, later) => {
    expect(addDays(date, days)).toBe(later);
  });
});
