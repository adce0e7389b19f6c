import { useState } from 'react';
import { Button } from '../kit/button.tsx';
import { DataTable } from '../kit/data-table.tsx';
import { clockText, dateText } from '../kit/date-words.ts';
import { EmptyState } from '../kit/empty-state.tsx';
import { Loaded } from '../kit/loaded.tsx';
import { Panel } from '../kit/panel.tsx';
import { eventWords, outcomeWords, subjectWords } from './event-words.ts';
import { type LogEvent, type LogSearch, useLogEvents } from './log-search.ts';
import { SearchForm } from './search-form.tsx';

/** Who has read and done what, the newest first: everything, or what one searches for. */
export function LogEvents() {
  const [search, setSearch] = useState<LogSearch>({});
  /** Where each page after the first begins: after which event. */
  const [turned, setTurned] = useState<number[]>([]);
  const olderThan = turned.at(-1);
  const query = useLogEvents({ ...search, ...(olderThan !== undefined && { olderThan }) });

  function begin(wanted: LogSearch) {
    setSearch(wanted);
    setTurned([]);
  }

  return (
    <Panel title="Händelser">
      <SearchForm onSearch={begin} />
      <Loaded query={query}>
        {({ events, more }) => (
          <>
            <p role="status" className="visually-hidden">
              {events.length === 0 ? 'Inga händelser' : `Sida ${turned.length + 1}: ${events.length} händelser`}
            </p>
            {events.length === 0 ? (
              <EmptyState title="Inga händelser">
                Inget i loggen passar det du söker. Ta bort något av det. Det som just har hänt syns om en stund.
              </EmptyState>
            ) : (
              <EventTable events={events} />
            )}
            {(more || turned.length > 0) && (
              <nav className="pager" aria-label="Sidor i loggen">
                <Button icon="left" disabled={turned.length === 0} onPress={() => setTurned(turned.slice(0, -1))}>
                  Nyare
                </Button>
                <p>Sida {turned.length + 1}</p>
                <Button
                  icon="right"
                  iconAt="end"
                  disabled={!more}
                  onPress={() => setTurned([...turned, events.at(-1)!.index])}
                >
                  Äldre
                </Button>
              </nav>
            )}
          </>
        )}
      </Loaded>
    </Panel>
  );
}

function EventTable({ events }: { events: LogEvent[] }) {
  return (
    <DataTable
      caption="Händelser i loggen, den nyaste först"
      rows={events}
      rowKey={({ index }) => String(index)}
      columns={[
        { id: 'type', name: 'Vad', cell: (event) => <Deed event={event} /> },
        { id: 'actor', name: 'Vem', cell: (event) => <Actor event={event} /> },
        { id: 'subject', name: 'Gällde', cell: (event) => <Subject event={event} /> },
        { id: 'at', name: 'När', cell: (event) => <When event={event} /> },
        { id: 'index', name: 'Nummer', align: 'end', cell: ({ index }) => index.toLocaleString('sv-SE') },
      ]}
    />
  );
}

function Deed({ event: { type, activity, outcome } }: { event: LogEvent }) {
  return (
    <>
      {eventWords(type)}
      <span className="row-more">{outcome === 'done' ? activity : `${activity}: ${outcomeWords(outcome)}`}</span>
    </>
  );
}

function Actor({ event: { actor, outcome } }: { event: LogEvent }) {
  if (!actor) return outcome === 'refused' ? 'Ingen inloggad' : 'Samordna';
  const place = [actor.roleName, actor.unit].filter(Boolean).join(', ');
  return (
    <>
      {actor.name}
      {place && <span className="row-more">{place}</span>}
    </>
  );
}

function When({ event: { at } }: { event: LogEvent }) {
  return (
    <time dateTime={at}>
      {dateText(at)} <span className="nowrap">kl. {clockText(at)}</span>
    </time>
  );
}

function Subject({ event: { subject, subjectName } }: { event: LogEvent }) {
  if (!subject) return '–';
  const { kind, id } = subjectWords(subject);
  return (
    <>
      {kind} <span className="nowrap">{subjectName ?? id}</span>
    </>
  );
}
