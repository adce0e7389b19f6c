import { setTimeout as pause } from 'node:timers/promises';
import { Sealer } from '../../libs/audit/index.ts';
import type { TestApp } from './app.ts';

const PATIENCE = 2000;

/** Waits until every event recorded so far has been sealed by the server's own worker. */
export const allSealed = ({ owner }: TestApp): Promise<void> =>
  until(owner, `select (select count(*) from log_event) = (select count(*) from log_leaf) as done`);

/**
 * Waits until nothing that was running when the last event was written still runs: the sealer waits for every transaction of the
 * cluster, and other tests work in it.
 */
export const allFinished = ({ owner }: TestApp): Promise<void> =>
  until(
    owner,
    `select pg_snapshot_xmin(pg_current_snapshot()) > coalesce((select max(xid::text::bigint) from log_event where epoch = (select epoch from log_cursor)), 0)::text::xid8 as done`,
  );

/** Seals by hand, where the server runs no worker. */
export async function sealAll(test: TestApp): Promise<void> {
  await allFinished(test);
  while ((await test.app.get(Sealer).seal()).more);
}

async function until(owner: TestApp['owner'], sql: string): Promise<void> {
  for (let tries = 0; tries < PATIENCE; tries++) {
    const { rows } = await owner.query(sql);
    if (rows[0].done) return;
    await pause(20);
  }
  throw new Error(`still not: ${sql}`);
}
