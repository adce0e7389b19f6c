import { useNavigate } from 'react-router';
import type { Autosave } from '../api/autosave.ts';
import { queryClient } from '../api/query.ts';
import { DiscardDraft } from '../kit/discard-draft.tsx';
import { forgetLists, requestKey, stepsWith } from './request.ts';

interface DiscardQuestionProps {
  id: string;
  autosave: Pick<Autosave<unknown>, 'version' | 'flush' | 'stop'>;
}

export function DiscardQuestion({ id, autosave }: DiscardQuestionProps) {
  const navigate = useNavigate();

  async function discard() {
    await autosave.flush();
    await stepsWith({ id, version: autosave.version }).discard();
    autosave.stop();
    queryClient.removeQueries({ queryKey: requestKey(id) });
    forgetLists();
    void navigate('/', { replace: true });
  }

  return <DiscardDraft onDiscard={discard} />;
}
