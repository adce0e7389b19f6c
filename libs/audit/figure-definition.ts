import type { FigureDefinition } from '../evidence/index.ts';

/** A figure that the sealer counts, with what a reader is told about it. */
export interface CountedFigure extends FigureDefinition {
  /** What is counted, in Swedish: the rule that anyone can count again by. */
  readonly explanation: string;
}

const figures = new Map<string, CountedFigure>();

/** Declares a figure, once, beside the noun that it counts. A changed rule is a new version. */
export function countedFigure(figure: CountedFigure): CountedFigure {
  if (figures.has(figure.id)) throw new Error(`two figures are called ${figure.id}`);
  figures.set(figure.id, figure);
  return figure;
}

export const figureOf = (id: string): CountedFigure | undefined => figures.get(id);

export const countedFigures = (): CountedFigure[] => [...figures.values()];
