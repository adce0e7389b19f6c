import { useState } from 'react';
import type { FieldPath, FieldValues, UseFormReturn } from 'react-hook-form';
import { checkSession } from './query.ts';
import { asProblem, type FieldError, type Problem } from './problem.ts';

/**
 * The refusal of one form: puts each `errors[].field` on the form's own field and keeps the whole for the ErrorSummary.
 * Nothing typed is touched.
 */
export function useProblem<Values extends FieldValues>(form: UseFormReturn<Values>) {
  const [problem, setProblem] = useState<Problem | null>(null);

  function refuse(error: unknown) {
    const refused = asProblem(error);
    checkSession(refused);
    for (const { field, message } of refused.errors.filter(isInForm)) {
      form.setError(field as FieldPath<Values>, { type: 'server', message });
    }
    setProblem(refused);
  }

  function isInForm({ field }: FieldError): boolean {
    return field.split('.')[0]! in form.getValues();
  }

  return { problem, refuse, clear: () => setProblem(null) };
}
