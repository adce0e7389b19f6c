import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { startLocalPostgres, type LocalPostgres } from '../libs/platform/local-postgres.ts';
import { loginPassword, loginUrl, type Settings } from '../libs/platform/settings.ts';
import { migrate } from '../migrations/migrate.ts';
import { FOLDER } from './server.ts';

const KEY = Buffer.alloc(32, 7);

/** A PostgreSQL of our own in a temporary folder, durable as a real one, with a database for each size of history. */
export class Cluster {
  readonly folder: string;
  private readonly postgres: LocalPostgres;
  private readonly pools = new Map<string, pg.Pool>();

  private constructor(folder: string, postgres: LocalPostgres) {
    this.folder = folder;
    this.postgres = postgres;
  }

  static async start(): Promise<Cluster> {
    const folder = await mkdtemp(join(tmpdir(), 'samordna-bench-'));
    await chmod(folder, 0o711);
    return new Cluster(folder, await startLocalPostgres({ folder: join(folder, 'cluster'), durable: true }));
  }

  /** A new database: migrated, or a copy of another that nobody is connected to. */
  async create(name: string, copyOf?: string): Promise<pg.Pool> {
    const server = new pg.Client({ connectionString: this.postgres.url });
    await server.connect();
    await server.query(`create database ${name}${copyOf ? ` template ${copyOf}` : ''}`);
    await server.end();
    if (!copyOf) await migrate(this.url(name), loginPassword(KEY));
    return this.owner(name);
  }

  /** Signs in as the owner of the schema, past every policy. */
  owner(name: string): pg.Pool {
    const pool = this.pools.get(name) ?? new pg.Pool({ connectionString: this.url(name), max: 3 });
    this.pools.set(name, pool);
    return pool;
  }

  /** Closes the owner's connections, so that the database can be copied. */
  async leave(name: string): Promise<void> {
    const pool = this.pools.get(name);
    this.pools.delete(name);
    await pool?.end();
  }

  settings(name: string): Settings {
    const ownerUrl = this.url(name);
    return {
      port: 0,
      host: '127.0.0.1',
      ownerUrl,
      databaseUrl: loginUrl(ownerUrl, KEY),
      masterKey: KEY,
      origins: [],
      demo: false,
      worker: 'inside',
      poolSize: 10,
      webFolder: join(FOLDER, 'dist', 'web'),
    };
  }

  /** The same settings as environment variables, for a product of its own process. */
  env(name: string): Record<string, string> {
    const dataFolder = join(this.folder, `data-${name}`);
    return { DATABASE_URL: this.url(name), SAMORDNA_KEY: KEY.toString('hex'), DATA_FOLDER: dataFolder, DEMO: 'off' };
  }

  async version(): Promise<string> {
    const [row] = (await this.owner('large').query('show server_version')).rows;
    return row.server_version;
  }

  async stop(): Promise<void> {
    await Promise.all([...this.pools.keys()].map((name) => this.leave(name)));
    await this.postgres.stop();
    await Promise.all([this.postgres.home, this.folder].map((path) => rm(path, { recursive: true, force: true })));
  }

  private url(name: string): string {
    const url = new URL(this.postgres.url);
    url.pathname = `/${name}`;
    return url.toString();
  }
}
