import { useMutation } from '@tanstack/react-query';
import type { FieldValues, UseFormReturn } from 'react-hook-form';
import { asProblem, Problem } from '../api/problem.ts';
import { useProblem } from '../api/use-problem.ts';

interface After {
  refresh: () => Promise<unknown>;
  onDone: () => void;
}

/** A deed that needs words, taken in a dialog. A refusal keeps what is typed, and what has changed is read anew behind it. */
export function useStepForm<Values extends FieldValues>(
  form: UseFormReturn<Values>,
  take: (values: Values) => Promise<unknown>,
  { refresh, onDone }: After,
) {
  const { problem, refuse, clear } = useProblem(form);
  const step = useMutation({ mutationFn: take, onSuccess: () => refresh() });

  const submit = form.handleSubmit(async (values) => {
    clear();
    try {
      await step.mutateAsync(values);
      onDone();
    } catch (error) {
      const { type, status } = asProblem(error);
      if (status === 412) void refresh();
      refuse(status === 412 ? changedMeanwhile(type) : error);
    }
  });

  return { submit, problem, pending: step.isPending };
}

const changedMeanwhile = (type: string): Problem =>
  new Problem({
    type,
    status: 412,
    title: 'Uppgifterna har ändrats sedan du öppnade dem',
    detail: 'De är nu inlästa på nytt. Det du har skrivit finns kvar. Stämmer det än, tryck igen.',
  });
