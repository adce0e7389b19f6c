import { useState } from 'react';
import { useLiveCount } from '../api/live.ts';
import { type Column, DataTable } from '../kit/data-table.tsx';
import { momentText, relativeWords } from '../kit/date-words.ts';
import { EmptyState } from '../kit/empty-state.tsx';
import { Link } from '../kit/link.tsx';
import { LiveNotice } from '../kit/live-notice.tsx';
import { Loaded } from '../kit/loaded.tsx';
import { PageHeader } from '../kit/page-header.tsx';
import { Pager } from '../kit/pager.tsx';
import { Panel } from '../kit/panel.tsx';
import { Tabs } from '../kit/tabs.tsx';
import { SITTINGS_KEY } from '../requests/request.ts';
import { useActing } from '../shell/acting.ts';
import { NotYourPage } from '../shell/refusals.tsx';
import { freeWords, SITTING_KINDS, type SittingList, type SittingRow, useSittings } from './sitting.ts';

const PAGE_SIZE = 20;

/** `/moten`: the team's ordinary meetings. */
export function Sittings() {
  const { role } = useActing();
  if (role !== 'SIP_COORDINATOR' && role !== 'TEAM_MEMBER') return <NotYourPage />;
  return <SittingLists mayPlan={role === 'SIP_COORDINATOR'} />;
}

function SittingLists({ mayPlan }: { mayPlan: boolean }) {
  const { count, show } = useLiveCount(SITTING_KINDS, SITTINGS_KEY);
  return (
    <>
      <PageHeader
        title="Möten"
        lead="Konsultationsteamets ordinarie möten."
        actions={
          mayPlan && (
            <Link to="/moten/nytt" kind="primary" icon="plus">
              Planera ett möte
            </Link>
          )
        }
      />
      <Panel>
        <LiveNotice count={count} onShow={show} />
        <Tabs
          label="Vilka möten"
          tabs={[
            { id: 'COMING', name: 'Kommande', content: <SittingTable list="COMING" empty="Inga kommande möten" /> },
            { id: 'PAST', name: 'Tidigare', content: <SittingTable list="PAST" empty="Inga tidigare möten" /> },
          ]}
        />
      </Panel>
    </>
  );
}

const COLUMNS: Column<SittingRow>[] = [
  {
    id: 'starts',
    name: 'När',
    cell: (sitting) => <Link to={`/moten/${sitting.id}`}>{momentText(sitting.startsAt)}</Link>,
  },
  { id: 'away', name: 'Om hur länge', cell: ({ startsAt }) => relativeWords(startsAt) },
  { id: 'place', name: 'Plats', cell: ({ place }) => place },
  { id: 'questions', name: 'Frågor', align: 'end', cell: ({ questions }) => questions },
  { id: 'free', name: 'Tid', cell: (sitting) => `${sitting.minutes} minuter, ${freeWords(sitting)}` },
];

const PAST_COLUMNS = COLUMNS.filter(({ id }) => id !== 'free').map((column) =>
  column.id === 'away' ? { ...column, name: 'Hur länge sen' } : column,
);

function SittingTable({ list, empty }: { list: SittingList; empty: string }) {
  const [page, setPage] = useState(1);
  return (
    <Loaded query={useSittings(list, page, PAGE_SIZE)}>
      {({ sittings, total, limit }) =>
        sittings.length === 0 ? (
          <EmptyState title={empty} />
        ) : (
          <>
            <DataTable
              caption="Möten"
              columns={list === 'COMING' ? COLUMNS : PAST_COLUMNS}
              rows={sittings}
              rowKey={({ id }) => id}
            />
            <Pager page={page} limit={limit} total={total} onPage={setPage} />
          </>
        )
      }
    </Loaded>
  );
}
