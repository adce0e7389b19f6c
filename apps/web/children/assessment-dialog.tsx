import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { useCreationKey } from '../api/creation-key.ts';
import { dayOf } from '../kit/date-words.ts';
import { useField } from '../kit/field.tsx';
import { RadioGroup } from '../kit/radio-group.tsx';
import { TextArea } from '../kit/text-area.tsx';
import { TextField } from '../kit/text-field.tsx';
import { FormDialog } from '../kit/form-dialog.tsx';
import { assess, refreshChild } from './child.ts';
import { useDialogForm } from '../kit/use-dialog-form.ts';

const CHOICES = [
  { value: 'YES', name: 'Ja' },
  { value: 'NO', name: 'Nej, inte än' },
];

interface AssessmentDialogProps {
  childId: string;
  onClose: () => void;
}

/** A judgement is added to those before it, and never changed. */
export function AssessmentDialog({ childId, onClose }: AssessmentDialogProps) {
  const creation = useCreationKey();
  const [today] = useState(() => dayOf(new Date()));
  const form = useForm({ defaultValues: { assessedOn: today, mature: '', assessor: '', reason: '' } });
  const dialog = useDialogForm(
    form,
    async (values) => {
      const header = creation.header();
      creation.renew();
      await assess(childId, { ...values, mature: values.mature === 'YES' }, header);
    },
    onClose,
    { refresh: () => refreshChild(childId) },
  );
  return (
    <FormDialog title="Bedömning av barnets mognad" confirm="Spara bedömningen" onClose={onClose} dialog={dialog}>
      <p>Ingen ålder står i lagen. Bedömningen går inte att ändra sedan, men du kan skriva en ny.</p>
      <RadioGroup
        label="Är barnet moget nog att själv ta ställning?"
        choices={CHOICES}
        {...useField(form.control, 'mature', 'Välj ja eller nej.')}
      />
      <TextArea label="Varför?" rows={3} maxLength={2000} {...useField(form.control, 'reason', 'Skriv kort varför.')} />
      <TextField label="Vem bedömde?" {...useField(form.control, 'assessor', 'Skriv namn och yrke.')} />
      <TextField label="När?" type="date" width="medium" {...useField(form.control, 'assessedOn', 'Välj en dag.')} />
    </FormDialog>
  );
}
