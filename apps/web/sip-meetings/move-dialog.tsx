import { useForm } from 'react-hook-form';
import { refreshCase } from '../cases/case.ts';
import { useDialogForm } from '../kit/use-dialog-form.ts';
import { useField } from '../kit/field.tsx';
import { TextArea } from '../kit/text-area.tsx';
import { TextField } from '../kit/text-field.tsx';
import { FormDialog } from '../kit/form-dialog.tsx';
import { type Meeting, meetingSteps } from './meeting.ts';

interface MoveDialogProps {
  meeting: Meeting;
  isOpen: boolean;
  onClose: () => void;
}

/** Another time for a planned meeting: everybody who was called is called anew. */
export function MoveDialog({ meeting, isOpen, onClose }: MoveDialogProps) {
  const [day, time] = meeting.localTime.split('T');
  const form = useForm({ defaultValues: { day: day!, startsAt: time!, place: meeting.place, reason: '' } });
  const dialog = useDialogForm(
    form,
    ({ day, startsAt, place, reason }) => meetingSteps(meeting).move({ startsAt: `${day}T${startsAt}`, place, reason }),
    onClose,
    { refresh: async () => refreshCase(meeting.caseId) },
  );
  const { control } = form;
  return (
    <FormDialog
      title="Flytta mötet"
      confirm="Flytta och kalla på nytt"
      isOpen={isOpen}
      onClose={onClose}
      dialog={dialog}
    >
      <TextField label="Ny dag" type="date" width="medium" {...useField(control, 'day', 'Välj en dag.')} />
      <TextField
        label="Klockan"
        type="time"
        width="short"
        {...useField(control, 'startsAt', 'Skriv när mötet börjar.')}
      />
      <TextField label="Plats eller länk" {...useField(control, 'place', 'Skriv var ni ses.')} />
      <TextArea
        label="Varför flyttas mötet?"
        help="Tiden för första mötet räknas som förut."
        rows={2}
        maxLength={500}
        {...useField(control, 'reason', 'Skriv varför mötet flyttas.')}
      />
    </FormDialog>
  );
}
