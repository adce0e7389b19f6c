import { Injectable } from '@nestjs/common';
import { Database, LIST_REACH, sql } from '../platform/index.ts';
import type { CountedFigure } from './figure-definition.ts';

// Cells and checkpoint in one statement, so that the figures are exactly what the log of that size counts to.
const READ = sql(
  'figure.read',
  `select coalesce(c.size, 0)::int as size, c.note as checkpoint,
          coalesce((select json_agg(f order by key collate "C") from (
            select definition, key, sum(value)::int as value
              from figure_total join unnest($1::text[], $2::int[]) as d (definition, version) using (definition, version)
             where area_id = app_area() and month >= $3::date and month < $4::date
             group by definition, key having sum(value) <> 0) f), '[]') as cells
     from (values (1)) as always
     left join (select size, note from log_checkpoint where area_id = app_area() order by size desc limit 1) c on true`,
);

// A split figure has counted an event once under each of its keys.
const EVENTS = `select idx, delta from figure_evidence
  where area_id = app_area() and definition = $1 and version = $2 and month >= $3::date and month < $4::date
  group by idx, delta`;
const EVENTS_PAGE = sql(
  'figure.events',
  `select e.idx::int as index, e.delta, encode(l.leaf_hash, 'base64') as "leafHash"
     from (${EVENTS} order by idx offset $5 limit $6) e join log_leaf l on l.area_id = app_area() and l.idx = e.idx
    order by e.idx`,
);
const EVENTS_SUM = sql(
  'figure.events-sum',
  `select count(*)::int as total, coalesce(sum(delta), 0)::int as value from (${EVENTS} limit ${LIST_REACH}) counted`,
);

/** The local months [from, to) that a figure covers, as first days YYYY-MM-01. */
export interface Months {
  from: string;
  to: string;
}

/** A calendar year, local midnight to local midnight. */
export const monthsOfYear = (year: number): Months => ({ from: `${year}-01-01`, to: `${year + 1}-01-01` });

/** What figures counted to when the log had `size` events. */
export interface Reading {
  size: number;
  /** The signed note of that size; none before anything is sealed. */
  checkpoint: string | null;
  /** Cells above 0, by definition and key. Key '' is the whole when the figure is not split. */
  cells: { definition: string; key: string; value: number }[];
}

export interface CountedEvent {
  index: number;
  delta: number;
  leafHash: string;
}

/** Figures as the sealer has counted them, for a calendar year of the actor's own area: each is exactly the sum of sealed events. */
@Injectable()
export class Figures {
  constructor(private readonly database: Database) {}

  async read(figures: readonly CountedFigure[], year: number): Promise<Reading> {
    const { from, to } = monthsOfYear(year);
    const names = figures.map(({ id }) => id);
    const versions = figures.map(({ version }) => version);
    const [reading] = await this.database.query<Reading>(READ(names, versions, from, to));
    return reading!;
  }

  /** How many events a figure has counted, each once, and what they sum to; of 1000 at most. */
  async sumOfEvents({ id, version }: CountedFigure, year: number): Promise<{ total: number; value: number }> {
    const { from, to } = monthsOfYear(year);
    const [sum] = await this.database.query<{ total: number; value: number }>(EVENTS_SUM(id, version, from, to));
    return sum!;
  }

  /** A page of the events that a figure has counted, each once, in the order of the log. */
  events(
    { id, version }: CountedFigure,
    year: number,
    { offset, limit }: { offset: number; limit: number },
  ): Promise<CountedEvent[]> {
    const { from, to } = monthsOfYear(year);
    return this.database.query<CountedEvent>(EVENTS_PAGE(id, version, from, to, offset, limit));
  }
}
