import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { Button, Buttons } from './button.tsx';
import { Dialog } from './dialog.tsx';
import { ErrorSummary } from './error-summary.tsx';
import type { useDialogForm } from './use-dialog-form.ts';

interface FormDialogProps {
  title: string;
  /** The verb of the deed. */
  confirm: string;
  /** Of a dialog whose form belongs to the page behind. Left out: both are there only while it is open. */
  isOpen?: boolean;
  onClose: () => void;
  dialog: Pick<ReturnType<typeof useDialogForm>, 'submit' | 'problem' | 'pending' | 'dirty'>;
  children: ReactNode;
}

/**
 * Words that a deed needs, with its verb on the button. Only that, Avbryt, ✕ and Esc close it; what is written in it stays in a
 * form that belongs to the page, and is asked about where it would be lost.
 */
export function FormDialog({ title, confirm, isOpen, onClose, dialog, children }: FormDialogProps) {
  const [asks, setAsks] = useState(false);
  const wouldLose = isOpen === undefined && dialog.dirty;
  const close = () => (wouldLose ? setAsks(true) : onClose());
  return (
    <Dialog title={title} isOpen={isOpen ?? true} onClose={close} keeps>
      <DialogForm onSubmit={(event) => void dialog.submit(event)}>
        <ErrorSummary problem={dialog.problem} />
        {children}
        {asks ? (
          <Discard onStay={() => setAsks(false)} onDiscard={onClose} />
        ) : (
          <Buttons>
            <Button kind="primary" type="submit" pending={dialog.pending}>
              {confirm}
            </Button>
            <Button onPress={close}>Avbryt</Button>
          </Buttons>
        )}
      </DialogForm>
    </Dialog>
  );
}

/** Its first field takes the focus as it opens. */
function DialogForm({ onSubmit, children }: { onSubmit: (event: FormEvent) => void; children: ReactNode }) {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    const controls = form.current?.querySelectorAll<HTMLElement>('.field :is(input, textarea, button)') ?? [];
    [...controls].find(({ tabIndex }) => tabIndex >= 0)?.focus();
  }, []);
  return (
    <form className="form" noValidate onSubmit={onSubmit} ref={form}>
      {children}
    </form>
  );
}

function Discard({ onStay, onDiscard }: { onStay: () => void; onDiscard: () => void }) {
  return (
    <>
      <p role="alert">Det du har skrivit är inte sparat. Stänger du rutan försvinner det.</p>
      <Buttons>
        <Button kind="primary" takesFocus onPress={onStay}>
          Fortsätt skriva
        </Button>
        <Button onPress={onDiscard}>Stäng utan att spara</Button>
      </Buttons>
    </>
  );
}
