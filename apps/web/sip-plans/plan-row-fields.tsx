import { type Control, useWatch } from 'react-hook-form';
import type { Choice } from '../kit/checkbox-group.tsx';
import { useField } from '../kit/field.tsx';
import { RadioGroup } from '../kit/radio-group.tsx';
import { Select } from '../kit/select.tsx';
import { TextArea } from '../kit/text-area.tsx';
import { TextField } from '../kit/text-field.tsx';
import type { Plan } from './plan.ts';
import { PlanRows } from './plan-rows.tsx';
import { type GoalValues, newGoal, newIntervention, newNeed, NONE, type PlanValues } from './plan-values.ts';

const ROW_LONGEST = 1000;

const TERMS: Choice[] = [
  { value: 'SHORT', name: 'På kort sikt' },
  { value: 'LONG', name: 'På lång sikt' },
];

interface PartProps {
  control: Control<PlanValues>;
}

/** What the child needs. */
export function Needs({ control }: PartProps) {
  return (
    <PlanRows
      control={control}
      name="needs"
      noun="Behov"
      one="ett behov"
      title="Behov"
      help="Vad barnet behöver, inte vad vi erbjuder."
      newRow={newNeed}
    >
      {(index) => <Need control={control} index={index} />}
    </PlanRows>
  );
}

function Need({ control, index }: RowProps) {
  return (
    <TextArea label="Vad behövs?" rows={2} maxLength={ROW_LONGEST} {...useField(control, `needs.${index}.text`)} />
  );
}

/** What is to be reached. */
export function Goals({ control }: PartProps) {
  return (
    <PlanRows
      control={control}
      name="goals"
      noun="Mål"
      one="ett mål"
      title="Mål"
      help="Så konkreta att det går att se om de är nådda."
      newRow={newGoal}
    >
      {(index) => <Goal control={control} index={index} />}
    </PlanRows>
  );
}

interface RowProps extends PartProps {
  index: number;
}

function Goal({ control, index }: RowProps) {
  const needs = useWatch({ control, name: 'needs' });
  const term = useField(control, `goals.${index}.term`);
  const need = useField(control, `goals.${index}.needId`);
  return (
    <>
      <TextArea label="Vad ska vi nå?" rows={2} maxLength={ROW_LONGEST} {...useField(control, `goals.${index}.text`)} />
      <RadioGroup
        label="När?"
        choices={TERMS}
        {...term}
        onChange={(value) => term.onChange(value as GoalValues['term'])}
      />
      <TextField label="Hur ser vi att målet är nått?" optional {...useField(control, `goals.${index}.targetState`)} />
      {needs.length > 0 && (
        <Select
          label="Vilket behov gäller det?"
          optional
          width="full"
          choices={[{ value: NONE, name: 'Inget särskilt' }, ...choicesOf(needs, 'Behov')]}
          {...need}
        />
      )}
    </>
  );
}

/** What is to be done, by whom and when. */
export function Interventions({ control, plan }: PartProps & { plan: Plan }) {
  return (
    <PlanRows
      control={control}
      name="interventions"
      noun="Insats"
      one="en insats"
      title="Insatser"
      help="Vad som ska göras, vilken enhet som ansvarar och när."
      newRow={newIntervention}
    >
      {(index) => <Intervention control={control} index={index} plan={plan} />}
    </PlanRows>
  );
}

function Intervention({ control, index, plan }: RowProps & { plan: Plan }) {
  const goals = useWatch({ control, name: 'goals' });
  const unit = useField(control, `interventions.${index}.unitId`);
  const goal = useField(control, `interventions.${index}.goalId`);
  return (
    <>
      <TextArea
        label="Vad ska göras?"
        rows={2}
        maxLength={ROW_LONGEST}
        {...useField(control, `interventions.${index}.text`)}
      />
      <Select label="Vilken enhet ansvarar?" width="full" choices={unitChoices(plan, unit.value)} {...unit} />
      <div className="plan-dates">
        <TextField
          label="Börjar"
          type="date"
          width="short"
          optional
          {...useField(control, `interventions.${index}.startOn`)}
        />
        <TextField
          label="Klart senast"
          type="date"
          width="short"
          optional
          {...useField(control, `interventions.${index}.dueOn`)}
        />
      </div>
      {goals.length > 0 && (
        <Select
          label="Vilket mål leder det till?"
          optional
          width="full"
          choices={[{ value: NONE, name: 'Inget särskilt' }, ...choicesOf(goals, 'Mål')]}
          {...goal}
        />
      )}
    </>
  );
}

/** Parties to choose among; one that has left is there only where it is chosen already. */
export function unitChoices({ units }: Plan, chosen: string): Choice[] {
  return units
    .filter(({ id, active }) => active || id === chosen)
    .map(({ id, name, active }) => ({ value: id, name: active ? name : `${name} (har lämnat)` }));
}

const choicesOf = (rows: readonly { id: string; text: string }[], noun: string): Choice[] =>
  rows.map(({ id, text }, i) => ({ value: id, name: `${noun} ${i + 1}${text && `: ${shortened(text)}`}` }));

const shortened = (text: string): string => (text.length > 60 ? `${text.slice(0, 57).trimEnd()}…` : text);
