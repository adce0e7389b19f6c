import 'reflect-metadata';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { argv } from 'node:process';
import { loginPassword, readSettings } from '../../libs/platform/index.ts';
import { startLocalPostgres } from '../../libs/platform/local-postgres.ts';
import { migrate } from '../../migrations/migrate.ts';
import { openApi } from './openapi.ts';
import { createServer } from './server.ts';

/** Writes the API's description to the file named, from a server on a passing database. Run by `npm run openapi`. */
const folder = await mkdtemp(join(tmpdir(), 'samordna-openapi-'));
const postgres = await startLocalPostgres({ folder, durable: false });
try {
  const settings = await readSettings({ SAMORDNA_WORKER: 'apart' }, postgres.url, folder);
  await migrate(postgres.url, loginPassword(settings.masterKey));
  const app = await createServer(settings);
  await writeFile(argv[2]!, `${JSON.stringify(openApi(app), null, 2)}\n`);
  await app.close();
} finally {
  await postgres.stop();
  await rm(postgres.home, { recursive: true, force: true });
  await rm(folder, { recursive: true, force: true });
}
