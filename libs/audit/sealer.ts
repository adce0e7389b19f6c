import { Injectable } from '@nestjs/common';
import { Frontier, openCheckpoint, partialTilesOf, signCheckpoint, TileBuilder, type Tile } from '../evidence/index.ts';
import { Database, sql, type Scope } from '../platform/index.ts';
import { countedFigures } from './figure-definition.ts';
import { LogKey } from './log-key.ts';
import { countedIn } from './sealed-batch.ts';

/** Events sealed in one transaction at most: keeps memory and the time to commit small. */
const BATCH = 2000;

/** The channel that says an area's log has grown; the payload is `area:size`. */
export const SEALED_CHANNEL = 'log_sealed';

const CURSOR = sql(
  'seal.cursor',
  `select epoch, xid::text as "lastXid", seq::text as "lastSeq" from log_cursor for update skip locked`,
);

// The order is by number: the texts have names of their own, or PostgreSQL would sort by them. A transaction below the snapshot's xmin is finished, so nothing can appear later among what is read here.
const FINISHED = sql(
  'seal.finished',
  `select event_id, area_id, leaf_hash, entry, xid::text as "atXid", seq::text as "atSeq"
     from log_event
    where epoch = $1 and (xid, seq) > ($2::xid8, $3::bigint) and xid < pg_snapshot_xmin(pg_current_snapshot())
    order by xid, seq limit ${BATCH}`,
);
const STATE = sql(
  'seal.state',
  `select s.size::int as size, s.frontier, c.note,
          (select coalesce(json_agg(json_build_object('level', e.level, 'hashes', encode(e.hashes, 'hex'))), '[]')
             from log_edge e where e.area_id = s.area_id) as edges
     from log_state s left join log_checkpoint c on c.area_id = s.area_id and c.size = s.size
    where s.area_id = $1`,
);
const LEAVES = sql(
  'seal.leaves',
  `insert into log_leaf (area_id, idx, event_id, leaf_hash)
   select $1, $2::bigint + l.n - 1, l.event_id, l.leaf_hash
     from unnest($3::uuid[], $4::bytea[]) with ordinality as l (event_id, leaf_hash, n)`,
);
const TILES = sql(
  'seal.tiles',
  `insert into log_tile (area_id, level, n, hashes)
   select $1, t.level, t.n, t.hashes from unnest($2::int[], $3::bigint[], $4::bytea[]) as t (level, n, hashes)`,
);
const EDGES = sql(
  'seal.edges',
  `with gone as (delete from log_edge where area_id = $1 and level <> all ($2::int[]))
   insert into log_edge (area_id, level, hashes)
   select $1, e.level, e.hashes from unnest($2::int[], $3::bytea[]) as e (level, hashes)
   on conflict (area_id, level) do update set hashes = excluded.hashes`,
);
const HEAD = sql(
  'seal.head',
  `with state as (
     insert into log_state (area_id, size, frontier) values ($1, $2, $3)
     on conflict (area_id) do update set size = excluded.size, frontier = excluded.frontier)
   insert into log_checkpoint (area_id, size, root, note) values ($1, $2, $4, $5)`,
);
const FIGURES = sql(
  'seal.figures',
  `with counted as (
     insert into figure_evidence (area_id, definition, version, month, key, idx, delta)
     select $1, f.* from unnest($2::text[], $3::int[], $4::date[], $5::text[], $6::bigint[], $7::int[])
       as f (definition, version, month, key, idx, delta)
     returning definition, version, month, key, delta)
   insert into figure_total (area_id, definition, version, month, key, value)
   select $1, definition, version, month, key, sum(delta) from counted group by definition, version, month, key
   on conflict (area_id, definition, version, month, key) do update set value = figure_total.value + excluded.value`,
);
const ADVANCE = sql('seal.advance', `update log_cursor set xid = $1::xid8, seq = $2::bigint`);
const NOTIFY = sql('seal.notify', `select pg_notify('${SEALED_CHANNEL}', $1)`);

interface FinishedEvent {
  event_id: string;
  area_id: string;
  leaf_hash: Buffer;
  entry: Buffer;
  atXid: string;
  atSeq: string;
}

