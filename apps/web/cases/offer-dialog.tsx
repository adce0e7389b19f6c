import { useForm } from 'react-hook-form';
import { today } from '../kit/date-words.ts';
import { useField } from '../kit/field.tsx';
import { TextArea } from '../kit/text-area.tsx';
import { TextField } from '../kit/text-field.tsx';
import { caseSteps, type SipCase } from './case.ts';
import { FormDialog } from '../kit/form-dialog.tsx';
import { useCaseDialog } from './case-dialog.ts';

interface OfferDialogProps {
  sipCase: SipCase;
  isOpen: boolean;
  onClose: () => void;
}

/** The family has been told what a SIP is and asked whether they want one. */
export function OfferDialog({ sipCase, isOpen, onClose }: OfferDialogProps) {
  const form = useForm({ defaultValues: { offeredOn: today(), informed: '', childInformed: '' } });
  const dialog = useCaseDialog(sipCase.id, form, (offer) => caseSteps(sipCase).offer(offer), onClose);
  const offeredOn = useField(form.control, 'offeredOn', 'Ange vilken dag familjen fick frågan.');
  const informed = useField(form.control, 'informed', 'Skriv hur familjen informerades.');
  const childInformed = useField(form.control, 'childInformed', 'Skriv hur barnet informerades, eller varför inte.');
  return (
    <FormDialog
      title="Erbjud familjen SIP"
      confirm="Spara att familjen fick frågan"
      isOpen={isOpen}
      onClose={onClose}
      dialog={dialog}
    >
      <TextField label="När fick familjen frågan?" type="date" width="short" {...offeredOn} />
      <TextArea
        label="Hur informerades familjen?"
        help="Till exempel: samtal med båda vårdnadshavarna, med tolk."
        rows={3}
        maxLength={1000}
        {...informed}
      />
      <TextArea
        label="Hur informerades barnet?"
        help="Eller varför inte."
        rows={3}
        maxLength={1000}
        {...childInformed}
      />
    </FormDialog>
  );
}
