import { useState } from 'react';
import { useParams } from 'react-router';
import { answer, api, ifMatch } from '../api/client.ts';
import { Button } from '../kit/button.tsx';
import { ConfirmDialog } from '../kit/confirm-dialog.tsx';
import { Link } from '../kit/link.tsx';
import { Loaded } from '../kit/loaded.tsx';
import { Notice } from '../kit/notice.tsx';
import { PageHeader } from '../kit/page-header.tsx';
import { Panel } from '../kit/panel.tsx';
import { useActing } from '../shell/acting.ts';
import { Agenda, questionPath } from './agenda.tsx';
import { Attendance } from './attendance.tsx';
import type { Sitting } from '../sittings/sitting.ts';
import { adoptSitting, useSitting } from './meeting.ts';
import { sittingWords } from './sitting-words.ts';

/** The meeting room: the agenda, who is here, and the end of the meeting. */
export function Room() {
  const { id } = useParams();
  return (
    <Loaded query={useSitting(id!)} page>
      {(sitting) => <Overview sitting={sitting} />}
    </Loaded>
  );
}

function Overview({ sitting }: { sitting: Sitting }) {
  const { role } = useActing();
  const next = sitting.agenda.find(({ state }) => state !== 'CONCLUDED');
  const begun = sitting.agenda.some(({ state }) => state !== 'PLACED');
  return (
    <>
      <PageHeader
        title={sitting.team.name}
        lead={`${sittingWords(sitting)}, ${sitting.place}`}
        back={
          role === 'SIP_COORDINATOR'
            ? { to: `/moten/${sitting.id}`, name: 'Planera mötet' }
            : { to: '/', name: 'Teamets möten' }
        }
        actions={
          next && (
            <Link to={questionPath(sitting.id, next.id)} kind="primary">
              {begun ? 'Fortsätt med nästa fråga' : 'Börja med första frågan'}
            </Link>
          )
        }
      />
      {sitting.state === 'ENDED' && (
        <Notice tone="info" title="Mötet är avslutat">
          Det går inte att ändra längre.
        </Notice>
      )}
      <div className="room">
        <Panel title="Dagordning">
          <Agenda sitting={sitting} />
        </Panel>
        <div>
          <Panel title="Närvaro">
            <Attendance sitting={sitting} />
          </Panel>
          {sitting.state === 'PLANNED' && (
            <Panel title="Avsluta">
              <EndSitting sitting={sitting} />
            </Panel>
          )}
        </div>
      </div>
    </>
  );
}

function EndSitting({ sitting }: { sitting: Sitting }) {
  const [confirms, setConfirms] = useState(false);
  const left = sitting.agenda.filter(({ state }) => state !== 'CONCLUDED').length;
  if (sitting.agenda.length === 0) return <p>Mötet avslutas när frågorna på det är besvarade.</p>;
  if (left > 0) {
    return (
      <p>
        {left === 1 ? 'En fråga är inte besvarad än.' : `${left} frågor är inte besvarade än.`} När alla är det kan ni
        avsluta mötet.
      </p>
    );
  }
  const end = () =>
    answer(
      api.POST('/api/v1/sittings/{id}/end', {
        params: { path: { id: sitting.id }, header: ifMatch(sitting.version) },
      }),
    ).then(adoptSitting);
  return (
    <>
      <p className="before-button">Alla frågor är besvarade.</p>
      <Button kind="primary" onPress={() => setConfirms(true)}>
        Avsluta mötet
      </Button>
      <ConfirmDialog
        title="Avsluta mötet?"
        confirm="Avsluta mötet"
        isOpen={confirms}
        onConfirm={end}
        onClose={() => setConfirms(false)}
      >
        <p>Sedan går varken närvaron eller svaren att ändra.</p>
      </ConfirmDialog>
    </>
  );
}
