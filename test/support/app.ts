import { randomUUID } from 'node:crypto';
import { resolve } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import pg from 'pg';
import { createServer } from '../../apps/api/server.ts';
import { loginUrl, type Settings } from '../../libs/platform/index.ts';
import { cloneTemplate, dropDatabase, TEST_KEY } from './template.ts';

/** A whole server on a database of its own. */
export interface TestApp {
  app: NestFastifyApplication;
  settings: Settings;
  /** Asks the database as the owner of the schema, past every policy. */
  owner: pg.Pool;
  close(): Promise<void>;
}

/** Starts a server as `npm start` does, on a fresh clone of the migrated template. The log is sealed by its own worker. */
export async function createTestApp(overrides: Partial<Settings> = {}): Promise<TestApp> {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  const ownerUrl = await cloneTemplate(name);
  const settings: Settings = {
    port: 0,
    host: '127.0.0.1',
    ownerUrl,
    databaseUrl: loginUrl(ownerUrl, TEST_KEY),
    masterKey: TEST_KEY,
    origins: [],
    demo: false,
    poolSize: 5,
    webFolder: resolve('dist/web'),
    worker: 'inside',
    ...overrides,
  };
  const app = await createServer(settings);
  const owner = new pg.Pool({ connectionString: ownerUrl, max: 2 });
  // Its idle connections may be ended with the database, after the pool has let go of them.
  owner.on('error', () => undefined);
  return {
    app,
    settings,
    owner,
    async close() {
      await app.close();
      await owner.end();
      await dropDatabase(name);
    },
  };
}
