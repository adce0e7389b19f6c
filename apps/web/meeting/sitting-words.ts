import { clockText, dayOf, dayText } from '../kit/date-words.ts';
import type { AgendaItem, SittingRow } from '../sittings/sitting.ts';

type When = Pick<SittingRow, 'startsAt' | 'minutes'>;

/** `torsdag 3 december 2026 kl. 13:00–15:00` */
export function sittingWords(sitting: When): string {
  return `${dayText(sitting.startsAt)} kl. ${sittingHours(sitting)}`;
}

/** `13:00–15:00` */
export function sittingHours({ startsAt, minutes }: When): string {
  const end = new Date(Date.parse(startsAt) + minutes * 60_000);
  return `${clockText(startsAt)}–${clockText(end)}`;
}

/** Whether the day of the meeting is still to come. */
export function isAhead({ startsAt }: When, now: Date = new Date()): boolean {
  return dayOf(startsAt) > dayOf(now);
}

/** `kl. 13:30, 20 minuter` */
export function slotWords({ slotTime, minutes }: Pick<AgendaItem, 'slotTime' | 'minutes'>): string {
  return `kl. ${slotTime.slice(11, 16)}, ${minutes} minuter`;
}

export function questionsWords(questions: number): string {
  if (questions === 0) return 'Inga frågor än';
  return questions === 1 ? '1 fråga' : `${questions} frågor`;
}
