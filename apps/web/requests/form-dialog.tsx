import type { ReactNode } from 'react';
import type { FieldValues, UseFormReturn } from 'react-hook-form';
import { asProblem, Problem } from '../api/problem.ts';
import { useProblem } from '../api/use-problem.ts';
import { Button, Buttons } from '../kit/button.tsx';
import { Dialog } from '../kit/dialog.tsx';
import { ErrorSummary } from '../kit/error-summary.tsx';
import { refusedTexts } from './marked-text.tsx';
import { type Request, useStep } from './request.ts';

/**
 * A step that needs words, taken in a dialog. The form belongs to the page, so that what is typed is there again when the
 * dialog has been closed by mistake.
 */
export function useFormDialog<Values extends FieldValues>(
  requestId: string,
  form: UseFormReturn<Values>,
  take: (values: Values) => Promise<Request>,
  onDone: () => void,
) {
  const step = useStep(requestId, take);
  const { problem, refuse, clear } = useProblem(form);

  const submit = form.handleSubmit(async (values) => {
    clear();
    try {
      await step.mutateAsync(values);
      form.reset();
      onDone();
    } catch (error) {
      refuse(inDialog(error));
    }
  });

  return {
    submit,
    problem,
    pending: step.isPending,
    refused: refusedTexts(problem?.errors ?? [], step.variables ?? {}),
  };
}

/** What has changed is read anew behind the dialog: the person looks, and may go on. */
function inDialog(error: unknown): unknown {
  const { type, status } = asProblem(error);
  if (status !== 412) return error;
  const title = 'Frågan har ändrats sedan du öppnade den';
  const detail = 'Stäng rutan och läs vad som är nytt. Det du har skrivit finns kvar. Stämmer det än, tryck igen.';
  return new Problem({ type, status, title, detail });
}

interface FormDialogProps {
  title: string;
  /** The verb of the deed. */
  confirm: string;
  isOpen: boolean;
  onClose: () => void;
  dialog: Pick<ReturnType<typeof useFormDialog>, 'submit' | 'problem' | 'pending'>;
  children: ReactNode;
}

export function FormDialog({ title, confirm, isOpen, onClose, dialog, children }: FormDialogProps) {
  return (
    <Dialog title={title} isOpen={isOpen} onClose={onClose}>
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
