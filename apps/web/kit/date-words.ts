const ZONE = 'Europe/Stockholm';
const DAY_MS = 86_400_000;

const isoDay = new Intl.DateTimeFormat('sv-SE', { timeZone: ZONE, year: 'numeric', month: '2-digit', day: '2-digit' });
const longDay = new Intl.DateTimeFormat('sv-SE', { timeZone: 'UTC', day: 'numeric', month: 'long', year: 'numeric' });
const shortWeekday = new Intl.DateTimeFormat('sv-SE', { timeZone: 'UTC', weekday: 'long' });
const clock = new Intl.DateTimeFormat('sv-SE', { timeZone: ZONE, hour: '2-digit', minute: '2-digit' });

/** The calendar day (`YYYY-MM-DD`) in Sweden of an instant; a plain date is its own day. */
export function dayOf(value: string | Date): string {
  return typeof value === 'string' && value.length === 10 ? value : isoDay.format(new Date(value));
}

/** Today's calendar day (`YYYY-MM-DD`) in Sweden. */
export const today = (): string => dayOf(new Date());

/** `3 november 2026` */
export function dateText(value: string | Date): string {
  return longDay.format(new Date(dayOf(value)));
}

/** `tisdag` */
export function weekdayText(value: string | Date): string {
  return shortWeekday.format(new Date(dayOf(value)));
}

/** `torsdag 3 december 2026`: a day that somebody plans by. */
export function dayText(value: string | Date): string {
  return `${weekdayText(value)} ${dateText(value)}`;
}

/** `13:42`, Swedish time. */
export function clockText(instant: string | Date): string {
  return clock.format(new Date(instant));
}

/** `torsdag 3 december 2026 kl. 13:00` */
export function momentText(instant: string | Date): string {
  return `${dayText(instant)} kl. ${clockText(instant)}`;
}

/**
 * How far a day is from today, counted in Swedish calendar days: `i dag`, `om 3 dagar`, `för 3 dagar sedan`. A line
 * is never broken between number and word.
 */
export function relativeWords(value: string | Date, now: Date = new Date()): string {
  const days = Math.round((Date.parse(dayOf(value)) - Date.parse(dayOf(now))) / DAY_MS);
  if (days === 0) return 'i dag';
  if (days === 1) return 'i morgon';
  if (days === -1) return 'i går';
  const span = spanWords(Math.abs(days));
  return days > 0 ? `om ${span}` : `för ${span} sedan`;
}

function spanWords(days: number): string {
  if (days < 14) return `${days}\u00a0dagar`;
  if (days < 60) return `${Math.round(days / 7)}\u00a0veckor`;
  if (days < 365) return `${Math.round(days / 30.44)}\u00a0månader`;
  const years = Math.floor(days / 365);
  return years === 1 ? 'ett år' : `${years}\u00a0år`;
}

/** How long to wait, in words one can act on: `20 sekunder`, `2 minuter`. */
export function waitWords(seconds: number): string {
  if (seconds < 60) return seconds === 1 ? 'en sekund' : `${seconds}\u00a0sekunder`;
  const minutes = Math.ceil(seconds / 60);
  return minutes === 1 ? 'en minut' : `${minutes}\u00a0minuter`;
}
