/** A user name as it is kept and compared. */
export const asUsername = (written: string): string => written.trim().toLowerCase();

/** Letters a–z and digits, with single dots, hyphens or underscores between them: the same on every keyboard. */
export const isUsername = (name: string): boolean => /^[a-z0-9]+(?:[._-][a-z0-9]+)*$/.test(name);
