/** The names of a text with one on each row, as the area keeps them: each once, in lower case, in alphabetical order. */
export function namesIn(text: string): string[] {
  const names = text.split('\n').map((row) => row.trim().toLocaleLowerCase('sv'));
  return [...new Set(names)].filter(Boolean).toSorted((a, b) => a.localeCompare(b, 'sv'));
}

export const textOf = (names: string[]): string => names.join('\n');
