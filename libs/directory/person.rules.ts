import { randomInt } from 'node:crypto';

/** What cannot be misread when it is said or written by hand. */
const LETTERS = 'abcdefghjkmnpqrstvwxyz23456789';

/** A password to hand over: four groups of four letters, 78 random bits. */
export function newPassword(): string {
  const group = () => Array.from({ length: 4 }, () => LETTERS[randomInt(LETTERS.length)]).join('');
  return Array.from({ length: 4 }, group).join('-');
}

/** A user name as it is kept and compared. */
export const asUsername = (written: string): string => written.trim().toLowerCase();

/** Letters a–z and digits, with single dots, hyphens or underscores between them: the same on every keyboard. */
export const isUsername = (name: string): boolean => /^[a-z0-9]+(?:[._-][a-z0-9]+)*$/.test(name);
