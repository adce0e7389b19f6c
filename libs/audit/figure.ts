import { Injectable } from '@nestjs/common';
import { Database, sql } from '../platform/index.ts';
import type { CountedFigure } from './figure-definition.ts';

const CELLS = sql(
  'figure.cells',
  `select key, sum(value)::int as value from figure_total
    where area_id = app_area() and definition = $1 and version = $2 and month >= $3::date and month < $4::date
    group by key having sum(value) <> 0`,
);
const EVIDENCE = sql(
  'figure.evidence',
  `select f.idx::int as index, f.delta, encode(l.leaf_hash, 'base64') as "leafHash"
     from figure_evidence f join log_leaf l on l.area_id = f.area_id and l.idx = f.idx
    where f.area_id = app_area() and f.definition = $1 and f.version = $2 and f.key = $3
      and f.month >= $4::date and f.month < $5::date
    order by f.idx offset $6 limit $7`,
);

/** The local months [from, to) that a figure covers, as first days YYYY-MM-01. */
export interface Months {
  from: string;
  to: string;
}

/** A calendar year, local midnight to local midnight. */
export const monthsOfYear = (year: number): Months => ({ from: `${year}-01-01`, to: `${year + 1}-01-01` });

export interface CountedEvent {
  index: number;
  delta: number;
  leafHash: string;
}

/** Figures as the sealer has counted them: every one is exactly the sum of sealed events. */
@Injectable()
export class Figures {
  constructor(private readonly database: Database) {}

  /** The figure's cells; cells of 0 are left out. Key '' is the whole when the figure is not split. */
  async cells({ id, version }: CountedFigure, { from, to }: Months): Promise<Map<string, number>> {
    const rows = await this.database.query<{ key: string; value: number }>(CELLS(id, version, from, to));
    return new Map(rows.map(({ key, value }) => [key, value]));
  }

  /** The events that a cell counted, in the order of the log. */
  evidence(
    { id, version }: CountedFigure,
    key: string,
    { from, to }: Months,
    { offset, limit }: { offset: number; limit: number },
  ): Promise<CountedEvent[]> {
    return this.database.query<CountedEvent>(EVIDENCE(id, version, key, from, to, offset, limit));
  }
}
