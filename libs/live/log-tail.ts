import { Inject, Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import type { LogEntry } from '../evidence/index.ts';
import { Database, type Scope, SETTINGS, sql, type Settings } from '../platform/index.ts';
import { LogBell } from './log-bell.ts';

/** How often the log is read although no bell rang, in milliseconds. */
const POLL = 1000;

/** Entries read at a time. */
const BATCH = 500;

const SIZES = sql('live.sizes', `select area_id as area, size::int as size from log_state`);
const GROWN = sql(
  'live.grown',
  `select s.area_id as area, l.idx::int as index, e.entry
     from log_state s
     left join unnest($1::uuid[], $2::bigint[]) as told (area_id, next) on told.area_id = s.area_id
    cross join lateral (select idx, event_id from log_leaf
                         where area_id = s.area_id and idx >= coalesce(told.next, 0) order by idx limit ${BATCH}) l
     join log_event e on e.event_id = l.event_id
    where s.size > coalesce(told.next, 0)
    order by s.area_id, l.idx`,
);
const BETWEEN = sql(
  'live.between',
  `select l.idx::int as index, e.entry from log_leaf l join log_event e on e.event_id = l.event_id
    where l.area_id = $1 and l.idx >= $2 and l.idx < $3 order by l.idx limit ${BATCH}`,
);

/** A sealed event in its place in an area's log. */
export interface TailedEvent {
  area: string;
  index: number;
  entry: LogEntry;
}

interface Row {
  area: string;
  index: number;
  entry: Buffer;
}

/**
 * Follows the sealed log of every area from where it ended when the process started: each event once, in the order of
 * the area's log. The dense index carries that promise; the bell and the poll only say when to look.
 */
@Injectable()
export class LogTail implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger('log tail');
  private readonly bell: LogBell;
  private readonly positions = new Map<string, number>();
  private tell: (event: TailedEvent) => void = () => undefined;
  private poll: NodeJS.Timeout | undefined;
  private lookAgain = false;
  private reading: Promise<void> | undefined;

  constructor(
    private readonly database: Database,
    @Inject(SETTINGS) settings: Settings,
  ) {
    this.bell = new LogBell(settings.databaseUrl, () => void this.readOn());
  }

  async onApplicationBootstrap(): Promise<void> {
    const sizes = await this.inLog((scope) => scope.query<{ area: string; size: number }>(SIZES()));
    for (const { area, size } of sizes) this.positions.set(area, size);
    this.poll = setInterval(() => void this.readOn(), POLL);
    await this.bell.listen();
  }

  async onModuleDestroy(): Promise<void> {
    clearInterval(this.poll);
    await this.bell.stop();
    await this.reading;
  }

  /** Calls `tell` with every event from now on. What it does with an event, it does before it returns. */
  follow(tell: (event: TailedEvent) => void): void {
    this.tell = tell;
  }

  /** The index of the area's next event: all before it have been told. */
  next(area: string): number {
    return this.positions.get(area) ?? 0;
  }

  /** Events of an area once more, from one index up to another; as many as one reading gives, and at least one. */
  async between(area: string, from: number, to: number): Promise<Omit<TailedEvent, 'area'>[]> {
    const rows = await this.inLog((scope) => scope.query<Row>(BETWEEN(area, from, to)));
    if (rows.length === 0) throw new Error(`the log has no event ${from}`);
    return rows.map(({ index, entry }) => ({ index, entry: decoded(entry) }));
  }

  /** Reads what is new until there is no more. Asked again while it reads, it looks once more before it ends. */
  readOn(): Promise<void> {
    this.lookAgain = true;
    return (this.reading ??= this.readAll().finally(() => (this.reading = undefined)));
  }

  private async readAll(): Promise<void> {
    while (this.lookAgain) {
      this.lookAgain = false;
      await this.readSome().catch((error: Error) =>
        this.logger.error({ message: 'the log could not be read', cause: error.message }),
      );
    }
  }

  private async readSome(): Promise<void> {
    const positions = [[...this.positions.keys()], [...this.positions.values()]];
    const rows = await this.inLog((scope) => scope.query<Row>(GROWN(...positions)));
    for (const { area, index, entry } of rows) {
      this.positions.set(area, index + 1);
      this.tell({ area, index, entry: decoded(entry) });
    }
    if (rows.length >= BATCH) this.lookAgain = true;
  }

  private inLog<Result>(work: (scope: Scope) => Promise<Result>): Promise<Result> {
    return this.database.maintain('tail the log', 'samordna_live', work);
  }
}

// The bytes are our own canonical JSON; whoever doubts them verifies an export.
const decoded = (entry: Buffer): LogEntry => JSON.parse(entry.toString()) as LogEntry;
