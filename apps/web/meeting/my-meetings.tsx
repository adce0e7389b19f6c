import { useState } from 'react';
import { Link as RouterLink } from 'react-router';
import { useLiveQuery } from '../api/live.ts';
import { relativeWords } from '../kit/date-words.ts';
import { EmptyState } from '../kit/empty-state.tsx';
import { Icon } from '../kit/icon.tsx';
import { Loaded } from '../kit/loaded.tsx';
import { PageHeader } from '../kit/page-header.tsx';
import { Pager } from '../kit/pager.tsx';
import { Panel } from '../kit/panel.tsx';
import { SITTINGS_KEY } from '../requests/request.ts';
import { type SittingList, type SittingRow, useSittings } from '../sittings/sitting.ts';
import { questionsWords, sittingWords } from './sitting-words.ts';

const LIMIT = 10;

/** The team member's start page. */
export function MyMeetings() {
  return (
    <>
      <PageHeader title="Teamets möten" lead="Öppna mötet för att se frågorna, notera närvaro och skriva svaren." />
      <Panel title="Kommande">
        <Sittings list="COMING" empty="Här visas mötet när samordnaren har lagt in det." />
      </Panel>
      <Panel title="Tidigare">
        <Sittings list="PAST" empty="Här samlas de möten som har avslutats." />
      </Panel>
    </>
  );
}

function Sittings({ list, empty }: { list: SittingList; empty: string }) {
  const [page, setPage] = useState(1);
  useLiveQuery(['sitting'], SITTINGS_KEY);
  const query = useSittings(list, page, LIMIT);
  return (
    <Loaded query={query}>
      {({ sittings, total }) =>
        sittings.length === 0 ? (
          <EmptyState title="Inga möten">{empty}</EmptyState>
        ) : (
          <>
            <ul className="rows">
              {sittings.map((sitting) => (
                <li key={sitting.id}>
                  <SittingLink sitting={sitting} />
                </li>
              ))}
            </ul>
            <Pager page={page} limit={LIMIT} total={total} onPage={setPage} />
          </>
        )
      }
    </Loaded>
  );
}

function SittingLink({ sitting }: { sitting: SittingRow }) {
  return (
    <RouterLink to={`/moten/${sitting.id}/rum`} className="row-link">
      <span>
        <span className="row-name">
          {sittingWords(sitting)} <span className="soft">({relativeWords(sitting.startsAt)})</span>
        </span>
        <span className="row-more">
          {sitting.place} · {questionsWords(sitting.questions)}
        </span>
      </span>
      <Icon name="right" />
    </RouterLink>
  );
}
