import { useState } from 'react';
import { useWatch } from 'react-hook-form';
import { asProblem } from '../api/problem.ts';
import { ChangeDialog } from '../kit/change-dialog.tsx';
import { useChange } from '../kit/use-change.ts';
import { dateText } from '../kit/date-words.ts';
import { useField } from '../kit/field.tsx';
import { RadioGroup } from '../kit/radio-group.tsx';
import { TextArea } from '../kit/text-area.tsx';
import { TextField } from '../kit/text-field.tsx';
import { adoptCase, type CaseKind, caseSteps, readCase, type SipCase } from './case.ts';
import { KINDS } from './case-words.ts';

/** Questions stand one on each row. */
interface NeedFields {
  need: string;
  questions: string;
  participation: string;
  kind: string;
  dischargeReadyOn: string;
}

const fieldsOf = (sipCase: SipCase): NeedFields => ({
  need: sipCase.need,
  questions: sipCase.questions.join('\n'),
  participation: sipCase.participation ?? '',
  kind: sipCase.kind,
  dischargeReadyOn: sipCase.dischargeReadyOn ?? '',
});

const versioned = (sipCase: SipCase) => ({ version: sipCase.version, values: fieldsOf(sipCase) });

const rowsOf = (text: string): string[] =>
  text
    .split('\n')
    .map((row) => row.trim())
    .filter(Boolean);

/** Changes what stands on the case, from what stood there when the dialog was opened. */
export function NeedDialog({ sipCase, onClose }: { sipCase: SipCase; onClose: () => void }) {
  const [opened] = useState(sipCase);
  const change = useChange<NeedFields>(
    versioned(opened),
    {
      save: (changed, version) => save(opened, changed, version),
      read: async () => versioned(await readCase(opened.id)),
    },
    onClose,
  );
  const { control } = change.form;
  const isDischarge = useWatch({ control, name: 'kind' }) === 'DISCHARGE_SIP';
  return (
    <ChangeDialog title="Ändra behovet" confirm="Spara" onClose={onClose} change={change} words={inWords}>
      <TextArea
        label="Vad behöver samordnas?"
        maxLength={2000}
        {...useField(control, 'need', 'Skriv vad som behöver samordnas.')}
      />
      <TextArea
        label="Vilka frågor ska mötet svara på?"
        help="En fråga på varje rad, högst tio. De står i kallelsen."
        optional
        {...useField(control, 'questions')}
      />
      <TextArea
        label="Hur är barnet med på mötet?"
        help="Till exempel: är med första halvan, med sin kontaktperson. Behövs innan ni kallar."
        rows={3}
        maxLength={1000}
        optional
        {...useField(control, 'participation')}
      />
      <RadioGroup
        label="Slag av SIP"
        choices={Object.entries(KINDS).map(([value, words]) => ({ value, ...words }))}
        {...useField(control, 'kind')}
      />
      <DischargeDay control={control} isShown={isDischarge} />
    </ChangeDialog>
  );
}

function DischargeDay({
  control,
  isShown,
}: {
  control: Parameters<typeof useField<NeedFields, 'need'>>[0];
  isShown: boolean;
}) {
  const day = useField(control, 'dischargeReadyOn');
  return isShown && <TextField label="Vilken dag är barnet utskrivningsklart?" type="date" width="short" {...day} />;
}

/** Saves the fields that were touched. Another step with the case meanwhile, that left these fields as they were, is no conflict. */
async function save(opened: SipCase, changed: Partial<NeedFields>, version: number): Promise<void> {
  const { questions, kind, dischargeReadyOn, ...texts } = changed;
  const body = {
    ...texts,
    ...(questions !== undefined && { questions: rowsOf(questions) }),
    ...(kind && { kind: kind as CaseKind }),
    ...(dischargeReadyOn && { dischargeReadyOn }),
  };
  const change = (at: number) => caseSteps({ id: opened.id, version: at }).change(body);
  try {
    adoptCase(await change(version));
  } catch (error) {
    if (asProblem(error).status !== 412) throw error;
    const now = await readCase(opened.id);
    const [before, after] = [fieldsOf(opened), fieldsOf(now)];
    const others = (Object.keys(changed) as (keyof NeedFields)[]).some((field) => before[field] !== after[field]);
    if (others || now.version === version) throw error;
    adoptCase(await change(now.version));
  }
}

const inWords = ({ need, questions, participation, kind, dischargeReadyOn }: NeedFields): Record<string, string> => ({
  'Vad behöver samordnas?': need,
  'Vilka frågor ska mötet svara på?': questions,
  'Hur är barnet med på mötet?': participation,
  'Slag av SIP': KINDS[kind as CaseKind].name,
  'Vilken dag är barnet utskrivningsklart?': dischargeReadyOn && dateText(dischargeReadyOn),
});
