import { commit, opens } from './commitment.ts';
import { decodeEntry, encodeEntry, EntryError, type LogEntry } from './entry.ts';
import { exampleEntry, exampleOpening } from '../../test/support/example-log.ts';

const entry = exampleEntry(1);

describe('log entries', () => {
  it('are read back from their canonical bytes', () => {
    expect(decodeEntry(encodeEntry(entry))).toEqual(entry);
    const bare: LogEntry = {
      v: 1,
      id: 'x',
      type: 't',
      at: '2026-01-01T00:00:00Z',
      area: null,
      actor: null,
      unit: null,
      activity: 'Läsa',
      outcome: 'ok',
    };
    expect(encodeEntry(bare).toString()).toBe(
      '{"activity":"Läsa","actor":null,"area":null,"at":"2026-01-01T00:00:00Z","id":"x","outcome":"ok","type":"t","unit":null,"v":1}',
    );
  });

  const text = encodeEntry(entry).toString();
  it.each([
    ['a space', text.replace(':', ': ')],
    ['another order', text.replace('{"activity":"Skriva",', '{').replace('}', ',"activity":"Skriva"}')],
    ['a name twice', text.replace('{', '{"activity":"Skriva",')],
    ['an escaped letter', text.replace('S', '\\u0053')],
    ['a byte order mark', `\ufeff${text}`],
    ['a fraction', text.replace('"delta":1', '"delta":1.5')],
    ['deep nesting', '['.repeat(60_000)],
    ['no JSON', 'entry'],
    ['nothing', ''],
  ])('with %s are refused', (_, spelling) => {
    expect(spelling).not.toBe(text);
    expect(() => decodeEntry(Buffer.from(spelling))).toThrow(EntryError);
  });

  it('that are not UTF-8 are refused', () => {
    expect(() => decodeEntry(Buffer.from(text.replace('Skriva', 'Läsa'), 'latin1'))).toThrow(EntryError);
  });

  it.each<[string, Record<string, unknown>]>([
    ['another version', { v: 2 }],
    ['no id', { id: '' }],
    ['a local time', { at: '2026-01-01T00:00:00+01:00' }],
    ['an impossible time', { at: '2026-01-01T25:00:00Z' }],
    ['a number for an area', { area: 1 }],
    ['facts that are a list', { facts: [] }],
    ['a commitment that is no hash', { commitments: ['aGVq'] }],
    ['an unknown member', { name: 'Kim' }],
    ['a fact without canonical form', { facts: { share: 0.5 } }],
    ['too many bytes', { facts: { text: 'x'.repeat(65_535) } }],
  ])('with %s are neither written nor read', (_, change) => {
    const wrong = { ...entry, ...change };
    expect(() => encodeEntry(wrong as unknown as LogEntry)).toThrow(EntryError);
    const longest = JSON.stringify(wrong).length > 65_535;
    if (!longest) expect(() => decodeEntry(Buffer.from(JSON.stringify(wrong)))).toThrow(EntryError);
  });
});

describe('commitments', () => {
  const opening = exampleOpening(1);

  it('open with what was committed to, and with nothing else', () => {
    const commitment = commit(opening);
    expect(opens(commitment, opening)).toBe(true);
    expect(opens(commitment, { ...opening, value: 'barn 2' })).toBe(false);
    expect(opens(commitment, { ...opening, name: 'adult' })).toBe(false);
    expect(opens(commitment, { ...opening, salt: Buffer.alloc(16) })).toBe(false);
  });

  it('keep the parts apart', () => {
    expect(commit({ ...opening, name: 'ab', value: 'c' })).not.toBe(commit({ ...opening, name: 'a', value: 'bc' }));
  });

  it('never change their encoding', () => {
    expect(commit({ salt: Buffer.alloc(16, 7), name: 'child', value: 'Åsa' })).toBe(
      'NNzg9vVpQg1Q4rFdmH25t2qiMpK2mAnJ677dUwhTZc0=',
    );
  });

  it('need a salt that cannot be tried out', () => {
    expect(() => commit({ ...opening, salt: Buffer.alloc(15) })).toThrow(RangeError);
    expect(opens(commit(opening), { ...opening, salt: Buffer.alloc(15) })).toBe(false);
  });
});
