import type { Checkpoint } from './checkpoint.ts';
import { opens } from './commitment.ts';
import { decodeEntry, EntryError, type LogEntry } from './entry.ts';
import { openingsPath, type ExportedOpening, type LogSource } from './export.ts';
import { figurePublished } from './figure.ts';
import type { Fault, Findings } from './findings.ts';
import { Frontier, hashBytes, leafHash } from './merkle.ts';
import type { FigureEntry } from './recount.ts';
import { bundlePath, bundlesOf, decodeBundle, TileBuilder, tilePath, type Tile, type TileId } from './tiles.ts';

/** A tree head that the entries must lead to, and the fault it is when they do not. */
export interface Head {
  readonly checkpoint: Checkpoint;
  readonly fault: Extract<Fault, 'checkpoint-root' | 'outside-root'>;
}

/** One pass over the entries, growing the tree as the log once did. */
export class Walk {
  tiles = 0;
  readonly figures: FigureEntry[] = [];
  readonly #source: LogSource;
  readonly #findings: Findings;
  readonly #openings: ReadonlyMap<number, readonly ExportedOpening[]>;
  readonly #heads: readonly Head[];
  readonly #frontier = new Frontier();
  readonly #builder = new TileBuilder();
  #nextHead = 0;
  #soundSize = 0;

  constructor(
    source: LogSource,
    findings: Findings,
    openings: ReadonlyMap<number, readonly ExportedOpening[]>,
    heads: readonly Head[],
  ) {
    this.#source = source;
    this.#findings = findings;
    this.#openings = openings;
    this.#heads = heads.toSorted((a, b) => a.checkpoint.size - b.checkpoint.size);
  }

  get entries(): number {
    return this.#frontier.size;
  }

  /** False when it had to stop at a bundle that does not hold what it should: no root after that means anything. */
  async through(size: number): Promise<boolean> {
    this.#checkHeads();
    for (const bundle of bundlesOf(size)) {
      if (!(await this.#bundle(bundle))) return false;
    }
    for (const tile of this.#builder.partials()) await this.#tile(tile);
    return true;
  }

  async #bundle(id: TileId): Promise<boolean> {
    const bundle = await this.#read(bundlePath(id));
    const leaves = await this.#read(tilePath(id));
    if (!bundle || !leaves) return false;
    this.tiles++;
    if (leaves.length !== id.width * hashBytes) this.#findings.add('tile', { path: tilePath(id) });

    const first = this.entries;
    const { entries, whole } = decodeBundle(bundle);
    for (const [i, entry] of entries.slice(0, id.width).entries()) {
      const full = this.#entry(entry, leaves.subarray(i * hashBytes, (i + 1) * hashBytes));
      for (const tile of full) await this.#tile(tile);
    }
    const sound = whole && entries.length === id.width;
    if (!sound) this.#findings.add('bundle', { since: first, index: first + id.width - 1, path: bundlePath(id) });
    return sound;
  }

  /** Returns the tiles that the entry made full. */
  #entry(bytes: Uint8Array, exportedLeaf: Uint8Array): Tile[] {
    const index = this.entries;
    const leaf = leafHash(bytes);
    if (!leaf.equals(exportedLeaf)) this.#findings.add('leaf', { index });
    try {
      this.#content(decodeEntry(bytes), index);
    } catch (error) {
      if (!(error instanceof EntryError)) throw error;
      this.#findings.add('entry', { index });
    }
    this.#frontier.append(leaf);
    this.#checkHeads();
    return this.#builder.append(leaf);
  }

  #content(entry: LogEntry, index: number): void {
    if (entry.type === figurePublished) this.figures.push({ index, entry });
    for (const opening of this.#openings.get(index) ?? []) {
      const opened = entry.commitments?.some((commitment) => opens(commitment, opening));
      if (!opened) this.#findings.add('opening', { index, path: openingsPath });
    }
  }

  #checkHeads(): void {
    const { size } = this.#frontier;
    for (let head = this.#heads[this.#nextHead]; head?.checkpoint.size === size; head = this.#heads[++this.#nextHead]) {
      if (this.#frontier.root().equals(head.checkpoint.root)) this.#soundSize = size;
      else this.#findings.add(head.fault, { since: this.#soundSize, index: Math.max(size - 1, 0) });
    }
  }

  /** Leaf tiles were compared entry by entry, which says more. */
  async #tile(tile: Tile): Promise<void> {
    if (tile.level === 0) return;
    const path = tilePath(tile);
    const exported = await this.#read(path);
    this.tiles++;
    if (exported && !tile.hashes.equals(exported)) this.#findings.add('tile', { path });
  }

  async #read(path: string): Promise<Uint8Array | undefined> {
    if (this.#source.paths.has(path)) return this.#source.read(path);
    this.#findings.add('file-missing', { path });
    return undefined;
  }
}
