import { isPlainObject } from './canonical-json.ts';
import type { LogEntry } from './entry.ts';
import { hashBytes } from './merkle.ts';
import { decodeBase64 } from './note.ts';

/** How a figure is counted from the log: data, so that an outsider can count it again. */
export type FigureDefinition = {
  readonly id: string;
  readonly version: number;
  /** Types of the entries that count. Each such entry has `facts.delta`: 1, or -1 when it takes an earlier one back. */
  readonly counts: readonly string[];
  /** The fact that holds the local date (YYYY-MM-DD) which decides the period. */
  readonly on: string;
  /** The fact to split by: a string or a list of strings, each of which gets the count. */
  readonly by?: string;
};

/** Local dates, YYYY-MM-DD; `to` is the first day outside. */
export type Period = { readonly from: string; readonly to: string };

/** The facts of an entry of type `figure.published`. Its area is the entry's own. */
export type PublishedFigure = {
  readonly definition: FigureDefinition;
  readonly period: Period;
  /** Key '' holds the whole when there is no `by`. Null is a suppressed cell. A key left out means 0. */
  readonly values: Readonly<Record<string, number | null>>;
  /** Counted over the entries [0, size): the size and root of a signed checkpoint. */
  readonly size: number;
  /** base64. */
  readonly root: string;
};

export const figurePublished = 'figure.published';

/** An entry that ought to count lacks what it is counted by, or a published figure is malformed. */
export class FigureError extends Error {}

const localDate = /^\d{4}-\d\d-\d\d$/;

/** What facts of a counted type say for a figure: under which keys, and one more or one less. Undefined when they lack something. */
export function countOf(
  { on, by }: FigureDefinition,
  facts: Readonly<Record<string, unknown>>,
): { keys: string[]; delta: 1 | -1 } | undefined {
  const delta = facts['delta'];
  const keys = by === undefined ? [''] : [facts[by]].flat();
  if ((delta !== 1 && delta !== -1) || !isLocalDate(facts[on])) return undefined;
  return keys.every((key) => typeof key === 'string') ? { keys, delta } : undefined;
}

/** Counts a figure, entry by entry, for one area and period. */
export class FigureCount {
  readonly #definition: FigureDefinition;
  readonly #area: string | null;
  readonly #period: Period;
  readonly #values = new Map<string, number>();

  constructor(definition: FigureDefinition, area: string | null, period: Period) {
    this.#definition = definition;
    this.#area = area;
    this.#period = period;
  }

  /** Throws a FigureError when an entry of a counted type lacks its delta, its date or its key. */
  add({ id, type, area, facts = {} }: LogEntry): void {
    const { counts, on } = this.#definition;
    if (area !== this.#area || !counts.includes(type)) return;
    const counted = countOf(this.#definition, facts);
    if (!counted) throw new FigureError(`entry ${id} (${type}) cannot be counted`);
    const { keys, delta } = counted;
    const day = facts[on] as string;
    if (day < this.#period.from || day >= this.#period.to) return;
    for (const key of new Set(keys)) this.#values.set(key, (this.#values.get(key) ?? 0) + delta);
  }

  /** Keys whose count is 0 are left out. */
  values(): Map<string, number> {
    return new Map([...this.#values].filter(([, count]) => count !== 0));
  }
}

/** The figure's values over the entries: by key, or under '' when the definition has no `by`. */
export function countFigure(
  definition: FigureDefinition,
  area: string | null,
  period: Period,
  entries: Iterable<LogEntry>,
): Map<string, number> {
  const count = new FigureCount(definition, area, period);
  for (const entry of entries) count.add(entry);
  return count.values();
}

/** The first key where what was published differs from the recount; a suppressed cell must have something behind it. */
export function firstDifference(
  published: PublishedFigure['values'],
  recounted: ReadonlyMap<string, number>,
): { key: string; published: number | null; recounted: number } | undefined {
  for (const key of new Set([...Object.keys(published), ...recounted.keys()])) {
    const said = Object.hasOwn(published, key) ? (published[key] ?? null) : 0;
    const found = recounted.get(key) ?? 0;
    if (said === null ? found <= 0 : said !== found) return { key, published: said, recounted: found };
  }
  return undefined;
}

/** Reads the facts of a `figure.published` entry; throws a FigureError when they are malformed. */
export function parsePublishedFigure({ facts = {} }: LogEntry): PublishedFigure {
  const { definition, period, values, size, root } = facts;
  if (isDefinition(definition) && isPeriod(period) && isValues(values) && isCount(size) && isRoot(root)) {
    return { definition, period, values, size, root };
  }
  throw new FigureError('a published figure that cannot be read');
}

function isDefinition(value: unknown): value is FigureDefinition {
  if (!isPlainObject(value)) return false;
  const { id, version, counts, on, by } = value;
  const words = [id, on, ...(by === undefined ? [] : [by]), ...(Array.isArray(counts) ? counts : [undefined])];
  return words.every((word) => typeof word === 'string' && word !== '') && isCount(version);
}

function isPeriod(value: unknown): value is Period {
  return isPlainObject(value) && isLocalDate(value['from']) && isLocalDate(value['to']);
}

function isValues(value: unknown): value is PublishedFigure['values'] {
  return isPlainObject(value) && Object.values(value).every((count) => count === null || Number.isSafeInteger(count));
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) >= 0;
}

function isLocalDate(value: unknown): value is string {
  return typeof value === 'string' && localDate.test(value);
}

function isRoot(value: unknown): value is string {
  return typeof value === 'string' && decodeBase64(value)?.length === hashBytes;
}
