import { useState } from 'react';
import { useAgreement } from '../agreement/use-agreement.ts';
import { Button } from '../kit/button.tsx';
import { ConfirmDialog } from '../kit/confirm-dialog.tsx';
import { Link } from '../kit/link.tsx';
import { adopt, readRequest, stepsWith } from '../requests/request.ts';
import { RequestStateTag } from '../requests/request-state.tsx';
import { useActing } from '../shell/acting.ts';
import { type AgendaItem, timeOf } from './sitting.ts';

/** One question on the agenda. */
export function AgendaRow({ item, mayRemove }: { item: AgendaItem; mayRemove: boolean }) {
  const { nameOf, namesOf } = useAgreement();
  const isCoordinator = useActing().role === 'SIP_COORDINATOR';
  const { requestId, reference, requestState, slotTime, minutes, themes, ageBand, unit } = item;
  return (
    <div className="agenda-row">
      <p className="agenda-slot">
        {timeOf(slotTime)} <span className="soft">{minutes} minuter</span>
      </p>
      <div>
        <p className="agenda-name">
          <Link to={isCoordinator ? `/fragor/${requestId}` : `/fragor/${requestId}/underlag`}>{reference}</Link>{' '}
          {requestState !== 'SCHEDULED' && <RequestStateTag state={requestState} />}
        </p>
        <p>
          {namesOf('themes', themes)} <span className="soft">({nameOf('ageBands', ageBand)})</span>
        </p>
        <p className="soft">{unit.name}</p>
        {mayRemove && <TakeOff requestId={requestId} reference={reference} />}
      </div>
    </div>
  );
}

/** Taken off the agenda the question waits for another meeting, with all that is written about it. */
function TakeOff({ requestId, reference }: { requestId: string; reference: string }) {
  const [asks, setAsks] = useState(false);

  async function takeOff() {
    const { id, version } = await readRequest(requestId);
    adopt(await stepsWith({ id, version }).takeOff());
  }

  return (
    <>
      <Button kind="quiet" label={`Ta bort från mötet, ${reference}`} onPress={() => setAsks(true)}>
        Ta bort från mötet
      </Button>
      <ConfirmDialog
        title={`Ta bort ${reference} från mötet?`}
        confirm="Ta bort från mötet"
        isOpen={asks}
        onConfirm={takeOff}
        onClose={() => setAsks(false)}
      >
        <p>Frågan är fortfarande antagen, och väntar på ett annat möte.</p>
      </ConfirmDialog>
    </>
  );
}
