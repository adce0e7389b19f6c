import type { FieldValues, UseFormReturn } from 'react-hook-form';
import { useDialogForm } from '../kit/use-dialog-form.ts';
import { type SipCase, useCaseStep } from './case.ts';

/** A step with a case that needs words, taken in a FormDialog. */
export function useCaseDialog<Values extends FieldValues>(
  caseId: string,
  form: UseFormReturn<Values>,
  take: (values: Values) => Promise<SipCase>,
  onDone: () => void,
) {
  const step = useCaseStep(caseId, take);
  return useDialogForm(form, step.mutateAsync, onDone, { changed: 'Ärendet har ändrats sedan du öppnade det' });
}
