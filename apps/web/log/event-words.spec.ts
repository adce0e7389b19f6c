import { globSync, readFileSync } from 'node:fs';
import { eventWords, shortId, subjectWords, typesCalled } from './event-words.ts';

/** Every kind of event that the product declares. */
function declared(): string[] {
  const sources = globSync('libs/**/*.ts', { exclude: (name) => name.endsWith('.spec.ts') });
  return sources.flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/eventKind\(\{\s*type: '([^']+)'/g)].map((found) => found[1]!),
  );
}

describe("the log in the reviewer's words", () => {
  it('has words for every kind of event', () => {
    expect(declared().length).toBeGreaterThan(40);
    expect(declared().filter((type) => eventWords(type) === type)).toEqual([]);
  });

  it('finds kinds by a part of their words', () => {
    expect(typesCalled(' Nekades ')).toEqual(['access.refused', 'live.refused', 'session.refused']);
    expect(typesCalled('finns inte')).toEqual([]);
  });

  it('shortens ids to their end', () => {
    expect(shortId('01a20100-c477-7f20-9610-dfab736de782')).toBe('…736de782');
    expect(subjectWords('sitting:01a20100-c477-7f20-9610-dfab736de782')).toEqual({ kind: 'Möte', id: '…736de782' });
    expect(subjectWords('new-thing:01a20100-c477-7f20-9610-dfab736de782')).toMatchObject({ kind: 'new-thing' });
  });
});
