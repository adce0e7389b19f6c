/**
 * Writes a value as canonical JSON (RFC 8785, JCS), so that equal data always gives equal bytes.
 * Narrower than the RFC on purpose: numbers are safe integers and strings well-formed Unicode, which removes every case
 * where two implementations could differ. Anything else (a fraction, `undefined`, a Date, a lone surrogate) throws a TypeError.
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'number') return integer(value);
  if (typeof value === 'string') return text(value);
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (isPlainObject(value)) {
    // Array.prototype.sort compares UTF-16 code units, which is the order RFC 8785 section 3.2.3 asks for.
    const members = Object.keys(value).sort();
    return `{${members.map((name) => `${text(name)}:${canonicalJson(value[name])}`).join(',')}}`;
  }
  throw new TypeError(`canonical JSON has no form for a value of type ${typeof value}`);
}

/** True for an object made by a literal or by JSON.parse; false for arrays, null and instances of a class. */
export function isPlainObject(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

function integer(value: number): string {
  if (!Number.isSafeInteger(value)) throw new TypeError(`canonical JSON takes safe integers only, not ${value}`);
  return String(value);
}

function text(value: string): string {
  if (!value.isWellFormed()) throw new TypeError('canonical JSON takes well-formed Unicode only: lone surrogate found');
  return JSON.stringify(value);
}
