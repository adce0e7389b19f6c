import { sha256 } from './merkle.ts';

/** What opens a commitment: erase it, and nobody can tell any more what was committed to. */
export interface Opening {
  readonly name: string;
  readonly value: string;
  /** At least 16 random bytes, used once. */
  readonly salt: Uint8Array;
}

/** Shortest salt in bytes: 128 bits, so that a low-entropy value cannot be found by trying. */
export const minSaltBytes = 16;

/** base64(SHA-256(salt ‖ name ‖ value)), each part after its length as a big-endian uint32 so that no two openings share bytes. */
export function commit({ salt, name, value }: Opening): string {
  if (salt.length < minSaltBytes) throw new RangeError(`a salt is at least ${minSaltBytes} bytes`);
  const parts = [salt, Buffer.from(name), Buffer.from(value)];
  return sha256(Buffer.concat(parts.flatMap((part) => [lengthOf(part), part]))).toString('base64');
}

export function opens(commitment: string, opening: Opening): boolean {
  return opening.salt.length >= minSaltBytes && commit(opening) === commitment;
}

function lengthOf(part: Uint8Array): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(part.length);
  return length;
}
