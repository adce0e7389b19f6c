import { setTimeout as pause } from 'node:timers/promises';
import type { TestApp } from './app.ts';

/** Waits until every event recorded so far has been sealed. */
export async function allSealed({ owner }: TestApp): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    const { rows } = await owner.query(
      `select (select count(*) from log_event) = (select count(*) from log_leaf) as done`,
    );
    if (rows[0].done) return;
    await pause(25);
  }
  throw new Error('the log is not sealed');
}
