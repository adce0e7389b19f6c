import { FormProvider, useForm } from 'react-hook-form';
import { useField } from '../kit/field.tsx';
import { TextField } from '../kit/text-field.tsx';
import { FormDialog } from '../kit/form-dialog.tsx';
import { AssignmentFields, assignmentOf, type AssignmentValues } from './assignment-fields.tsx';
import { addPerson, type UnitList } from './directory.ts';
import type { MadePassword } from './password-dialog.tsx';
import { useDialogForm } from '../kit/use-dialog-form.ts';
import { usernameOf } from './username.ts';

interface PersonValues extends AssignmentValues {
  name: string;
  username: string;
}

interface NewPersonDialogProps {
  list: UnitList;
  isOpen: boolean;
  onClose: () => void;
  onMade: (made: MadePassword) => void;
}

export function NewPersonDialog({ list, isOpen, onClose, onMade }: NewPersonDialogProps) {
  const team = list.teams.length === 1 ? list.teams[0]!.id : '';
  const form = useForm<PersonValues>({ defaultValues: { name: '', username: '', role: '', unitId: '', teamId: team } });
  const send = ({ name, username, ...values }: PersonValues) => addPerson({ name, username, ...assignmentOf(values) });
  const dialog = useDialogForm(form, send, (made) => {
    onClose();
    onMade(made);
  });
  const name = useField(form.control, 'name', 'Skriv personens namn.');
  const username = useField(form.control, 'username', 'Skriv ett användarnamn.');
  const { dirtyFields } = form.formState;

  return (
    <FormDialog title="Lägg till en person" confirm="Lägg till" isOpen={isOpen} onClose={onClose} dialog={dialog}>
      <TextField
        label="Namn"
        {...name}
        onChange={(written) => {
          name.onChange(written);
          if (!dirtyFields.username) form.setValue('username', usernameOf(written));
        }}
      />
      <TextField label="Användarnamn" help="Det som personen skriver för att logga in." {...username} />
      <FormProvider {...form}>
        <AssignmentFields list={list} />
      </FormProvider>
    </FormDialog>
  );
}
