import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startLocalPostgres, type LocalPostgres } from '../../libs/platform/local-postgres.ts';
import { unpackChromium } from './chromium.ts';
import { prepareTemplate } from './template.ts';

declare global {
  /** Left by the set-up for the tear-down, which Jest loads on its own: ends the run's PostgreSQL and removes its data. */
  var endTestPostgres: (() => Promise<void>) | undefined;
}

/** One PostgreSQL for the whole run, in TEST_POSTGRES_URL for the tests: the one in TEST_DATABASE_URL, or a passing one of our own. And a browser. */
export default async function setUp(): Promise<void> {
  const url = process.env.TEST_DATABASE_URL ?? (await startPassing());
  process.env.TEST_POSTGRES_URL = url;
  await Promise.all([prepareTemplate(url), unpackChromium()]);
}

async function startPassing(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'samordna-test-'));
  const postgres = await startLocalPostgres({ folder, durable: false });
  globalThis.endTestPostgres = async () => {
    await postgres.stop();
    await removeAll(postgres, folder);
  };
  // Jest tears nothing down when it is interrupted.
  process.once('SIGINT', () => void globalThis.endTestPostgres?.().then(() => process.exit(130)));
  process.once('SIGTERM', () => void globalThis.endTestPostgres?.().then(() => process.exit(143)));
  return postgres.url;
}

async function removeAll({ home }: LocalPostgres, folder: string): Promise<void> {
  await Promise.all([home, folder].map((path) => rm(path, { recursive: true, force: true })));
}
