import { set } from 'react-hook-form';
import {
  type AgreementContent,
  CONSENT_CHOICES,
  type CodeRow,
  FIELDS,
  HOLDER_CHOICES,
  listAt,
  LISTS,
  valueAt,
} from './agreement-fields.ts';

/** One difference between two versions, in words; empty where nothing stands. */
export interface Change {
  name: string;
  before: string;
  after: string;
}

/** What differs between two versions, in the order of the form. */
export function changesOf(before: AgreementContent, after: AgreementContent): Change[] {
  const fields = FIELDS.map(({ path, label }) => ({
    name: label,
    before: textOf(before, path),
    after: textOf(after, path),
  }));
  const rows = LISTS.flatMap(({ path, label }) => rowChanges(label, listAt(before, path), listAt(after, path)));
  return [...fields, ...rows].filter((change) => change.before !== change.after);
}

function rowChanges(label: string, before: CodeRow[], after: CodeRow[]): Change[] {
  const names = new Map(before.map(({ code, name }) => [code, name]));
  return after.map(({ code, name }) => ({ name: label, before: names.get(code) ?? '', after: name }));
}

/** A field's value as it is read. */
export function textOf(content: AgreementContent, path: string): string {
  const value = valueAt(content, path) ?? '';
  if (!Array.isArray(value)) return nameIn([...CONSENT_CHOICES, ...HOLDER_CHOICES], String(value));
  const services = content.services.map(({ code, name }) => ({ value: code, name }));
  const names = value.map((code) => nameIn(services, code));
  return names.toSorted((a, b) => a.localeCompare(b, 'sv')).join(', ');
}

const nameIn = (choices: { value: string; name: string }[], value: string): string =>
  choices.find((choice) => choice.value === value)?.name ?? value;

/**
 * What I have changed since `base`, brought over to what somebody else has saved meanwhile: what only they changed stays
 * theirs, what I changed becomes mine, and no row of a list is lost.
 */
export function broughtOver(
  base: AgreementContent,
  mine: AgreementContent,
  theirs: AgreementContent,
): AgreementContent {
  const merged = structuredClone(theirs);
  for (const { path } of FIELDS) {
    if (textOf(mine, path) !== textOf(base, path)) set(merged, path, structuredClone(valueAt(mine, path)));
  }
  for (const { path } of LISTS) {
    const rows = rowsOver(listAt(base, path), listAt(mine, path), listAt(theirs, path));
    set(merged, path, structuredClone(rows));
  }
  return merged;
}

function rowsOver(base: CodeRow[], mine: CodeRow[], theirs: CodeRow[]): CodeRow[] {
  const nameBefore = new Map(base.map(({ code, name }) => [code, name]));
  const renamed = new Map(mine.filter(({ code, name }) => nameBefore.get(code) !== name).map((row) => [row.code, row]));
  const added = mine.filter(({ code }) => !theirs.some((row) => row.code === code));
  return [...theirs.map((row) => renamed.get(row.code) ?? row), ...added];
}

/** A code for a new row, from its name: `Spel om pengar` becomes `SPEL_OM_PENGAR`, or the next one that is free. */
export function codeFor(name: string, taken: string[]): string {
  const plain = name
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toUpperCase()
    .replaceAll(/[^A-Z0-9]+/g, '_')
    .slice(0, 34)
    .replaceAll(/^_+|_+$/g, '');
  const code = plain || 'ROW';
  for (let n = 1; ; n++) {
    const free = n === 1 ? code : `${code}_${n}`;
    if (!taken.includes(free)) return free;
  }
}
