import { useForm } from 'react-hook-form';
import { useField } from '../kit/field.tsx';
import { TextArea } from '../kit/text-area.tsx';
import { FormDialog } from '../kit/form-dialog.tsx';
import { useRequestDialog } from '../requests/request-dialog.ts';
import { type Request, stepsWith } from '../requests/request.ts';

interface AskBackDialogProps {
  request: Request;
  isOpen: boolean;
  onClose: () => void;
}

export function AskBackDialog({ request, isOpen, onClose }: AskBackDialogProps) {
  const form = useForm({ defaultValues: { question: '' } });
  const dialog = useRequestDialog(request.id, form, ({ question }) => stepsWith(request).askBack(question), onClose);
  const question = useField(form.control, 'question', 'Skriv vad du behöver veta.');
  return (
    <FormDialog
      title="Skicka tillbaka med en fråga"
      confirm="Skicka tillbaka"
      isOpen={isOpen}
      onClose={onClose}
      dialog={dialog}
    >
      <p>{request.unit.name} får frågan, skriver om och skickar in igen.</p>
      <TextArea label="Vad behöver du veta?" maxLength={2000} {...question} />
    </FormDialog>
  );
}
