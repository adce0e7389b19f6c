import { hashBytes, rootOf, splitHashes, type HashAt } from './merkle.ts';

/** Hashes in a full tile, entries in a full bundle (C2SP tlog-tiles). */
export const tileWidth = 256;

/** Longest entry in bytes: a bundle gives each entry a uint16 length (C2SP tlog-tiles). */
export const maxEntryBytes = 65_535;

/** Names a tile: the n-th at its level, holding `width` hashes (256 when full). */
export interface TileId {
  readonly level: number;
  readonly n: number;
  readonly width: number;
}

export interface Tile extends TileId {
  readonly hashes: Buffer;
}

/** `tile/<L>/<N>[.p/<W>]`: `tile/0/x001/x234/067` is tile 1234067 of level 0. */
export function tilePath({ level, n, width }: TileId): string {
  return `tile/${level}/${numberPath(n)}${width === tileWidth ? '' : `.p/${width}`}`;
}

/** `tile/entries/<N>[.p/<W>]`: the entries whose leaf hashes are level 0's tile of the same number. */
export function bundlePath({ n, width }: Pick<TileId, 'n' | 'width'>): string {
  return tilePath({ level: 0, n, width }).replace('tile/0/', 'tile/entries/');
}

/** Every tile of a tree, level by level; full ones first, then the level's partial one if it has any. */
export function* tilesOf(size: number): Generator<TileId> {
  for (const { level, count } of levelsOf(size)) yield* tilesAt(level, count);
}

/** The bundles of a log, named as their leaf tiles. */
export function bundlesOf(size: number): Generator<TileId> {
  return tilesAt(0, size);
}

/** Whether a log of `size` entries has a tile or a bundle at this path. */
export function isTilePath(path: string, size: number): boolean {
  const [, kind = '', digits = ''] = /^tile\/(\d+|entries)\/((?:x\d{3}\/)*\d{3})/.exec(path) ?? [];
  const level = kind === 'entries' ? 0 : Number(kind);
  const n = Number(digits.replaceAll(/[x/]/g, ''));
  const width = Math.min(tileWidth, Math.floor(size / tileWidth ** level) - n * tileWidth);
  return width > 0 && path === (kind === 'entries' ? bundlePath({ n, width }) : tilePath({ level, n, width }));
}

/** The partial tiles at the right edge of a tree, lowest level first: what a TileBuilder needs to go on. */
export function partialTilesOf(size: number): TileId[] {
  return [...levelsOf(size)]
    .map(({ level, count }) => ({ level, n: Math.floor(count / tileWidth), width: count % tileWidth }))
    .filter(({ width }) => width > 0);
}

/** Grows the tiles of a tree leaf by leaf. */
export class TileBuilder {
  readonly #levels: { count: number; hashes: Buffer }[] = [];

  /** Begins with an empty tree, or with one of `size` leaves given the tiles that `partialTilesOf(size)` names. */
  constructor(size = 0, partials: readonly Pick<Tile, 'level' | 'hashes'>[] = []) {
    for (const { level, count } of levelsOf(size)) {
      const hashes = Buffer.alloc(tileWidth * hashBytes);
      const width = count % tileWidth;
      if (width > 0) {
        const stored = partials.find((tile) => tile.level === level)?.hashes;
        if (!stored || stored.length < width * hashBytes)
          throw new Error(`the partial tile of level ${level} is missing`);
        stored.copy(hashes, 0, 0, width * hashBytes);
      }
      this.#levels.push({ count, hashes });
    }
  }

  /** Adds a leaf; returns the tiles it made full, lowest level first (none, most of the time). */
  append(leaf: Uint8Array): Tile[] {
    const full: Tile[] = [];
    let hash = leaf;
    for (let level = 0; ; level++) {
      const row = (this.#levels[level] ??= { count: 0, hashes: Buffer.alloc(tileWidth * hashBytes) });
      row.hashes.set(hash, (row.count % tileWidth) * hashBytes);
      row.count++;
      if (row.count % tileWidth !== 0) return full;
      full.push({ level, n: row.count / tileWidth - 1, width: tileWidth, hashes: Buffer.from(row.hashes) });
      hash = rootOf(splitHashes(row.hashes));
    }
  }

  /** The partial tiles as they stand, lowest level first. */
  partials(): Tile[] {
    return this.#levels.flatMap(({ count, hashes }, level) => {
      const width = count % tileWidth;
      if (width === 0) return [];
      const used = Buffer.from(hashes.subarray(0, width * hashBytes));
      return [{ level, n: Math.floor(count / tileWidth), width, hashes: used }];
    });
  }
}

/** Reads the hash of any perfect subtree from tiles; `readTile` may give a wider tile than was asked for. */
export function hashesFromTiles(readTile: (level: number, n: number) => Uint8Array | Promise<Uint8Array>): HashAt {
  return async (level, index) => {
    const span = 2 ** (level % 8);
    const first = index * span;
    const tile = await readTile(Math.floor(level / 8), Math.floor(first / tileWidth));
    const offset = first % tileWidth;
    if (tile.length < (offset + span) * hashBytes)
      throw new RangeError(`no hash ${index} at level ${level} in the tiles`);
    return rootOf(splitHashes(tile.subarray(offset * hashBytes, (offset + span) * hashBytes)));
  };
}

/** Each entry after its length as a big-endian uint16. */
export function encodeBundle(entries: Iterable<Uint8Array>): Buffer {
  const parts: Uint8Array[] = [];
  for (const entry of entries) {
    if (entry.length > maxEntryBytes)
      throw new RangeError(`an entry of ${entry.length} bytes is longer than ${maxEntryBytes}`);
    const length = Buffer.alloc(2);
    length.writeUInt16BE(entry.length);
    parts.push(length, entry);
  }
  return Buffer.concat(parts);
}

/** The entries of a bundle; `whole` is false when it is cut off inside an entry, which is then left out. */
export function decodeBundle(bundle: Uint8Array): { entries: Buffer[]; whole: boolean } {
  const bytes = Buffer.from(bundle.buffer, bundle.byteOffset, bundle.length);
  const entries: Buffer[] = [];
  for (let at = 0; at < bytes.length;) {
    const end = at + 2 <= bytes.length ? at + 2 + bytes.readUInt16BE(at) : Infinity;
    if (end > bytes.length) return { entries, whole: false };
    entries.push(bytes.subarray(at + 2, end));
    at = end;
  }
  return { entries, whole: true };
}

/** How many hashes each level's tiles hold together: one for every 256 of the level below. */
function* levelsOf(size: number): Generator<{ level: number; count: number }> {
  for (let level = 0, count = size; count > 0; level++, count = Math.floor(count / tileWidth)) yield { level, count };
}

function* tilesAt(level: number, count: number): Generator<TileId> {
  for (let n = 0; n * tileWidth < count; n++) {
    yield { level, n, width: Math.min(tileWidth, count - n * tileWidth) };
  }
}

function numberPath(n: number): string {
  const last = String(n % 1000).padStart(3, '0');
  let path = last;
  for (let rest = Math.floor(n / 1000); rest > 0; rest = Math.floor(rest / 1000)) {
    path = `x${String(rest % 1000).padStart(3, '0')}/${path}`;
  }
  return path;
}
