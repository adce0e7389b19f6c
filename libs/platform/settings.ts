import { createHmac } from 'node:crypto';

/** How this installation is set up: read once, from the environment, before anything starts. */
export interface Settings {
  /** TCP port of the web server. */
  port: number;
  /** Address to listen on. */
  host: string;
  /** PostgreSQL as the owner of the schema: migrations and demo data only. */
  ownerUrl: string;
  /** PostgreSQL as the login role of the running product, which owns nothing. */
  databaseUrl: string;
  /** 32 bytes, kept outside the database: wraps data keys, finds by HMAC, signs the log. */
  masterKey: Buffer;
  /** Origins that a browser may call from, e.g. `https://samordna.example.se`. Empty: the address the server is asked at. */
  origins: string[];
  /** Demo areas and the demo sign-in help are shown. */
  demo: boolean;
  /** Whether the jobs run in this process, or only in processes of their own (apps/worker/main.ts). */
  worker: 'inside' | 'apart';
  /** Largest number of connections in the pool. */
  poolSize: number;
  /** Folder of the built web app. */
  webFolder: string;
}

export const SETTINGS = Symbol('settings');

/** A key for one purpose, derived from the master key: no two purposes share key material. */
export function derivedKey(masterKey: Buffer, purpose: string): Buffer {
  return createHmac('sha256', masterKey).update(`samordna:${purpose}:v1`).digest();
}

/** The login role's name; it has no rights of its own (docs/adr/0002). */
export const LOGIN_ROLE = 'samordna_login';

/** The password of the login role follows from the master key, so that every node knows it and nobody types it. */
export const loginPassword = (masterKey: Buffer): string => derivedKey(masterKey, 'database-login').toString('hex');

/** PostgreSQL as the login role, where the owner's url leads. */
export function loginUrl(ownerUrl: string, masterKey: Buffer): string {
  const url = new URL(ownerUrl);
  url.username = LOGIN_ROLE;
  url.password = loginPassword(masterKey);
  return url.toString();
}
