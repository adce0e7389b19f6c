import type { Checkpoint } from './checkpoint.ts';
import { decodeEntry, EntryError, type LogEntry } from './entry.ts';
import type { LogSource } from './export.ts';
import { FigureCount, FigureError, firstDifference, parsePublishedFigure, type PublishedFigure } from './figure.ts';
import type { Findings } from './findings.ts';
import { bundlePath, bundlesOf, decodeBundle, tileWidth } from './tiles.ts';

/** An entry of type `figure.published`, and where in the log it stands. */
export interface FigureEntry {
  readonly index: number;
  readonly entry: LogEntry;
}

interface Recount {
  readonly index: number;
  readonly figure: PublishedFigure;
  readonly count: FigureCount;
}

/** Counts every published figure again over the entries it says it was counted from, in one pass over a whole log of `size`. */
export async function recountFigures(
  figures: readonly FigureEntry[],
  checkpoints: readonly Checkpoint[],
  source: LogSource,
  size: number,
  findings: Findings,
): Promise<void> {
  let recounts = figures.flatMap((published) => begin(published, checkpoints, findings) ?? []);
  const last = Math.max(0, ...recounts.map(({ figure }) => figure.size));
  for (const bundle of bundlesOf(size)) {
    const first = bundle.n * tileWidth;
    if (first >= last) break;
    const { entries } = decodeBundle(await source.read(bundlePath(bundle)));
    for (const [i, bytes] of entries.entries()) {
      const entry = decode(bytes);
      if (entry) recounts = recounts.filter((recount) => add(recount, entry, first + i, findings));
    }
  }
  for (const { index, figure, count } of recounts) {
    const difference = firstDifference(figure.values, count.values());
    if (!difference) continue;
    const { key, published, recounted } = difference;
    const detail = `${figure.definition.id} ${key}: ${published ?? '–'} ≠ ${recounted}`;
    findings.add('figure-value', { index, detail });
  }
}

function begin(
  { index, entry }: FigureEntry,
  checkpoints: readonly Checkpoint[],
  findings: Findings,
): Recount | undefined {
  try {
    const figure = parsePublishedFigure(entry);
    const inTree = checkpoints.some(
      ({ size, root }) => size === figure.size && root.toString('base64') === figure.root,
    );
    if (!inTree) findings.add('figure-tree', { index, detail: figure.definition.id });
    return { index, figure, count: new FigureCount(figure.definition, entry.area, figure.period) };
  } catch (error) {
    if (!(error instanceof FigureError)) throw error;
    findings.add('figure-form', { index });
    return undefined;
  }
}

/** False when the entry makes the figure impossible to count. */
function add({ figure, count }: Recount, entry: LogEntry, index: number, findings: Findings): boolean {
  try {
    if (index < figure.size) count.add(entry);
    return true;
  } catch (error) {
    if (!(error instanceof FigureError)) throw error;
    findings.add('figure-form', { index, detail: figure.definition.id });
    return false;
  }
}

/** An entry that cannot be read has been found already, by the walk. */
function decode(bytes: Uint8Array): LogEntry | undefined {
  try {
    return decodeEntry(bytes);
  } catch (error) {
    if (error instanceof EntryError) return undefined;
    throw error;
  }
}
