import type { IdentityKind } from './child.ts';

/** What a number seems to be, shown while it is written. The API decides. */
export interface Guess {
  kind: IdentityKind;
  birthDate?: string;
}

const DIGITS = /^(\d{2})?(\d{2})(\d{2})(\d{2})([-+]?)\d{4}$/;

/** Undefined until enough is written to tell. `today` decides the century of ten digits. */
export function guessOf(written: string, today: string): Guess | undefined {
  const text = written.replaceAll(/\s/g, '');
  const [, century, year, month, day, sign] = DIGITS.exec(text) ?? [];
  if (!year || !month || !day)
    return /^(?=.*\d)(?=.*[a-z])[0-9a-z-]{10,13}$/i.test(text) ? { kind: 'RESERVNUMMER' } : undefined;
  const kind = Number(day) >= 60 ? 'SAMORDNINGSNUMMER' : 'PERSONNUMMER';
  const monthAndDay = `${month}-${String(Number(day) % 60).padStart(2, '0')}`;
  const birthDate = `${century ? century + year : yearOf(year, monthAndDay, sign === '+', today)}-${monthAndDay}`;
  return { kind, ...(isInCalendar(birthDate) && birthDate <= today && { birthDate }) };
}

/** Luhn over the last ten digits: a slip of the pen in a personnummer or samordningsnummer, said before it is sent. The API decides. */
export function hasWrongCheckDigit(written: string, kind: string): boolean {
  const text = written.replaceAll(/\s/g, '');
  if (!DIGITS.test(text) || (kind !== 'PERSONNUMMER' && kind !== 'SAMORDNINGSNUMMER')) return false;
  const ten = text.replaceAll(/\D/g, '').slice(-10);
  const products = [...ten].map((digit, i) => Number(digit) * (i % 2 === 0 ? 2 : 1));
  return products.reduce((sum, product) => sum + Math.floor(product / 10) + (product % 10), 0) % 10 !== 0;
}

function yearOf(twoDigits: string, monthAndDay: string, overHundred: boolean, today: string): string {
  const century = Number(today.slice(0, 2));
  const latest = `${century}${twoDigits}-${monthAndDay}` <= today ? century : century - 1;
  return `${latest - (overHundred ? 1 : 0)}${twoDigits}`;
}

function isInCalendar(date: string): boolean {
  const day = new Date(`${date}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(date);
}
