import type { TestApp } from './app.ts';
import { until } from './until.ts';

/** Until somebody, or as many as said, waits for a row that somebody else holds. */
export const lockWait = ({ owner }: TestApp, waiting = 1): Promise<void> =>
  until(async () => {
    const { rowCount } = await owner.query(
      `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
    );
    return rowCount! >= waiting;
  });
