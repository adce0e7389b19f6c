/** What a row adds to a figure: in the month of a local date, and under a key. */
export interface Counted {
  on: string;
  key?: string;
}

/**
 * How a change moves a figure: 1 when the row begins to count, -1 when it no longer does, 0 when it counts as before.
 * `elsewhere`: it would count in another month or under another key, which one event cannot say (each counts once, up or down).
 */
export function movement(before: Counted | null, after: Counted | null): 1 | -1 | 0 | 'elsewhere' {
  if (!before || !after) return before ? -1 : after ? 1 : 0;
  return cellOf(before) === cellOf(after) ? 0 : 'elsewhere';
}

const cellOf = ({ on, key }: Counted): string => `${on.slice(0, 7)} ${key}`;
