import type { FieldValues, UseFormReturn } from 'react-hook-form';
import { refreshedCase } from '../cases/case.ts';
import { useDialogForm } from '../kit/use-dialog-form.ts';

/** Something recorded about a case's consents or disclosures, in a FormDialog. What depends on it is read anew. */
export const useConsentForm = <Values extends FieldValues>(
  caseId: string,
  form: UseFormReturn<Values>,
  take: (values: Values) => Promise<unknown>,
  onDone: () => void,
) => useDialogForm(form, take, onDone, { refresh: () => refreshedCase(caseId) });

/** What was filled in: a field left empty is left out. */
export const filledIn = <Fields extends Record<string, string | string[] | boolean>>(fields: Fields): Partial<Fields> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== '')) as Partial<Fields>;
