import { type Control, useForm, useWatch } from 'react-hook-form';
import { useAgreement } from '../agreement/use-agreement.ts';
import { useField } from '../kit/field.tsx';
import { RadioGroup } from '../kit/radio-group.tsx';
import { Select } from '../kit/select.tsx';
import { TextField } from '../kit/text-field.tsx';
import { FormDialog } from '../kit/form-dialog.tsx';
import { addUnit, KIND_CHOICES, type NewUnit, type UnitList } from './directory.ts';
import { useDialogForm } from '../kit/use-dialog-form.ts';

/** Chosen where the principal is not in the list. */
const NEW = 'NEW';

const EMPTY = { name: '', serviceType: '', principalId: '', principalName: '', principalKind: '' };

interface NewUnitDialogProps {
  list: UnitList;
  isOpen: boolean;
  onClose: () => void;
}

export function NewUnitDialog({ list, isOpen, onClose }: NewUnitDialogProps) {
  const { choicesOf } = useAgreement();
  const form = useForm({ defaultValues: EMPTY });
  const dialog = useDialogForm(form, (values) => addUnit(unitOf(values)), onClose);
  const principals = list.principals.map(({ id, name }) => ({ value: id, name }));
  const { control } = form;
  const isNew = useWatch({ control, name: 'principalId' }) === NEW;
  return (
    <FormDialog title="Lägg till en enhet" confirm="Lägg till" isOpen={isOpen} onClose={onClose} dialog={dialog}>
      <TextField label="Enhetens namn" {...useField(control, 'name', 'Skriv enhetens namn.')} />
      <Select
        label="Verksamhet"
        choices={choicesOf('services')}
        {...useField(control, 'serviceType', 'Välj vilken verksamhet det är.')}
      />
      <Select
        label="Huvudman"
        choices={[...principals, { value: NEW, name: 'En ny huvudman' }]}
        {...useField(control, 'principalId', 'Välj en huvudman.')}
      />
      {isNew && <NewPrincipal control={control} />}
    </FormDialog>
  );
}

function NewPrincipal({ control }: { control: Control<typeof EMPTY> }) {
  return (
    <>
      <TextField
        label="Den nya huvudmannens namn"
        {...useField(control, 'principalName', 'Skriv huvudmannens namn.')}
      />
      <RadioGroup
        label="Kommun eller region?"
        choices={KIND_CHOICES}
        {...useField(control, 'principalKind', 'Välj kommun eller region.')}
      />
    </>
  );
}

function unitOf({ name, serviceType, principalId, principalName, principalKind }: typeof EMPTY): NewUnit {
  const principal = principalId === NEW ? { principalName, principalKind } : { principalId };
  return { name, serviceType, ...principal } as NewUnit;
}
