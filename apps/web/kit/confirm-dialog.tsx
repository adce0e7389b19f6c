import { type ReactNode, useState } from 'react';
import { asProblem, type Problem } from '../api/problem.ts';
import { checkSession } from '../api/query.ts';
import { Button, Buttons } from './button.tsx';
import { Dialog } from './dialog.tsx';
import { Notice } from './notice.tsx';

interface ConfirmDialogProps {
  title: string;
  /** What will happen, in the person's own words. */
  children: ReactNode;
  /** The verb of the deed, e.g. "Skicka frågan": never "OK". */
  confirm: string;
  danger?: boolean;
  isOpen: boolean;
  onConfirm: () => Promise<unknown>;
  onClose: () => void;
}

/** A full stop before something that cannot be taken back. A refusal is shown in it, and it stays open. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);

  function close() {
    setProblem(null);
    props.onClose();
  }

  async function confirm() {
    setPending(true);
    try {
      await props.onConfirm();
      close();
    } catch (error) {
      checkSession(error);
      setProblem(asProblem(error));
    } finally {
      setPending(false);
    }
  }

  return (
    <Dialog title={props.title} isOpen={props.isOpen} onClose={close} role="alertdialog">
      {props.children}
      {problem && (
        <Notice tone="stop" title={problem.title}>
          {problem.detail}
        </Notice>
      )}
      <Buttons>
        <Button kind={props.danger ? 'danger' : 'primary'} pending={pending} onPress={() => void confirm()}>
          {props.confirm}
        </Button>
        <Button onPress={close}>Avbryt</Button>
      </Buttons>
    </Dialog>
  );
}
