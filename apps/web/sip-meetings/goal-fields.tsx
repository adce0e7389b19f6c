import type { Control } from 'react-hook-form';
import { useField } from '../kit/field.tsx';
import { RadioGroup } from '../kit/radio-group.tsx';
import { TextField } from '../kit/text-field.tsx';
import type { FollowedGoal, GoalResult } from './follow-up.ts';
import './sip-meetings.css';
import { choicesOf, GOAL_RESULTS } from './follow-up-words.ts';
import type { GoalValues } from './goal-values.ts';

/** One goal after the other: how it went, and a word about it. */
export function GoalFields({ goals, control }: { goals: FollowedGoal[]; control: Control<GoalValues> }) {
  return (
    <section className="form" aria-labelledby="goals-title">
      <h2 id="goals-title">Målen</h2>
      {goals.map((goal, index) => (
        <GoalField key={goal.id} goal={goal} number={index + 1} control={control} />
      ))}
    </section>
  );
}

function GoalField({ goal, number, control }: { goal: FollowedGoal; number: number; control: Control<GoalValues> }) {
  const result = useField(control, `goals.${goal.id}`, `Välj hur det gick med mål ${number}.`);
  const note = useField(control, `goalNotes.${goal.id}`);
  return (
    <div className="form choices-in-row">
      <RadioGroup
        label={`Mål ${number}: ${goal.text}`}
        choices={choicesOf(GOAL_RESULTS)}
        {...result}
        onChange={(value) => result.onChange(value as GoalResult)}
      />
      <TextField label={`Kommentar till mål ${number}`} optional {...note} value={note.value ?? ''} />
    </div>
  );
}
