import { Injectable } from '@nestjs/common';
import {
  formatProof,
  hashesFromTiles,
  inclusionProof,
  openCheckpoint,
  type HashAt,
  type LogReader as ExportReader,
} from '../evidence/index.ts';
import { Clock, Database, Problem, sql } from '../platform/index.ts';
import { LogKey } from './log-key.ts';

const LATEST = sql(
  'log.latest',
  `select size::int as size, note, signed_at as "signedAt", (select since from log_halt where area_id = app_area()) as "haltedSince"
     from log_checkpoint where area_id = app_area() order by size desc limit 1`,
);
const NOTES = sql(
  'log.notes',
  `select note from log_checkpoint where area_id = app_area() and size <= $1 order by size`,
);
const TILE = sql(
  'log.tile',
  `select hashes from log_tile where area_id = app_area() and level = $1 and n = $2
   union all
   select hashes from log_edge where area_id = app_area() and level = $1
      and not exists (select from log_tile where area_id = app_area() and level = $1 and n = $2)`,
);
const ENTRIES = sql(
  'log.entries',
  `select e.entry from log_leaf l join log_event e on e.event_id = l.event_id
    where l.area_id = app_area() and l.idx >= $1 and l.idx < $2 order by l.idx`,
);
/** The head of an area's log: how long it is, and the signed note that says so. */
export interface LogHead {
  size: number;
  note: string;
  signedAt: Date;
  /** Since when nothing more is sealed, because the log does not fit its checkpoint; null while all is well. */
  haltedSince: Date | null;
}

/** Reads the sealed log of the actor's own area. */
@Injectable()
export class LogReader {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly key: LogKey,
  ) {}

  /** The last checkpoint; 404 before anything is sealed. */
  async head(): Promise<LogHead> {
    const [head] = await this.database.query<LogHead>(LATEST());
    if (!head) throw Problem.notFound();
    return head;
  }

  /** The key that the area's log is signed with, as text to keep outside. */
  async verifierKey(): Promise<string> {
    const { area } = await this.database.scope.enter();
    return this.key.text(area!);
  }

  /** Proofs (C2SP tlog-proof) that events are in the log, one for each index, under one checkpoint. */
  async proofs(indices: readonly number[], head: LogHead): Promise<string[]> {
    const hashAt = this.hashAt();
    return Promise.all(
      indices.map(async (index) =>
        formatProof({ index, hashes: await inclusionProof(index, head.size, hashAt), checkpoint: head.note }),
      ),
    );
  }

  /** What an export is written from: the head now; each later part in a transaction of its own, since an export may take longer than one may last. */
  async export(): Promise<ExportReader> {
    const reentry = this.database.reentry();
    const { area } = await this.database.scope.enter();
    const head = await this.head();
    const notes = await this.database.query<{ note: string }>(NOTES(head.size));
    return {
      origin: this.key.origin(area!),
      vkey: this.key.text(area!),
      exportedAt: this.clock.now().toISOString(),
      size: openCheckpoint(head.note, this.key.verifier(area!)).size,
      checkpoints: notes.map(({ note }) => note),
      entries: (from, to) =>
        reentry(async () => {
          const rows = await this.database.query<{ entry: Buffer }>(ENTRIES(from, to));
          return rows.map(({ entry }) => entry);
        }),
      tile: (level, n) => reentry(() => this.tile(level, n)),
    };
  }

  private hashAt(): HashAt {
    const tiles = new Map<string, Promise<Buffer>>();
    return hashesFromTiles((level, n) => {
      const name = `${level}/${n}`;
      const tile = tiles.get(name) ?? this.tile(level, n);
      tiles.set(name, tile);
      return tile;
    });
  }

  private async tile(level: number, n: number): Promise<Buffer> {
    const [row] = await this.database.query<{ hashes: Buffer }>(TILE(level, n));
    if (!row) throw new Error(`tile ${n} of level ${level} is missing`);
    return row.hashes;
  }
}
