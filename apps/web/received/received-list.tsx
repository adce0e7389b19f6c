import { useState } from 'react';
import { useLiveCount } from '../api/live.ts';
import { CASE_KIND } from '../cases/case.ts';
import { ageText } from '../children/child-words.ts';
import { WHAT } from '../consents/disclosure.ts';
import { Button } from '../kit/button.tsx';
import { DataTable } from '../kit/data-table.tsx';
import { DateText } from '../kit/date-text.tsx';
import { dateText } from '../kit/date-words.ts';
import { EmptyState } from '../kit/empty-state.tsx';
import { Link } from '../kit/link.tsx';
import { LiveNotice } from '../kit/live-notice.tsx';
import { Loaded } from '../kit/loaded.tsx';
import { PageHeader } from '../kit/page-header.tsx';
import { Pager } from '../kit/pager.tsx';
import { Panel } from '../kit/panel.tsx';
import { useActing } from '../shell/acting.ts';
import { NotYourPage } from '../shell/refusals.tsx';
import { MeetingCell } from './coming-meeting.tsx';
import { PromiseDay } from './promise-day.tsx';
import { RECEIVED_KEY, type ReceivedRow, useReceivedCases } from './received.ts';

const PAGE_SIZE = 20;

/** `/mottaget`: cases of which something has been disclosed to my unit, and what we have promised. */
export function ReceivedCases() {
  return useActing().role === 'REQUESTER' ? <Received /> : <NotYourPage />;
}

function Received() {
  const { count, show } = useLiveCount([CASE_KIND], RECEIVED_KEY);
  const [page, setPage] = useState(1);
  return (
    <>
      <PageHeader
        title="Utlämnat till oss"
        lead="SIP som din enhet är med i: det ni ska göra först står överst."
        actions={
          <Button icon="print" onPress={() => window.print()}>
            Skriv ut
          </Button>
        }
      />
      <Panel>
        <LiveNotice count={count} onShow={show} />
        <Loaded query={useReceivedCases(page, PAGE_SIZE)}>
          {({ cases, total, limit }) =>
            cases.length === 0 ? (
              <EmptyState title="Inget är utlämnat till er">
                När en samordnare lämnar ut en kallelse eller en plan till din enhet kommer den hit.
              </EmptyState>
            ) : (
              <>
                <DataTable
                  caption="Utlämnat till oss"
                  rows={cases}
                  rowKey={({ caseId }) => caseId}
                  columns={[
                    {
                      id: 'case',
                      name: 'Ärende',
                      cell: ({ caseId, reference }) => (
                        <Link to={`/mottaget/${caseId}`}>
                          <span className="reference">{reference}</span>
                        </Link>
                      ),
                    },
                    { id: 'child', name: 'Barnet', cell: (row) => <Child row={row} /> },
                    { id: 'promise', name: 'Vi har lovat', cell: (row) => <NextPromise row={row} /> },
                    { id: 'meeting', name: 'Nästa möte', cell: ({ meeting }) => <MeetingCell meeting={meeting} /> },
                    { id: 'latest', name: 'Senast utlämnat', cell: (row) => <Latest row={row} /> },
                  ]}
                />
                <Pager page={page} limit={limit} total={total} onPage={setPage} />
              </>
            )
          }
        </Loaded>
      </Panel>
    </>
  );
}

function Child({ row: { initials, age } }: { row: ReceivedRow }) {
  if (initials === undefined || age === undefined) return <span className="soft">Skyddade personuppgifter</span>;
  return `${initials}, ${ageText(age)}`;
}

function NextPromise({ row: { nextPromise, promises, followedUp, endedAt } }: { row: ReceivedRow }) {
  if (promises === 0) return <span className="soft">Inget lovat</span>;
  if (endedAt) return <span className="soft">{insatser(promises)}, inte längre samordnat</span>;
  if (followedUp) return <span className="soft">{insatser(promises)}, uppföljt</span>;
  if (!nextPromise) return <span className="soft">{insatser(promises)} utan datum</span>;
  return (
    <>
      {nextPromise.text}
      {promises > 1 && <span className="soft"> och {insatser(promises - 1)} till</span>}
      <span className="second-line">
        <PromiseDay dueOn={nextPromise.dueOn} isOpen />
      </span>
    </>
  );
}

const insatser = (count: number): string => (count === 1 ? '1 insats' : `${count} insatser`);

function Latest({ row: { latestWhat, latestAt, endedAt } }: { row: ReceivedRow }) {
  return (
    <>
      {WHAT[latestWhat]}
      <span className="second-line">
        <DateText value={latestAt} lead="words" />
      </span>
      {endedAt && <span className="second-line">Inget nytt sedan {dateText(endedAt)}</span>}
    </>
  );
}
