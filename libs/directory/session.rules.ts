import { createHash, randomBytes } from 'node:crypto';

/** The cookie that carries the session; the prefix binds it to this host, over https (or localhost). */
export const COOKIE = '__Host-samordna';

/** A session ends after so long without use (our convention, after ASVS 5.0 7.3.1). */
export const IDLE_MINUTES = 60;

/** A session ends after so long, whatever happens (our convention: a working day; ASVS 5.0 7.3.2). */
export const LIFETIME_HOURS = 12;

/** Failed attempts are counted over so long. */
export const ATTEMPT_WINDOW_MINUTES = 15;

/** So many failed attempts for one user name, or from one address, and the next has to wait. */
export const ATTEMPTS_PER_NAME = 5;
export const ATTEMPTS_PER_ADDRESS = 50;

/** A new session's secret: 256 random bits, of which the database keeps only the hash. */
export const newToken = (): string => randomBytes(32).toString('base64url');

export const tokenHash = (token: string): Buffer => createHash('sha256').update(token).digest();

/** The session's secret as the browser sent it, if it did. */
export function tokenIn(cookieHeader: string | undefined): string | undefined {
  const cookie = cookieHeader?.split(';').find((part) => part.trim().startsWith(`${COOKIE}=`));
  return cookie?.trim().slice(COOKIE.length + 1) || undefined;
}

export const sessionCookie = (token: string): string =>
  `${COOKIE}=${token}; Path=/; Secure; HttpOnly; SameSite=Strict; Max-Age=${LIFETIME_HOURS * 3600}`;

export const endedCookie = (): string => `${COOKIE}=; Path=/; Secure; HttpOnly; SameSite=Strict; Max-Age=0`;
