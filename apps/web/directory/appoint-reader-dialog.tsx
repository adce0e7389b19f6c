import type { UseFormReturn } from 'react-hook-form';
import { useCreationKey } from '../api/creation-key.ts';
import { useField } from '../kit/field.tsx';
import { RadioGroup } from '../kit/radio-group.tsx';
import { TextArea } from '../kit/text-area.tsx';
import { FormDialog } from '../kit/form-dialog.tsx';
import { appointReader, childWords, type NewAppointment, type UnreadChild } from './unread-children.ts';
import { useDialogForm } from '../kit/use-dialog-form.ts';

interface AppointReaderDialogProps {
  child: UnreadChild;
  form: UseFormReturn<NewAppointment>;
  onClose: () => void;
  /** Says what has been done. */
  onDone: (words: string) => void;
}

/** Says what the right means before it is given: it cannot be taken back from here. */
export function AppointReaderDialog({ child, form, onClose, onDone }: AppointReaderDialogProps) {
  const creation = useCreationKey();
  const nameOf = (id: string) => child.candidates.find(({ assignmentId }) => assignmentId === id)?.name;
  const dialog = useDialogForm(
    form,
    async (values) => {
      await appointReader(child.id, values, creation.header());
      return `${nameOf(values.assignmentId)} kan nu öppna uppgifterna. ${childWords(child)} står inte längre här.`;
    },
    (words) => {
      onDone(words);
      onClose();
    },
  );
  const assignmentId = useField(form.control, 'assignmentId', 'Välj vem som får öppna uppgifterna.');
  return (
    <FormDialog title="Utse den som får öppna" confirm="Ge rätt att öppna" onClose={onClose} dialog={dialog}>
      <p>
        {childWords(child)}, {child.unit.name}.
      </p>
      <RadioGroup
        label="Vem får öppna barnets uppgifter?"
        choices={child.candidates.map(({ assignmentId: value, name }) => ({ value, name }))}
        {...assignmentId}
      />
      <TextArea
        label="Varför?"
        help="Till exempel vem på enheten som har bestämt det. Skriv inget om barnet. Den som du väljer läser det du skriver."
        rows={3}
        maxLength={500}
        {...useField(form.control, 'reason', 'Skriv varför just den personen ska kunna öppna uppgifterna.')}
      />
      <p>
        {nameOf(assignmentId.value) ?? 'Den som du väljer'} kan genast öppna barnets uppgifter och ärende, och sedan
        namnge fler på enheten. Du kan inte ta tillbaka rätten här. Den skrivs i loggen.
      </p>
    </FormDialog>
  );
}
