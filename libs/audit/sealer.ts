import { Injectable } from '@nestjs/common';
import {
  Frontier,
  openCheckpoint,
  partialTilesOf,
  signCheckpoint,
  TileBuilder,
  type Tile,
  type Verifier,
} from '../evidence/index.ts';
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
  `select epoch, at_epoch as "atEpoch", xid::text as "atXid", seq::text as "atSeq",
          (select coalesce(json_agg(json_build_object('area', h.area_id, 'atEpoch', h.at_epoch, 'atXid', h.xid::text, 'atSeq', h.seq::text)
                                    order by h.area_id), '[]') from log_halt h) as halts
     from log_cursor for update skip locked`,
);

const EVENT = `event_id, area_id, leaf_hash, entry, epoch as "atEpoch", xid::text as "atXid", seq::text as "atSeq"`;
// The order is by number: the texts have names of their own, or PostgreSQL would sort by them. A transaction below the snapshot's xmin is
// finished, so nothing can appear later among what is read here; those of an earlier epoch ended before the restore.
const FINISHED = sql(
  'seal.finished',
  `select ${EVENT}
     from log_event
    where (epoch, xid, seq) > ($2, $3::xid8, $4::bigint) and (epoch < $1 or xid < pg_snapshot_xmin(pg_current_snapshot()))
    order by epoch, xid, seq limit ${BATCH}`,
);
// What an area has waiting since its sealing stopped, up to where the others have come.
const WAITING = sql(
  'seal.waiting',
  `select ${EVENT}
     from log_event
    where area_id = $1 and (epoch, xid, seq) > ($2, $3::xid8, $4::bigint) and (epoch, xid, seq) <= ($5, $6::xid8, $7::bigint)
    order by epoch, xid, seq limit ${BATCH}`,
);
const HALT = sql(
  'seal.halt',
  `insert into log_halt (area_id, at_epoch, xid, seq) values ($1, $2, $3::xid8, $4::bigint)`,
);
const MOVE_HALT = sql(
  'seal.move-halt',
  `update log_halt set at_epoch = $2, xid = $3::xid8, seq = $4::bigint where area_id = $1`,
);
const END_HALT = sql('seal.end-halt', `delete from log_halt where area_id = $1`);
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
  `insert into log_leaf (area_id, idx, event_id, leaf_hash, at, type, actor, subject)
   select $1, $2::bigint + l.n - 1, l.event_id, l.leaf_hash, r.at, r.type, r.actor, r.subject
     from unnest($3::uuid[], $4::bytea[], $5::bytea[]) with ordinality as l (event_id, leaf_hash, entry, n)
     cross join lateral json_to_record(convert_from(l.entry, 'UTF8')::json)
       as r (at timestamptz, type text, actor uuid, subject text)`,
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
const ADVANCE = sql('seal.advance', `update log_cursor set at_epoch = $1, xid = $2::xid8, seq = $3::bigint`);
const NOTIFY = sql('seal.notify', `select pg_notify('${SEALED_CHANNEL}', $1)`);

/** A place in the order of finished transactions: of the last event that was passed. */
interface Place {
  atEpoch: number;
  atXid: string;
  atSeq: string;
}

interface FinishedEvent extends Place {
  event_id: string;
  area_id: string;
  leaf_hash: Buffer;
  entry: Buffer;
}

interface Cursor extends Place {
  /** The epoch that is written now. */
  epoch: number;
  halts: (Place & { area: string })[];
}

/** What a round of sealing did. */
export interface Sealed {
  /** Events that got their place. */
  sealed: number;
  /** There is probably more to seal at once. */
  more: boolean;
  /** Areas that are not sealed further, because their log does not fit its own last checkpoint. */
  halted: string[];
}

interface AreaState {
  size: number;
  frontier: Buffer;
  note: string | null;
  edges: { level: number; hashes: string }[];
}

interface RightEdge {
  frontier: Frontier;
  builder: TileBuilder;
}

const placeOf = ({ atEpoch, atXid, atSeq }: Place) => [atEpoch, atXid, atSeq] as const;

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

  /** Seals what is finished. An area whose log was damaged waits by itself, and goes on from there once its log fits again. */
  seal(): Promise<Sealed> {
    return this.database.maintain('seal the log', 'samordna_sealer', async (scope) => {
      const [cursor] = await scope.query<Cursor>(CURSOR());
      if (!cursor) return { sealed: 0, more: false, halted: [] };
      const { sealed, halted } = await this.sealWaiting(scope, cursor);
      const events = await scope.query<FinishedEvent>(FINISHED(cursor.epoch, ...placeOf(cursor)));
      const last = events.at(-1);
      if (!last) return { sealed, more: false, halted };
      let placed = sealed;
      for (const [area, own] of Map.groupBy(events, ({ area_id }) => area_id)) {
        if (halted.includes(area)) continue;
        const edge = await this.rightEdge(scope, area);
        if (edge) {
          await this.sealArea(scope, area, edge, own);
          placed += own.length;
        } else {
          await scope.query(HALT(area, ...placeOf(cursor)));
          halted.push(area);
        }
      }
      await scope.query(ADVANCE(...placeOf(last)));
      return { sealed: placed, more: events.length === BATCH, halted };
    });
  }

  /** Areas that were halted and fit again catch up with the others, a batch for each round. Answers those that still wait. */
  private async sealWaiting(scope: Scope, cursor: Cursor): Promise<{ sealed: number; halted: string[] }> {
    let sealed = 0;
    const halted: string[] = [];
    for (const { area, ...since } of cursor.halts) {
      const edge = await this.rightEdge(scope, area);
      const waiting = edge
        ? await scope.query<FinishedEvent>(WAITING(area, ...placeOf(since), ...placeOf(cursor)))
        : [];
      const last = waiting.at(-1);
      if (edge && last) await this.sealArea(scope, area, edge, waiting);
      sealed += waiting.length;
      if (edge && waiting.length < BATCH) await scope.query(END_HALT(area));
      else halted.push(area);
      if (last && waiting.length === BATCH) await scope.query(MOVE_HALT(area, ...placeOf(last)));
    }
    return { sealed, halted };
  }

  private async sealArea(
    scope: Scope,
    area: string,
    { frontier, builder }: RightEdge,
    events: FinishedEvent[],
  ): Promise<void> {
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
          events.map((e) => e.entry),
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

  /** Where an area's log goes on; undefined when it does not fit its own last checkpoint: it is never signed again then. */
  private async rightEdge(scope: Scope, area: string): Promise<RightEdge | undefined> {
    const [state] = await scope.query<AreaState>(STATE(area));
    if (!state) return { frontier: new Frontier(), builder: new TileBuilder() };
    try {
      return edgeOf(state, this.key.verifier(area));
    } catch {
      return undefined;
    }
  }
}

/** Throws where the state is not what the signed checkpoint says. */
function edgeOf(state: AreaState, verifier: Verifier): RightEdge {
  const frontier = Frontier.fromBytes(state.frontier);
  const checkpoint = openCheckpoint(state.note ?? '', verifier);
  if (checkpoint.size !== state.size || frontier.size !== state.size || !checkpoint.root.equals(frontier.root())) {
    throw new Error('the log does not fit its last checkpoint');
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
