import { hash } from 'node:crypto';

/** Bytes in a hash (SHA-256). */
export const hashBytes = 32;

/** Reads the hash of the perfect subtree over the leaves [index · 2^level, (index + 1) · 2^level). */
export type HashAt = (level: number, index: number) => Uint8Array | Promise<Uint8Array>;

const leafPrefix = Buffer.from([0]);
const nodePrefix = Buffer.from([1]);

/** The root of a tree without leaves: SHA-256 of nothing (RFC 9162 section 2.1.1). */
export const emptyRoot: Buffer = sha256(Buffer.alloc(0));

export function sha256(bytes: Uint8Array): Buffer {
  return hash('sha256', bytes, 'buffer');
}

/** SHA-256(0x00 ‖ entry). */
export function leafHash(entry: Uint8Array): Buffer {
  return sha256(Buffer.concat([leafPrefix, entry]));
}

/** SHA-256(0x01 ‖ left ‖ right). */
export function nodeHash(left: Uint8Array, right: Uint8Array): Buffer {
  return sha256(Buffer.concat([nodePrefix, left, right]));
}

/** The Merkle tree hash over leaf hashes, or over the roots of equally high perfect subtrees. */
export function rootOf(hashes: Iterable<Uint8Array>): Buffer {
  const frontier = new Frontier();
  for (const each of hashes) frontier.append(each);
  return frontier.root();
}

/**
 * The right edge of a growing tree: the roots of its perfect subtrees, widest first, one for each set bit of the size.
 * All that is needed to append leaves and compute the new root in O(log n).
 */
export class Frontier {
  #size = 0;
  readonly #peaks: Uint8Array[] = [];

  get size(): number {
    return this.#size;
  }

  append(leaf: Uint8Array): void {
    let peak = leaf;
    for (let rest = this.#size; rest % 2 === 1; rest = (rest - 1) / 2) peak = nodeHash(this.#peaks.pop()!, peak);
    this.#peaks.push(peak);
    this.#size++;
  }

  root(): Buffer {
    if (this.#size === 0) return emptyRoot;
    return Buffer.from(this.#peaks.reduceRight((right, left) => nodeHash(left, right)));
  }

  /** Size as a big-endian uint64, then the subtree roots. */
  toBytes(): Buffer {
    const size = Buffer.alloc(8);
    size.writeBigUInt64BE(BigInt(this.#size));
    return Buffer.concat([size, ...this.#peaks]);
  }

  static fromBytes(bytes: Uint8Array): Frontier {
    const buffer = Buffer.from(bytes);
    const size = buffer.length < 8 ? NaN : Number(buffer.readBigUInt64BE());
    if (!Number.isSafeInteger(size) || buffer.length !== 8 + hashBytes * setBits(size)) {
      throw new Error('these bytes are not a frontier');
    }
    const frontier = new Frontier();
    frontier.#size = size;
    frontier.#peaks.push(...splitHashes(buffer.subarray(8)));
    return frontier;
  }
}

/** Cuts concatenated hashes apart; the length must be a multiple of 32 bytes. */
export function splitHashes(bytes: Uint8Array): Buffer[] {
  if (bytes.length % hashBytes !== 0) throw new Error(`${bytes.length} bytes are not a whole number of hashes`);
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  return Array.from({ length: bytes.length / hashBytes }, (_, i) =>
    buffer.subarray(i * hashBytes, (i + 1) * hashBytes),
  );
}

/** Hashes from the leaf's sibling up to the root's child (RFC 9162 section 2.1.3.1). */
export async function inclusionProof(index: number, size: number, hashAt: HashAt): Promise<Uint8Array[]> {
  if (!isIndex(size) || !isIndex(index) || index >= size) throw new RangeError(`no leaf ${index} in a tree of ${size}`);
  const path = async (from: number, to: number): Promise<Uint8Array[]> => {
    if (to - from === 1) return [];
    const middle = from + widestLeft(to - from);
    return index < middle
      ? [...(await path(from, middle)), await subtreeRoot(middle, to, hashAt)]
      : [...(await path(middle, to)), await subtreeRoot(from, middle, hashAt)];
  };
  return path(0, size);
}

/** RFC 9162 section 2.1.3.2. */
export function verifyInclusion(
  leaf: Uint8Array,
  index: number,
  size: number,
  proof: readonly Uint8Array[],
  root: Uint8Array,
): boolean {
  if (!isIndex(index) || !isIndex(size) || index >= size) return false;
  let node = index;
  let last = size - 1;
  let computed: Buffer = Buffer.from(leaf);
  for (const sibling of proof) {
    if (last === 0) return false;
    if (node % 2 === 1 || node === last) {
      computed = nodeHash(sibling, computed);
      while (node % 2 === 0 && node !== 0) [node, last] = [half(node), half(last)];
    } else {
      computed = nodeHash(computed, sibling);
    }
    [node, last] = [half(node), half(last)];
  }
  return last === 0 && computed.equals(root);
}

/** The Merkle tree hash over the leaves [from, to), where `from` is aligned as the recursion of RFC 9162 aligns it. */
async function subtreeRoot(from: number, to: number, hashAt: HashAt): Promise<Uint8Array> {
  const width = to - from;
  const left = widestLeft(width);
  if (left * 2 === width || width === 1) return hashAt(Math.log2(width), from / width);
  return nodeHash(await subtreeRoot(from, from + left, hashAt), await subtreeRoot(from + left, to, hashAt));
}

/** The largest power of two smaller than `width` (the k of RFC 9162 section 2.1.1). */
function widestLeft(width: number): number {
  let k = 1;
  while (k * 2 < width) k *= 2;
  return k;
}

function setBits(size: number): number {
  let bits = 0;
  for (let rest = size; rest > 0; rest = half(rest)) bits += rest % 2;
  return bits;
}

// Not `>>`: that cuts sizes to 32 bits.
function half(value: number): number {
  return Math.floor(value / 2);
}

function isIndex(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0;
}
