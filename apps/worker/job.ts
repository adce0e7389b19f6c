import { addDays, instantOf, localDate } from '../../libs/platform/index.ts';

/** Work that comes round by the clock. It does whatever is due when it runs, so a run too many or too few does no harm. */
export interface Job {
  name: string;
  /** When it comes round next, counted from now. */
  next(now: Date): Date;
  run(): Promise<unknown>;
}

const HOUR = 3_600_000;

/** At each full hour. */
export const hourly = (now: Date): Date => new Date(Math.floor(now.getTime() / HOUR) * HOUR + HOUR);

/** At half past three at night in Stockholm, a time that every night has exactly once. */
export function nightly(now: Date): Date {
  const tonight = instantOf(`${localDate(now)}T03:30`);
  return tonight > now ? tonight : instantOf(`${addDays(localDate(now), 1)}T03:30`);
}
