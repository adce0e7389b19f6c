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
 * Has the product do each job once and takes down what it sends to PostgreSQL: the bare server sends the same texts.
 * Throws when a job sends other statements than it says here, since the bare server would then do another job.
 */
export async function statementsOf(settings: Settings, jobs: readonly Job[], askers: Askers): Promise<Texts> {
  const texts: Texts = {};
  const sent: string[] = [];
  const query = pg.Client.prototype.query as (this: pg.Client, ...given: unknown[]) => unknown;
  const spy = function (this: pg.Client, ...given: unknown[]) {
    const [statement] = given as [string | { name?: string; text: string }];
    const { name, text } = typeof statement === 'string' ? { name: undefined, text: statement } : statement;
    sent.push(name ?? text);
    if (name) texts[name] = text;
    return query.apply(this, given);
  };
  const server = (await import(
    join(FOLDER, 'dist/apps/api/server.js')
  )) as typeof import('../apps/api/server.ts');
  const app = await server.createServer({ ...settings, worker: 'apart' });
  Object.assign(pg.Client.prototype, { query: spy });
  try {
    for (const job of jobs) {
      sent.length = 0;
      const { method, path, cookie, body } = job.next(askers);
      const options: InjectOptions = { method, url: path, headers: { cookie }, ...(body && { payload: body }) };
      const answer = await app.inject(options);
      if (answer.statusCode >= 300) throw new Error(`${job.name}: ${answer.body}`);
      if (!isDeepStrictEqual(sent, job.sends)) throw new Error(`${job.name} sends ${sent.join(', ')}: mend jobs.ts and bare-routes.ts`);
    }
  } finally {
    Object.assign(pg.Client.prototype, { query });
    await app.close();
  }
  return texts;
}
