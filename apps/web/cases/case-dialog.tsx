import type { FieldValues, UseFormReturn } from 'react-hook-form';
import { asProblem, Problem } from '../api/problem.ts';
import { useProblem } from '../api/use-problem.ts';
import { type SipCase, useCaseStep } from './case.ts';

export { FormDialog } from '../requests/form-dialog.tsx';

/**
 * A step with a case that needs words, taken in a FormDialog. The form belongs to the page: what is typed is there again
 * when the dialog has been closed by mistake, and when the step was refused.
 */
export function useCaseDialog<Values extends FieldValues>(
  caseId: string,
  form: UseFormReturn<Values>,
  take: (values: Values) => Promise<SipCase>,
  onDone: () => void,
) {
  const step = useCaseStep(caseId, take);
  const { problem, refuse, clear } = useProblem(form);

  const submit = form.handleSubmit(async (values) => {
    clear();
    try {
      await step.mutateAsync(values);
      form.reset();
      onDone();
    } catch (error) {
      refuse(inCaseDialog(error));
    }
  });

  return { submit, problem, pending: step.isPending };
}

/** What has changed is read anew behind the dialog: the person looks, and may go on. */
export function inCaseDialog(error: unknown): unknown {
  const { type, status } = asProblem(error);
  if (status !== 412) return error;
  const title = 'Ärendet har ändrats sedan du öppnade det';
  const detail = 'Stäng rutan och läs vad som är nytt. Det du har skrivit finns kvar. Stämmer det än, tryck igen.';
  return new Problem({ type, status, title, detail });
}
