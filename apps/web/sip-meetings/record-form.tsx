import { useMutation } from '@tanstack/react-query';
import { type UseFormReturn, useWatch } from 'react-hook-form';
import { useProblem } from '../api/use-problem.ts';
import { Button, Buttons } from '../kit/button.tsx';
import { CheckboxGroup } from '../kit/checkbox-group.tsx';
import { ErrorSummary } from '../kit/error-summary.tsx';
import { useField } from '../kit/field.tsx';
import { Panel } from '../kit/panel.tsx';
import { RadioGroup } from '../kit/radio-group.tsx';
import { SavedForm, SavingFoot } from '../kit/saved-form.tsx';
import { TextArea } from '../kit/text-area.tsx';
import { TextField } from '../kit/text-field.tsx';
import { CountsIn } from './counts-in.tsx';
import { type Attendance, type ChildPart, type Meeting, meetingSteps } from './meeting.ts';
import { ATTENDANCE_NAMES, CALL_NAMES, CHILD_PART_NAMES } from './meeting-words.ts';
import { choicesOf } from './follow-up-words.ts';
import { draftOf, type RecordValues } from './record-values.ts';
import { recordInWords } from './record-words.ts';
import './sip-meetings.css';
import { useRecordForm } from './use-record-form.ts';

const ATTENDANCE = choicesOf<Attendance>(ATTENDANCE_NAMES);
const CHILD_PARTS = choicesOf<ChildPart>(CHILD_PART_NAMES);

/** The record as it is written in the room: saved all the time, and complete only when the meeting is to count. */
export function RecordForm({ meeting, onHeld }: { meeting: Meeting; onHeld: () => void }) {
  const saved = useRecordForm(meeting);
  const { form } = saved;
  const { problem, refuse, clear } = useProblem(form);
  const { control } = form;
  const childPart = useWatch({ control, name: 'childPart' });
  const heldOn = useField(control, 'heldOn');
  const chair = useField(control, 'chair');
  const recorder = useField(control, 'recorder');
  const child = useChoice(control, 'childPart');
  const notes = useField(control, 'notes');
  const hold = useMutation({
    mutationFn: async () => {
      const version = await saved.savedVersion();
      if (version === undefined) return;
      await meetingSteps({ id: meeting.id, version }).hold(draftOf(form.getValues(), meeting.guardians));
      saved.autosave.stop();
    },
    onSuccess: onHeld,
    onError: refuse,
  });

  return (
    <SavedForm name="Protokollet" saved={saved} inWords={(values) => recordInWords(values, meeting)}>
      <Panel title="Protokoll">
        <form className="form" noValidate onSubmit={(event) => event.preventDefault()}>
          <ErrorSummary problem={problem} />
          <TextField label="Vilken dag hölls mötet?" type="date" width="medium" {...heldOn} />
          <TextField label="Vem ledde mötet?" {...chair} />
          <TextField label="Vem dokumenterade?" {...recorder} />
          {meeting.parties.length > 1 && (
            <Buttons>
              <Button onPress={() => allCame(form)}>Alla kom</Button>
            </Buttons>
          )}
          {meeting.parties.map(({ unit, call }) => (
            <PartyAttendance key={unit.id} unit={unit} call={call} control={control} />
          ))}
          {meeting.guardians.length > 0 && <GuardiansPresent meeting={meeting} control={control} />}
          <RadioGroup label="Hur var barnet med?" choices={CHILD_PARTS} {...child} />
          {childPart === 'REPRESENTED' && <RepresentedBy control={control} />}
          {childPart === 'ABSENT' && <AbsentBecause control={control} />}
          <TextArea
            label="Anteckningar"
            help="Det som ska göras skrivs i planen. Hur fick barnet veta vad ni kom fram till?"
            maxLength={4000}
            optional
            {...notes}
          />
          <SavingFoot saved={saved} />
          <CountsIn event="meeting.held" />
          <Buttons>
            <Button
              kind="primary"
              pending={hold.isPending}
              onPress={() => {
                clear();
                form.clearErrors();
                hold.mutate();
              }}
            >
              Markera mötet som hållet
            </Button>
          </Buttons>
        </form>
      </Panel>
    </SavedForm>
  );
}

function allCame({ getValues, setValue, clearErrors }: UseFormReturn<RecordValues>) {
  const attendance = Object.keys(getValues('attendance')).map((unitId) => [unitId, 'PRESENT' as const]);
  setValue('attendance', Object.fromEntries(attendance) as RecordValues['attendance'], { shouldDirty: true });
  clearErrors('attendance');
}

type RecordControl = ReturnType<typeof useRecordForm>['form']['control'];

function PartyAttendance({
  unit,
  call,
  control,
}: Pick<Meeting['parties'][number], 'unit' | 'call'> & { control: RecordControl }) {
  const field = useField(control, `attendance.${unit.id}`);
  return (
    <div className="choices-in-row">
      <RadioGroup
        label={`${unit.name} (${CALL_NAMES[call].toLowerCase()})`}
        choices={ATTENDANCE}
        {...field}
        onChange={(value) => field.onChange(value as Attendance)}
      />
    </div>
  );
}

function GuardiansPresent({ meeting, control }: { meeting: Meeting; control: RecordControl }) {
  return (
    <CheckboxGroup
      label="Vilka vårdnadshavare kom?"
      choices={meeting.guardians.map(({ id, name }) => ({ value: id, name }))}
      optional
      {...useField(control, 'guardians')}
    />
  );
}

const RepresentedBy = ({ control }: { control: RecordControl }) => (
  <TextField label="Vem förde barnets talan?" {...useField(control, 'representedBy')} />
);

const AbsentBecause = ({ control }: { control: RecordControl }) => (
  <TextField label="Varför var barnet inte med?" {...useField(control, 'absentBecause')} />
);

function useChoice(control: RecordControl, name: 'childPart') {
  const field = useField(control, name);
  return { ...field, onChange: (value: string) => field.onChange(value as ChildPart) };
}
