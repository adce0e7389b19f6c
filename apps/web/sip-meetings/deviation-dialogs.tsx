import { useForm } from 'react-hook-form';
import { useAgreement } from '../agreement/use-agreement.ts';
import { useCreationKey } from '../api/creation-key.ts';
import { asProblem } from '../api/problem.ts';
import { refreshCase, type SipCase } from '../cases/case.ts';
import { useDialogForm } from '../kit/use-dialog-form.ts';
import { today } from '../kit/date-words.ts';
import { useField } from '../kit/field.tsx';
import { RadioGroup } from '../kit/radio-group.tsx';
import { Select } from '../kit/select.tsx';
import { TextArea } from '../kit/text-area.tsx';
import { TextField } from '../kit/text-field.tsx';
import { FormDialog } from '../kit/form-dialog.tsx';
import {
  DEVIATION_STATES,
  DEVIATION_STEPS,
  deviationSteps,
  type Deviation,
  type DeviationStatus,
  writeDeviation,
} from './deviation.ts';

const NO_UNIT = 'NONE';

export function NewDeviationDialog({ sipCase, onClose }: { sipCase: SipCase; onClose: () => void }) {
  const creation = useCreationKey();
  const form = useForm({
    defaultValues: { category: '', happenedOn: today(), concernedUnitId: NO_UNIT, guideline: '' },
  });
  const dialog = useDialogForm(
    form,
    async ({ concernedUnitId, ...deviation }) => {
      const body = { ...deviation, ...(concernedUnitId !== NO_UNIT && { concernedUnitId }) };
      await writeDeviation(sipCase.id, body, creation.header()).catch((error: unknown) => {
        if (asProblem(error).status !== 0) creation.renew();
        throw error;
      });
    },
    onClose,
    { refresh: async () => refreshCase(sipCase.id) },
  );
  const categories = useAgreement().content?.sip.deviationCategories ?? [];
  const { control } = form;
  return (
    <FormDialog title="Skriv en avvikelse" confirm="Spara avvikelsen" onClose={onClose} dialog={dialog}>
      <Select
        label="Vad hände?"
        width="full"
        choices={categories.map(({ code, name }) => ({ value: code, name }))}
        {...useField(control, 'category', 'Välj vad som hände.')}
      />
      <TextField
        label="Vilken dag?"
        type="date"
        width="medium"
        {...useField(control, 'happenedOn', 'Ange vilken dag.')}
      />
      <Select
        label="Vilken enhet gäller det?"
        width="full"
        choices={[
          { value: NO_UNIT, name: 'Ingen enhet' },
          ...sipCase.parties.map(({ unit }) => ({ value: unit.id, name: unit.name })),
        ]}
        {...useField(control, 'concernedUnitId')}
      />
      <TextField
        label="Vilken rutin eller riktlinje följdes inte?"
        help="Skriv om det som hände, inte om personer."
        {...useField(control, 'guideline', 'Skriv vilken rutin eller riktlinje.')}
      />
    </FormDialog>
  );
}

export function ChangeDeviationDialog({ deviation, onClose }: { deviation: Deviation; onClose: () => void }) {
  const { mcpNumber = '', learning = '', guideline = '' } = deviation;
  const status = deviation.status as DeviationStatus;
  const form = useForm({ defaultValues: { status, mcpNumber, learning, guideline } });
  const steps = deviationSteps(deviation);
  const dialog = useDialogForm(
    form,
    ({ mcpNumber, learning, guideline, status }) =>
      steps.change({
        status,
        ...(mcpNumber && { mcpNumber }),
        ...(learning && { learning }),
        ...(guideline && { guideline }),
      }),
    onClose,
    { refresh: steps.refresh },
  );
  const { control } = form;
  const field = useField(control, 'status');
  return (
    <FormDialog title="För avvikelsen vidare" confirm="Spara" onClose={onClose} dialog={dialog}>
      <RadioGroup
        label="Hur långt har ni kommit?"
        choices={DEVIATION_STEPS.slice(DEVIATION_STEPS.indexOf(status)).map((code) => ({
          value: code,
          name: DEVIATION_STATES[code].name,
        }))}
        {...field}
        onChange={(value) => field.onChange(value as DeviationStatus)}
      />
      <TextField label="Ärendenummer i MedControl PRO" width="medium" optional {...useField(control, 'mcpNumber')} />
      <TextField label="Vilken rutin eller riktlinje följdes inte?" optional {...useField(control, 'guideline')} />
      <TextArea label="Vad har ni lärt er?" rows={3} maxLength={2000} optional {...useField(control, 'learning')} />
    </FormDialog>
  );
}

export function DismissDeviationDialog({ deviation, onClose }: { deviation: Deviation; onClose: () => void }) {
  const form = useForm({ defaultValues: { reason: '' } });
  const steps = deviationSteps(deviation);
  const dialog = useDialogForm(form, ({ reason }) => steps.dismiss(reason), onClose, { refresh: steps.refresh });
  return (
    <FormDialog title="Ingen avvikelse" confirm="Ta bort förslaget" onClose={onClose} dialog={dialog}>
      <TextArea
        label="Varför är det inte en avvikelse?"
        help="Förslaget kommer inte tillbaka."
        rows={2}
        maxLength={500}
        {...useField(form.control, 'reason', 'Skriv varför det inte är en avvikelse.')}
      />
    </FormDialog>
  );
}
