import { type Control, useFieldArray } from 'react-hook-form';
import { useUnits } from '../cases/case.ts';
import { ChangeDialog } from '../kit/change-dialog.tsx';
import { useChange } from '../kit/use-change.ts';
import { Button, Buttons } from '../kit/button.tsx';
import { CheckboxGroup } from '../kit/checkbox-group.tsx';
import { useField } from '../kit/field.tsx';
import { TextArea } from '../kit/text-area.tsx';
import { TextField } from '../kit/text-field.tsx';
import { DateField } from './date-field.tsx';
import './trackers.css';
import { filledIn, readTransition, saveTransition, type Transition, type TransitionChange } from './tracker.ts';

const valuesOf = (transition: Transition) => ({
  receiverUnitIds: transition.receiverUnits.map(({ id }) => id),
  outsideReceivers: transition.outsideReceivers.map(({ name, contact = '' }) => ({ name, contact })),
  handoverOn: transition.handoverOn ?? '',
  informedOn: transition.informedOn ?? '',
  note: transition.note ?? '',
});

type Values = ReturnType<typeof valuesOf>;

const bodyOf = ({ receiverUnitIds, outsideReceivers, ...texts }: Values): TransitionChange => ({
  receiverUnitIds,
  outsideReceivers: outsideReceivers.map(({ name, contact }) => ({ name, ...filledIn({ contact }) })),
  ...filledIn(texts),
});

/** Who takes over and when; what others saved meanwhile is shown beside what one has written. */
export function TransitionDialog({ transition, onClose }: { transition: Transition; onClose: () => void }) {
  const { caseId } = transition;
  const units = useUnits().data ?? [];
  const change = useChange<Values>(
    { version: transition.version, values: valuesOf(transition) },
    {
      save: (_changed, version, values) => saveTransition(caseId, version, bodyOf(values)),
      read: async () => {
        const now = await readTransition(caseId);
        return { version: now.version, values: valuesOf(now) };
      },
    },
    onClose,
  );
  const { control } = change.form;
  const words = (values: Values): Record<string, string> => ({
    'Enheter som tar emot': units
      .filter(({ id }) => values.receiverUnitIds.includes(id))
      .map(({ name }) => name)
      .join(', '),
    'Andra som tar emot': values.outsideReceivers.map(({ name, contact }) => [name, contact].join(' ')).join(', '),
    Överlämningsmöte: values.handoverOn,
    'Den unga informerad': values.informedOn,
    Anteckning: values.note,
  });
  return (
    <ChangeDialog title="Övergång vid 18" confirm="Spara" onClose={onClose} change={change} words={words}>
      <CheckboxGroup
        label="Enheter som tar emot"
        optional
        choices={units.map(({ id, name }) => ({ value: id, name }))}
        {...useField(control, 'receiverUnitIds')}
      />
      <OutsideReceivers control={control} />
      <DateField label="När hålls överlämningsmötet?" optional {...useField(control, 'handoverOn')} />
      <DateField
        label="När fick den unga veta vad som ändras vid 18?"
        help="Att hen bestämmer själv, och att vårdnadshavarna inte längre får ta del av något."
        optional
        {...useField(control, 'informedOn')}
      />
      <TextArea label="Anteckning" rows={3} maxLength={2000} optional {...useField(control, 'note')} />
    </ChangeDialog>
  );
}

function OutsideReceivers({ control }: { control: Control<Values> }) {
  const { fields, append, remove } = useFieldArray({ control, name: 'outsideReceivers' });
  return (
    <>
      {fields.map(({ id }, index) => (
        <fieldset key={id} className="form outside-receiver">
          <legend>Annan som tar emot</legend>
          <OutsideReceiver control={control} index={index} />
          <Buttons>
            <Button kind="quiet" icon="cross" onPress={() => remove(index)}>
              Ta bort
            </Button>
          </Buttons>
        </fieldset>
      ))}
      <Buttons>
        <Button icon="plus" onPress={() => append({ name: '', contact: '' })}>
          Lägg till någon utanför området
        </Button>
      </Buttons>
    </>
  );
}

function OutsideReceiver({ control, index }: { control: Control<Values>; index: number }) {
  return (
    <>
      <TextField
        label="Vem tar emot?"
        help="Till exempel Vuxenpsykiatrin."
        {...useField(control, `outsideReceivers.${index}.name`, 'Skriv vem som tar emot, eller ta bort raden.')}
      />
      <TextField label="Hur nås de?" optional {...useField(control, `outsideReceivers.${index}.contact`)} />
    </>
  );
}
