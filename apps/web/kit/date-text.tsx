import { clockText, dateText, dayOf, dayText, relativeWords } from './date-words.ts';

interface DateTextProps {
  /** A date (`2026-11-03`) or an instant (RFC 3339). */
  value: string;
  /** Adds the time of day, for an instant. */
  time?: boolean;
  /** `words` leads with how far away it is, for lists of work. */
  lead?: 'date' | 'words';
  /** Names the weekday too, of a day that somebody plans by. */
  weekday?: boolean;
}

/** Date and words together: nobody has to count. */
export function DateText({ value, time = false, lead = 'date', weekday = false }: DateTextProps) {
  const day = weekday ? dayText(value) : dateText(value);
  const date = time ? `${day} kl. ${clockText(value)}` : day;
  const words = relativeWords(value);
  const [first, second] = lead === 'date' ? [date, words] : [words, date];
  return (
    <time dateTime={time ? value : dayOf(value)} className="date-text">
      {first} <span className="soft">({second})</span>
    </time>
  );
}
