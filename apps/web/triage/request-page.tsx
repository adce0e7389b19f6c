import { useParams } from 'react-router';
import { Loaded } from '../kit/loaded.tsx';
import { useActing } from '../shell/acting.ts';
import { NotYourPage } from '../shell/refusals.tsx';
import { TriageRequest } from './triage-request.tsx';
import { DraftPage } from '../requests/draft-page.tsx';
import { MyRequest } from '../requests/my-request.tsx';
import { useRequest } from '../requests/request.ts';

/** `/fragor/:id`: one question, as the one who acts has to do with it. */
export function RequestPage() {
  const { id = '' } = useParams();
  const { role } = useActing();
  if (role !== 'REQUESTER' && role !== 'SIP_COORDINATOR') return <NotYourPage />;
  return <OneRequest key={id} id={id} isMine={role === 'REQUESTER'} />;
}

/** `/fragor/ny` */
export function NewRequest() {
  return useActing().role === 'REQUESTER' ? <DraftPage /> : <NotYourPage />;
}

function OneRequest({ id, isMine }: { id: string; isMine: boolean }) {
  return (
    <Loaded query={useRequest(id)} page>
      {(request) => (isMine ? <MyRequest request={request} /> : <TriageRequest request={request} />)}
    </Loaded>
  );
}
