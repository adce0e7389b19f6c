import { useState } from 'react';
import { Button } from './button.tsx';
import { ConfirmDialog } from './confirm-dialog.tsx';

/** Throws away what is saved of a form, after a full stop. */
export function DiscardDraft({ onDiscard }: { onDiscard: () => Promise<unknown> }) {
  const [asks, setAsks] = useState(false);
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
        onConfirm={onDiscard}
        onClose={() => setAsks(false)}
      >
        <p>Allt du har skrivit försvinner och går inte att få tillbaka.</p>
      </ConfirmDialog>
    </>
  );
}
