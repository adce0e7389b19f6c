import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { startLocalPostgres, type LocalPostgres } from '../../libs/platform/local-postgres.ts';

/** A node process that holds a folder's database, as `npm start` does. */
export interface Holder {
  process: ChildProcess;
  /** What it says when the database is ready; undefined when it ended instead. */
  ready: Promise<{ url: string; port: number; home: string } | undefined>;
  /** Settles when it has ended, with what it wrote to stderr. */
  end: Promise<{ code: number | null; said: string }>;
}

/** A data folder of a test's own, and everything that the test lets run in it. */
export class PostgresFolder {
  /** The folder to start in. Most tests go on with what the one before them left there, as the folder of a real machine does. */
  path = '';
  private root = '';
  private holders: Holder[] = [];
  private started: LocalPostgres[] = [];

  async make(): Promise<void> {
    this.root = await mkdtemp(join(tmpdir(), 'samordna-local-'));
    // As root the server runs as nobody, who must be able to pass here.
    await chmod(this.root, 0o711);
    this.path = this.beside('data med mellanslag å');
  }

  beside(name: string): string {
    return join(this.root, name);
  }

  /** Goes on in an empty folder, until `end`. */
  async empty(): Promise<void> {
    this.path = await mkdtemp(this.beside('data-'));
  }

  async start(log?: (line: string) => void): Promise<LocalPostgres> {
    const postgres = await startLocalPostgres({ folder: this.path, log });
    this.started.push(postgres);
    return postgres;
  }

  hold(): Holder {
    const script = join(__dirname, 'hold-postgres.ts');
    // A process group of its own, so that a test can signal the group as a terminal does.
    const child = spawn(process.execPath, [script, this.path], { detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
    const said = text(child.stderr);
    const ended = once(child, 'exit').then(() => undefined);
    const line = once(createInterface(child.stdout), 'line').then(([json]) => JSON.parse(json as string));
    const end = ended.then(async () => ({ code: child.exitCode, said: await said }));
    const holder = { process: child, ready: Promise.race([line, ended]), end };
    this.holders.push(holder);
    return holder;
  }

  /** Ends whatever runs. What a killed holder left behind is taken over, and ended, by a last start. */
  async end(): Promise<void> {
    for (const holder of this.holders.splice(0)) {
      holder.process.kill('SIGKILL');
      await holder.end;
    }
    await Promise.all(this.started.splice(0).map((postgres) => postgres.stop()));
    const last = await startLocalPostgres({ folder: this.path }).catch(() => undefined);
    await last?.stop();
    this.path = this.beside('data med mellanslag å');
  }

  async remove(): Promise<void> {
    await rm(this.root, { recursive: true });
  }
}

/** The process number of the server whose cluster lies in this home. */
export async function serverOf(home: string): Promise<number> {
  return Number((await readFile(join(home, 'postgres', 'postmaster.pid'), 'utf8')).split('\n')[0]);
}

/** Returns when the first start of a folder is half-way through making its cluster. */
export async function initdbIn(folder: string): Promise<void> {
  const unfinished = async () => (await readdir(folder)).find((name) => name.startsWith('postgres-unfinished-'));
  while (
    !(await readdir(join(folder, (await unfinished()) ?? '.', 'cluster')).catch((): string[] => [])).includes('base')
  ) {
    await sleep(2);
  }
}

export async function locksIn(home: string): Promise<string[]> {
  return (await readdir(home)).filter((name) => name.startsWith('postgres.lock.'));
}

export async function rows(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => {});
  await client.connect();
  return client
    .query(sql)
    .then((result) => result.rows)
    .finally(() => client.end());
}
