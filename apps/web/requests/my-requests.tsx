import { useState } from 'react';
import { useAgreement } from '../agreement/use-agreement.ts';
import { useLiveCount } from '../api/live.ts';
import { type Column, DataTable } from '../kit/data-table.tsx';
import { DateText } from '../kit/date-text.tsx';
import { EmptyState } from '../kit/empty-state.tsx';
import { Link } from '../kit/link.tsx';
import { LiveNotice } from '../kit/live-notice.tsx';
import { Loaded } from '../kit/loaded.tsx';
import { PageHeader } from '../kit/page-header.tsx';
import { Pager } from '../kit/pager.tsx';
import { Panel } from '../kit/panel.tsx';
import { Tabs } from '../kit/tabs.tsx';
import { REQUEST_KIND, REQUEST_LISTS_KEY, type RequestList, type RequestRow, useRequests } from './request.ts';
import { requesterDoes, RequestStateTag } from './request-state.tsx';

const PAGE_SIZE = 20;

/** The requester's start page: what my unit has asked, and what is mine to do next. */
export function MyRequests() {
  const { count, show } = useLiveCount([REQUEST_KIND], REQUEST_LISTS_KEY);
  return (
    <>
      <PageHeader
        title="Mina frågor"
        lead="Frågor från din enhet till konsultationsteamet, och svaren på dem."
        actions={
          <Link to="/fragor/ny" kind="primary" icon="plus">
            Ställ en fråga
          </Link>
        }
      />
      <Panel>
        <LiveNotice count={count} onShow={show} />
        <Tabs
          label="Vilka frågor"
          tabs={[
            {
              id: 'OPEN',
              name: 'Pågående',
              content: (
                <RequestTable
                  list="OPEN"
                  empty="Du har inga pågående frågor. När du ställer en fråga ser du här hur det går."
                />
              ),
            },
            {
              id: 'ALL',
              name: 'Alla',
              content: <RequestTable list="ALL" empty="Här samlas alla frågor som din enhet har ställt." />,
            },
          ]}
        />
      </Panel>
    </>
  );
}

function RequestTable({ list, empty }: { list: RequestList; empty: string }) {
  const [page, setPage] = useState(1);
  const { namesOf, nameOf } = useAgreement();
  const columns: Column<RequestRow>[] = [
    {
      id: 'reference',
      name: 'Fråga',
      cell: ({ id, reference }) => (
        <Link to={`/fragor/${id}`}>
          <span className="reference">{reference}</span>
        </Link>
      ),
    },
    {
      id: 'about',
      name: 'Handlar om',
      cell: ({ themes, ageBand }) => (
        <>
          {namesOf('themes', themes) || <span className="soft">Inget tema valt</span>}
          {ageBand && <span className="soft"> ({nameOf('ageBands', ageBand)})</span>}
        </>
      ),
    },
    { id: 'state', name: 'Läge', cell: ({ state }) => <RequestStateTag state={state} /> },
    { id: 'next', name: 'Nästa steg', cell: (row) => <NextStep row={row} /> },
  ];
  return (
    <Loaded query={useRequests(list, page, PAGE_SIZE)}>
      {({ requests, total, limit }) =>
        requests.length === 0 ? (
          <EmptyState title="Inga frågor">{empty}</EmptyState>
        ) : (
          <>
            <DataTable caption="Frågor" columns={columns} rows={requests} rowKey={({ id }) => id} />
            <Pager page={page} limit={limit} total={total} onPage={setPage} />
          </>
        )
      }
    </Loaded>
  );
}

function NextStep({ row: { id, reference, state, sitting, changedAt } }: { row: RequestRow }) {
  const verb = requesterDoes(state);
  if (verb) {
    return (
      <Link to={`/fragor/${id}`} kind="secondary">
        {verb}
        <span className="visually-hidden">, {reference}</span>
      </Link>
    );
  }
  if (state === 'SCHEDULED' && sitting) {
    return (
      <>
        Tas upp <DateText value={sitting.startsAt} />
      </>
    );
  }
  return (
    <span className="soft">
      Ändrad <DateText value={changedAt} lead="words" />
    </span>
  );
}
