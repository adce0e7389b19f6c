import { Injectable } from '@nestjs/common';
import { eventKind, figureOf, Log, LogReader, monthsOfYear, type CountedFigure } from '../audit/index.ts';
import { AgreementService, type AgreementContent } from '../directory/index.ts';
import { Database, Problem, rowsOf, sql, ZONE } from '../platform/index.ts';
import { FigureReader, type Reading } from './figure-reader.ts';
import type { CellView, EvidencePage, EvidenceQuery, FigureView } from './metric.dto.ts';
import { suppress } from './suppression.rules.ts';

const figureRead = eventKind({ type: 'figure.read', activity: 'Läsa' });
const evidenceRead = eventKind({ type: 'figure.evidence-read', activity: 'Läsa' });

const METRIC = sql(
  'metric.read',
  `select m.name, m.definition, p.year
     from metric m join objective o on o.id = m.objective_id join focus_area f on f.id = o.focus_area_id
     join action_plan p on p.id = f.plan_id
    where m.area_id = app_area() and m.id = $1`,
);

interface Metric {
  name: string;
  definition: string;
  year: number;
}

/** A metric's figure, with its definition, its period and what it counted. */
@Injectable()
export class MetricService {
  constructor(
    private readonly database: Database,
    private readonly log: Log,
    private readonly agreements: AgreementService,
    private readonly figures: FigureReader,
    private readonly logReader: LogReader,
  ) {}

  async figure(id: string, asked?: number): Promise<FigureView> {
    const { name, year, figure, cells, reading } = await this.counted(id, asked);
    this.log.record(figureRead, { subject: `metric:${id}`, facts: { definition: figure.id, year } });
    const total = figure.by === undefined ? cells[0]!.value : undefined;
    return {
      metric: { id, name },
      definition: { ...figure, counts: [...figure.counts] },
      period: { ...monthsOfYear(year), zone: ZONE },
      cells,
      ...(total !== undefined && { total }),
      logSize: reading.size,
      checkpoint: reading.checkpoint,
      verifierKey: await this.logReader.verifierKey(),
    };
  }

  async evidence(id: string, query: EvidenceQuery): Promise<EvidencePage> {
    const { key, page, limit } = query;
    const { year, figure, cells } = await this.counted(id, query.year);
    const cell = cells.find((each) => each.key === key);
    if (!cell) throw Problem.field('key', 'Välj en av raderna i siffran.');
    // Behind a 0 may lie an event and its taking back: opened, they would tell what one consultation was about.
    if (!cell.value)
      throw new Problem('state-conflict', 'Det här antalet döljs eller är 0. Öppna ett antal som visas.');
    this.log.record(evidenceRead, { subject: `metric:${id}`, facts: { definition: figure.id, year, key } });
    // The head is read after the events, so it covers them all.
    const [{ events, total }, head] = await Promise.all([
      this.figures.events(figure, key, year, rowsOf(query)),
      this.logReader.head(),
    ]);
    const proofs = await this.logReader.proofs(
      events.map(({ index }) => index),
      head,
    );
    return {
      events: events.map((event, i) => ({ ...event, proof: proofs[i]! })),
      total,
      page,
      limit,
      logSize: head.size,
      checkpoint: head.note,
    };
  }

  /** The metric's cells as they may be shown. 404 for a metric that is not there, or whose figure nothing counts. */
  private async counted(id: string, asked: number | undefined) {
    const [[metric], { content }] = await Promise.all([
      this.database.query<Metric>(METRIC(id)),
      this.agreements.current(),
    ]);
    const figure = metric && figureOf(metric.definition);
    if (!figure) throw Problem.notFound();
    const year = asked ?? metric.year;
    const { checkpoint, ...reading } = await this.figures.read([figure], year);
    if (checkpoint === null) throw Problem.notFound();
    const cells = shownCells(metric, figure, reading, content);
    return { name: metric.name, year, figure, cells, reading: { ...reading, checkpoint } };
  }
}

/** Every cell in the order of the agreement's list, those of 0 too; last, themes that are no longer on it. */
function shownCells(
  { name }: Metric,
  figure: CountedFigure,
  { cells }: Pick<Reading, 'cells'>,
  content: AgreementContent,
): CellView[] {
  const names = namesOf(figure, name, content);
  const values = new Map([...names.keys()].map((key) => [key, 0]));
  for (const { key, value } of cells) values.set(key, value);
  return [...suppress(values, content.limits.smallCell)].map(([key, value]) => ({
    key,
    name: names.get(key) ?? key,
    ...(value !== null && { value }),
    suppressed: value === null,
  }));
}

function namesOf({ by }: CountedFigure, metricName: string, { themes }: AgreementContent): Map<string, string> {
  if (by === undefined) return new Map([['', metricName]]);
  return new Map(by === 'themes' ? themes.map(({ code, name }) => [code, name]) : []);
}
