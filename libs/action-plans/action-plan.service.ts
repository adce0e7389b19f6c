import { Injectable } from '@nestjs/common';
import { eventKind, figureOf, Figures, Log, type Reading } from '../audit/index.ts';
import { AgreementService } from '../directory/index.ts';
import { Database, LIST_REACH, Problem, sql } from '../platform/index.ts';
import type { ActionPlanList, ActionPlanRow, ActionPlanView, MetricRow } from './action-plan.dto.ts';
import type { EnteredFigure, EnteredMetricView } from './metric-value.dto.ts';
import { shownFigure } from './metric-value.rules.ts';
import { suppress } from './suppression.rules.ts';

const listed = eventKind({ type: 'action-plan.listed', activity: 'Läsa' });
const read = eventKind({ type: 'action-plan.read', activity: 'Läsa' });

const LIST = sql(
  'action-plan.list',
  `select id, name, body, year from action_plan where area_id = app_area()
    order by year desc, name collate "sv-x-icu", id limit ${LIST_REACH}`,
);
const LATEST = `select json_build_object('from', v.period_from, 'to', v.period_to, 'value', trim_scale(v.value)::text,
    'numerator', v.numerator, 'denominator', v.denominator, 'source', v.source)
   from metric_value v
  where v.metric_id = m.id
    and not exists (select from metric_value newer where newer.entry_id = v.entry_id and newer.version > v.version)
  order by v.period_to desc limit 1`;
const READ = sql(
  'action-plan.read',
  `select json_strip_nulls(json_build_object('id', p.id, 'name', p.name, 'body', p.body, 'year', p.year,
     'adoptedOn', p.adopted_on, 'lastChangedOn', p.last_changed_on, 'basedOn', p.based_on,
     'focusAreas', coalesce((select json_agg(json_build_object('id', f.id, 'name', f.name,
       'objectives', coalesce((select json_agg(json_build_object('id', o.id, 'name', o.name, 'text', o.text,
         'activities', coalesce((select json_agg(json_build_object('id', a.id, 'what', a.what, 'how', a.how,
             'responsible', a.responsible, 'followUp', a.follow_up) order by a.position)
           from activity a where a.objective_id = o.id), '[]'),
         'metrics', coalesce((select json_agg(json_build_object('id', m.id, 'name', m.name, 'definition', m.definition,
             'entered', case when m.kind is not null then json_build_object('kind', m.kind, 'unit', m.unit,
               'countsPeople', m.counts_people, 'latest', (${LATEST})) end) order by m.position)
           from metric m where m.objective_id = o.id), '[]')) order by o.position)
         from objective o where o.focus_area_id = f.id), '[]')) order by f.position)
       from focus_area f where f.plan_id = p.id), '[]'))) as plan
     from action_plan p where p.area_id = app_area() and p.id = $1`,
);

type PlanTexts = Omit<ActionPlanView, 'focusAreas'> & {
  focusAreas: (Omit<ActionPlanView['focusAreas'][number], 'objectives'> & { objectives: ObjectiveTexts[] })[];
};
type ObjectiveTexts = Omit<ActionPlanView['focusAreas'][number]['objectives'][number], 'metrics'> & {
  metrics: MetricTexts[];
};
type MetricTexts = Pick<MetricRow, 'id' | 'name' | 'definition'> & { entered?: EnteredMetricTexts };
type EnteredMetricTexts = Omit<EnteredMetricView, 'latest'> & { latest?: Omit<EnteredFigure, 'suppressed'> };

/** The area's action plans, each metric with the figure that the log counts to, or the latest that was entered. */
@Injectable()
export class ActionPlanService {
  constructor(
    private readonly database: Database,
    private readonly log: Log,
    private readonly agreements: AgreementService,
    private readonly figures: Figures,
  ) {}

  async list(): Promise<ActionPlanList> {
    this.log.record(listed);
    return { plans: await this.database.query<ActionPlanRow>(LIST()) };
  }

  /** The plan with the figures of a year: its own, unless another is asked for. */
  async read(id: string, year?: number): Promise<ActionPlanView> {
    const [[row], agreement] = await Promise.all([
      this.database.query<{ plan: PlanTexts }>(READ(id)),
      this.agreements.current(),
    ]);
    if (!row) throw Problem.notFound();
    const { plan } = row;
    this.log.record(read, { subject: `action-plan:${id}` });
    const reading = await this.figures.read(figuresIn(plan), year ?? plan.year);
    const { smallCell } = agreement.content.limits;
    return withFigures(plan, ({ entered, ...metric }) =>
      entered
        ? { ...metric, entered: latestOf(entered, plan.year, smallCell), suppressed: false, asOfSize: reading.size }
        : counted(metric, reading, smallCell),
    );
  }
}

function figuresIn({ focusAreas }: PlanTexts) {
  const metrics = focusAreas.flatMap(({ objectives }) => objectives.flatMap((objective) => objective.metrics));
  return [...new Set(metrics.map(({ definition }) => figureOf(definition ?? '')))].filter(
    (figure) => figure !== undefined,
  );
}

function withFigures(plan: PlanTexts, figure: (metric: MetricTexts) => MetricRow): ActionPlanView {
  const withMetrics = (objective: ObjectiveTexts) => ({ ...objective, metrics: objective.metrics.map(figure) });
  const focusAreas = plan.focusAreas.map((area) => ({ ...area, objectives: area.objectives.map(withMetrics) }));
  return { ...plan, focusAreas };
}

/** A metric with its value on the plan's row. A split figure has no single value: it is opened to be read. */
function counted(metric: Omit<MetricTexts, 'entered'>, { size, cells }: Reading, limit: number): MetricRow {
  const figure = figureOf(metric.definition ?? '');
  const row = { ...metric, suppressed: false, asOfSize: size };
  if (!figure) return row;
  if (figure.by !== undefined) return { ...row, by: figure.by };
  const whole = cells.find(({ definition }) => definition === figure.id)?.value ?? 0;
  const value = suppress(new Map([['', whole]]), limit).get('')!;
  return value === null ? { ...row, suppressed: true } : { ...row, value };
}

/** A metric entered by hand, with its latest figure unless that is too small to be shown. */
function latestOf({ latest, ...metric }: EnteredMetricTexts, year: number, limit: number): EnteredMetricView {
  return latest ? { ...metric, latest: shownFigure({ ...metric, year }, latest, limit) } : metric;
}
