/** A figure's cells as they may be shown: null is a suppressed cell. */
type ShownCells = Map<string, number | null>;

/**
 * Hides small cells (product.md, rule 6). A cell of 1 to `limit` - 1 is suppressed; 0 is shown. Whoever knows the sum of all
 * cells can subtract those that are shown, so when that would tell what stands in a suppressed one, the smallest cell
 * that would have been shown is suppressed too (complementary suppression). Among equals, the first is taken.
 */
export function suppress(cells: ReadonlyMap<string, number>, limit: number): ShownCells {
  const smallestFirst = [...cells].filter(([, value]) => value > 0).sort(([, a], [, b]) => a - b);
  const small = smallestFirst.filter(([, value]) => value < limit);
  const hidden = givesItselfAway(small.map(([, value]) => value)) ? smallestFirst.slice(0, small.length + 1) : small;
  const hiddenKeys = new Set(hidden.map(([key]) => key));
  return new Map([...cells].map(([key, value]) => [key, hiddenKeys.has(key) ? null : value]));
}

/** Cells above 0 whose sum tells what each of them is: one alone, or nothing but ones. */
function givesItselfAway(values: readonly number[]): boolean {
  return values.length === 1 || (values.length > 1 && values.every((value) => value === 1));
}
