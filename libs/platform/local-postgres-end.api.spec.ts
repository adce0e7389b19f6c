import { spawn } from 'node:child_process';
import { readdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { initdbIn, locksIn, PostgresFolder, rows, serverOf } from '../../test/support/postgres-folder.ts';
import { until } from '../../test/support/until.ts';
import { startOf } from './local-postgres.process.ts';

const data = new PostgresFolder();
beforeAll(() => data.make());
afterEach(() => data.end());
afterAll(() => data.remove());

describe('an end', () => {
  it.each(['SIGINT', 'SIGTERM'] as const)(
    'by %s to the whole process group: the app can still query, then nothing is left',
    async (signal) => {
      const holder = data.hold();
      const { home } = (await holder.ready)!;
      const server = await serverOf(home);
      process.kill(-holder.process.pid!, signal);
      expect(await holder.end).toEqual({ code: 0, said: `${signal}: stopped\n` });
      expect(startOf(server)).toBeUndefined();
      expect(await locksIn(home)).toEqual([]);
    },
  );

  it('by SIGINT half-way through the first start: the database is made, stopped, and nothing is left', async () => {
    await data.empty();
    const holder = data.hold();
    await initdbIn(data.path);
    process.kill(-holder.process.pid!, 'SIGINT');
    process.kill(-holder.process.pid!, 'SIGINT');
    expect(await holder.end).toEqual({ code: 0, said: 'SIGINT: stopped\n' });
    expect(await locksIn(data.path)).toEqual([]);
    expect(await readdir(join(data.path, 'postgres'))).not.toContain('postmaster.pid');
  });

  it('of the server alone is told to the app, and the next start has what was acknowledged', async () => {
    const postgres = await data.start();
    await rows(postgres.url, 'CREATE TABLE alone AS SELECT 1 AS n');
    process.kill(await serverOf(postgres.home), 'SIGKILL');
    expect(await postgres.exited).toBe(
      'Databasen slutade oväntat (SIGKILL). Starta om Samordna; det som är sparat finns kvar.',
    );
    await postgres.stop();

    const next = await data.start();
    expect(await rows(next.url, 'SELECT n FROM alone')).toEqual([{ n: 1 }]);
  });

  it('that was asked for is not told as unexpected', async () => {
    const postgres = await data.start();
    const told = jest.fn();
    void postgres.exited.then(told);
    await postgres.stop();
    await sleep(50);
    expect(told).not.toHaveBeenCalled();
  });

  it.each([1, 2])('by kill -9 of the app loses nothing acknowledged, round %i', async (round) => {
    const holder = data.hold();
    const { url, home } = (await holder.ready)!;
    const orphan = await serverOf(home);
    const client = new pg.Client({ connectionString: url });
    client.on('error', () => {});
    await client.connect();
    await client.query(`CREATE TABLE acknowledged_${round} (n int)`);
    let acknowledged = 0;
    const writing = (async () => {
      for (;;) {
        await client.query(`INSERT INTO acknowledged_${round} VALUES ($1)`, [acknowledged + 1]);
        acknowledged++;
      }
    })().catch(() => {});
    await until(() => acknowledged > 10);
    holder.process.kill('SIGKILL');
    await holder.end;
    expect(startOf(orphan)).toBeDefined();

    const said: string[] = [];
    const next = await data.start((line) => said.push(line));
    await writing;
    expect(said).toEqual(['Den förra körningen avbröts; databasen tas över därifrån.']);
    expect(startOf(orphan)).toBeUndefined();
    const [kept] = await rows(next.url, `SELECT count(*)::int AS n, max(n) AS last FROM acknowledged_${round}`);
    // The statement that was under way may or may not have been kept.
    expect([acknowledged, acknowledged + 1]).toContain(kept!.n);
    expect(kept!.last).toBe(kept!.n);
  });

  it('recognises the orphan of a folder that was renamed while it ran', async () => {
    const holder = data.hold();
    const { home } = (await holder.ready)!;
    const orphan = await serverOf(home);
    holder.process.kill('SIGKILL');
    await holder.end;
    const [before, after] = [data.path, data.beside('renamed')];
    await rename(before, after);
    data.path = after;
    await (await data.start()).stop();
    expect(startOf(orphan)).toBeUndefined();
    await rename(after, before);
    data.path = before;
  });

  it('by kill -9 of the app and the server together', async () => {
    const holder = data.hold();
    const { url, home } = (await holder.ready)!;
    await rows(url, 'CREATE TABLE together AS SELECT 1 AS n');
    process.kill(await serverOf(home), 'SIGKILL');
    holder.process.kill('SIGKILL');
    await holder.end;
    const next = await data.start();
    expect(await rows(next.url, 'SELECT n FROM together')).toEqual([{ n: 1 }]);
  });

  it('by kill -9 of the server leaves none of its processes at work', async () => {
    const { url, home, exited, stop } = await data.start();
    const busy = rows(url, 'SELECT count(*) FROM generate_series(1, 1e9::bigint)').catch(() => {});
    let working: Record<string, unknown>[] = [];
    while (working.length === 0) {
      working = await rows(
        url,
        `SELECT pid FROM pg_stat_activity WHERE query LIKE 'SELECT count(*) FROM generate%' AND state = 'active'`,
      );
    }
    const session = working[0]!.pid as number;
    process.kill(await serverOf(home), 'SIGKILL');
    await exited;
    await stop();
    expect(startOf(session)).toBeDefined();
    await data.start();
    expect(startOf(session)).toBeUndefined();
    await busy;
  });

  it('does not end another program that has got the number of the old server, even at work in its folder', async () => {
    const { home, stop } = await data.start();
    await stop();
    const cluster = join(home, 'postgres');
    const stranger = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { cwd: cluster });
    await writeFile(join(cluster, 'postmaster.pid'), `${stranger.pid}\n`);
    await data.start();
    expect(startOf(stranger.pid!)).toBeDefined();
    stranger.kill();
  });
});
