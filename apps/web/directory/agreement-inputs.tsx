import { type Control, useWatch } from 'react-hook-form';
import { CheckboxGroup } from '../kit/checkbox-group.tsx';
import { useField } from '../kit/field.tsx';
import { Panel } from '../kit/panel.tsx';
import { RadioGroup } from '../kit/radio-group.tsx';
import { TextArea } from '../kit/text-area.tsx';
import { TextField } from '../kit/text-field.tsx';
import {
  AGES,
  type AgreementContent,
  CONSENT_AGE,
  CONSENT_CHOICES,
  CONSULTATION_NUMBERS,
  DAYS,
  HOLDER_CHOICES,
  type NumberPath,
  TEXTS,
} from './agreement-fields.ts';

type Fields = Control<AgreementContent>;

/** What is no whole number stays as it was typed, for the API to refuse. */
const numberOf = (typed: string): number => (/^\d{1,9}$/.test(typed) ? Number(typed) : typed) as number;

function NumberInput({ control, path, label }: { control: Fields; path: NumberPath; label: string }) {
  const field = useField(control, path, 'Skriv ett heltal.');
  return (
    <TextField
      label={label}
      width="short"
      {...field}
      value={String(field.value)}
      onChange={(typed) => field.onChange(numberOf(typed))}
    />
  );
}

function Numbers({ control, numbers }: { control: Fields; numbers: { path: NumberPath; label: string }[] }) {
  return (
    <div className="numbers">
      {numbers.map((number) => (
        <NumberInput key={number.path} control={control} {...number} />
      ))}
    </div>
  );
}

export function DayPanel({ control }: { control: Fields }) {
  return (
    <Panel title="Tider för SIP, i dagar">
      <Numbers control={control} numbers={DAYS} />
    </Panel>
  );
}

export function ConsentPanel({ control }: { control: Fields }) {
  const services = useWatch({ control, name: 'services' }).map(({ code, name }) => ({ value: code, name }));
  const byAge = useWatch({ control, name: 'sip.consentPolicy.variant' }) !== 'GUARDIANS_ALWAYS';
  return (
    <Panel title="Åldrar och samtycke">
      <div className="form">
        <Numbers control={control} numbers={AGES} />
        <RadioGroup
          label="Vem samtycker till en SIP för den som är under 18?"
          choices={CONSENT_CHOICES}
          {...useField(control, 'sip.consentPolicy.variant', 'Välj vem som samtycker.')}
        />
        {byAge && <NumberInput control={control} {...CONSENT_AGE} />}
        <CheckboxGroup
          label="Vilka verksamheter får kalla?"
          choices={services}
          columns
          {...useField(control, 'sip.mayCall', 'Välj minst en.')}
        />
        <RadioGroup
          label="Vem förvarar originalet?"
          choices={HOLDER_CHOICES}
          {...useField(control, 'sip.originalHeldBy', 'Välj vem som förvarar originalet.')}
        />
      </div>
    </Panel>
  );
}

export function ConsultationPanel({ control }: { control: Fields }) {
  const [text, legalReference] = TEXTS;
  return (
    <Panel title="Frågor till konsultationsteamet">
      <div className="form">
        <Numbers control={control} numbers={CONSULTATION_NUMBERS} />
        <TextArea
          label={text.label}
          rows={3}
          maxLength={1000}
          {...useField(control, text.path, 'Skriv vad den som frågar ska göra.')}
        />
        <TextField label={legalReference.label} {...useField(control, legalReference.path, 'Skriv lagrummet.')} />
      </div>
    </Panel>
  );
}
