/** What was done, in the words of Swedish log practice (Inera's log service; docs/glossary.md). */
export type Activity = 'Läsa' | 'Skriva' | 'Signera' | 'Radera' | 'Utskrift' | 'Nödöppning';

/**
 * Whose screens an event may change, as the event itself names them. A case's `holder` is the coordinators of the unit that
 * holds it, its `recipients` the units that copies were disclosed to; of a protected child only the `named` are told.
 */
export type Audience =
  'coordinators' | 'asking-unit' | 'team' | 'managers' | 'log-reviewers' | 'holder' | 'recipients' | 'named';

/** One kind of log event. */
export interface EventKind {
  type: string;
  activity: Activity;
  /** Left out: the event is pushed to nobody. */
  reaches?: readonly Audience[];
}

const kinds = new Map<string, EventKind>();

/** Declares a kind of event, once, beside the noun that it is about. */
export function eventKind(kind: EventKind): EventKind {
  if (kinds.has(kind.type)) throw new Error(`two kinds of event are called ${kind.type}`);
  kinds.set(kind.type, kind);
  return kind;
}

export const eventKindOf = (type: string): EventKind | undefined => kinds.get(type);
