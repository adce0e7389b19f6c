import { useState } from 'react';
import { useLiveCount } from '../api/live.ts';
import { asProblem } from '../api/problem.ts';
import { Button } from '../kit/button.tsx';
import { Copyable } from '../kit/copyable.tsx';
import { DataTable } from '../kit/data-table.tsx';
import { download } from '../kit/download.ts';
import { EmptyState } from '../kit/empty-state.tsx';
import { LiveNotice } from '../kit/live-notice.tsx';
import { Loaded } from '../kit/loaded.tsx';
import { Pager } from '../kit/pager.tsx';
import { Panel } from '../kit/panel.tsx';
import { COUNTED, type EvidenceEvent, EVIDENCE_KEY, type Figure, useEvidence, yearOf } from './plan.ts';

const TITLE = 'Händelserna som räknades';
const LIMIT = 10;

/** The events that the figure counted: where they lie in the log and the proof of it, nothing of what they say. */
export function Evidence({ figure }: { figure: Figure }) {
  if (figure.cells.some(({ value }) => value !== 0)) return <Counted figure={figure} />;
  return (
    <Panel title={TITLE}>
      <EmptyState title="Inget är räknat">Här visas händelserna när något har räknats under året.</EmptyState>
    </Panel>
  );
}

function Counted({ figure }: { figure: Figure }) {
  const [page, setPage] = useState(1);
  const query = useEvidence(figure.metric.id, yearOf(figure), page, LIMIT);
  const changes = useLiveCount(COUNTED, EVIDENCE_KEY);
  const tooFew = query.error && asProblem(query.error).type === '/problem/too-few-to-show';
  return (
    <Panel title={TITLE} action={<LiveNotice count={changes.count} onShow={changes.show} />}>
      {tooFew ? (
        <EmptyState title="För få för att visas">
          Händelserna bakom ett så litet antal visas inte, så att ingen ska kunna kännas igen.
        </EmptyState>
      ) : (
        <Loaded query={query}>
          {({ events, total, logSize }) => (
            <>
              <p className="prose before-table">
                Varje rad är en händelse i loggen. Vad händelsen säger visas inte här. Beviset visar att den finns i
                loggen när den har {logSize.toLocaleString('sv-SE')} händelser.
              </p>
              <EventTable events={events} />
              <Pager page={page} limit={LIMIT} total={total} onPage={setPage} />
            </>
          )}
        </Loaded>
      )}
    </Panel>
  );
}

function EventTable({ events }: { events: EvidenceEvent[] }) {
  return (
    <DataTable
      caption="Händelser som räknades"
      rows={events}
      rowKey={({ index }) => String(index)}
      columns={[
        { id: 'index', name: 'Nummer i loggen', cell: ({ index }) => index.toLocaleString('sv-SE') },
        { id: 'delta', name: 'Räknas som', cell: ({ delta }) => (delta > 0 ? '+1' : '−1') },
        {
          id: 'leafHash',
          name: 'Kontrollvärde',
          cell: ({ index, leafHash }) => (
            <Copyable name={`kontrollvärdet för ${index}`} text={leafHash} short={`${leafHash.slice(0, 10)}…`} />
          ),
        },
        { id: 'proof', name: 'Bevis', cell: (event) => <Proof event={event} /> },
      ]}
    />
  );
}

function Proof({ event: { index, proof } }: { event: EvidenceEvent }) {
  return (
    <div className="proof">
      <details className="more">
        <summary aria-label={`Visa beviset för ${index}`}>Visa</summary>
        <pre>{proof}</pre>
      </details>
      <Button
        kind="quiet"
        label={`Ladda ner beviset för ${index}`}
        onPress={() => download(`${index}.tlog-proof`, proof)}
      >
        Ladda ner
      </Button>
    </div>
  );
}
