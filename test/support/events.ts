import type { ClientBase, Pool } from 'pg';
import { encodeEntry, leafHash } from '../../libs/evidence/index.ts';
import { newId } from '../../libs/platform/index.ts';

/** An event as a test wants it; what is left out does not matter to it. */
export interface MadeEvent {
  type?: string;
  facts?: Record<string, unknown>;
  /** The number of the transaction that wrote it: one long finished. Left out: the one that writes it now. */
  xid?: number;
}

/** Writes events into an area's log, in the order given, past the product; answers their ids. */
export async function writeEvents(
  owner: Pool | ClientBase,
  area: string,
  events: readonly MadeEvent[],
): Promise<string[]> {
  const entries = events.map(({ type = 'test.happened', facts }) => {
    const id = newId();
    const who = { v: 1, id, type, at: '2026-11-22T09:30:00.000Z', area, actor: null, unit: null } as const;
    return { id, bytes: encodeEntry({ ...who, activity: 'Skriva', outcome: 'done', ...(facts && { facts }) }) };
  });
  const ids = entries.map(({ id }) => id);
  await owner.query(
    `insert into log_event (event_id, area_id, epoch, xid, entry, leaf_hash)
     select e.id, $1, (select epoch from log_cursor), coalesce(e.xid::xid8, pg_current_xact_id()), e.entry, e.leaf
       from unnest($2::uuid[], $3::text[], $4::bytea[], $5::bytea[]) with ordinality as e (id, xid, entry, leaf, n) order by e.n`,
    [
      area,
      ids,
      events.map(({ xid }) => xid?.toString() ?? null),
      entries.map(({ bytes }) => bytes),
      entries.map(({ bytes }) => leafHash(bytes)),
    ],
  );
  return ids;
}
