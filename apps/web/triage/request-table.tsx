import { useState } from 'react';
import { useAgreement } from '../agreement/use-agreement.ts';
import { type Column, DataTable, type Sort } from '../kit/data-table.tsx';
import { dateText, dayOf, relativeWords } from '../kit/date-words.ts';
import { EmptyState } from '../kit/empty-state.tsx';
import { Link } from '../kit/link.tsx';
import { Loaded } from '../kit/loaded.tsx';
import { Notice } from '../kit/notice.tsx';
import { Pager } from '../kit/pager.tsx';
import { type RequestRow, useRequests } from '../requests/request.ts';
import { coordinatorDoes, RequestStateTag, stateName } from '../requests/request-state.tsx';

const PAGE_SIZE = 20;

interface OpenRequestsProps {
  requests: RequestRow[];
  total: number;
}

/** The open questions, in the order that the coordinator wants them. */
export function OpenRequests({ requests, total }: OpenRequestsProps) {
  const [sort, setSort] = useState<Sort>({ by: 'submitted', direction: 'asc' });
  const { columns, wordsOf } = useColumns();
  if (requests.length === 0) {
    return <EmptyState title="Inga pågående frågor">Nya frågor kommer hit så snart de skickas in.</EmptyState>;
  }
  const turn = sort.direction === 'asc' ? 1 : -1;
  const sorted = requests.toSorted((a, b) => turn * wordsOf(sort.by, a).localeCompare(wordsOf(sort.by, b), 'sv'));
  return (
    <>
      {total > requests.length && (
        <Notice tone="info">
          Här visas de {requests.length} äldsta av {total} frågor. Resten visas när några av dem är klara.
        </Notice>
      )}
      <DataTable
        caption="Pågående frågor"
        columns={columns}
        rows={sorted}
        rowKey={({ id }) => id}
        sort={sort}
        onSort={setSort}
      />
    </>
  );
}

/** Every question that has been sent in, the newest first. */
export function AllRequests() {
  const [page, setPage] = useState(1);
  const { columns } = useColumns();
  return (
    <Loaded query={useRequests('ALL', page, PAGE_SIZE)}>
      {({ requests, total, limit }) =>
        requests.length === 0 ? (
          <EmptyState title="Inga frågor än">Här samlas alla frågor som har skickats in.</EmptyState>
        ) : (
          <>
            <DataTable caption="Alla frågor" columns={columns} rows={requests} rowKey={({ id }) => id} />
            <Pager page={page} limit={limit} total={total} onPage={setPage} />
          </>
        )
      }
    </Loaded>
  );
}

function useColumns() {
  const { nameOf, namesOf } = useAgreement();
  const about = ({ themes }: RequestRow) => namesOf('themes', themes);
  const age = ({ ageBand }: RequestRow) => (ageBand ? nameOf('ageBands', ageBand) : '');

  const columns: Column<RequestRow>[] = [
    {
      id: 'reference',
      name: 'Fråga',
      sortable: true,
      cell: ({ id, reference }) => (
        <Link to={`/fragor/${id}`}>
          <span className="reference">{reference}</span>
        </Link>
      ),
    },
    { id: 'about', name: 'Handlar om', sortable: true, cell: about },
    { id: 'age', name: 'Ålder', sortable: true, cell: (row) => <span className="nowrap">{age(row)}</span> },
    { id: 'unit', name: 'Frågar', sortable: true, cell: ({ unit }) => unit.name },
    { id: 'state', name: 'Läge', sortable: true, cell: ({ state }) => <RequestStateTag state={state} /> },
    {
      id: 'submitted',
      name: 'Inskickad',
      sortable: true,
      cell: ({ submittedAt }) => submittedAt && <Waited since={submittedAt} />,
    },
    { id: 'next', name: 'Nästa steg', cell: (row) => <NextStep row={row} /> },
  ];

  function wordsOf(column: string, row: RequestRow): string {
    switch (column) {
      case 'about':
        return about(row);
      case 'age':
        return (row.ageBand ?? '').replaceAll(/\d+/g, (digits) => digits.padStart(2, '0'));
      case 'unit':
        return row.unit.name;
      case 'state':
        return stateName(row.state);
      case 'submitted':
        return row.submittedAt ?? '';
      default:
        return row.reference;
    }
  }

  return { columns, wordsOf };
}

function Waited({ since }: { since: string }) {
  return (
    <time dateTime={dayOf(since)}>
      {relativeWords(since)} <span className="second-line">{dateText(since)}</span>
    </time>
  );
}

function NextStep({ row: { id, reference, state, sitting } }: { row: RequestRow }) {
  const verb = coordinatorDoes(state);
  if (!verb) return <span className="soft">Inget just nu</span>;
  return (
    <>
      <Link to={state === 'HELD' && sitting ? `/moten/${sitting.id}/rum` : `/fragor/${id}`}>
        {verb}
        <span className="visually-hidden">, {reference}</span>
      </Link>
      {state === 'SCHEDULED' && sitting && <span className="second-line">möte {relativeWords(sitting.startsAt)}</span>}
    </>
  );
}
