import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { InjectOptions } from 'fastify';
import pg from 'pg';
import type { Settings } from '../libs/platform/index.ts';
import type { Askers, Job } from './jobs.ts';
import { FOLDER } from './server.ts';

/** The text of every statement, by name. */
export type Texts = Record<string, string>;

/**
 * Has the product do each job and takes down what it sends to PostgreSQL: the bare server sends the same texts.
 * Throws when a job sends other statements than jobs.ts says, since the bare server would then do another job.
 */
export async function statementsOf(settings: Settings, jobs: readonly Job[], askers: Askers): Promise<Texts> {
  const built = join(FOLDER, 'dist/apps/api/server.js');
  const { createServer } = (await import(built)) as typeof import('../apps/api/server.ts');
  const app = await createServer({ ...settings, worker: 'apart' });
  const spy = new Spy();
  try {
    for (const job of jobs) {
      const { method, path, cookie, body } = job.next(askers);
      const options: InjectOptions = { method, url: path, headers: { cookie }, ...(body && { payload: body }) };
      // Twice: what the product keeps in memory is there the second time.
      for (let turn = 0; turn < 2; turn++) {
        spy.accesses.length = 0;
        const answer = await app.inject(options);
        if (answer.statusCode >= 300) throw new Error(`${job.name}: ${answer.body}`);
      }
      if (!isDeepStrictEqual(spy.accesses, [job.sends]))
        throw new Error(`${job.name} sends ${spy.accesses.join(' | ')}: mend jobs.ts and bare-routes.ts`);
    }
  } finally {
    spy.end();
    await app.close();
  }
  return spy.texts;
}

/** Listens between pg and its callers. */
class Spy {
  readonly texts: Texts = {};
  /** The statements of each transaction that a person's request has ended. */
  readonly accesses: string[][] = [];
  private readonly open = new WeakMap<pg.Client, string[]>();
  private readonly query = Reflect.get(pg.Client.prototype, 'query') as (...given: unknown[]) => unknown;

  constructor() {
    const { query } = this;
    const see = (client: pg.Client, statement: unknown) => this.see(client, statement);
    Object.assign(pg.Client.prototype, {
      query(this: pg.Client, ...given: unknown[]) {
        see(this, given[0]);
        return query.apply(this, given);
      },
    });
  }

  end(): void {
    Object.assign(pg.Client.prototype, { query: this.query });
  }

  private see(client: pg.Client, statement: unknown): void {
    const { name, text } = typeof statement === 'string' ? { text: statement } : (statement as pg.QueryConfig);
    if (name) this.texts[name] = text;
    const sent = text === 'BEGIN' ? [] : (this.open.get(client) ?? []);
    this.open.set(client, [...sent, name ?? text]);
    if (text === 'COMMIT' && sent.includes('gate.session')) this.accesses.push(this.open.get(client)!);
  }
}
