import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { chown, mkdtemp, open, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { SERVER_ENV, versionOf } from './local-postgres.binaries.ts';
import { FolderUnusable, StartFailed } from './local-postgres.errors.ts';
import { clusterIn, keptCluster, pointToShelter, type Place } from './local-postgres.place.ts';

export const OWNER = 'samordna_owner';
const UNFINISHED = 'postgres-unfinished-';

/** The folder's cluster, made if there is none; the caller holds the lock. Returns the owner's password. Throws FolderUnusable. */
export async function ensureCluster(folder: string, place: Place, log: (line: string) => void): Promise<string> {
  await clearUnfinished(place.home);
  const kept = await keptCluster(folder);
  if (kept) {
    await checkVersion(kept, place);
    return keptPassword(folder);
  }
  if (place.home !== folder) await setAside(place.home, log);
  const password = await newPassword(folder, place);
  await create(place, password);
  if (place.home !== folder) log(await pointToShelter(folder, place.home));
  return password;
}

/** initdb into a folder of its own, renamed into place when whole: an interrupted one never looks like a database. */
async function create({ home, binaries, account }: Place, password: string): Promise<void> {
  const unfinished = await mkdtemp(join(home, UNFINISHED));
  const cluster = join(unfinished, 'cluster');
  const passwordFile = join(unfinished, 'password');
  await writeFile(passwordFile, password, { mode: 0o600 });
  if (account) {
    await chown(unfinished, account.uid, account.gid);
    await chown(passwordFile, account.uid, account.gid);
  }
  // ICU's Swedish needs no locale of the operating system; the C locale under it exists everywhere.
  const collation = ['--encoding=UTF8', '--locale-provider=icu', '--icu-locale=sv-SE', '--locale=C'];
  const access = [`--username=${OWNER}`, '--auth=scram-sha-256', `--pwfile=${passwordFile}`];
  // A session of its own, as the server's: Ctrl-C is for the app, which stops the database when it is whole.
  const initdb = spawn(binaries.initdb, [`--pgdata=${cluster}`, '--data-checksums', ...collation, ...access], {
    ...account,
    cwd: '/',
    env: SERVER_ENV,
    stdio: ['ignore', 'ignore', 'pipe'],
    detached: true,
  });
  const [said, [code]] = await Promise.all([text(initdb.stderr), once(initdb, 'exit')]);
  if (code !== 0) throw new StartFailed(`Databasen i ${home} kunde inte skapas. PostgreSQL säger:\n${said}`);
  await rename(cluster, clusterIn(home));
  await syncFolder(home);
  await rm(unfinished, { recursive: true });
}

async function checkVersion(cluster: string, { binaries }: Place): Promise<void> {
  const theirs = await readFile(join(cluster, 'PG_VERSION'), 'utf8').then(
    (text) => text.trim(),
    (cause: NodeJS.ErrnoException) => {
      if (cause.code !== 'ENOENT') throw cause;
      throw new FolderUnusable(`${cluster} är ingen databas (PG_VERSION saknas). Inget har ändrats där.`, { cause });
    },
  );
  const [ours] = (await versionOf(binaries)).split('.');
  if (theirs === ours) return;
  throw new FolderUnusable(
    `Databasen i ${cluster} är gjord av PostgreSQL ${theirs}, men Samordna har nu PostgreSQL ${ours}. Inget har ändrats. ` +
      `Flytta över den med pg_dump och pg_restore, eller starta med en annan datamapp.`,
  );
}

async function keptPassword(folder: string): Promise<string> {
  const file = passwordFileIn(folder);
  return readFile(file, 'utf8').catch((cause: NodeJS.ErrnoException) => {
    if (cause.code !== 'ENOENT') throw cause;
    throw new FolderUnusable(`Lösenordet till databasen saknas: ${file}. Lägg tillbaka filen från en säkerhetskopia.`, {
      cause,
    });
  });
}

/** Written whole or not at all, and before the cluster that it opens. */
async function newPassword(folder: string, { home, account }: Place): Promise<string> {
  const password = randomBytes(24).toString('base64url');
  const file = passwordFileIn(folder);
  await writeFile(`${file}.new`, password, { mode: 0o600, flush: true });
  if (account && home === folder) await chown(`${file}.new`, account.uid, account.gid);
  await rename(`${file}.new`, file);
  return password;
}

const passwordFileIn = (folder: string) => join(folder, 'postgres-password');

async function clearUnfinished(home: string): Promise<void> {
  const names = (await readdir(home)).filter((name) => name.startsWith(UNFINISHED));
  // An initdb whose starter was killed may still be writing there: what resists now goes next time.
  await Promise.allSettled(names.map((name) => rm(join(home, name), { recursive: true, force: true })));
}

/** Somebody removed the folder, and with it the link to the shelter: they meant to begin anew, but a database is never removed behind their back. */
async function setAside(home: string, log: (line: string) => void): Promise<void> {
  const aside = `${clusterIn(home)}-before-${new Date().toISOString().replaceAll(':', '')}`;
  const moved = await rename(clusterIn(home), aside).then(
    () => true,
    () => false,
  );
  if (moved) log(`En tidigare databas för samma mapp ligger kvar i ${aside}; ta bort den om den inte behövs.`);
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder);
  await handle.sync();
  await handle.close();
}
