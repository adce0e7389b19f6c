import { useState } from 'react';
import { useParams } from 'react-router';
import { Button } from '../kit/button.tsx';
import { DataTable } from '../kit/data-table.tsx';
import { DateText } from '../kit/date-text.tsx';
import { EmptyState } from '../kit/empty-state.tsx';
import { Loaded } from '../kit/loaded.tsx';
import { PageHeader } from '../kit/page-header.tsx';
import { Facts, Panel } from '../kit/panel.tsx';
import { Hidden } from './entered-metric.tsx';
import { type MetricValue, type MetricValues, type MetricValueVersion, useValues } from './metric-value.ts';
import { figureText, periodText, unitText, wholeText } from './metric-value-words.ts';
import { CorrectDialog, EnterDialog } from './value-dialogs.tsx';

/** The values of a metric that is entered by hand: what they say, where they come from, and what stood there before. */
export function ValuesPage() {
  const { id } = useParams();
  return (
    <Loaded query={useValues(id!)} page>
      {(values) => <ValuesInFull values={values} />}
    </Loaded>
  );
}

function ValuesInFull({ values: { metric, plan, values, ...rest } }: { values: MetricValues }) {
  const [isOpen, setIsOpen] = useState(false);
  const [corrected, setCorrected] = useState<MetricValue>();
  const entered = { ...metric, ...rest };
  return (
    <>
      <PageHeader
        title={`${metric.name} ${rest.year}`}
        lead="Skrivs in för hand, med källa. En rättelse tar inte bort det som stod förut."
        back={{ to: `/planer/${plan.id}`, name: plan.name }}
        actions={
          <>
            <Button kind="primary" onPress={() => setIsOpen(true)}>
              Skriv in värde
            </Button>
            <Button icon="print" onPress={() => window.print()}>
              Skriv ut
            </Button>
          </>
        }
      />
      {values.length === 0 && (
        <Panel>
          <EmptyState title="Inget värde än">
            Här visas värdena när de har skrivits in, ett för varje del av året.
          </EmptyState>
        </Panel>
      )}
      {values.map((value) => (
        <ValuePanel key={value.id} metric={rest} value={value} onCorrect={() => setCorrected(value)} />
      ))}
      <EnterDialog metric={entered} latest={values[0]} isOpen={isOpen} onClose={() => setIsOpen(false)} />
      {corrected && <CorrectDialog metric={entered} value={corrected} onClose={() => setCorrected(undefined)} />}
    </>
  );
}

type OfMetric = Pick<MetricValues, 'kind' | 'unit'>;

interface ValuePanelProps {
  metric: OfMetric;
  value: MetricValue;
  onCorrect: () => void;
}

function ValuePanel({ metric, value, onCorrect }: ValuePanelProps) {
  const period = periodText(value);
  return (
    <Panel
      title={period[0]!.toUpperCase() + period.slice(1)}
      action={
        <Button label={`Rätta värdet för ${period}`} onPress={onCorrect}>
          Rätta
        </Button>
      }
    >
      <p className="metric-value">{figureText(metric.kind, value) ?? <Hidden kind={metric.kind} />}</p>
      <p className="before-table">{unitText(metric.kind, metric.unit, value)}</p>
      <Facts
        facts={[
          ...(value.suppressed ? [{ name: 'Visas för', value: whoSees(value) }] : []),
          { name: 'Källa', value: value.source },
          ...(value.note ? [{ name: 'Anteckning', value: value.note }] : []),
          { name: 'Inskrivet', value: <EnteredBy version={value} /> },
        ]}
      />
      {value.earlier.length > 0 && <Earlier metric={metric} versions={value.earlier} />}
    </Panel>
  );
}

/** A small figure stands there only for those who wrote it. */
const whoSees = ({ value }: MetricValue): string =>
  value === undefined
    ? 'Bara enheten som skrev in det, så att ingen ska kännas igen'
    : 'Bara din enhet, så att ingen ska kännas igen';

function EnteredBy({ version: { enteredBy, enteredAtUnit, enteredAt } }: { version: MetricValueVersion }) {
  return (
    <>
      {enteredBy}, {enteredAtUnit}, <DateText value={enteredAt} time />
    </>
  );
}

function Earlier({ metric: { kind, unit }, versions }: { metric: OfMetric; versions: MetricValueVersion[] }) {
  return (
    <>
      <h3>Stod förut</h3>
      <DataTable
        caption="Tidigare versioner, senaste först"
        rows={versions}
        rowKey={({ version }) => String(version)}
        columns={[
          {
            id: 'figure',
            name: 'Värde',
            cell: (version) => wholeText(kind, unit, version) ?? 'döljs',
          },
          { id: 'period', name: 'Period', cell: periodText },
          { id: 'source', name: 'Källa', cell: ({ source }) => source },
          { id: 'note', name: 'Anteckning', cell: ({ note }) => note ?? '–' },
          { id: 'entered', name: 'Inskrivet', cell: (version) => <EnteredBy version={version} /> },
        ]}
      />
    </>
  );
}
