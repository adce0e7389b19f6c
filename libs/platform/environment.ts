import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { loginUrl, type Settings } from './settings.ts';

/** What cannot be started with: said in one line, without a stack. */
export class SettingsError extends Error {}

/** Reads the installation's settings from the environment. `ownerUrl` is the database found or started; the key lies in the data folder unless given. */
export async function readSettings(env: NodeJS.ProcessEnv, ownerUrl: string, appFolder: string): Promise<Settings> {
  const masterKey = await readMasterKey(env, dataFolderOf(env, appFolder));
  return {
    port: portOf(env),
    host: hostOf(env),
    ownerUrl,
    databaseUrl: loginUrl(ownerUrl, masterKey),
    masterKey,
    origins: (env['ORIGINS'] ?? '')
      .split(',')
      .map((origin) => origin.trim())
      .filter(Boolean),
    demo: env['DEMO'] !== 'off',
    poolSize: Number(env['POOL_SIZE'] ?? 10),
    webFolder: join(appFolder, 'dist', 'web'),
    worker: env['SAMORDNA_WORKER'] === 'apart' ? 'apart' : 'inside',
  };
}

export const hostOf = (env: NodeJS.ProcessEnv): string => env['HOST'] ?? '127.0.0.1';

/** Where the key lies, and the database that comes with the product. */
export const dataFolderOf = (env: NodeJS.ProcessEnv, appFolder: string): string =>
  resolve(env['DATA_FOLDER'] ?? join(appFolder, 'data'));

export function portOf(env: NodeJS.ProcessEnv): number {
  const port = Number(env['PORT'] ?? 3000);
  if (!Number.isInteger(port) || port < 1 || port > 65535)
    throw new SettingsError('PORT ska vara ett tal mellan 1 och 65535.');
  return port;
}

/** 32 bytes as hex in SAMORDNA_KEY, or in the file `master-key` of the data folder, made at the first start. */
async function readMasterKey(env: NodeJS.ProcessEnv, dataFolder: string): Promise<Buffer> {
  const file = join(dataFolder, 'master-key');
  const text = env['SAMORDNA_KEY'] ?? (await readFile(file, 'utf8').catch(() => undefined)) ?? (await newKey(file));
  const key = Buffer.from(text.trim(), 'hex');
  if (key.length !== 32)
    throw new SettingsError('SAMORDNA_KEY (eller data/master-key) ska vara 32 byte som 64 hexadecimala tecken.');
  return key;
}

async function newKey(file: string): Promise<string> {
  await mkdir(join(file, '..'), { recursive: true });
  const key = randomBytes(32).toString('hex');
  await writeFile(file, `${key}\n`, { mode: 0o600, flag: 'wx' });
  return key;
}
