import { Injectable } from '@nestjs/common';
import { Figures, monthsOfYear, type CountedEvent, type CountedFigure } from '../audit/index.ts';
import { Database, LIST_REACH, sql } from '../platform/index.ts';

// Cells and checkpoint in one statement, so that the figures are exactly what the log of that size counts to.
const COUNTED = sql(
  'action-plan.figures',
  `select coalesce(c.size, 0)::int as size, c.note as checkpoint,
          coalesce((select json_agg(f order by key collate "C") from (
            select definition, key, sum(value)::int as value
              from figure_total join unnest($1::text[], $2::int[]) as d (definition, version) using (definition, version)
             where area_id = app_area() and month >= $3::date and month < $4::date
             group by definition, key having sum(value) <> 0) f), '[]') as cells
     from (values (1)) as always
     left join (select size, note from log_checkpoint where area_id = app_area() order by size desc limit 1) c on true`,
);
const EVENTS = sql(
  'action-plan.figure-events',
  `select count(*)::int as total from (
     select from figure_evidence
      where area_id = app_area() and definition = $1 and version = $2 and key = $3 and month >= $4::date and month < $5::date
      limit ${LIST_REACH}) counted`,
);

/** What figures counted to when the log had `size` events. */
export interface Reading {
  size: number;
  /** The signed note of that size; none before anything is sealed. */
  checkpoint: string | null;
  /** Cells above 0, by definition and key. Key '' is the whole when the figure is not split. */
  cells: { definition: string; key: string; value: number }[];
}

/** Reads figures and what they counted, for a calendar year of the actor's own area. */
@Injectable()
export class FigureReader {
  constructor(
    private readonly database: Database,
    private readonly figures: Figures,
  ) {}

  async read(figures: CountedFigure[], year: number): Promise<Reading> {
    const { from, to } = monthsOfYear(year);
    const names = figures.map(({ id }) => id);
    const versions = figures.map(({ version }) => version);
    const [reading] = await this.database.query<Reading>(COUNTED(names, versions, from, to));
    return reading!;
  }

  /** A page of the events that a cell counted, and how many there are, counted to 1000 at most. */
  async events(
    figure: CountedFigure,
    key: string,
    year: number,
    rows: { offset: number; limit: number },
  ): Promise<{ events: CountedEvent[]; total: number }> {
    const months = monthsOfYear(year);
    const [events, [counted]] = await Promise.all([
      this.figures.evidence(figure, key, months, rows),
      this.database.query<{ total: number }>(EVENTS(figure.id, figure.version, key, months.from, months.to)),
    ]);
    return { events, total: counted!.total };
  }
}
