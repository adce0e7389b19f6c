import type { FieldFault } from '../platform/index.ts';

/** A place in a text that could tell who the child is. */
export interface Mark {
  from: number;
  to: number;
}

/** What people write between the parts of a number: blanks (not line breaks), dots, and dashes of every length. */
const GAP = String.raw`[^\S\r\n]|[.\p{Pd}]`;

/**
 * Ten or twelve digits that begin as a date does, however they are grouped; month 00 and days 60–91 occur in
 * coordination numbers. The check digit is not looked at: a mistyped number tells as much. Two dates in a row are none.
 */
const IDENTITY_NUMBER = String.raw`(?<!\d)(?:\d{2}(?:${GAP})?)?\d{2}(?:${GAP})?(?:0\d|1[0-2])(?:${GAP})?(?:[0-2]\d|3[01]|[6-8]\d|9[01])(?:${GAP}|\+){0,3}\d{4}(?!\d|-\d\d-\d\d)`;

/** Times and days from–to (08.00–09.30, 01-10-2026) begin with 0 as telephone numbers do. */
const FROM_TO = String.raw`\d{2}[.\p{Pd}]?\d{2}\s?[.\p{Pd}]\s?\d{2}[.\p{Pd}]?\d{2}(?!\d)`;

/** Swedish ones, 8–10 digits with the 0, or with the country code instead of it. */
const TELEPHONE_NUMBER = String.raw`(?<!\d|\d[.:\p{Pd}])(?:(?:\+|00)46(?:${GAP}){0,2}(?:\(0\))?(?:${GAP})?|(?!${FROM_TO})0)[1-9](?:(?:${GAP}|/){0,3}\d){6,8}(?!\d)`;

const MAIL_ADDRESS = String.raw`[^\s@]+@[^\s@]+\.[^\s@]+`;
const IDENTIFIER = new RegExp([MAIL_ADDRESS, IDENTITY_NUMBER, TELEPHONE_NUMBER].join('|'), 'gu');
const WORD = /\p{L}[\p{L}\p{M}'’-]*/gu;

/** Longest name on the list, in words. */
const NAME_WORDS = 3;

/** Where identity numbers, telephone numbers and mail addresses stand. */
export function identifiersIn(text: string): Mark[] {
  return [...text.matchAll(IDENTIFIER)].map(({ index, 0: found }) => ({ from: index, to: index + found.length }));
}

/** Runs of one to three words, lower case, with and without a genitive s: what may be a name on the area's list. */
export function possibleNamesIn(text: string): (Mark & { name: string })[] {
  const words = [...text.matchAll(WORD)].map(({ index, 0: word }) => ({ from: index, to: index + word.length }));
  return words.flatMap(({ from }, i) =>
    words.slice(i, i + NAME_WORDS).flatMap(({ to }) => {
      const name = text.slice(from, to).normalize().toLowerCase().replaceAll(/\s+/g, ' ');
      return [{ from, to, name }, ...(name.endsWith('s') ? [{ from, to, name: name.slice(0, -1) }] : [])];
    }),
  );
}

/** What is wrong with a free text that must not tell who the child is; undefined when nothing is. */
export function anonymityFault(field: string, text: string, blocked: ReadonlySet<string>): FieldFault | undefined {
  const identifiers = identifiersIn(text);
  const names = possibleNamesIn(text).filter(({ name }) => blocked.has(name));
  // A mail address may hold a name; it is marked once.
  const outside = names.filter(({ from }) => !identifiers.some((mark) => from >= mark.from && from < mark.to));
  const marks = [...identifiers, ...outside.map(({ from, to }) => ({ from, to }))].toSorted((a, b) => a.from - b.from);
  if (marks.length === 0) return undefined;
  const message = [
    ...(identifiers.length > 0
      ? ['Ta bort personnummer, telefonnummer och mejladresser. Frågan ska inte visa vilket barnet är.']
      : []),
    ...(outside.length > 0
      ? ['Ta bort de markerade namnen. Skriv till exempel ”eleven” eller ”skolan” i stället.']
      : []),
  ].join(' ');
  return { field, message, marks };
}
