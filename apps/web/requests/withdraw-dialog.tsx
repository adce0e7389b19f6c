import { useForm } from 'react-hook-form';
import { useField } from '../kit/field.tsx';
import { TextArea } from '../kit/text-area.tsx';
import { FormDialog } from '../kit/form-dialog.tsx';
import { useRequestDialog } from './request-dialog.ts';
import { MarkedText } from './marked-text.tsx';
import { type Request, stepsWith } from './request.ts';

interface WithdrawDialogProps {
  request: Request;
  isOpen: boolean;
  onClose: () => void;
}

export function WithdrawDialog({ request, isOpen, onClose }: WithdrawDialogProps) {
  const form = useForm({ defaultValues: { reason: '' } });
  const dialog = useRequestDialog(request.id, form, ({ reason }) => stepsWith(request).withdraw(reason), onClose);
  const reason = useField(form.control, 'reason', 'Skriv kort varför.');
  return (
    <FormDialog
      title="Ta tillbaka frågan"
      confirm="Ta tillbaka frågan"
      isOpen={isOpen}
      onClose={onClose}
      dialog={dialog}
    >
      <p>Teamet tar då inte upp den. Du kan inte ångra det, men du kan ställa en ny fråga.</p>
      <TextArea label="Varför?" help="Till exempel: det löste sig." rows={3} maxLength={2000} {...reason} />
      <MarkedText refused={dialog.refused['reason']} />
    </FormDialog>
  );
}
