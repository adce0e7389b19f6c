import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import { Problem } from './problem.ts';

/** The zone of every deadline and every report year (our convention: one zone, as the law counts days in Swedish time). */
export const ZONE = 'Europe/Stockholm';

const WRITTEN_OUT = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'long', timeZone: 'UTC' });

/** What time it is. Tests put their own clock in its place. */
@Injectable()
export class Clock {
  now(): Date {
    return new Date();
  }

  today(): string {
    return localDate(this.now());
  }
}

/** The local date (YYYY-MM-DD, Stockholm) of an instant. */
export function localDate(instant: Date): string {
  return zoned(instant).toPlainDate().toString();
}

/** The local date and time (YYYY-MM-DDTHH:MM, Stockholm) of an instant. */
export function localTime(instant: Date): string {
  return zoned(instant).toPlainDateTime().toString({ smallestUnit: 'minute' });
}

/**
 * The instant of a local time in Stockholm. This is the one place where wall time becomes an instant.
 * Throws RangeError for a time that does not exist or exists twice (the hours when the clocks change): ask the person.
 */
export function instantOf(localDateTime: string): Date {
  const wall = Temporal.PlainDateTime.from(localDateTime);
  return new Date(wall.toZonedDateTime(ZONE, { disambiguation: 'reject' }).epochMilliseconds);
}

/** The instant of a local time that somebody asked for in a field. 422 where the clocks skip or repeat it: it is theirs to choose again. */
export function instantAsked(field: string, localDateTime: string): Date {
  try {
    return instantOf(localDateTime);
  } catch {
    throw Problem.field(field, 'Klockan ställs om just då. Välj en annan tid.');
  }
}

/** The local date `days` calendar days after another. */
export function addDays(date: string, days: number): string {
  return Temporal.PlainDate.from(date).add({ days }).toString();
}

/** A day as people say it: 15 februari 2027. */
export function dayInWords(day: string): string;
export function dayInWords(day: string | undefined): string | undefined;
export function dayInWords(day: string | undefined): string | undefined {
  return day && WRITTEN_OUT.format(new Date(`${day}T00:00:00Z`));
}

function zoned(instant: Date): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(ZONE);
}
