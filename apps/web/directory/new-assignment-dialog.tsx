import { FormProvider, useForm } from 'react-hook-form';
import { FormDialog } from '../kit/form-dialog.tsx';
import { AssignmentFields, assignmentOf, type AssignmentValues } from './assignment-fields.tsx';
import { assign, type Person, type UnitList } from './directory.ts';
import { useDialogForm } from '../kit/use-dialog-form.ts';

interface NewAssignmentDialogProps {
  list: UnitList;
  person: Person;
  onClose: () => void;
}

export function NewAssignmentDialog({ list, person, onClose }: NewAssignmentDialogProps) {
  const team = list.teams.length === 1 ? list.teams[0]!.id : '';
  const form = useForm<AssignmentValues>({ defaultValues: { role: '', unitId: '', teamId: team } });
  const dialog = useDialogForm(form, (values) => assign(person.id, assignmentOf(values)), onClose);
  return (
    <FormDialog title={`Nytt uppdrag för ${person.name}`} confirm="Ge uppdraget" onClose={onClose} dialog={dialog}>
      <FormProvider {...form}>
        <AssignmentFields list={list} />
      </FormProvider>
    </FormDialog>
  );
}
