import { countOf, decodeEntry, FigureError, type LogEntry } from '../evidence/index.ts';
import type { CountedFigure } from './figure-definition.ts';

/** An event in its place in an area's log. */
export interface SealedEvent {
  index: number;
  entry: Buffer;
}

/** That one event counts in one cell of one figure. */
export interface Counted {
  definition: string;
  version: number;
  /** First day of the local month. */
  month: string;
  key: string;
  index: number;
  delta: number;
}

/** Which cells the events of a batch count in. */
export function countedIn(events: readonly SealedEvent[], figures: readonly CountedFigure[]): Counted[] {
  const types = new Set(figures.flatMap(({ counts }) => counts));
  return events.flatMap(({ index, entry }) => {
    // Most events count in nothing: look for the type before reading the whole entry.
    const type = /"type":"([^"]+)"/.exec(entry.toString('latin1'))?.[1];
    if (!type || !types.has(type)) return [];
    const decoded = decodeEntry(entry);
    return figures.filter(({ counts }) => counts.includes(type)).flatMap((figure) => cellsOf(figure, decoded, index));
  });
}

function cellsOf(figure: CountedFigure, { type, facts = {} }: LogEntry, index: number): Counted[] {
  const { id, version, on } = figure;
  const count = countOf(figure, facts);
  if (!count) throw new FigureError(`an event of type ${type} cannot be counted for ${id}`);
  const month = `${String(facts[on]).slice(0, 7)}-01`;
  return [...new Set(count.keys)].map((key) => ({ definition: id, version, month, key, index, delta: count.delta }));
}
