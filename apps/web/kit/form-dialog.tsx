import type { ReactNode } from 'react';
import { Button, Buttons } from './button.tsx';
import { Dialog } from './dialog.tsx';
import { ErrorSummary } from './error-summary.tsx';
import type { useDialogForm } from './use-dialog-form.ts';

interface FormDialogProps {
  title: string;
  /** The verb of the deed. */
  confirm: string;
  isOpen: boolean;
  onClose: () => void;
  dialog: Pick<ReturnType<typeof useDialogForm>, 'submit' | 'problem' | 'pending'>;
  children: ReactNode;
}

/** Words that a deed needs, with its verb on the button. Only that, Avbryt, ✕ and Esc close it. */
export function FormDialog({ title, confirm, isOpen, onClose, dialog, children }: FormDialogProps) {
  return (
    <Dialog title={title} isOpen={isOpen} onClose={onClose} keeps>
      <form className="form" noValidate onSubmit={(event) => void dialog.submit(event)}>
        <ErrorSummary problem={dialog.problem} />
        {children}
        <Buttons>
          <Button kind="primary" type="submit" pending={dialog.pending}>
            {confirm}
          </Button>
          <Button onPress={onClose}>Avbryt</Button>
        </Buttons>
      </form>
    </Dialog>
  );
}
