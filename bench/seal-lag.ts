import pg from 'pg';
import type { Area } from './area.ts';
import { allSealed } from './history.ts';
import { openLoop, quantile, type Message } from './load.ts';
import type { Server } from './server.ts';

export interface SealLag {
  /** Creates that were asked for and reached, each second. */
  asked: number;
  reached: number;
  /** From the answer to the client (the commit lies just before it) until the sealer says that the event has its place, in milliseconds. */
  p50: number;
  p99: number;
}

/** Creates requests at a steady pace and sees how long each event waits for its place in the log. */
export async function sealLag(
  ownerUrl: string,
  owner: pg.Pool,
  area: Area,
  { server, next }: { server: Server; next: () => Message },
  { perSecond, seconds }: { perSecond: number; seconds: number },
): Promise<SealLag> {
  const [before] = (await owner.query(`select size::int as size from log_state where area_id = $1`, [area.id])).rows;
  const grown: { size: number; at: number }[] = [];
  const listener = new pg.Client({ connectionString: ownerUrl });
  listener.on('notification', ({ payload }) => {
    const [grownArea, size] = payload!.split(':');
    if (grownArea === area.id) grown.push({ size: Number(size), at: performance.now() });
  });
  await listener.connect();
  await listener.query('listen log_sealed');
  const { answers, perSecond: reached } = await openLoop(server.port, perSecond, seconds, next);
  await allSealed(owner);
  // What has been notified comes before the answer to the next statement.
  await listener.query('unlisten log_sealed');
  await listener.end();

  const { rows } = await owner.query<{ index: number; subject: string }>(
    `select l.idx::int as index, convert_from(e.entry, 'UTF8')::json ->> 'subject' as subject
       from log_leaf l join log_event e using (event_id) where l.area_id = $1 and l.idx >= $2`,
    [area.id, before.size],
  );
  const indexOf = new Map(rows.map(({ subject, index }) => [subject, index]));
  const lags = answers.map(({ body, at }) => {
    const index = indexOf.get(`consultation-request:${(JSON.parse(body) as { id: string }).id}`)!;
    return Math.max(0, grown.find(({ size }) => size > index)!.at - at);
  });
  return { asked: perSecond, reached, p50: quantile(lags, 0.5), p99: quantile(lags, 0.99) };
}
