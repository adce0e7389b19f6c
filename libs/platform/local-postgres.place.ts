import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmod, lstat, mkdir, readFile, realpath, stat, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { canRun, copyBinaries, installedBinaries, type Account, type Binaries } from './local-postgres.binaries.ts';
import { FolderUnusable } from './local-postgres.errors.ts';

const run = promisify(execFile);

/** Where a database and a program lie that could not lie in their own folder (Filesystem Hierarchy Standard: variable state of one program). */
const SHELTERS = '/var/lib/samordna';

/** Where the database of a folder lies, what it is run with, and as whom. */
export interface Place {
  /** Holds the cluster, its lock and its log: the folder itself, or the shelter when the folder is closed to the account. */
  home: string;
  binaries: Binaries;
  /** Undefined: as ourselves. */
  account: Account | undefined;
}

export const clusterIn = (folder: string) => join(folder, 'postgres');

/**
 * Decides for a folder, given by its real path.
 * An ordinary user runs PostgreSQL as themselves, in the folder. PostgreSQL refuses to run as root, so root runs it as the owner of what is there,
 * or as nobody; and where that account cannot reach the folder or the binaries (a clone under /root, say) they lie in a shelter under /var/lib.
 */
export async function findPlace(folder: string): Promise<Place> {
  const kept = await keptCluster(folder);
  const binaries = await installedBinaries();
  if (process.getuid?.() !== 0) return { home: kept ? dirname(kept) : folder, binaries, account: undefined };

  const account = kept ? await ownerOf(kept) : await accountFor(folder);
  await letThrough(folder);
  if (kept && !(await canEnter(account, kept))) {
    throw new FolderUnusable(
      `PostgreSQL kan inte köras som root, och användaren ${account.uid} som äger databasen kommer inte åt ${kept}. Öppna mapparna ovanför den (chmod o+x).`,
    );
  }
  const shelter = join(SHELTERS, createHash('sha256').update(folder).digest('hex').slice(0, 16));
  const home = kept ? dirname(kept) : (await canEnter(account, folder)) ? folder : await build(shelter);
  const runnable = (await canRun(account, binaries)) ? binaries : await copyBinaries(binaries, await build(SHELTERS));
  return { home, binaries: runnable, account };
}

/** The real path of the folder's cluster; undefined when the folder has none yet. */
export async function keptCluster(folder: string): Promise<string | undefined> {
  const cluster = clusterIn(folder);
  if (!(await lstat(cluster).catch(absent))) return undefined;
  const real = await realpath(cluster).catch(absent);
  if (real) return real;
  throw new FolderUnusable(
    `Databasen skulle ligga där ${cluster} pekar, men finns inte där. Lägg tillbaka den, eller ta bort länken för att börja om med en tom.`,
  );
}

/** Leaves a link and a letter in the folder whose database lies elsewhere. */
export async function pointToShelter(folder: string, home: string): Promise<string> {
  await symlink(clusterIn(home), clusterIn(folder));
  const letter = `Databasen ligger i ${home}, inte här: PostgreSQL får inte köras som root, och användaren nobody kommer inte åt ${folder}.`;
  await writeFile(
    join(folder, 'postgres-moved.txt'),
    `${letter}\nLänken "postgres" i den här mappen visar vägen; den behövs vid nästa start.\nVill du ta bort databasen: ta bort både mappen där och den här.\n`,
  );
  return letter;
}

function absent(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error;
}

async function ownerOf(path: string): Promise<Account> {
  const { uid, gid } = await stat(path);
  return { uid, gid };
}

/** The folder's owner, so that they can go on without root; nobody when that is root, or a number without a name, which initdb refuses. */
async function accountFor(folder: string): Promise<Account> {
  const owner = await ownerOf(folder);
  const passwd = await readFile('/etc/passwd', 'utf8').catch(() => '');
  const named = new RegExp(`^[^:]*:[^:]*:${owner.uid}:`, 'm').test(passwd);
  if (owner.uid !== 0 && named) return owner;
  const [, uid = '65534', gid = '65534'] = /^nobody:[^:]*:(\d+):(\d+):/m.exec(passwd) ?? [];
  return { uid: Number(uid), gid: Number(gid) };
}

/** Others may pass through the folder (not list it): a temporary folder is made closed to everybody but its owner. */
async function letThrough(folder: string): Promise<void> {
  const { mode } = await stat(folder);
  await chmod(folder, mode | 0o001);
}

async function canEnter(account: Account, folder: string): Promise<boolean> {
  return run('/bin/sh', ['-c', 'cd "$1"', 'sh', folder], { ...account, cwd: '/' }).then(
    () => true,
    () => false,
  );
}

async function build(shelter: string): Promise<string> {
  await mkdir(shelter, { recursive: true });
  // Whatever the umask of the starter: anybody may pass and read the program; the cluster itself is closed by PostgreSQL.
  await chmod(SHELTERS, 0o755);
  await chmod(shelter, 0o755);
  return shelter;
}
