import { hourly, nightly } from './job.ts';

const iso = (instant: Date) => instant.toISOString();

describe('the times of jobs', () => {
  it('come round at the next full hour, never now', () => {
    expect(iso(hourly(new Date('2026-11-22T10:15:00.001Z')))).toBe('2026-11-22T11:00:00.000Z');
    expect(iso(hourly(new Date('2026-11-22T11:00:00.000Z')))).toBe('2026-11-22T12:00:00.000Z');
  });

  it('come round at half past three, Swedish time, in winter and in summer', () => {
    expect(iso(nightly(new Date('2026-11-22T02:29:59.999Z')))).toBe('2026-11-22T02:30:00.000Z');
    expect(iso(nightly(new Date('2026-11-22T02:30:00.000Z')))).toBe('2026-11-23T02:30:00.000Z');
    expect(iso(nightly(new Date('2026-07-01T12:00:00.000Z')))).toBe('2026-07-02T01:30:00.000Z');
  });

  it.each([
    ['2026-03-28T12:00:00.000Z', '2026-03-29T01:30:00.000Z'],
    ['2026-10-24T12:00:00.000Z', '2026-10-25T02:30:00.000Z'],
  ])('come round once in the night when the clocks change (%s)', (now, next) => {
    expect(iso(nightly(new Date(now)))).toBe(next);
    expect(nightly(new Date(next)).getTime() - new Date(next).getTime()).toBe(24 * 3_600_000);
  });
});
