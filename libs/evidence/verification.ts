import { openCheckpoint, parseCheckpoint, type Checkpoint } from './checkpoint.ts';
import {
  checkpointsPath,
  latestPath,
  manifestPath,
  openingsPath,
  parseCheckpoints,
  parseManifest,
  parseOpening,
  type ExportedOpening,
  type LogSource,
  type Manifest,
} from './export.ts';
import { Findings, type Finding, type Verdict } from './findings.ts';
import { NoteError, parseVerifierKey, type Verifier } from './note.ts';
import { recountFigures } from './recount.ts';
import { isTilePath } from './tiles.ts';
import { Walk } from './walk.ts';

/** What the inspector brings: none of it comes from the export. */
export interface Trust {
  /** The log's verifier key; without it the key that the export names is used, and said to be so. */
  readonly vkey?: string;
  /** Signed checkpoints kept outside the house. */
  readonly checkpoints?: readonly string[];
}

export interface Verification {
  readonly verdict: Verdict;
  readonly findings: readonly Finding[];
  readonly manifest: Manifest;
  /** The key the signatures were checked with. */
  readonly vkey: string;
  /** How many were checked, faulty ones included; of checkpoints, those that the key has signed. */
  readonly checked: {
    readonly entries: number;
    readonly tiles: number;
    readonly checkpoints: number;
    readonly outside: number;
    readonly openings: number;
    readonly figures: number;
  };
}

/** Nothing can be said of the log: this is no export, or what the inspector brought does not belong to it. */
export class CannotVerify extends Error {
  readonly reason: 'no-manifest' | 'manifest-form' | 'key-form' | 'outside-form' | 'outside-other-log';
  constructor(reason: CannotVerify['reason']) {
    super(`the log cannot be verified: ${reason}`);
    this.reason = reason;
  }
}

/**
 * Checks an exported log from the ground: every entry's form and hash, every tile, every checkpoint's signature and root (which
 * makes them consistent with each other, since all are roots of the same growing tree), checkpoints kept outside, openings and
 * published figures. Reads one bundle at a time; keeps no entries but those of published figures.
 * Throws CannotVerify where no verdict is possible.
 */
export async function verifyLog(source: LogSource, trust: Trust = {}): Promise<Verification> {
  const manifest = await readManifest(source);
  const vkey = trust.vkey ?? manifest.vkey;
  const verifier = readVerifier(vkey);
  const findings = new Findings();

  const checkpoints = await readCheckpoints(source, manifest, verifier, findings);
  const outside = readOutside(trust.checkpoints ?? [], manifest, verifier, findings);
  findUnexpectedTiles(source, manifest.size, findings);

  const openings = await readOpenings(source, manifest.size, findings);
  const walk = new Walk(source, findings, openings.byEntry, [
    ...(checkpoints ?? []).map((checkpoint) => ({ checkpoint, fault: 'checkpoint-root' as const })),
    ...outside.map((checkpoint) => ({ checkpoint, fault: 'outside-root' as const })),
  ]);
  const walked = await walk.through(manifest.size);
  const recounts = walked && checkpoints !== undefined;
  if (recounts) await recountFigures(walk.figures, checkpoints, source, manifest.size, findings);

  return {
    verdict: findings.verdict(),
    findings: findings.list(),
    manifest,
    vkey,
    checked: {
      entries: walk.entries,
      tiles: walk.tiles,
      checkpoints: checkpoints?.length ?? 0,
      outside: outside.length,
      openings: openings.count,
      figures: recounts ? walk.figures.length : 0,
    },
  };
}

async function readManifest(source: LogSource): Promise<Manifest> {
  const text = await readText(source, manifestPath);
  if (text === undefined) throw new CannotVerify('no-manifest');
  const manifest = parseManifest(text);
  if (!manifest) throw new CannotVerify('manifest-form');
  return manifest;
}

function readVerifier(vkey: string): Verifier {
  try {
    return parseVerifierKey(vkey);
  } catch {
    throw new CannotVerify('key-form');
  }
}

/** The exported checkpoints whose signatures hold, oldest first; undefined when the export has none. */
async function readCheckpoints(
  source: LogSource,
  manifest: Manifest,
  verifier: Verifier,
  findings: Findings,
): Promise<Checkpoint[] | undefined> {
  const latest = await readText(source, latestPath);
  const all = await readText(source, checkpointsPath);
  if (latest === undefined) findings.add('file-missing', { path: latestPath });
  if (all === undefined) findings.add('file-missing', { path: checkpointsPath });
  if (latest === undefined || all === undefined) return undefined;

  const notes = parseCheckpoints(all) ?? [];
  if (notes.at(-1) !== latest) findings.add('checkpoint-order', { path: latestPath });

  const checkpoints: Checkpoint[] = [];
  for (const [i, note] of notes.entries()) {
    const checkpoint = attempt(() => openCheckpoint(note, verifier));
    if (checkpoint) checkpoints.push(checkpoint);
    else findings.add('checkpoint-signature', { path: checkpointsPath, detail: String(i + 1) });
  }
  checkpoints.forEach(({ size }, i) => {
    const earlier = checkpoints[i - 1];
    if (earlier && size <= earlier.size) findings.add('checkpoint-order', { index: size, path: checkpointsPath });
  });
  const last = checkpoints.at(-1);
  if (last && (last.size !== manifest.size || last.origin !== manifest.origin)) {
    findings.add('manifest', { path: manifestPath, detail: `${manifest.size} ≠ ${last.size}` });
  }
  return checkpoints;
}

/** The checkpoints the inspector brought that the log's key has signed. */
function readOutside(
  notes: readonly string[],
  manifest: Manifest,
  verifier: Verifier,
  findings: Findings,
): Checkpoint[] {
  return notes.flatMap((note) => {
    const said = attempt(() => parseCheckpoint(note.slice(0, note.lastIndexOf('\n\n') + 1)));
    if (!said) throw new CannotVerify('outside-form');
    if (said.origin !== manifest.origin) throw new CannotVerify('outside-other-log');
    const checkpoint = attempt(() => openCheckpoint(note, verifier));
    if (!checkpoint) findings.add('outside-signature', { detail: String(said.size) });
    else if (checkpoint.size > manifest.size) {
      findings.add('outside-size', { index: manifest.size, detail: `${manifest.size} < ${checkpoint.size}` });
    }
    return checkpoint ?? [];
  });
}

function findUnexpectedTiles(source: LogSource, size: number, findings: Findings): void {
  for (const path of source.paths) {
    if (path.startsWith('tile/') && !isTilePath(path, size)) findings.add('file-unexpected', { path });
  }
}

async function readOpenings(
  source: LogSource,
  size: number,
  findings: Findings,
): Promise<{ count: number; byEntry: Map<number, ExportedOpening[]> }> {
  const lines = ((await readText(source, openingsPath)) ?? '').split('\n').filter((line) => line !== '');
  const byEntry = new Map<number, ExportedOpening[]>();
  for (const [i, line] of lines.entries()) {
    const opening = parseOpening(line);
    if (opening && opening.index >= 0 && opening.index < size) {
      byEntry.set(opening.index, [...(byEntry.get(opening.index) ?? []), opening]);
    } else {
      findings.add('opening', { path: openingsPath, detail: String(i + 1) });
    }
  }
  return { count: lines.length, byEntry };
}

async function readText(source: LogSource, path: string): Promise<string | undefined> {
  return source.paths.has(path) ? Buffer.from(await source.read(path)).toString() : undefined;
}

function attempt<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch (error) {
    if (error instanceof NoteError) return undefined;
    throw error;
  }
}
