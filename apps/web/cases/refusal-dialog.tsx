import { useForm } from 'react-hook-form';
import { today } from '../kit/date-words.ts';
import { useField } from '../kit/field.tsx';
import { TextArea } from '../kit/text-area.tsx';
import { TextField } from '../kit/text-field.tsx';
import { caseSteps, type SipCase } from './case.ts';
import { FormDialog } from '../kit/form-dialog.tsx';
import { useCaseDialog } from './case-dialog.ts';

const WORDS = {
  decline: {
    title: 'Familjen tackar nej',
    confirm: 'Avsluta: familjen tackar nej',
    lead: 'Ärendet avslutas. Vill familjen längre fram börjar ni ett nytt ärende, som länkas till det här.',
    when: 'När tackade familjen nej?',
    why: 'Vad sa familjen?',
    required: 'Skriv varför familjen tackar nej.',
  },
  deny: {
    title: 'Neka SIP',
    confirm: 'Neka SIP',
    lead: 'Den som ber om en SIP får nekas bara undantagsvis. Skälet sparas i ärendet, och antalet nekade räknas i handlingsplanen.',
    when: 'När nekades SIP?',
    why: 'Vilket är skälet?',
    required: 'Skriv skälet. En SIP kan inte nekas utan skäl.',
  },
};

interface RefusalDialogProps {
  sipCase: SipCase;
  step: keyof typeof WORDS;
  isOpen: boolean;
  onClose: () => void;
}

/** The case ends here: a full stop, and the reason. */
export function RefusalDialog({ sipCase, step, isOpen, onClose }: RefusalDialogProps) {
  const words = WORDS[step];
  const form = useForm({ defaultValues: { on: today(), reason: '' } });
  const dialog = useCaseDialog(sipCase.id, form, (refusal) => caseSteps(sipCase)[step](refusal), onClose);
  const on = useField(form.control, 'on', 'Ange vilken dag.');
  const reason = useField(form.control, 'reason', words.required);
  return (
    <FormDialog title={words.title} confirm={words.confirm} isOpen={isOpen} onClose={onClose} dialog={dialog}>
      <p>{words.lead} Du kan inte ångra det.</p>
      <TextField label={words.when} type="date" width="short" {...on} />
      <TextArea label={words.why} rows={4} maxLength={2000} {...reason} />
    </FormDialog>
  );
}
