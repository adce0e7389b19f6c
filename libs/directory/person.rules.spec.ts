import { asUsername, isUsername } from './person.rules.ts';

describe('a user name', () => {
  it.each(['sara.lind', 'sara_lind-2', 'abc', '1a'])('may be %s', (name) => {
    expect(isUsername(name)).toBe(true);
  });

  it.each(['Sara', 'sara lind', 'åsa', '.sara', 'sara.', 'sara..lind', 'sara@lind', ''])('may not be %j', (name) => {
    expect(isUsername(name)).toBe(false);
  });

  it('is lower case, without space around', () => {
    expect(asUsername(' Sara.Lind ')).toBe('sara.lind');
  });
});
