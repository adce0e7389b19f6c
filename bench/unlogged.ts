/** The product without its log, to see what the log costs: the built server, where recording does nothing and an access needs no event. */
import { once } from 'node:events';
import { join } from 'node:path';
import type { AddressInfo } from 'node:net';
import type { Gate, Settings } from '../libs/platform/index.ts';
import { FOLDER } from './server.ts';

const built = (file: string) => import(join(FOLDER, 'dist', file));
const { createServer } = (await built('apps/api/server.js')) as typeof import('../apps/api/server.ts');
const { Database } = (await built('libs/platform/index.js')) as typeof import('../libs/platform/index.ts');
const { Log } = (await built('libs/audit/index.js')) as typeof import('../libs/audit/index.ts');

const [setup] = (await once(process, 'message')) as [Settings & { masterKey: string }];
const app = await createServer({ ...setup, masterKey: Buffer.from(setup.masterKey, 'hex'), worker: 'apart' });

type Run = (gate: Gate, work: () => Promise<unknown>, kind: 'upkeep') => Promise<unknown>;
const database = app.get(Database) as unknown as { run: Run };
Object.assign(app.get(Log), { record: () => undefined });
Object.assign(database, { as: (gate: Gate, work: () => Promise<unknown>) => database.run(gate, work, 'upkeep') });

await app.listen(0, '127.0.0.1');
process.send!((app.getHttpServer().address() as AddressInfo).port);
process.once('SIGTERM', () => void app.close().then(() => process.exit()));
