import { useForm } from 'react-hook-form';
import { useField } from '../kit/field.tsx';
import { TextArea } from '../kit/text-area.tsx';
import { TextField } from '../kit/text-field.tsx';
import { FormDialog } from '../kit/form-dialog.tsx';
import { type Consent, withdrawConsent } from './consent.ts';
import { filledIn, useConsentForm } from './use-consent-form.ts';

interface WithdrawConsentDialogProps {
  caseId: string;
  consent: Consent;
  onClose: () => void;
}

/** A full stop: what stops at once, and what stays. */
export function WithdrawConsentDialog({ caseId, consent, onClose }: WithdrawConsentDialogProps) {
  const form = useForm({ defaultValues: { by: '', reason: '' } });
  const dialog = useConsentForm(
    caseId,
    form,
    ({ by, reason }) => withdrawConsent(consent.id, { by, ...filledIn({ reason }) }),
    onClose,
  );
  return (
    <FormDialog title={`${consent.name} återkallar`} confirm="Återkalla samtycket" onClose={onClose} dialog={dialog}>
      <p>
        Det gäller genast.{' '}
        {consent.purpose === 'PLAN'
          ? 'Arbetet med planen stannar och inget mer lämnas ut med samtycke som grund.'
          : 'Inget mer lämnas ut med det här samtycket som grund.'}
      </p>
      <p>
        Det som redan är utlämnat finns kvar hos dem som har fått det. Du kan inte ångra det, men ett nytt svar kan
        antecknas.
      </p>
      <TextField
        label="Vem återkallade, och hur?"
        {...useField(form.control, 'by', 'Skriv vem som återkallade och hur.')}
      />
      <TextArea
        label="Skäl"
        help="Ingen behöver ange något skäl."
        rows={2}
        maxLength={1000}
        optional
        {...useField(form.control, 'reason')}
      />
    </FormDialog>
  );
}
