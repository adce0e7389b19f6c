import { once } from 'node:events';
import { mkdir, readFile, readdir, stat, symlink, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { initdbIn, locksIn, PostgresFolder, rows } from '../../test/support/postgres-folder.ts';
import { FolderBusy, FolderUnusable } from './local-postgres.ts';

const data = new PostgresFolder();
beforeAll(() => data.make());
afterEach(() => data.end());
afterAll(() => data.remove());

describe('a start', () => {
  it('makes a Swedish UTF-8 cluster in UTC with checksums, kept from start to start', async () => {
    const first = await data.start();
    expect(
      await rows(
        first.url,
        `SELECT current_user AS owner, datname AS database, pg_encoding_to_char(encoding) AS encoding, datlocprovider AS provider, datlocale AS locale,
                current_setting('data_checksums') AS checksums, current_setting('TimeZone') AS zone, current_setting('fsync') AS fsync,
                current_setting('synchronous_commit') AS commit, current_setting('unix_socket_directories') AS sockets,
                (SELECT string_agg(word, ' ' ORDER BY word) FROM unnest('{ärlig,zebra,åker,Ödla,apa}'::text[]) word) AS sorted, upper('åäö') AS upper
           FROM pg_database WHERE datname = current_database()`,
      ),
    ).toEqual([
      {
        owner: 'samordna_owner',
        database: 'samordna',
        encoding: 'UTF8',
        provider: 'i',
        locale: 'sv-SE',
        checksums: 'on',
        zone: 'UTC',
        fsync: 'on',
        commit: 'on',
        sockets: '',
        sorted: 'apa zebra åker ärlig Ödla',
        upper: 'ÅÄÖ',
      },
    ]);
    await rows(first.url, 'CREATE TABLE kept AS SELECT 1 AS n');
    await first.stop();
    await first.stop();
    await expect(rows(first.url, 'SELECT')).rejects.toThrow('ECONNREFUSED');

    const second = await data.start();
    expect(await rows(second.url, 'SELECT n FROM kept')).toEqual([{ n: 1 }]);
  });

  it('lets nobody in without the password, which only its owner may read', async () => {
    const { url, home } = await data.start();
    const wrong = new URL(url);
    wrong.password = 'gissning';
    await expect(rows(wrong.href, 'SELECT')).rejects.toThrow('password authentication failed');
    expect(await rows(url, `SELECT DISTINCT auth_method FROM pg_hba_file_rules`)).toEqual([
      { auth_method: 'scram-sha-256' },
    ]);

    const file = join(data.path, 'postgres-password');
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect(new URL(url).password).toBe(await readFile(file, 'utf8'));
    expect(await readFile(join(home, 'postgres.log'), 'utf8')).not.toContain(new URL(url).password);
  });

  it('listens on the loopback address only', async () => {
    const { port } = await data.start();
    const outward = Object.values(networkInterfaces()).flatMap((addresses) => addresses ?? []);
    const elsewhere = outward.filter(({ internal, family }) => !internal && family === 'IPv4');
    for (const { address } of elsewhere) {
      const free = createServer().listen(port, address);
      await once(free, 'listening');
      free.close();
    }
  });

  it('writes no value of a failed statement to its log', async () => {
    const { url, home } = await data.start();
    await rows(url, `CREATE TABLE child (pin text PRIMARY KEY); INSERT INTO child VALUES ('20120304-2385')`);
    await expect(rows(url, `INSERT INTO child VALUES ('20120304-2385')`)).rejects.toThrow('duplicate key');
    await expect(rows(url, `SELECT '20120304-2385'::int`)).rejects.toThrow('invalid input syntax');
    expect(await readFile(join(home, 'postgres.log'), 'utf8')).not.toContain('20120304');
  });
});

describe('the folder belongs to one', () => {
  it('refuses a second start, with a line that says which folder and what to do', async () => {
    await data.start();
    const second = data.start();
    await expect(second).rejects.toThrow(FolderBusy);
    await expect(second).rejects.toThrow(
      `Databasen i ${data.path} används redan av en Samordna som är igång (process ${process.pid}). Avsluta den först, eller starta med en annan datamapp.`,
    );
  });

  it.each(['an empty folder', "a dead owner's lock"])(
    'lets exactly one of many simultaneous starts win: %s',
    async (state) => {
      await data.empty();
      if (state !== 'an empty folder') await symlink('pid-999999-start-1', join(data.path, 'postgres.lock.7'));
      const contenders = Array.from({ length: 4 }, () => data.hold());
      const winners = (await Promise.all(contenders.map(({ ready }) => ready))).filter((line) => line !== undefined);
      expect(winners).toHaveLength(1);

      const losers = await Promise.all(contenders.filter((one) => one.process.exitCode !== null).map(({ end }) => end));
      expect(losers).toHaveLength(3);
      for (const { said } of losers) expect(said).toContain('FolderBusy: Databasen i');
      expect(await locksIn(winners[0]!.home)).toHaveLength(1);
    },
  );

  it('is not kept by a lock whose process number now belongs to somebody else', async () => {
    await data.empty();
    await symlink(`pid-${process.pid}-start-1`, join(data.path, 'postgres.lock.1'));
    const { url } = await data.start();
    expect(await rows(url, 'SELECT 1 AS n')).toEqual([{ n: 1 }]);
  });
});

describe('a folder', () => {
  it('an interrupted first start does not brick it', async () => {
    await data.empty();
    const holder = data.hold();
    await initdbIn(data.path);
    holder.process.kill('SIGKILL');
    await holder.end;
    expect(await readdir(data.path)).not.toContain('postgres');

    const { url } = await data.start();
    expect(await rows(url, 'SELECT 1 AS n')).toEqual([{ n: 1 }]);
  });

  it('is told from a database of another major version, and left alone', async () => {
    const { home, stop } = await data.start();
    await stop();
    const file = join(home, 'postgres', 'PG_VERSION');
    await writeFile(file, '17\n');
    await expect(data.start()).rejects.toThrow(FolderUnusable);
    await expect(data.start()).rejects.toThrow(
      /är gjord av PostgreSQL 17, men Samordna har nu PostgreSQL 18. Inget har ändrats/,
    );
    expect(await readFile(file, 'utf8')).toBe('17\n');
    expect(await locksIn(home)).toEqual([]);
    await writeFile(file, '18\n');
  });

  it('is told from a folder that is no database', async () => {
    await data.empty();
    await mkdir(join(data.path, 'postgres'));
    await writeFile(join(data.path, 'postgres', 'brev.txt'), 'Hej');
    await expect(data.start()).rejects.toThrow(/är ingen databas \(PG_VERSION saknas\)/);
    expect(await readdir(join(data.path, 'postgres'))).toEqual(['brev.txt']);
  });

  it('never takes an empty database for the one that a link should lead to', async () => {
    await data.empty();
    await symlink(data.beside('gone'), join(data.path, 'postgres'));
    await expect(data.start()).rejects.toThrow(/finns inte där. Lägg tillbaka den/);
  });
});
