import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { asProblem } from '../api/problem.ts';
import { Dialog } from '../kit/dialog.tsx';
import { useField } from '../kit/field.tsx';
import { SideBySide } from '../kit/side-by-side.tsx';
import { TextField } from '../kit/text-field.tsx';
import { FormDialog } from '../requests/form-dialog.tsx';
import { changeUnit, type Unit, unitNow } from './directory.ts';
import { useDialogForm } from './use-dialog-form.ts';

export function RenameUnitDialog({ unit, onClose }: { unit: Unit; onClose: () => void }) {
  const [current, setCurrent] = useState(unit);
  const [theirs, setTheirs] = useState<Unit>();
  const form = useForm({ defaultValues: { name: unit.name } });

  function isOvertaken(error: unknown): boolean {
    if (asProblem(error).status !== 412) return false;
    void unitNow(unit.id).then(setTheirs);
    return true;
  }
  const dialog = useDialogForm(form, ({ name }) => changeUnit(current, { name }), onClose, isOvertaken);
  const name = useField(form.control, 'name', 'Skriv enhetens namn.');

  if (theirs) {
    return (
      <Dialog title={`Byt namn på ${unit.name}`} isOpen onClose={onClose}>
        <SideBySide
          fields={[{ name: 'Enhetens namn', mine: name.value, saved: theirs.name }]}
          onKeepMine={() => {
            setCurrent(theirs);
            setTheirs(undefined);
          }}
          onTakeSaved={onClose}
        />
      </Dialog>
    );
  }
  return (
    <FormDialog title={`Byt namn på ${unit.name}`} confirm="Byt namn" isOpen onClose={onClose} dialog={dialog}>
      <TextField label="Enhetens namn" {...name} />
    </FormDialog>
  );
}
