import { Injectable } from '@nestjs/common';
import {
  eventKind,
  figureOf,
  Figures,
  Log,
  LogReader,
  monthsOfYear,
  type CountedFigure,
  type Reading,
} from '../audit/index.ts';
import { AgreementService, type AgreementContent, type NamedView } from '../directory/index.ts';
import { Database, Problem, rowsOf, sql, ZONE } from '../platform/index.ts';
import type { CellView, EvidencePage, EvidenceQuery, FigureView } from './metric.dto.ts';
import { suppress } from './suppression.rules.ts';

const figureRead = eventKind({ type: 'figure.read', activity: 'Läsa' });
const evidenceRead = eventKind({ type: 'figure.evidence-read', activity: 'Läsa' });

const METRIC = sql(
  'metric.read',
  `select m.name, m.definition, p.year, json_build_object('id', p.id, 'name', p.name) as plan
     from metric m join objective o on o.id = m.objective_id join focus_area f on f.id = o.focus_area_id
     join action_plan p on p.id = f.plan_id
    where m.area_id = app_area() and m.id = $1`,
);

interface Metric {
  name: string;
  /** Null when its values are entered by hand. */
  definition: string | null;
  year: number;
  plan: NamedView;
}

/** A metric's figure, with its definition, its period and what it counted. */
@Injectable()
export class MetricService {
  constructor(
    private readonly database: Database,
    private readonly log: Log,
    private readonly agreements: AgreementService,
    private readonly figures: Figures,
    private readonly logReader: LogReader,
  ) {}

  async figure(id: string, asked?: number): Promise<FigureView> {
    const [{ name, plan, figure, year }, { content }] = await Promise.all([
      this.metric(id, asked),
      this.agreements.current(),
    ]);
    const { cells: counted, size, checkpoint } = await this.figures.read([figure], year);
    if (checkpoint === null) throw Problem.notFound();
    const cells = shownCells(name, figure, counted, content);
    this.log.record(figureRead, { subject: `metric:${id}`, facts: { definition: figure.id, year } });
    const total = figure.by === undefined ? cells[0]!.value : undefined;
    return {
      metric: { id, name },
      plan,
      definition: { ...figure, counts: [...figure.counts] },
      period: { ...monthsOfYear(year), zone: ZONE },
      cells,
      ...(total !== undefined && { total }),
      logSize: size,
      checkpoint,
      verifierKey: await this.logReader.verifierKey(),
    };
  }

  async evidence(id: string, query: EvidenceQuery): Promise<EvidencePage> {
    const { page, limit } = query;
    const [{ figure, year }, { content }] = await Promise.all([this.metric(id, query.year), this.agreements.current()]);
    const { total, value } = await this.figures.sumOfEvents(figure, year);
    if (value < content.limits.smallCell) {
      throw new Problem('too-few-to-show', 'Händelserna bakom ett så litet antal visas inte. Välj ett annat år.');
    }
    this.log.record(evidenceRead, { subject: `metric:${id}`, facts: { definition: figure.id, year } });
    // The head is read after the events, so it covers them all.
    const [events, head] = await Promise.all([this.figures.events(figure, year, rowsOf(query)), this.logReader.head()]);
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

  /** The metric and the year asked for, or else its plan's. 404 when it is not there, or nothing counts its figure. */
  private async metric(id: string, asked: number | undefined) {
    const [metric] = await this.database.query<Metric>(METRIC(id));
    const figure = metric && figureOf(metric.definition ?? '');
    if (!figure) throw Problem.notFound();
    return { name: metric.name, plan: metric.plan, figure, year: asked ?? metric.year };
  }
}

/** Every cell in the order of the agreement's list, those of 0 too; last, themes that are no longer on it. */
function shownCells(
  name: string,
  figure: CountedFigure,
  cells: Reading['cells'],
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
