import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { Autosave } from '../api/autosave.ts';
import { queryClient } from '../api/query.ts';
import { Button } from '../kit/button.tsx';
import { ConfirmDialog } from '../kit/confirm-dialog.tsx';
import { forgetLists, requestKey, stepsWith } from './request.ts';

interface DiscardDraftProps {
  id: string;
  autosave: Pick<Autosave<unknown>, 'version' | 'flush' | 'stop'>;
}

export function DiscardDraft({ id, autosave }: DiscardDraftProps) {
  const [asks, setAsks] = useState(false);
  const navigate = useNavigate();

  async function discard() {
    await autosave.flush();
    await stepsWith({ id, version: autosave.version }).discard();
    autosave.stop();
    queryClient.removeQueries({ queryKey: requestKey(id) });
    forgetLists();
    void navigate('/', { replace: true });
  }

  return (
    <>
      <Button kind="quiet" onPress={() => setAsks(true)}>
        Släng utkastet
      </Button>
      <ConfirmDialog
        title="Slänga utkastet?"
        confirm="Släng utkastet"
        danger
        isOpen={asks}
        onConfirm={discard}
        onClose={() => setAsks(false)}
      >
        <p>Allt du har skrivit försvinner och går inte att få tillbaka.</p>
      </ConfirmDialog>
    </>
  );
}
