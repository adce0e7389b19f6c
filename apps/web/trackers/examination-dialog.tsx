import { ChangeDialog } from '../kit/change-dialog.tsx';
import { useChange } from '../kit/use-change.ts';
import { useField } from '../kit/field.tsx';
import { TextArea } from '../kit/text-area.tsx';
import { DateField } from './date-field.tsx';
import { type Examination, filledIn, readExaminations, saveExamination } from './tracker.ts';
import { EXAMINATION_NAMES } from './tracker-words.ts';

const valuesOf = ({ requestedOn, offeredOn, heldOn, statementOn, notNeededReason, referral }: Examination) => ({
  requestedOn: requestedOn ?? '',
  offeredOn: offeredOn ?? '',
  heldOn: heldOn ?? '',
  statementOn: statementOn ?? '',
  notNeededReason: notNeededReason ?? '',
  referral: referral ?? '',
});

type Values = ReturnType<typeof valuesOf>;

const words = (values: Values): Record<string, string> => ({
  Begärd: values.requestedOn,
  Erbjuden: values.offeredOn,
  Gjord: values.heldOn,
  'Utlåtandet kom': values.statementOn,
  'Behövs inte': values.notNeededReason,
  'Remiss vidare': values.referral,
});

interface ExaminationDialogProps {
  caseId: string;
  examination: Examination;
  onClose: () => void;
}

export function ExaminationDialog({ caseId, examination, onClose }: ExaminationDialogProps) {
  const { kind } = examination;
  const change = useChange<Values>(
    { version: examination.version, values: valuesOf(examination) },
    {
      save: (_changed, version, values) => saveExamination(caseId, version, { kind, ...filledIn(values) }),
      read: async () => {
        const now = (await readExaminations(caseId)).find((each) => each.kind === kind)!;
        return { version: now.version, values: valuesOf(now) };
      },
    },
    onClose,
  );
  const { control } = change.form;
  return (
    <ChangeDialog title={EXAMINATION_NAMES[kind]} confirm="Spara" onClose={onClose} change={change} words={words}>
      <DateField label="När begärdes den?" optional {...useField(control, 'requestedOn')} />
      <DateField label="När erbjöds den?" optional {...useField(control, 'offeredOn')} />
      <DateField label="När gjordes den?" optional {...useField(control, 'heldOn')} />
      <DateField label="När kom utlåtandet?" optional {...useField(control, 'statementOn')} />
      <TextArea
        label="Varför behövs den inte?"
        help="Bara om den uppenbart inte behövs, till exempel för att barnet nyligen är undersökt."
        rows={2}
        maxLength={1000}
        optional
        {...useField(control, 'notNeededReason')}
      />
      <TextArea label="Remiss vidare" rows={2} maxLength={1000} optional {...useField(control, 'referral')} />
    </ChangeDialog>
  );
}
