/** Kinds of identity number that a child may have (domain reference 8.1–8.2). */
export const IDENTITY_KINDS = ['PERSONNUMMER', 'SAMORDNINGSNUMMER', 'RESERVNUMMER', 'LMA'] as const;

export type IdentityKind = (typeof IDENTITY_KINDS)[number];

/** An identity number as it is stored and found, with the birth date that can be read out of it. */
export interface Identity {
  kind: IdentityKind;
  /** 12 digits for personnummer and samordningsnummer; capitals and digits for the others. No separators. */
  number: string;
  birthDate?: string;
}

export type Reading = { identity: Identity } | { fault: string };

/** People born before this are not alive: an earlier year is a slip of the pen (our convention). */
const EARLIEST_YEAR = 1890;

const DIGITS = /^(\d{2})?(\d{2})(\d{2})(\d{2})([-+]?)(\d{4})$/;

/** Reads what somebody wrote as a number of the kind they chose. `today` decides the century of ten digits. */
export function readIdentity(kind: IdentityKind, written: string, today: string): Reading {
  switch (kind) {
    case 'PERSONNUMMER':
      return readChecked(kind, written, today);
    case 'SAMORDNINGSNUMMER':
      return readChecked(kind, written, today);
    case 'RESERVNUMMER':
      return readReserve(written, today);
    case 'LMA':
      return readLma(written);
  }
}

/** Every number that what was written can be, whatever its kind: for finding somebody by number. */
export function possibleNumbers(written: string, today: string): string[] {
  const readings = IDENTITY_KINDS.map((kind) => readIdentity(kind, written, today));
  return [...new Set(readings.flatMap((reading) => ('identity' in reading ? reading.identity.number : [])))];
}

/**
 * Personnummer (folkbokföringslagen 18 §) and samordningsnummer (lag 2022:1697 2 kap. 8 §: the day plus 60), ten or twelve
 * digits. In samordningsnummer month 00, day 60 and days that the month does not have occur (domain reference 8.2): they
 * pass, and give no birth date.
 */
function readChecked(kind: 'PERSONNUMMER' | 'SAMORDNINGSNUMMER', written: string, today: string): Reading {
  const [, century, year, month, day, sign, last] = DIGITS.exec(written.replaceAll(/\s/g, '')) ?? [];
  if (!year || !month || !day || !last) return { fault: 'Skriv tio eller tolv siffror, till exempel ÅÅÅÅMMDD-NNNN.' };
  const [inYear, dayNumber] = [`${year}${month}${day}${last}`, Number(day)];
  if (!hasRightCheckDigit(inYear)) return { fault: 'Kontrollsiffran stämmer inte. Kontrollera varje siffra.' };
  const coordination = dayNumber >= 60;
  if (kind === 'PERSONNUMMER' && coordination)
    return { fault: 'Det här är ett samordningsnummer. Välj det i stället.' };
  if (kind === 'SAMORDNINGSNUMMER' && !coordination)
    return { fault: 'Ett samordningsnummer har dagen plus 60. Kontrollera siffrorna, eller välj personnummer.' };
  if (Number(month) > 12 || dayNumber > 91) return { fault: 'Månaden eller dagen finns inte. Kontrollera siffrorna.' };
  const monthAndDay = `${month}-${String(dayNumber % 60).padStart(2, '0')}`;
  const fullYear = century ? `${century}${year}` : yearOf(year, monthAndDay, sign === '+', today);
  const born = `${fullYear}-${monthAndDay}`;
  if (born > today || Number(fullYear) < EARLIEST_YEAR)
    return { fault: 'Året kan inte stämma. Skriv alla fyra siffrorna i året.' };
  const number = `${fullYear}${month}${day}${last}`;
  if (isInCalendar(born)) return { identity: { kind, number, birthDate: born } };
  if (kind === 'PERSONNUMMER') return { fault: 'Dagen finns inte. Kontrollera de första siffrorna.' };
  return { identity: { kind, number } };
}

/**
 * Reservnummer are not standardised: 10–12 letters and digits, no check digit (domain reference 8.2). One that reads as a
 * personnummer or samordningsnummer is taken to be that, or the same child could be entered twice (our convention).
 */
function readReserve(written: string, today: string): Reading {
  for (const kind of ['PERSONNUMMER', 'SAMORDNINGSNUMMER'] as const) {
    if ('identity' in readChecked(kind, written, today))
      return { fault: `Det här är ett ${kind.toLowerCase()}. Välj det i stället.` };
  }
  const number = written.toUpperCase().replaceAll(/[\s-]/g, '');
  return /^[0-9A-Z]{10,12}$/.test(number)
    ? { identity: { kind: 'RESERVNUMMER', number } }
    : { fault: 'Skriv reservnumret med 10 till 12 tecken: siffror och bokstäverna A–Z.' };
}

/** LMA numbers as they stand on the card, with or without separators: 6–12 letters and digits (our convention). */
function readLma(written: string): Reading {
  const number = written.toUpperCase().replaceAll(/[\s/-]/g, '');
  return /^[0-9A-Z]{6,12}$/.test(number)
    ? { identity: { kind: 'LMA', number } }
    : { fault: 'Skriv LMA-numret som det står på kortet: 6 till 12 siffror eller bokstäver.' };
}

/** The year of two digits: the latest that has been; with + the one a hundred years before that (folkbokföringslagen 18 §). */
function yearOf(twoDigits: string, monthAndDay: string, overHundred: boolean, today: string): string {
  const century = Number(today.slice(0, 2));
  const latest = `${century}${twoDigits}-${monthAndDay}` <= today ? century : century - 1;
  return `${latest - (overHundred ? 1 : 0)}${twoDigits}`;
}

/** Luhn over the ten digits of the year's form: weights 2, 1, 2, … and a sum that ten divides. */
function hasRightCheckDigit(ten: string): boolean {
  const products = [...ten].map((digit, i) => Number(digit) * (i % 2 === 0 ? 2 : 1));
  return products.reduce((sum, product) => sum + Math.floor(product / 10) + (product % 10), 0) % 10 === 0;
}

function isInCalendar(date: string): boolean {
  const day = new Date(`${date}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(date);
}
