import { canonicalJson, isPlainObject } from './canonical-json.ts';
import type { Opening } from './commitment.ts';
import { hashBytes } from './merkle.ts';
import { decodeBase64 } from './note.ts';
import { bundlePath, bundlesOf, encodeBundle, tilePath, tilesOf, tileWidth } from './tiles.ts';

/** One file of an exported log; paths use `/`. */
export interface ExportFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** `samordna-log.json`. Nothing in it is signed: it says what the export is, and proves nothing. */
export interface Manifest {
  readonly format: 1;
  readonly origin: string;
  /** The key that the export itself names; an inspector compares it with one kept elsewhere. */
  readonly vkey: string;
  /** RFC 3339 in UTC. */
  readonly exportedAt: string;
  /** Number of entries: the size of the last checkpoint. */
  readonly size: number;
}

/** An opening, and the entry that commits to it. */
export interface ExportedOpening extends Opening {
  readonly index: number;
}

/** Where the exporter reads a log from. */
export interface LogReader extends Omit<Manifest, 'format'> {
  /** All signed notes, oldest first; the last one covers the whole export. */
  readonly checkpoints: readonly string[];
  /** Openings to give away; most exports have none. */
  readonly openings?: readonly ExportedOpening[];
  /** The exact bytes of the entries [from, to). */
  entries(from: number, to: number): Promise<Iterable<Uint8Array>>;
  /** The hashes of a tile; may hold more than asked for, since tiles only grow. */
  tile(level: number, n: number): Promise<Uint8Array>;
}

/** An exported log, opened for reading. */
export interface LogSource {
  readonly paths: ReadonlySet<string>;
  /** Called only with one of the paths. */
  read(path: string): Promise<Uint8Array>;
}

export const manifestPath = 'samordna-log.json';
export const latestPath = 'checkpoint';
export const checkpointsPath = 'checkpoints';
export const openingsPath = 'openings.ndjson';

/** Yields the files of an export one at a time, so that a log of any size can be streamed into an archive. */
export async function* exportFiles(log: LogReader): AsyncGenerator<ExportFile> {
  const { origin, vkey, exportedAt, size, checkpoints, openings } = log;
  const latest = checkpoints.at(-1);
  if (latest === undefined) throw new Error('a log without a checkpoint cannot be exported');

  const file = (path: string, text: string): ExportFile => ({ path, bytes: Buffer.from(text) });
  yield file(manifestPath, canonicalJson({ format: 1, origin, vkey, exportedAt, size } satisfies Manifest));
  yield file(latestPath, latest);
  yield file(checkpointsPath, canonicalJson(checkpoints));
  for (const bundle of bundlesOf(size)) {
    const from = bundle.n * tileWidth;
    yield { path: bundlePath(bundle), bytes: encodeBundle(await log.entries(from, from + bundle.width)) };
  }
  for (const tile of tilesOf(size)) {
    const hashes = await log.tile(tile.level, tile.n);
    yield { path: tilePath(tile), bytes: hashes.subarray(0, tile.width * hashBytes) };
  }
  if (openings) yield file(openingsPath, openings.map(openingLine).join(''));
}

/** Undefined when the text is not a manifest of this format. */
export function parseManifest(text: string): Manifest | undefined {
  const value = parseJson(text);
  if (!isPlainObject(value)) return undefined;
  const { format, origin, vkey, exportedAt, size } = value;
  const words = typeof origin === 'string' && typeof vkey === 'string' && typeof exportedAt === 'string';
  if (format !== 1 || !words || typeof size !== 'number' || !Number.isSafeInteger(size) || size < 0) return undefined;
  return { format, origin, vkey, exportedAt, size };
}

/** Undefined when the text is not a list of notes. */
export function parseCheckpoints(text: string): readonly string[] | undefined {
  const value = parseJson(text);
  const sound = Array.isArray(value) && value.every((note) => typeof note === 'string');
  return sound ? value : undefined;
}

/** Undefined when the line is not an opening. */
export function parseOpening(line: string): ExportedOpening | undefined {
  const value = parseJson(line);
  if (!isPlainObject(value)) return undefined;
  const { index, name, value: opened, salt: base64 } = value;
  const salt = typeof base64 === 'string' ? decodeBase64(base64) : undefined;
  if (!Number.isSafeInteger(index) || typeof name !== 'string' || typeof opened !== 'string' || !salt) return undefined;
  return { index: Number(index), name, value: opened, salt };
}

function openingLine({ index, name, salt, value }: ExportedOpening): string {
  return `${canonicalJson({ index, name, salt: Buffer.from(salt).toString('base64'), value })}\n`;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
