import { Injectable } from '@nestjs/common';
import { eventKind, Log, type Audience, type EventKind } from '../audit/index.ts';
import { AgreementService, type NamedView } from '../directory/index.ts';
import { Clock, Database, newId, Problem, refuseFaults, sql, staleVersion } from '../platform/index.ts';
import type { MetricValueEntry, MetricValuesView, MetricValueView } from './metric-value.dto.ts';
import { entryFaults, isTooSmall, numbersOf, shownFigure, type EnteredMetric } from './metric-value.rules.ts';

const managers: readonly Audience[] = ['managers'];

/** Facts: entry, version, from, to, and the numbers unless they are too small to be shown. Source and note never. */
const events = {
  read: eventKind({ type: 'metric.values-read', activity: 'Läsa' }),
  entered: eventKind({ type: 'metric.value-entered', activity: 'Skriva', reaches: managers }),
  corrected: eventKind({ type: 'metric.value-corrected', activity: 'Skriva', reaches: managers }),
};

// Values are insert only, so there is no row to lock: two at once for one metric would not see each other's periods.
const LOCK = sql('metric.lock', `select pg_advisory_xact_lock(hashtextextended($1, 0))`);
const METRIC_OF = sql('metric-value.metric', `select metric_id as id from metric_value where entry_id = $1 limit 1`);
const READ = sql(
  'metric.values',
  `select m.name, m.kind, m.unit, m.counts_people as "countsPeople", p.year,
          json_build_object('id', p.id, 'name', p.name) as plan,
          (select coalesce(json_agg(json_strip_nulls(json_build_object('id', v.entry_id, 'version', v.version,
               'from', v.period_from, 'to', v.period_to, 'value', trim_scale(v.value)::text, 'numerator', v.numerator,
               'denominator', v.denominator, 'source', v.source, 'note', v.note, 'enteredBy', n.name, 'enteredAtUnit', u.name,
               'enteredAt', v.entered_at, 'own', u.id = app_unit())) order by v.version desc), '[]')
             from metric_value v join assignment a on a.id = v.entered_by join person n on n.id = a.person_id
             join unit u on u.id = a.unit_id where v.metric_id = m.id) as versions
     from metric m join objective o on o.id = m.objective_id join focus_area f on f.id = o.focus_area_id
     join action_plan p on p.id = f.plan_id
    where m.area_id = app_area() and m.id = $1 and m.kind is not null`,
);
const WRITE = sql(
  'metric-value.write',
  `insert into metric_value (entry_id, version, metric_id, period_from, period_to, value, numerator, denominator, source, note, entered_at)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
);

/** A version as it was entered, small or not. */
type Written = Omit<MetricValueView, 'suppressed' | 'earlier'> & {
  /** Entered by the actor's own unit. */
  own: boolean;
};

interface Metric extends EnteredMetric {
  id: string;
  name: string;
  unit: string;
  plan: NamedView;
  /** Each entry's versions, the newest first; the latest period first among entries. */
  entries: Written[][];
}

/** Values of metrics that are entered by hand: insert only, a correction is a new version beside the old. */
@Injectable()
export class MetricValueService {
  constructor(
    private readonly database: Database,
    private readonly log: Log,
    private readonly clock: Clock,
    private readonly agreements: AgreementService,
  ) {}

  async read(metricId: string): Promise<MetricValuesView> {
    const [metric, limit] = await Promise.all([this.metric(metricId), this.limit()]);
    this.log.record(events.read, { subject: `metric:${metricId}` });
    return shown(metric, limit);
  }

  async enter(metricId: string, entry: MetricValueEntry): Promise<MetricValuesView> {
    const metric = await this.lock(metricId);
    return this.write(events.entered, metric, { id: newId(), version: 1 }, entry);
  }

  async correct(id: string, version: number, entry: MetricValueEntry): Promise<MetricValuesView> {
    const [found] = await this.database.query<{ id: string }>(METRIC_OF(id));
    if (!found) throw Problem.notFound();
    const metric = await this.lock(found.id);
    const newest = metric.entries.map(([current]) => current!).find((current) => current.id === id)!;
    if (newest.version !== version) throw staleVersion(newest.version);
    return this.write(events.corrected, metric, { id, version: version + 1 }, entry);
  }

  private async write(
    kind: EventKind,
    metric: Metric,
    { id, version }: { id: string; version: number },
    entry: MetricValueEntry,
  ): Promise<MetricValuesView> {
    const others = metric.entries.map(([current]) => current!).filter((current) => current.id !== id);
    const errors = entryFaults(metric, entry, others);
    refuseFaults(errors);
    const { from, to, source, note } = entry;
    const numbers = numbersOf(metric, entry);
    const { value, numerator, denominator } = numbers;
    const limit = await this.limit();
    await this.database.query(
      WRITE(id, version, metric.id, from, to, value, numerator, denominator, source, note, this.clock.now()),
    );
    this.log.record(kind, {
      subject: `metric:${metric.id}`,
      facts: { entry: id, version, from, to, ...(!isTooSmall(metric, numbers, limit) && numbers) },
    });
    return shown(await this.metric(metric.id), limit);
  }

  private async lock(metricId: string): Promise<Metric> {
    await this.database.query(LOCK(metricId));
    return this.metric(metricId);
  }

  /** 404 when it is not there, or is counted from the log and not entered. */
  private async metric(id: string): Promise<Metric> {
    const [row] = await this.database.query<Omit<Metric, 'id' | 'entries'> & { versions: Written[] }>(READ(id));
    if (!row) throw Problem.notFound();
    const { versions, ...metric } = row;
    const entries = [...Map.groupBy(versions, (version) => version.id).values()];
    return { ...metric, id, entries: entries.toSorted(([a], [b]) => b!.to.localeCompare(a!.to)) };
  }

  /** Groups of fewer people than this are not shown. */
  private async limit(): Promise<number> {
    return (await this.agreements.current()).content.limits.smallCell;
  }
}

/** The metric and its values as the actor may see them. */
function shown(metric: Metric, limit: number): MetricValuesView {
  const { id, name, plan, year, kind, unit, countsPeople, entries } = metric;
  const version = (each: Written) => {
    const { own, id: _, ...written } = each;
    return shownFigure(metric, written, limit, own);
  };
  const values = entries.map(([newest, ...earlier]) => ({
    ...version(newest!),
    id: newest!.id,
    earlier: earlier.map(version),
  }));
  return { metric: { id, name }, plan, year, kind, unit, countsPeople, values };
}
