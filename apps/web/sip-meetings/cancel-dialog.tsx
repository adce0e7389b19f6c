import { useForm } from 'react-hook-form';
import { refreshCase } from '../cases/case.ts';
import { useDialogForm } from '../kit/use-dialog-form.ts';
import { useField } from '../kit/field.tsx';
import { TextArea } from '../kit/text-area.tsx';
import { FormDialog } from '../kit/form-dialog.tsx';
import { type Meeting, meetingSteps } from './meeting.ts';

interface CancelDialogProps {
  meeting: Meeting;
  isOpen: boolean;
  onClose: () => void;
}

export function CancelDialog({ meeting, isOpen, onClose }: CancelDialogProps) {
  const form = useForm({ defaultValues: { reason: '' } });
  const dialog = useDialogForm(form, ({ reason }) => meetingSteps(meeting).cancel(reason), onClose, {
    refresh: async () => refreshCase(meeting.caseId),
  });
  return (
    <FormDialog title="Ställ in mötet" confirm="Ställ in mötet" isOpen={isOpen} onClose={onClose} dialog={dialog}>
      <p>Ett nytt möte kan planeras direkt efter. Säg till alla som är kallade: de får det inte av sig självt.</p>
      <TextArea
        label="Varför ställs mötet in?"
        rows={2}
        maxLength={500}
        {...useField(form.control, 'reason', 'Skriv varför mötet ställs in.')}
      />
    </FormDialog>
  );
}
