import 'reflect-metadata';
import { once } from 'node:events';
import { createServer as createProbe } from 'node:net';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import {
  dataFolderOf,
  hostOf,
  loginPassword,
  portOf,
  readSettings,
  type Settings,
  SettingsError,
} from '../../libs/platform/index.ts';
import {
  FolderBusy,
  FolderUnusable,
  StartFailed,
  startLocalPostgres,
  type LocalPostgres,
} from '../../libs/platform/local-postgres.ts';
import { migrate } from '../../migrations/migrate.ts';
import { clearDemo, DEMO_PASSWORD, DEMO_PEOPLE, demoState, makeDemo, NotOnlyDemo } from './demo/demo.ts';
import { createServer } from './server.ts';

const say = (line: string): void => console.log(line);

/** What has been started, in the order to stop it. */
const running: { app?: NestFastifyApplication; postgres?: LocalPostgres } = {};

/** Starts the product in this process: database, schema, demo, server. One line on the terminal says where it is. */
export async function start(appFolder: string, { resetDemo = false } = {}): Promise<void> {
  listenForSignals();
  const port = portOf(process.env);
  if (!resetDemo) await refuseBusyPort(port, hostOf(process.env));
  const ownerUrl = process.env['DATABASE_URL'] ?? (await startDatabase(dataFolderOf(process.env, appFolder)));
  const settings = await readSettings(process.env, ownerUrl, appFolder);
  if (resetDemo) await clearDemo(ownerUrl);
  await migrate(ownerUrl, loginPassword(settings.masterKey));
  if (settings.demo) await prepareDemo(settings);
  if (resetDemo) return stop('Demon är återställd. Starta med npm start.');
  running.app ??= await createServer(settings);
  await running.app.listen(port, settings.host);
  say(address(settings));
}

/** Says in one line why the start failed, and ends with nothing left running. */
export async function startOrExplain(appFolder: string, options?: { resetDemo?: boolean }): Promise<void> {
  try {
    await start(appFolder, options);
  } catch (error) {
    console.error(explanation(error));
    process.exitCode = 1;
    await stop();
  }
}

/** Finds out that the port is taken before a database is started and a demo made for nothing. */
async function refuseBusyPort(port: number, host: string): Promise<void> {
  const probe = createProbe();
  probe.listen(port, host);
  await once(probe, 'listening');
  probe.close();
  await once(probe, 'close');
}

async function startDatabase(folder: string): Promise<string> {
  const postgres = await startLocalPostgres({ folder, log: say });
  running.postgres = postgres;
  void postgres.exited.then((line) => {
    console.error(line);
    process.exitCode = 1;
    return stop();
  });
  return postgres.url;
}

async function prepareDemo(settings: Settings): Promise<void> {
  const state = await demoState(settings.ownerUrl);
  if (state === 'whole') return;
  if (state === 'half-made') {
    await clearDemo(settings.ownerUrl);
    await migrate(settings.ownerUrl, loginPassword(settings.masterKey));
  }
  say('Skapar demoområdet med ett års händelser …');
  running.app = await createServer(settings);
  await makeDemo(running.app, settings.ownerUrl);
}

function listenForSignals(): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop());
}

let stopping: Promise<void> | undefined;

function stop(farewell?: string): Promise<void> {
  stopping ??= (async () => {
    await running.app?.close();
    await running.postgres?.stop();
    if (farewell) say(farewell);
    process.exit();
  })();
  return stopping;
}

function address({ port, demo }: Settings): string {
  const people = DEMO_PEOPLE.map(({ username }) => username).join(', ');
  return `Samordna är igång: http://localhost:${port}${demo ? ` · demo: ${people} (lösenord ${DEMO_PASSWORD})` : ''} · avsluta med Ctrl-C`;
}

function explanation(error: unknown): string {
  const known = [SettingsError, NotOnlyDemo, FolderBusy, FolderUnusable, StartFailed].some(
    (kind) => error instanceof kind,
  );
  if (known) return (error as Error).message;
  const { code, message } = error as { code?: string; message?: string };
  if (code === 'EADDRINUSE')
    return `Port ${process.env['PORT'] ?? 3000} är upptagen. Välj en annan, till exempel: PORT=3001 npm start`;
  if (code === 'ECONNREFUSED' || code === 'ENOTFOUND')
    return 'Databasen i DATABASE_URL svarar inte. Kontrollera adressen och att den är igång.';
  if (code === '28P01' || code === '28000')
    return 'Databasen i DATABASE_URL tog inte emot inloggningen. Kontrollera användare och lösenord.';
  return `Samordna kunde inte starta: ${message ?? String(error)}`;
}
