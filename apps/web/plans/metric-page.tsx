import { useParams, useSearchParams } from 'react-router';
import { Button } from '../kit/button.tsx';
import { dateText, dayOf } from '../kit/date-words.ts';
import { Link } from '../kit/link.tsx';
import { Loaded } from '../kit/loaded.tsx';
import { PageHeader } from '../kit/page-header.tsx';
import { Facts, Panel } from '../kit/panel.tsx';
import { Cells, TooFew } from './cells.tsx';
import { Evidence } from './evidence.tsx';
import { HowToCheck } from './how-to-check.tsx';
import { LiveNumber } from './live-number.tsx';
import { type Figure, metricPath, useFigure, yearOf } from './plan.ts';

/** One figure, opened: what it says, how it is counted, and what shows that it is right. */
export function MetricPage() {
  const { id } = useParams();
  const [search] = useSearchParams();
  const asked = Number(search.get('ar'));
  const year = asked >= 2000 && asked <= 2100 ? asked : undefined;
  return (
    <Loaded key={year} query={useFigure(id!, year)} page>
      {(figure) => <FigureInFull figure={figure} />}
    </Loaded>
  );
}

function FigureInFull({ figure }: { figure: Figure }) {
  const { metric, plan } = figure;
  const year = yearOf(figure);
  return (
    <>
      <PageHeader
        title={`${metric.name} ${year}`}
        back={{ to: `/planer/${plan.id}`, name: plan.name }}
        actions={
          <>
            <Link to={metricPath(metric.id, year - 1)} kind="secondary">
              Se {year - 1}
            </Link>
            {year < thisYear() && (
              <Link to={metricPath(metric.id, year + 1)} kind="secondary">
                Se {year + 1}
              </Link>
            )}
            <Button icon="print" onPress={() => window.print()}>
              Skriv ut
            </Button>
          </>
        }
      />
      <Panel title="Siffran">
        <Value figure={figure} />
      </Panel>
      <Panel title="Så räknas den">
        <p className="prose before-button">{figure.definition.explanation}</p>
        <Facts facts={rule(figure)} />
      </Panel>
      <HowToCheck figure={figure} />
      <Evidence figure={figure} />
    </>
  );
}

function Value({ figure }: { figure: Figure }) {
  const { definition, metric, cells, total } = figure;
  if (definition.by !== undefined) return <Cells figure={figure} />;
  return (
    <p className="metric-value">
      {total === undefined ? <TooFew /> : <LiveNumber name={metric.name} value={total} />}
      {cells[0]?.suppressed && <span className="visually-hidden"> Antalet döljs.</span>}
    </p>
  );
}

/** The counting rule as data: what an outsider counts again by. */
function rule({ definition, period }: Figure) {
  const { id, version, counts, on, by } = definition;
  return [
    { name: 'Period', value: `${dateText(period.from)} till och med ${dateText(dayBefore(period.to))}, svensk tid` },
    { name: 'Händelser i loggen som räknas', value: <code>{counts.join(', ')}</code> },
    {
      name: 'Var och en räknas som',
      value: (
        <>
          <code>facts.delta</code>: 1, eller −1 när en tidigare tas tillbaka
        </>
      ),
    },
    { name: 'Datumet som avgör året', value: <code>facts.{on}</code> },
    ...(by ? [{ name: 'Delas upp efter', value: <code>facts.{by}</code> }] : []),
    {
      name: 'Definition',
      value: (
        <code>
          {id}, version {version}
        </code>
      ),
    },
  ];
}

const thisYear = () => Number(dayOf(new Date()).slice(0, 4));

function dayBefore(day: string): string {
  return new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);
}
