import { asUsername, isUsername, newPassword } from './person.rules.ts';

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

describe('a password to hand over', () => {
  it('is four groups of letters that cannot be misread, new each time', () => {
    const made = Array.from({ length: 200 }, newPassword);
    for (const password of made) expect(password).toMatch(/^[a-hjkmnp-z2-9]{4}(-[a-hjkmnp-z2-9]{4}){3}$/);
    expect(new Set(made).size).toBe(made.length);
  });
});