/**
 * Gives finished events their place: dense indices, tiles, a signed checkpoint, and the figures they count in.
 * One transaction for each batch; of several sealers one works and the others find nothing to do.
 */
@Injectable()
export class Sealer {
  constructor(
    private readonly database: Database,
    private readonly key: LogKey,
  ) {}

  /** Seals what is finished. Answers how many events it sealed: a full batch means that there is probably more. */
  seal(): Promise<{ sealed: number; more: boolean }> {
    return this.database.maintain('seal the log', 'samordna_sealer', async (scope) => {
      const [cursor] = await scope.query<{ epoch: number; lastXid: string; lastSeq: string }>(CURSOR());
      if (!cursor) return { sealed: 0, more: false };
      const events = await scope.query<FinishedEvent>(FINISHED(cursor.epoch, cursor.lastXid, cursor.lastSeq));
      const last = events.at(-1);
      if (!last) return { sealed: 0, more: false };
      for (const [area, own] of Map.groupBy(events, ({ area_id }) => area_id)) await this.sealArea(scope, area, own);
      await scope.query(ADVANCE(last.atXid, last.atSeq));
      return { sealed: events.length, more: events.length === BATCH };
    });
  }

  private async sealArea(scope: Scope, area: string, events: FinishedEvent[]): Promise<void> {
    const { frontier, builder } = await this.rightEdge(scope, area);
    const first = frontier.size;
    const full: Tile[] = [];
    for (const { leaf_hash } of events) {
      frontier.append(leaf_hash);
      full.push(...builder.append(leaf_hash));
    }
    const partials = builder.partials();
    const root = frontier.root();
    const note = await signCheckpoint(frontier.size, root, this.key.signer(area));
    const counted = countedIn(
      events.map(({ entry }, i) => ({ index: first + i, entry })),
      countedFigures(),
    );
    await Promise.all([
      scope.query(
        LEAVES(
          area,
          first,
          events.map((e) => e.event_id),
          events.map((e) => e.leaf_hash),
        ),
      ),
      ...(full.length > 0
        ? [
            scope.query(
              TILES(
                area,
                full.map((t) => t.level),
                full.map((t) => t.n),
                full.map((t) => t.hashes),
              ),
            ),
          ]
        : []),
      scope.query(
        EDGES(
          area,
          partials.map((t) => t.level),
          partials.map((t) => t.hashes),
        ),
      ),
      scope.query(HEAD(area, frontier.size, frontier.toBytes(), root, note)),
      ...(counted.length > 0
        ? [
            scope.query(
              FIGURES(
                area,
                counted.map((c) => c.definition),
                counted.map((c) => c.version),
                counted.map((c) => c.month),
                counted.map((c) => c.key),
                counted.map((c) => c.index),
                counted.map((c) => c.delta),
              ),
            ),
          ]
        : []),
      scope.query(NOTIFY(`${area}:${frontier.size}`)),
    ]);
  }

  /** Where an area's log goes on. A log that does not fit its own last checkpoint is never signed again. */
  private async rightEdge(scope: Scope, area: string): Promise<{ frontier: Frontier; builder: TileBuilder }> {
    const [state] = await scope.query<{
      size: number;
      frontier: Buffer;
      note: string | null;
      edges: { level: number; hashes: string }[];
    }>(STATE(area));
    if (!state) return { frontier: new Frontier(), builder: new TileBuilder() };
    const frontier = Frontier.fromBytes(state.frontier);
    const checkpoint = state.note && openCheckpoint(state.note, this.key.verifier(area));
    if (!checkpoint || checkpoint.size !== frontier.size || !checkpoint.root.equals(frontier.root())) {
      throw new Error(`the log of area ${area} does not fit its last checkpoint: it is not sealed further`);
    }
    const edges = state.edges.map(({ level, hashes }) => ({ level, hashes: Buffer.from(hashes, 'hex') }));
    const wanted = new Set(partialTilesOf(frontier.size).map(({ level }) => level));
    return {
      frontier,
      builder: new TileBuilder(
        frontier.size,
        edges.filter(({ level }) => wanted.has(level)),
      ),
    };
  }
}
