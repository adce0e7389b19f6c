import { useForm } from 'react-hook-form';
import { useAgreement } from '../agreement/use-agreement.ts';
import { useField } from '../kit/field.tsx';
import { RadioGroup } from '../kit/radio-group.tsx';
import { TextArea } from '../kit/text-area.tsx';
import { FormDialog } from '../kit/form-dialog.tsx';
import { useRequestDialog } from '../requests/request-dialog.ts';
import { type Request, stepsWith } from '../requests/request.ts';

interface RedirectDialogProps {
  request: Request;
  isOpen: boolean;
  onClose: () => void;
}

export function RedirectDialog({ request, isOpen, onClose }: RedirectDialogProps) {
  const { choicesOf } = useAgreement();
  const form = useForm({ defaultValues: { to: '', reason: '' } });
  const dialog = useRequestDialog(request.id, form, (values) => stepsWith(request).redirect(values), onClose);
  const to = useField(form.control, 'to', 'Välj vart frågan hänvisas.');
  const reason = useField(form.control, 'reason', 'Skriv varför.');
  return (
    <FormDialog title="Hänvisa vidare" confirm="Hänvisa vidare" isOpen={isOpen} onClose={onClose} dialog={dialog}>
      <p>Teamet tar då inte upp frågan, och du kan inte ångra det.</p>
      <RadioGroup label="Vart?" choices={choicesOf('redirections')} {...to} />
      <TextArea label="Varför?" help={`${request.unit.name} läser det här.`} rows={3} maxLength={2000} {...reason} />
    </FormDialog>
  );
}
