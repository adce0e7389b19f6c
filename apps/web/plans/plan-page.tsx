import { useParams } from 'react-router';
import { DataTable } from '../kit/data-table.tsx';
import { dateText } from '../kit/date-words.ts';
import { EmptyState } from '../kit/empty-state.tsx';
import { Link } from '../kit/link.tsx';
import { Loaded } from '../kit/loaded.tsx';
import { PageHeader } from '../kit/page-header.tsx';
import { Panel } from '../kit/panel.tsx';
import { Cells, TooFew } from './cells.tsx';
import { EnteredMetric } from './entered-metric.tsx';
import { LiveNumber } from './live-number.tsx';
import { type Activity, type Metric, metricPath, type Objective, type Plan, useFigure, usePlan } from './plan.ts';

/** The action plan: what it aims for, what is done, and how far it has come. */
export function PlanPage() {
  const { id } = useParams();
  return (
    <Loaded query={usePlan(id!)} page>
      {(plan) => <PlanInFull plan={plan} />}
    </Loaded>
  );
}

function PlanInFull({ plan }: { plan: Plan }) {
  return (
    <>
      <PageHeader title={plan.name} lead={origin(plan)} back={{ to: '/', name: 'Handlingsplaner' }} />
      {plan.focusAreas.length === 0 && (
        <EmptyState title="Planen är tom">Här visas målen när de har lagts in.</EmptyState>
      )}
      {plan.focusAreas.map((area) => (
        <section key={area.id} className="focus-area">
          <h2>{area.name}</h2>
          {area.objectives.map((objective) => (
            <ObjectivePanel key={objective.id} objective={objective} year={plan.year} />
          ))}
        </section>
      ))}
    </>
  );
}

function origin({ body, adoptedOn, lastChangedOn, basedOn }: Plan): string {
  const parts = [
    body,
    adoptedOn && `antagen ${dateText(adoptedOn)}`,
    lastChangedOn && lastChangedOn !== adoptedOn && `ändrad ${dateText(lastChangedOn)}`,
    basedOn && `bygger på ${basedOn}`,
  ];
  return parts.filter(Boolean).join(', ');
}

function ObjectivePanel({ objective, year }: { objective: Objective; year: number }) {
  const { name, text, metrics, activities } = objective;
  return (
    <Panel title={name}>
      <div className={metrics.length > 0 ? 'objective measured' : 'objective'}>
        <p className="objective-text">{text}</p>
        {metrics.length > 0 && (
          <div className="metrics">
            {metrics.map((metric) => (
              <MetricCard key={metric.id} metric={metric} year={year} />
            ))}
          </div>
        )}
        {activities.length > 0 && <Activities name={name} activities={activities} />}
      </div>
    </Panel>
  );
}

function Activities({ name, activities }: { name: string; activities: Activity[] }) {
  return (
    <DataTable
      caption={`Aktiviteter: ${name}`}
      rows={activities}
      rowKey={({ id }) => id}
      columns={[
        { id: 'what', name: 'Aktivitet', cell: ({ what }) => what },
        { id: 'how', name: 'Hur', cell: ({ how }) => how ?? '–' },
        { id: 'responsible', name: 'Ansvar', cell: ({ responsible }) => responsible ?? '–' },
        { id: 'followUp', name: 'Uppföljning', cell: ({ followUp }) => followUp ?? '–' },
      ]}
    />
  );
}

function MetricCard({ metric, year }: { metric: Metric; year: number }) {
  return (
    <article className="metric" aria-label={`${metric.name}, ${year}`}>
      <MetricFigure metric={metric} year={year} />
    </article>
  );
}

function MetricFigure({ metric, year }: { metric: Metric; year: number }) {
  const { entered, by } = metric;
  if (entered) return <EnteredMetric metric={{ ...metric, entered }} year={year} />;
  return by === undefined ? <Whole metric={metric} year={year} /> : <Split metric={metric} year={year} />;
}

function Whole({ metric: { id, name, value, suppressed }, year }: { metric: Metric; year: number }) {
  const isCounted = suppressed || value !== undefined;
  return (
    <>
      <p className="metric-name">
        {name} {year}
      </p>
      <p className="metric-value">
        {suppressed && <TooFew />}
        {value !== undefined && <LiveNumber name={`${name} ${year}`} value={value} />}
        {!isCounted && <span className="too-few">räknas inte längre</span>}
      </p>
      {isCounted && <Link to={metricPath(id, year)}>Se vad siffran bygger på</Link>}
    </>
  );
}

function Split({ metric, year }: { metric: Metric; year: number }) {
  return (
    <Loaded query={useFigure(metric.id, year)}>
      {(figure) => (
        <>
          <Cells figure={figure} />
          <Link to={metricPath(metric.id, year)}>Se vad siffrorna bygger på</Link>
        </>
      )}
    </Loaded>
  );
}
