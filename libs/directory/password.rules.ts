import { randomInt } from 'node:crypto';

/** What cannot be misread when it is said or written by hand. */
const LETTERS = 'abcdefghjkmnpqrstvwxyz23456789';

/** A password to hand over: four groups of four letters, 78 random bits. */
export function newPassword(): string {
  const group = () => Array.from({ length: 4 }, () => LETTERS[randomInt(LETTERS.length)]).join('');
  return Array.from({ length: 4 }, group).join('-');
}

/** A password as it is kept and compared: the same however the keyboard composes its letters (NIST SP 800-63B-4 3.1.1.2). */
export const asPassword = (written: string): string => written.normalize('NFKC');

/** The shortest password that one may choose oneself (NIST SP 800-63B-4 3.1.1.2, where nothing but the password is asked for). */
export const SHORTEST_PASSWORD = 15;

/** So many letters must be left that could not be told from what is known or from the letter before (our convention). */
const LEAST_UNKNOWN = 8;

/** What many think of first (our convention). */
const COMMON = ['samordna', 'lösenord', 'losenord', 'password', 'välkommen', 'valkommen', 'sommar', 'vinter', 'hemlig'];

/** What the fingers or the tongue run through. */
const RUNS = ['0123456789', 'abcdefghijklmnopqrstuvwxyzåäö', 'qwertyuiopå', 'asdfghjklöä', 'zxcvbnm'];

/** Whose password it is. */
export interface Owner {
  name: string;
  username: string;
}

/**
 * What is wrong with a password that somebody wants, as what to write instead. Long and not easy to guess; any letters
 * will do, and it never grows old (NIST SP 800-63B-4 3.1.1.2).
 */
export function passwordFault(password: string, owner: Owner): string | undefined {
  if ([...password].length < SHORTEST_PASSWORD) {
    return `Skriv minst ${SHORTEST_PASSWORD} tecken, gärna flera ord efter varandra.`;
  }
  if (unknownLetters(password.toLowerCase(), owner) < LEAST_UNKNOWN) {
    return 'Det är lätt att gissa. Skriv flera ord som inte är ditt namn, och inget som upprepas eller kommer i följd.';
  }
  return undefined;
}

/** How many letters are left when known words, repetitions and runs have been taken away. */
function unknownLetters(password: string, { name, username }: Owner): number {
  const own = `${name} ${username}`.toLowerCase().split(/[^\p{L}\p{N}]+/u);
  const known = [...COMMON, ...own.filter((word) => word.length > 2)];
  const rest = known.reduce((left, word) => left.replaceAll(word, ' '), password);
  const letters = [...rest.replaceAll(/(.+?)\1+/gu, '$1').replaceAll(' ', '')];
  return letters.filter((letter, i) => !followsIn(letters[i - 1], letter)).length;
}

const followsIn = (before: string | undefined, letter: string): boolean =>
  before !== undefined && RUNS.some((run) => run.includes(before + letter) || run.includes(letter + before));
