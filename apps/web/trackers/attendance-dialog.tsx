import { ChangeDialog } from '../kit/change-dialog.tsx';
import { useChange } from '../kit/use-change.ts';
import { dayOf } from '../kit/date-words.ts';
import { useField } from '../kit/field.tsx';
import { RadioGroup } from '../kit/radio-group.tsx';
import { DateField } from './date-field.tsx';
import { type AttendanceBand, readAttendance, saveAttendance } from './tracker.ts';
import { POINT_NAMES } from './tracker-words.ts';

/** What takes a note away again. */
const NOTHING = 'NOTHING';

const valuesOf = ({ version, band, recordedOn }: AttendanceBand) => ({
  band: band ?? (version > 0 ? NOTHING : ''),
  recordedOn: recordedOn ?? dayOf(new Date()),
});

type Values = ReturnType<typeof valuesOf>;

interface AttendanceDialogProps {
  caseId: string;
  noted: AttendanceBand;
  bands: { code: string; name: string }[];
  onClose: () => void;
}

export function AttendanceDialog({ caseId, noted, bands, onClose }: AttendanceDialogProps) {
  const { point } = noted;
  const change = useChange<Values>(
    { version: noted.version, values: valuesOf(noted) },
    {
      save: (_changed, version, { band, recordedOn }) =>
        saveAttendance(caseId, version, { point, ...(band !== NOTHING && { band, recordedOn }) }),
      read: async () => {
        const now = (await readAttendance(caseId)).bands.find((each) => each.point === point)!;
        return { version: now.version, values: valuesOf(now) };
      },
    },
    onClose,
  );
  const { control } = change.form;
  const choices = bands.map(({ code, name }) => ({ value: code, name }));
  const words = ({ band, recordedOn }: Values): Record<string, string> => ({
    Frånvaro: choices.find(({ value }) => value === band)?.name ?? 'Inte antecknad',
    Gäller: recordedOn,
  });
  return (
    <ChangeDialog
      title={`Närvaro, ${POINT_NAMES[point].toLowerCase()}`}
      confirm="Spara"
      onClose={onClose}
      change={change}
      words={words}
    >
      <RadioGroup
        label="Hur mycket är barnet borta från skolan?"
        choices={noted.band ? [...choices, { value: NOTHING, name: 'Ta bort anteckningen' }] : choices}
        {...useField(control, 'band', 'Välj ett band.')}
      />
      <DateField label="Vilken dag gäller det?" {...useField(control, 'recordedOn', 'Skriv en dag.')} />
    </ChangeDialog>
  );
}
