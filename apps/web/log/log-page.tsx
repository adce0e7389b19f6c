import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { answer, api } from '../api/client.ts';
import { queryClient } from '../api/query.ts';
import type { components } from '../api/schema.generated.ts';
import { Button, Buttons } from '../kit/button.tsx';
import { Copyable } from '../kit/copyable.tsx';
import { DataTable } from '../kit/data-table.tsx';
import { DateText } from '../kit/date-text.tsx';
import { clockText, dateText } from '../kit/date-words.ts';
import { download } from '../kit/download.ts';
import { EmptyState } from '../kit/empty-state.tsx';
import { Loaded } from '../kit/loaded.tsx';
import { Notice } from '../kit/notice.tsx';
import { PageHeader } from '../kit/page-header.tsx';
import { Pager } from '../kit/pager.tsx';
import { Facts, Panel } from '../kit/panel.tsx';
import { eventWords, outcomeWords, shortId, subjectWords } from './event-words.ts';

type LogHead = components['schemas']['LogHeadView'];
type LogEvent = components['schemas']['LogEventView'];

const LIMIT = 20;
const KEY = ['log'];

/** The log reviewer's start page. */
export function LogPage() {
  return (
    <>
      <PageHeader
        title="Loggen"
        lead="Vem som har läst och gjort vad. Inget i loggen kan ändras utan att det syns."
        actions={
          <Button icon="refresh" onPress={() => void queryClient.invalidateQueries({ queryKey: KEY })}>
            Läs in igen
          </Button>
        }
      />
      <Head />
      <Export />
      <Events />
    </>
  );
}

function Head() {
  const query = useQuery({ queryKey: [...KEY, 'head'], queryFn: () => answer(api.GET('/api/v1/log/head')) });
  return (
    <Panel title="Så här ser loggen ut nu">
      <Loaded query={query}>{(head) => <HeadFacts head={head} />}</Loaded>
    </Panel>
  );
}

function HeadFacts({ head: { size, signedAt, checkpoint, verifierKey, haltedSince } }: { head: LogHead }) {
  return (
    <>
      {haltedSince && (
        <Notice tone="warning">
          Inget mer förseglas sedan <DateText value={haltedSince} time />: loggen stämmer inte med sin senaste
          kontrollpunkt. Det som händer sparas och förseglas när loggen är återställd. Säg till den som sköter driften.
        </Notice>
      )}
      <Facts
        facts={[
          { name: 'Förseglade händelser', value: size.toLocaleString('sv-SE') },
          { name: 'Förseglad', value: <DateText value={signedAt} time /> },
          { name: 'Kontrollpunkt, signerad', value: <Copyable name="kontrollpunkten" text={checkpoint} /> },
          { name: 'Nyckel att kontrollera den med', value: <Copyable name="nyckeln" text={verifierKey} /> },
        ]}
      />
      <p className="prose before-button after-facts">
        Spara kontrollpunkten utanför Samordna då och då. Då märks det om någon skulle ta bort det som har hänt sedan.
      </p>
      <Buttons>
        <Button onPress={() => download(`kontrollpunkt-${size}.txt`, checkpoint)}>Ladda ner kontrollpunkten</Button>
      </Buttons>
    </>
  );
}

function Export() {
  return (
    <Panel title="Exportera">
      <p className="prose before-button">
        Filen har hela loggen med kontrollvärden och kontrollpunkter. Den som har den kan kontrollera loggen och räkna
        om siffrorna, utan nät och utan databas: <code>npm run verify -- fil.tar</code> i Samordnas källkod. Den visar
        vilket uppdrag som gjorde vad, så spara den där bara behöriga kommer åt den.
      </p>
      <a className="button primary" href="/api/v1/log/export" download>
        Exportera loggen
      </a>
    </Panel>
  );
}

function Events() {
  const [page, setPage] = useState(1);
  const query = useQuery({
    queryKey: [...KEY, 'events', page],
    queryFn: () => answer(api.GET('/api/v1/log/events', { params: { query: { page, limit: LIMIT } } })),
    placeholderData: keepPreviousData,
  });
  return (
    <Panel title="Senaste händelserna">
      <Loaded query={query}>
        {({ events, total }) =>
          events.length === 0 ? (
            <EmptyState title="Inga händelser">Här visas händelserna när något har hänt.</EmptyState>
          ) : (
            <>
              <EventTable events={events} />
              <Pager page={page} limit={LIMIT} total={total} onPage={setPage} />
            </>
          )
        }
      </Loaded>
    </Panel>
  );
}

function Subject({ subject }: { subject: string }) {
  const { kind, id } = subjectWords(subject);
  return (
    <>
      {kind} <span className="nowrap">{id}</span>
    </>
  );
}

function EventTable({ events }: { events: LogEvent[] }) {
  return (
    <DataTable
      caption="Händelser i loggen, den nyaste först"
      rows={events}
      rowKey={({ index }) => String(index)}
      columns={[
        { id: 'type', name: 'Vad som gjordes', cell: ({ type }) => eventWords(type) },
        { id: 'at', name: 'När', cell: ({ at }) => `${dateText(at)} ${clockText(at)}` },
        { id: 'activity', name: 'Aktivitet', cell: ({ activity }) => activity },
        { id: 'outcome', name: 'Utfall', cell: ({ outcome }) => outcomeWords(outcome) },
        { id: 'subject', name: 'Gällde', cell: ({ subject }) => (subject ? <Subject subject={subject} /> : '–') },
        {
          id: 'actor',
          name: 'Uppdrag',
          cell: ({ actor }) => (actor ? <span className="nowrap">{shortId(actor)}</span> : '–'),
        },
        { id: 'index', name: 'Nummer', align: 'end', cell: ({ index }) => index.toLocaleString('sv-SE') },
      ]}
    />
  );
}
