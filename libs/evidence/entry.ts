import { canonicalJson, isPlainObject } from './canonical-json.ts';
import { hashBytes } from './merkle.ts';
import { decodeBase64 } from './note.ts';
import { maxEntryBytes } from './tiles.ts';

/** One event, as the log keeps it. Personal or free-text values appear as commitments only. */
export interface LogEntry {
  readonly v: 1;
  readonly id: string;
  /** What happened, e.g. `consultation.held`. */
  readonly type: string;
  /** RFC 3339 in UTC, ending in Z. */
  readonly at: string;
  /** Null where there is none: a system job, a failed sign-in. So for actor and unit. */
  readonly area: string | null;
  readonly actor: string | null;
  readonly unit: string | null;
  /** Läsa, Skriva, Signera, Radera, Utskrift, Nödöppning, or what else the log's words hold. */
  readonly activity: string;
  readonly outcome: string;
  /** Whom or what it was about, as a pseudonym. */
  readonly subject?: string;
  /** Non-personal values in clear: what figures are counted from. */
  readonly facts?: Readonly<Record<string, unknown>>;
  /** base64 SHA-256, made by `commit`. */
  readonly commitments?: readonly string[];
}

/** The bytes are not an entry, or the entry has no canonical form. */
export class EntryError extends Error {}

const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/;
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

const required: Readonly<Record<string, (value: unknown) => boolean>> = {
  v: (value) => value === 1,
  id: isWord,
  type: isWord,
  at: (value) => isWord(value) && instant.test(value) && !Number.isNaN(Date.parse(value)),
  area: isWordOrNull,
  actor: isWordOrNull,
  unit: isWordOrNull,
  activity: isWord,
  outcome: isWord,
};
const optional: typeof required = {
  subject: isWord,
  facts: isPlainObject,
  commitments: (value) => Array.isArray(value) && value.every(isHash),
};

/** The canonical bytes of an entry; throws an EntryError for one that a verifier would not accept. */
export function encodeEntry(entry: LogEntry): Buffer {
  checkShape(entry);
  const bytes = Buffer.from(orEntryError(() => canonicalJson(entry)));
  if (bytes.length > maxEntryBytes)
    throw new EntryError(`an entry takes at most ${maxEntryBytes} bytes, not ${bytes.length}`);
  return bytes;
}

/** Reads an entry; throws an EntryError when it is not canonical (another spelling of the same data) or of unknown shape. */
export function decodeEntry(bytes: Uint8Array): LogEntry {
  const entry = orEntryError((): unknown => {
    const text = utf8.decode(bytes);
    const value: unknown = JSON.parse(text);
    if (canonicalJson(value) !== text) throw new EntryError('an entry that is not canonical JSON');
    return value;
  });
  checkShape(entry);
  return entry;
}

function checkShape(value: unknown): asserts value is LogEntry {
  if (!isPlainObject(value)) throw new EntryError('an entry is an object');
  for (const [name, allows] of Object.entries(required)) {
    if (!allows(value[name])) throw new EntryError(`an entry whose ${name} is missing or wrong`);
  }
  for (const name of Object.keys(value)) {
    if (Object.hasOwn(required, name)) continue;
    if (!Object.hasOwn(optional, name) || !optional[name]?.(value[name]))
      throw new EntryError(`an entry whose ${name} is wrong or unknown`);
  }
}

function orEntryError<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof EntryError) throw error;
    throw new EntryError(error instanceof Error ? error.message : String(error), { cause: error });
  }
}

function isWord(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}

function isWordOrNull(value: unknown): boolean {
  return value === null || isWord(value);
}

function isHash(value: unknown): boolean {
  return typeof value === 'string' && decodeBase64(value)?.length === hashBytes;
}
