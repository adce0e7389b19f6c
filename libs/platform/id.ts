import { randomUUID, randomUUIDv7 } from 'node:crypto';

/** A new time-ordered id (UUID v7). Ids are made by the application, so an insert needs no answer to know what it made. */
export const newId = (): string => randomUUIDv7();

/** An id that tells nothing, not even when it was made (UUID v4): for what an outsider may hold. */
export const newOpaqueId = (): string => randomUUID();

const ALPHABET = '23456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A short reference that people read aloud, e.g. `K-7F3KQ2`: the prefix says what it is, the rest is drawn from the id's random part. */
export function referenceOf(prefix: string, id: string): string {
  let number = BigInt(`0x${id.replaceAll('-', '').slice(-16)}`);
  let letters = '';
  for (let i = 0; i < 6; i++) {
    letters += ALPHABET[Number(number % 30n)];
    number /= 30n;
  }
  return `${prefix}-${letters}`;
}
