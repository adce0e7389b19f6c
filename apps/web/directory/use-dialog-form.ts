import { useMutation } from '@tanstack/react-query';
import type { FieldValues, UseFormReturn } from 'react-hook-form';
import { useProblem } from '../api/use-problem.ts';

/**
 * A form in a dialog, for FormDialog. The form belongs to the page, so that what is typed is there again when the dialog has
 * been closed by mistake. `refused` may take a refusal as its own by answering true.
 */
export function useDialogForm<Values extends FieldValues, Result>(
  form: UseFormReturn<Values>,
  send: (values: Values) => Promise<Result>,
  onDone: (result: Result) => void,
  refused: (error: unknown) => boolean = () => false,
) {
  const sending = useMutation({ mutationFn: send });
  const { problem, refuse, clear } = useProblem(form);
  const submit = form.handleSubmit(async (values) => {
    clear();
    try {
      const result = await sending.mutateAsync(values);
      form.reset();
      onDone(result);
    } catch (error) {
      if (!refused(error)) refuse(error);
    }
  });
  return { submit, problem, pending: sending.isPending };
}
