import { PLAN_PARTS, type PlanLine, type PlanPart, type PlanRow } from './plan-words.rules.ts';

export const WORD_CHANGES = ['SAME', 'ADDED', 'REMOVED'] as const;

/** A run of words that stayed, came or went. */
export interface Words {
  change: (typeof WORD_CHANGES)[number];
  text: string;
}

export const ROW_CHANGES = ['ADDED', 'REMOVED', 'CHANGED'] as const;

/** How one row of a plan differs from the plan before. */
export interface PlanChange {
  part: PlanPart;
  change: (typeof ROW_CHANGES)[number];
  /** What the row says; where that changed, word by word. */
  words: Words[];
  /** The lines that differ; of a row that came or went, all of them. */
  lines: { label: string; words: Words[] }[];
}

/** What changed from one plan to the next, part by part in the plan's own order. Rows are the same when their ids are. */
export function changesBetween(before: readonly PlanRow[], after: readonly PlanRow[]): PlanChange[] {
  return PLAN_PARTS.flatMap((part) => {
    const [old, now] = [before, after].map((rows) => rows.filter((row) => row.part === part)) as [PlanRow[], PlanRow[]];
    const gone = old.filter((row) => !now.some(({ id }) => id === row.id));
    return [
      ...now.flatMap((row) =>
        compared(
          old.find(({ id }) => id === row.id),
          row,
        ),
      ),
      ...gone.flatMap((row) => compared(row, undefined)),
    ];
  });
}

function compared(before: PlanRow | undefined, after: PlanRow | undefined): PlanChange[] {
  const { part } = (after ?? before)!;
  const labels = [...new Set([...(before?.lines ?? []), ...(after?.lines ?? [])].map(({ label }) => label))];
  const lineOf = (row: PlanRow | undefined, label: string): PlanLine =>
    row?.lines.find((line) => line.label === label) ?? { label, text: '' };
  const lines = labels
    .map((label) => ({ label, words: lineChange(lineOf(before, label), lineOf(after, label)) }))
    .filter(({ words }) => isChanged(words));
  const words = wordsBetween(before?.text ?? '', after?.text ?? '');
  if (!isChanged(words) && lines.length === 0) return [];
  const change = !before ? 'ADDED' : !after ? 'REMOVED' : 'CHANGED';
  return [{ part, change, words, lines }];
}

/** A line that names the same row as before has not changed, whatever became of that row's own text. */
const lineChange = (before: PlanLine, after: PlanLine): Words[] =>
  before.of && before.of === after.of ? [{ change: 'SAME', text: after.text }] : wordsBetween(before.text, after.text);

const isChanged = (words: readonly Words[]): boolean => words.some(({ change }) => change !== 'SAME');

/** The two texts laid word by word over each other: the longest common run of words stays, the rest went or came. */
export function wordsBetween(before: string, after: string): Words[] {
  const [old, now] = [wordsIn(before), wordsIn(after)];
  const common = commonLengths(old, now);
  const runs: Words[] = [];
  const add = (change: Words['change'], text: string) => {
    const last = runs.at(-1);
    if (last?.change === change) last.text += text;
    else runs.push({ change, text });
  };
  let [i, j] = [0, 0];
  while (i < old.length || j < now.length) {
    if (i < old.length && j < now.length && isSame(old[i]!, now[j]!)) add('SAME', longest(old[i++]!, now[j++]!));
    else if (i < old.length && (j === now.length || common[i + 1]![j]! >= common[i]![j + 1]!))
      add('REMOVED', old[i++]!);
    else add('ADDED', now[j++]!);
  }
  return runs;
}

/** Words, each with the space after it, so that the runs put together are the text again, but for the amount of space. */
const wordsIn = (text: string): string[] => text.match(/\S+\s*/gu) ?? [];

const isSame = (one: string, other: string): boolean => one.trim() === other.trim();

const longest = (one: string, other: string): string => (one.length > other.length ? one : other);

/** For each pair of places, how many words the rest of both texts have in common, in order. */
function commonLengths(old: readonly string[], now: readonly string[]): number[][] {
  const lengths = Array.from({ length: old.length + 1 }, () => Array.from(now, () => 0).concat(0));
  for (let i = old.length - 1; i >= 0; i--) {
    for (let j = now.length - 1; j >= 0; j--) {
      lengths[i]![j] = isSame(old[i]!, now[j]!)
        ? lengths[i + 1]![j + 1]! + 1
        : Math.max(lengths[i + 1]![j]!, lengths[i]![j + 1]!);
    }
  }
  return lengths;
}
