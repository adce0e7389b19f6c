import { type Control, useFieldArray, useForm } from 'react-hook-form';
import { Button, Buttons } from '../kit/button.tsx';
import { Dialog } from '../kit/dialog.tsx';
import { useField } from '../kit/field.tsx';
import { TextField } from '../kit/text-field.tsx';
import { codeFor } from './agreement-changes.ts';
import type { CodeList, CodeRow } from './agreement-fields.ts';

interface CodeListDialogProps {
  list: CodeList;
  rows: CodeRow[];
  /** Codes of the version in force: they may be in use, and stay. */
  kept: string[];
  onDone: (rows: CodeRow[]) => void;
  onClose: () => void;
}

/** The names of one list. A new row gets its code from its name. */
export function CodeListDialog({ list, rows, kept, onDone, onClose }: CodeListDialogProps) {
  const { control, handleSubmit } = useForm({ defaultValues: { rows } });
  const { fields, append, remove } = useFieldArray({ control, name: 'rows' });
  const done = handleSubmit(({ rows: written }) => {
    onDone(withCodes(written));
    onClose();
  });
  return (
    <Dialog title={list.label} isOpen onClose={onClose}>
      <form className="form" noValidate onSubmit={(event) => void done(event)}>
        <p>
          En rad som har funnits i en sparad version kan vara i bruk. Den kan byta namn men inte tas bort.
          {'fixed' in list && ' Verksamheterna är givna, så här läggs inga till.'}
        </p>
        {fields.map(({ id, code }, index) => (
          <div key={id} className="code-row">
            <NameField control={control} index={index} />
            {!kept.includes(code) && (
              <Button kind="quiet" label={`Ta bort rad ${index + 1}`} onPress={() => remove(index)}>
                Ta bort
              </Button>
            )}
          </div>
        ))}
        <Buttons>
          <Button kind="primary" type="submit">
            Klar
          </Button>
          {!('fixed' in list) && (
            <Button icon="plus" onPress={() => append({ code: '', name: '' })}>
              Lägg till en rad
            </Button>
          )}
          <Button onPress={onClose}>Avbryt</Button>
        </Buttons>
      </form>
    </Dialog>
  );
}

function NameField({ control, index }: { control: Control<{ rows: CodeRow[] }>; index: number }) {
  return <TextField label={`Rad ${index + 1}`} {...useField(control, `rows.${index}.name`, 'Skriv ett namn.')} />;
}

function withCodes(rows: CodeRow[]): CodeRow[] {
  const taken = rows.map(({ code }) => code);
  return rows.map(({ code, name }) => {
    const kept = code || codeFor(name, taken);
    taken.push(kept);
    return { code: kept, name };
  });
}
