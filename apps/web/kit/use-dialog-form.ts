import { useMutation } from '@tanstack/react-query';
import type { FieldValues, UseFormReturn } from 'react-hook-form';
import { asProblem, Problem } from '../api/problem.ts';
import { useProblem } from '../api/use-problem.ts';

interface Behind {
  /** Reads anew what the page behind shows: after the deed, and when somebody else was first. */
  refresh?: () => Promise<unknown>;
  /** Said when somebody else was first. */
  changed?: string;
}

/**
 * A deed that needs words, taken in a FormDialog. The form belongs to the page, so that what is typed is there again when the
 * dialog has been closed by mistake, and when the deed was refused.
 */
export function useDialogForm<Values extends FieldValues, Result>(
  form: UseFormReturn<Values>,
  send: (values: Values) => Promise<Result>,
  onDone: (result: Result) => void,
  { refresh, changed = 'Uppgifterna har ändrats sedan du öppnade dem' }: Behind = {},
) {
  const { problem, refuse, clear } = useProblem(form);
  const sending = useMutation({ mutationFn: send, onSuccess: refresh && (() => refresh()) });

  const submit = form.handleSubmit(async (values) => {
    clear();
    try {
      const result = await sending.mutateAsync(values);
      form.reset();
      onDone(result);
    } catch (error) {
      const { type, status } = asProblem(error);
      if (status === 412) void refresh?.();
      refuse(status === 412 ? new Problem({ type, status, title: changed, detail: LOOK_AND_GO_ON }) : error);
    }
  });

  return { submit, problem, pending: sending.isPending, dirty: form.formState.isDirty };
}

const LOOK_AND_GO_ON =
  'Stäng rutan och läs vad som är nytt. Det du har skrivit finns kvar. Stämmer det än, tryck igen.';
