import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';
import { signCheckpoint } from '../../libs/evidence/checkpoint.ts';
import { commit } from '../../libs/evidence/commitment.ts';
import { encodeEntry, type LogEntry } from '../../libs/evidence/entry.ts';
import { exportFiles, type ExportedOpening, type LogReader, type LogSource } from '../../libs/evidence/export.ts';
import {
  countFigure,
  figurePublished,
  type FigureDefinition,
  type PublishedFigure,
} from '../../libs/evidence/figure.ts';
import { Frontier, leafHash, sha256 } from '../../libs/evidence/merkle.ts';
import { ed25519Signer, verifierKey } from '../../libs/evidence/note.ts';
import { TileBuilder } from '../../libs/evidence/tiles.ts';

/** Logs made up on the spot, the same each time. */
export const exampleOrigin = 'example.se/samordna';

export const heldByTheme: FigureDefinition = {
  id: 'consultations-held',
  version: 1,
  counts: ['consultation.held', 'consultation.unheld'],
  on: 'heldOn',
  by: 'themes',
};

export const year2026 = { from: '2026-01-01', to: '2027-01-01' };

/** An Ed25519 key whose seed is the hash of a word. */
export function exampleKey(word: string): KeyObject {
  const pkcs8Header = Buffer.from('302e020100300506032b657004220420', 'hex');
  const der = Buffer.concat([pkcs8Header, sha256(Buffer.from(word))]);
  return createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
}

export function exampleVerifierKey(key: KeyObject): string {
  return verifierKey(exampleOrigin, createPublicKey(key));
}

/** Every third entry is a consultation held, every thirtieth takes one back; each commits to a name. */
export function exampleEntry(index: number): LogEntry {
  const type = index % 30 === 0 ? 'consultation.unheld' : index % 3 === 1 ? 'consultation.held' : 'case.read';
  const counted = type !== 'case.read';
  return {
    v: 1,
    id: `0199-${index}`,
    type,
    at: '2026-11-22T10:00:00.000Z',
    area: index % 7 === 0 ? 'lerum' : 'molndal',
    actor: `a${index % 20}`,
    unit: `u${index % 5}`,
    activity: counted ? 'Skriva' : 'Läsa',
    outcome: 'ok',
    ...(counted && { facts: exampleFacts(index, type) }),
    commitments: [commit(exampleOpening(index))],
  };
}

export function exampleOpening(index: number): ExportedOpening {
  return { index, name: 'child', value: `barn ${index}`, salt: sha256(Buffer.from(`salt ${index}`)).subarray(0, 16) };
}

/** The entry that publishes a figure counted over all the entries so far. */
export function publishedFigure(entries: readonly LogEntry[], changes: Partial<PublishedFigure> = {}): LogEntry {
  const frontier = new Frontier();
  for (const entry of entries) frontier.append(leafHash(encodeEntry(entry)));
  const facts: PublishedFigure = {
    definition: heldByTheme,
    period: year2026,
    values: Object.fromEntries(countFigure(heldByTheme, 'molndal', year2026, entries)),
    size: entries.length,
    root: frontier.root().toString('base64'),
    ...changes,
  };
  const { commitments: _, ...plain } = exampleEntry(1);
  return { ...plain, id: 'figure', type: figurePublished, facts };
}

/** Where `exampleEntries` has its published figure, and how many they are. */
export const figureAt = 400;
export const exampleSize = 700;

/** Example entries, and among them a figure counted over all before it. */
export function exampleEntries(change: Partial<PublishedFigure> = {}): LogEntry[] {
  const entries = Array.from({ length: exampleSize }, (_, i) => exampleEntry(i));
  return entries.with(figureAt, publishedFigure(entries.slice(0, figureAt), change));
}

/** A log over these entries, with a checkpoint at each of the sizes and at the end. */
export async function logOf(
  entries: readonly Uint8Array[],
  sizes: readonly number[] = [],
  key: KeyObject = exampleKey('the log'),
): Promise<LogReader> {
  const signer = ed25519Signer(exampleOrigin, key);
  const frontier = new Frontier();
  const builder = new TileBuilder();
  const tiles = new Map<string, Buffer>();
  const checkpoints: string[] = [];
  for (const entry of entries) {
    frontier.append(leafHash(entry));
    for (const { level, n, hashes } of builder.append(leafHash(entry))) tiles.set(`${level}/${n}`, hashes);
    if (sizes.includes(frontier.size) || frontier.size === entries.length) {
      checkpoints.push(await signCheckpoint(frontier.size, frontier.root(), signer));
    }
  }
  for (const { level, n, hashes } of builder.partials()) tiles.set(`${level}/${n}`, hashes);
  return {
    origin: exampleOrigin,
    vkey: exampleVerifierKey(key),
    exportedAt: '2026-11-22T12:00:00Z',
    size: entries.length,
    checkpoints,
    entries: (from, to) => Promise.resolve(entries.slice(from, to)),
    tile: (level, n) => Promise.resolve(tiles.get(`${level}/${n}`) ?? Buffer.alloc(0)),
  };
}

/** All files of an export, in memory. */
export async function filesOf(log: LogReader): Promise<Map<string, Buffer>> {
  const files = new Map<string, Buffer>();
  for await (const { path, bytes } of exportFiles(log)) files.set(path, Buffer.from(bytes));
  return files;
}

export function sourceOf(files: ReadonlyMap<string, Uint8Array>): LogSource {
  const read = async (path: string): Promise<Uint8Array> =>
    files.get(path) ?? Promise.reject(new Error(`no file ${path}`));
  return { paths: new Set(files.keys()), read };
}

function exampleFacts(index: number, type: string): Record<string, unknown> {
  const themes = [['skola'], ['skola', 'hälsa'], ['familj'], ['hälsa', 'familj', 'skola']][index % 4];
  return {
    delta: type === 'consultation.unheld' ? -1 : 1,
    heldOn: index % 10 === 0 ? '2025-12-31' : '2026-03-04',
    themes,
  };
}
