import fc from 'fast-check';
import { canonicalJson } from './canonical-json.ts';

describe('canonical JSON', () => {
  it('writes the string and the literals of the example in RFC 8785 section 3.2.2', () => {
    const input: unknown = JSON.parse(
      '{"string":"\\u20ac$\\u000F\\u000aA\'\\u0042\\u0022\\u005c\\\\\\"\\/","literals":[null,true,false]}',
    );
    const expected =
      '7b226c69746572616c73223a5b6e756c6c2c747275652c66616c73655d2c22737472696e67223a22e282ac245c75303030665c6e4127425c225c5c5c5c5c222f227d';
    expect(Buffer.from(canonicalJson(input)).toString('hex')).toBe(expected);
  });

  it('sorts names by UTF-16 code units, as the example in RFC 8785 section 3.2.3', () => {
    const input = {
      '\u20ac': 'Euro Sign',
      '\r': 'Carriage Return',
      '\ufb33': 'Hebrew Letter Dalet With Dagesh',
      '1': 'One',
      '\ud83d\ude00': 'Emoji: Grinning Face',
      '\u0080': 'Control',
      '\u00f6': 'Latin Small Letter O With Diaeresis',
    };
    const order = [...canonicalJson(input).matchAll(/:"([^"]+)"/g)].map(([, value]) => value);
    expect(order).toEqual([
      'Carriage Return',
      'One',
      'Control',
      'Latin Small Letter O With Diaeresis',
      'Euro Sign',
      'Emoji: Grinning Face',
      'Hebrew Letter Dalet With Dagesh',
    ]);
  });

  it('writes safe integers as RFC 8785 appendix B does', () => {
    expect(canonicalJson([0, -0, 9007199254740991, -9007199254740991])).toBe(
      '[0,0,9007199254740991,-9007199254740991]',
    );
  });

  it.each([
    ['a fraction', 1.5],
    ['an unsafe integer', 9007199254740992],
    ['NaN', NaN],
    ['undefined', undefined],
    ['a missing member', { a: undefined }],
    ['a lone surrogate', '\ud83d'],
    ['a lone surrogate in a name', { '\ude00': 1 }],
    ['a date', new Date(0)],
    ['a map', new Map()],
    ['a bigint', 1n],
  ])('refuses %s', (_, value) => {
    expect(() => canonicalJson(value)).toThrow(TypeError);
  });

  it('gives the same bytes whatever order the members came in, and means the same', () => {
    const value = fc.jsonValue({ maxDepth: 4, noUnicodeString: false }).filter((each) => allIntegers(each));
    fc.assert(
      fc.property(value, (each) => {
        const text = canonicalJson(each);
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(each)));
        expect(canonicalJson(reversed(each))).toBe(text);
      }),
    );
  });
});

function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([name, each]) => [name, reversed(each)]),
  );
}

function allIntegers(value: unknown): boolean {
  if (typeof value === 'object' && value !== null) return Object.values(value).every(allIntegers);
  return typeof value !== 'number' || Number.isSafeInteger(value);
}
