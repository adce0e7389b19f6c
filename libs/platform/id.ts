import { randomUUIDv7 } from 'node:crypto';

/** A new time-ordered id (UUID v7). Ids are made by the application, so an insert needs no answer to know what it made. */
export const newId = (): string => randomUUIDv7();

const ALPHABET = '23456789ABCDEFGHJKMNPQRSTVWXYZ';

/**
 * A short reference that people read aloud, e.g. `K-7F3K-Q2XY`: the prefix says what it is, the rest is drawn from the id's random part.
 * Eight letters, so that an area with a million of them hardly ever draws the same again.
 */
export function referenceOf(prefix: string, id: string): string {
  let number = BigInt(`0x${id.replaceAll('-', '').slice(-16)}`);
  let letters = '';
  for (let i = 0; i < 8; i++) {
    letters += ALPHABET[Number(number % 30n)];
    number /= 30n;
  }
  return `${prefix}-${letters.slice(0, 4)}-${letters.slice(4)}`;
}
