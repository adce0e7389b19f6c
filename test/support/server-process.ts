import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Settings } from '../../libs/platform/index.ts';
import { freePort } from '../../libs/platform/local-postgres.ts';
import { until } from './until.ts';

const MAIN = resolve('dist/apps/api/main.js');

/** The built product in a process of its own, on the database of a test. Killed, it leaves what a dead machine leaves. */
export class ServerProcess {
  /** Everything that it has written to its terminal. */
  said = '';

  private constructor(
    readonly url: string,
    private readonly child: ChildProcess,
  ) {
    for (const stream of [child.stdout!, child.stderr!]) stream.on('data', (text) => (this.said += String(text)));
  }

  static async start({ ownerUrl, masterKey }: Settings, dataFolder: string): Promise<ServerProcess> {
    if (!existsSync(MAIN)) throw new Error('build the product first: npm run build');
    const port = await freePort();
    const script = `import { startOrExplain } from ${JSON.stringify(MAIN)}; await startOrExplain(${JSON.stringify(resolve('.'))});`;
    const child = spawn(process.execPath, ['--input-type=module', '--eval', script], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        PATH: process.env['PATH'],
        DATABASE_URL: ownerUrl,
        DATA_FOLDER: join(dataFolder, 'data'),
        SAMORDNA_KEY: masterKey.toString('hex'),
        DEMO: 'off',
        HOST: '127.0.0.1',
        PORT: String(port),
      },
    });
    const server = new ServerProcess(`http://127.0.0.1:${port}`, child);
    await until(() => server.said.includes('Samordna är igång') || child.exitCode !== null, 90_000);
    if (child.exitCode !== null) throw new Error(`the server ended: ${server.said}`);
    return server;
  }

  /** Ends it in the middle of whatever it does. */
  kill(): Promise<void> {
    return this.end('SIGKILL');
  }

  /** Ends it as Ctrl-C does. */
  stop(): Promise<void> {
    return this.end('SIGINT');
  }

  private async end(signal: NodeJS.Signals): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const ended = once(this.child, 'exit');
    this.child.kill(signal);
    await ended;
  }
}
