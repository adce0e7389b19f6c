import type { Control } from 'react-hook-form';
import { useField } from '../kit/field.tsx';
import { TextArea } from '../kit/text-area.tsx';
import { TextField } from '../kit/text-field.tsx';
import type { EntryFields as Values, MetricKind } from './metric-value.ts';

interface EntryFieldsProps {
  metric: { kind: MetricKind; unit: string; countsPeople: boolean };
  control: Control<Values>;
}

/** The fields of a value: when, how much, where it comes from. */
export function EntryFields({ metric, control }: EntryFieldsProps) {
  return (
    <>
      <TextField
        type="date"
        width="short"
        label="Från och med"
        {...useField(control, 'from', 'Välj den första dagen.')}
      />
      <TextField type="date" width="short" label="Till och med" {...useField(control, 'to', 'Välj den sista dagen.')} />
      {metric.kind === 'RATIO' ? (
        <Part metric={metric} control={control} />
      ) : (
        <Whole metric={metric} control={control} />
      )}
      <TextField
        label="Källa"
        help="Varifrån kommer siffran? Till exempel en enkät eller en redovisning, och vem som har den."
        {...useField(control, 'source', 'Skriv varifrån siffran kommer.')}
      />
      <TextArea
        label="Anteckning"
        help={
          metric.countsPeople
            ? 'Skriv inga namn och inga små antal.'
            : 'Skriv inga namn och inget som ett barn kan kännas igen på.'
        }
        rows={2}
        maxLength={2000}
        optional
        {...useField(control, 'note')}
      />
    </>
  );
}

function Part({ metric: { unit }, control }: EntryFieldsProps) {
  return (
    <>
      <TextField
        label="Hur många?"
        help={`Antal ${unit}. Andelen i procent räknas ut.`}
        width="short"
        {...useField(control, 'numerator', 'Skriv hur många det är.')}
      />
      <TextField
        label="Av hur många?"
        width="short"
        {...useField(control, 'denominator', 'Skriv hur många det är av.')}
      />
    </>
  );
}

function Whole({ metric: { kind, unit, countsPeople }, control }: EntryFieldsProps) {
  const value = useField(control, 'value', 'Skriv värdet.');
  const answers = useField(control, 'denominator');
  return (
    <>
      <TextField label="Värde" help={`${MEASURED_IN[kind]} ${unit}.`} width="short" {...value} />
      {kind === 'MEAN' && <TextField label="Hur många svar?" width="short" optional={!countsPeople} {...answers} />}
    </>
  );
}

/** How the help begins that the unit ends: `Antal barn`, `I procent av personalen`, `I poäng av 10`. */
const MEASURED_IN = { COUNT: 'Antal', PERCENT: 'I procent', RATIO: 'Antal', MEAN: 'I' } satisfies Record<
  MetricKind,
  string
>;
