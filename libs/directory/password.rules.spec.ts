import { asPassword, newPassword, passwordFault } from './password.rules.ts';

const SARA = { name: 'Sara Lind', username: 'sara.lind' };

describe('a password to hand over', () => {
  it('is four groups of letters that cannot be misread, new each time', () => {
    const made = Array.from({ length: 200 }, newPassword);
    for (const password of made) expect(password).toMatch(/^[a-hjkmnp-z2-9]{4}(-[a-hjkmnp-z2-9]{4}){3}$/);
    expect(new Set(made).size).toBe(made.length);
  });
});

describe('a password that somebody chooses', () => {
  it.each(['grön cykel i regnet', 'Tre små katter!', 'x7#Qm2!vB9@kL4$', 'åäöéü ñ ß ø æ þ ð', 'كلمة سر طويلة جدا'])(
    'may be %s',
    (password) => {
      expect(passwordFault(password, SARA)).toBeUndefined();
    },
  );

  it('is at least fifteen characters, however they are kept', () => {
    expect(passwordFault('Tre små katter', SARA)).toMatch(/^Skriv minst 15 tecken/);
    expect(passwordFault('🐈🐈🐈🐈🐈🐈🐈', SARA)).toMatch(/^Skriv minst 15 tecken/);
  });

  it.each([
    'aaaaaaaaaaaaaaaaaa',
    'katt katt katt katt',
    '123456789012345678',
    'qwertyuiopasdfghjkl',
    'ÖLKJHGFDSApoiuytrewq',
    'SaraLind-SaraLind-1',
    'samordna-losenord-26',
    'Sommar2026!Sommar2026!',
  ])('may not be %s, which is easy to guess', (password) => {
    expect(passwordFault(password, SARA)).toMatch(/^Det är lätt att gissa/);
  });

  it('is the same however the keyboard composes its letters', () => {
    expect(asPassword('gro\u0308n')).toBe(asPassword('gr\u00f6n'));
  });
});
