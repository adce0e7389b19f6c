import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { answer, api } from '../api/client.ts';
import { useLiveQuery } from '../api/live.ts';
import { Button } from '../kit/button.tsx';
import { clockText, dayText, relativeWords } from '../kit/date-words.ts';
import { EmptyState } from '../kit/empty-state.tsx';
import { Link } from '../kit/link.tsx';
import { Loaded } from '../kit/loaded.tsx';
import { Notice } from '../kit/notice.tsx';
import { PageHeader } from '../kit/page-header.tsx';
import { Panel } from '../kit/panel.tsx';
import { useActing } from '../shell/acting.ts';
import { NotYourPage } from '../shell/refusals.tsx';
import { Agenda } from './agenda.tsx';
import { freeMinutes, SITTING_KINDS, type Sitting, sittingKey } from './sitting.ts';

/** `/moten/:id`: the agenda of one meeting. */
export function SittingPage() {
  const { id = '' } = useParams();
  const { role } = useActing();
  if (role !== 'SIP_COORDINATOR' && role !== 'TEAM_MEMBER') return <NotYourPage />;
  return <OneSitting key={id} id={id} />;
}

function OneSitting({ id }: { id: string }) {
  useLiveQuery(SITTING_KINDS, sittingKey(id));
  const query = useQuery({
    queryKey: sittingKey(id),
    queryFn: () => answer(api.GET('/api/v1/sittings/{id}', { params: { path: { id } } })),
  });
  return (
    <Loaded query={query} page>
      {(sitting) => <OpenSitting sitting={sitting} />}
    </Loaded>
  );
}

function OpenSitting({ sitting }: { sitting: Sitting }) {
  const isCoordinator = useActing().role === 'SIP_COORDINATOR';
  const { id, startsAt, place, minutes, team, state, agenda } = sitting;
  return (
    <>
      <PageHeader
        title={`Mötet ${dayText(startsAt)}`}
        lead={`${team.name}, kl. ${clockText(startsAt)} (${relativeWords(startsAt)}), ${minutes} minuter, ${place}`}
        back={{ to: '/moten', name: 'Möten' }}
        actions={
          <>
            <Link to={`/moten/${id}/rum`} kind="primary">
              Öppna mötet
            </Link>
            <Button icon="print" onPress={() => window.print()}>
              Skriv ut
            </Button>
          </>
        }
      />
      {state === 'ENDED' && <Notice tone="info">Mötet är avslutat. Dagordningen går inte att ändra.</Notice>}
      <Panel title="Dagordning">
        {agenda.length === 0 ? (
          <EmptyState title="Inga frågor än">Öppna en antagen fråga i Min dag och välj ”Lägg på ett möte”.</EmptyState>
        ) : (
          <>
            <Room sitting={sitting} />
            <Agenda sitting={sitting} mayChange={isCoordinator && state === 'PLANNED'} />
          </>
        )}
      </Panel>
    </>
  );
}

/** How the questions fill the meeting. */
function Room({ sitting }: { sitting: Sitting }) {
  const { plannedMinutes, minutes } = sitting;
  const free = freeMinutes(sitting);
  if (free < 0) {
    return (
      <Notice tone="warning" title={`Dagordningen är ${-free} minuter längre än mötet`}>
        Frågorna tar {plannedMinutes} minuter och mötet är {minutes}. Flytta en fråga till ett annat möte.
      </Notice>
    );
  }
  return (
    <p className="agenda-room">
      Frågorna tar {plannedMinutes} av {minutes} minuter. {free > 0 && `${free} minuter är lediga.`}
    </p>
  );
}
