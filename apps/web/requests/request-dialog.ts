import type { FieldValues, UseFormReturn } from 'react-hook-form';
import { useDialogForm } from '../kit/use-dialog-form.ts';
import { refusedTexts } from './marked-text.tsx';
import { type Request, useStep } from './request.ts';

/** A step with a question that needs words, taken in a FormDialog. */
export function useRequestDialog<Values extends FieldValues>(
  requestId: string,
  form: UseFormReturn<Values>,
  take: (values: Values) => Promise<Request>,
  onDone: () => void,
) {
  const step = useStep(requestId, take);
  const changed = 'Frågan har ändrats sedan du öppnade den';
  const dialog = useDialogForm(form, step.mutateAsync, onDone, { changed });
  return { ...dialog, refused: refusedTexts(dialog.problem?.errors ?? [], step.variables ?? {}) };
}
