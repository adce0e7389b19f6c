import { useForm } from 'react-hook-form';
import { useCreationKey } from '../api/creation-key.ts';
import { ChangeDialog } from '../kit/change-dialog.tsx';
import { useChange } from '../kit/use-change.ts';
import { useDialogForm } from '../kit/use-dialog-form.ts';
import { FormDialog } from '../kit/form-dialog.tsx';
import { EntryFields } from './entry-fields.tsx';
import {
  correctValue,
  type EnteredFigure,
  type EntryFields as Values,
  enterValue,
  type MetricKind,
  type MetricValue,
  readValues,
} from './metric-value.ts';
import { entryWords, restOfYear } from './metric-value-words.ts';

/** What the dialogs ask of a metric. */
export interface EnteredMetric {
  id: string;
  name: string;
  year: number;
  kind: MetricKind;
  unit: string;
  countsPeople: boolean;
}

interface EnterDialogProps {
  metric: EnteredMetric;
  /** The value of the latest period: the next one follows on it, and often has the same source. */
  latest: EnteredFigure | undefined;
  isOpen: boolean;
  onClose: () => void;
}

export function EnterDialog({ metric, latest, isOpen, onClose }: EnterDialogProps) {
  const { id, name, year } = metric;
  const key = useCreationKey();
  const form = useForm<Values>({ defaultValues: nextEntry(year, latest) });
  const dialog = useDialogForm(
    form,
    (values) => enterValue(id, key.header(), values),
    ({ values }) => {
      key.renew();
      form.reset(nextEntry(year, values[0]));
      onClose();
    },
  );
  return (
    <FormDialog title={name} confirm="Skriv in värdet" isOpen={isOpen} onClose={onClose} dialog={dialog}>
      <EntryFields metric={metric} control={form.control} />
    </FormDialog>
  );
}

interface CorrectDialogProps {
  metric: EnteredMetric;
  value: MetricValue;
  onClose: () => void;
}

/** Writes a value anew. What stood there before stays in the history. */
export function CorrectDialog({ metric, value, onClose }: CorrectDialogProps) {
  const { id, kind, name } = metric;
  const change = useChange<Values>(
    { version: value.version, values: fieldsOf(kind, value) },
    {
      save: (_changed, version, values) => correctValue(value.id, version, values),
      read: async () => {
        const now = (await readValues(id)).values.find((each) => each.id === value.id)!;
        return { version: now.version, values: fieldsOf(kind, now) };
      },
    },
    onClose,
  );
  return (
    <ChangeDialog
      title={`Rätta: ${name}`}
      confirm="Spara rättelsen"
      onClose={onClose}
      change={change}
      words={(values) => entryWords(kind, values)}
    >
      <EntryFields metric={metric} control={change.form.control} />
    </ChangeDialog>
  );
}

/** The fields of the next value: the rest of the year is suggested as its period. */
function nextEntry(year: number, latest: EnteredFigure | undefined): Values {
  const rest = restOfYear(year, latest?.to);
  return { ...rest, value: '', numerator: '', denominator: '', source: latest?.source ?? '', note: '' };
}

function fieldsOf(kind: MetricKind, { from, to, value, numerator, denominator, source, note }: MetricValue): Values {
  const shared = { from, to, source, note: note ?? '', denominator: String(denominator ?? '') };
  if (kind === 'RATIO') return { ...shared, value: '', numerator: String(numerator ?? '') };
  return { ...shared, value: value?.replace('.', ',') ?? '', numerator: '' };
}
