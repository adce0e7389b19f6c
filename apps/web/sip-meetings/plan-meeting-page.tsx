import { useMutation } from '@tanstack/react-query';
import { type UseFormReturn, useWatch, type Control } from 'react-hook-form';
import { useNavigate } from 'react-router';
import { useCreationKey } from '../api/creation-key.ts';
import { asProblem } from '../api/problem.ts';
import { useProblem } from '../api/use-problem.ts';
import { refreshCase, type SipCase } from '../cases/case.ts';
import { CaseDoor } from '../cases/case-door.tsx';
import { pathOf } from '../cases/case-words.ts';
import { type FormDraft, useDraftedForm } from '../cases/form-draft.ts';
import { DraftFoot, DraftNote, WithDraft } from '../cases/with-draft.tsx';
import { useChild } from '../children/child.ts';
import { Button, Buttons } from '../kit/button.tsx';
import { CheckboxGroup } from '../kit/checkbox-group.tsx';
import { DateText } from '../kit/date-text.tsx';
import { ErrorSummary } from '../kit/error-summary.tsx';
import { fieldId, useField } from '../kit/field.tsx';
import { Loaded } from '../kit/loaded.tsx';
import { Notice } from '../kit/notice.tsx';
import { PageHeader } from '../kit/page-header.tsx';
import { Panel } from '../kit/panel.tsx';
import { RadioGroup } from '../kit/radio-group.tsx';
import { SavedForm } from '../kit/saved-form.tsx';
import { TextArea } from '../kit/text-area.tsx';
import { TextField } from '../kit/text-field.tsx';
import {
  blankPlan,
  type Callable,
  callableIn,
  inForm,
  placeField,
  planInWords,
  planOf,
  type PlanValues,
  present,
} from './call-values.ts';
import { CalledReaders } from './called-readers.tsx';
import './sip-meetings.css';
import { callToMeeting, type MeetingCall, meetingPath } from './meeting.ts';

/** `/arenden/:id/kalla`: the parties and the family are called to a meeting. */
export function PlanMeetingPage() {
  return (
    <CaseDoor>
      {(sipCase) => (
        <>
          <PageHeader
            title="Kalla till möte"
            lead="Kallelsen lämnas ut till var och en när du trycker på knappen. Sedan kan mötet flyttas, men inte göras ogjort."
            back={{ to: pathOf(sipCase.id, 'moten'), name: `Ärende ${sipCase.reference}` }}
          />
          <Deadline sipCase={sipCase} />
          <OpenPlan sipCase={sipCase} />
        </>
      )}
    </CaseDoor>
  );
}

function OpenPlan({ sipCase }: { sipCase: SipCase }) {
  return (
    <Loaded query={useChild(sipCase.child.id)}>
      {({ guardians }) => (
        <WithDraft caseId={sipCase.id} form="SUMMONS">
          {(draft) => <PlanForm sipCase={sipCase} draft={draft} callable={callableIn(sipCase, guardians)} />}
        </WithDraft>
      )}
    </Loaded>
  );
}

/** The day that the first meeting is to be held by. */
function Deadline({ sipCase }: { sipCase: SipCase }) {
  const clock = sipCase.clocks.find((each) => each.clock === 'MEETING' && !each.metOn);
  if (!clock) return null;
  return (
    <Notice
      tone={clock.late ? 'warning' : 'info'}
      title={clock.late ? 'Första mötet är försenat' : 'När mötet ska hållas'}
    >
      {clock.late ? 'Det skulle hållas' : 'Det ska hållas'} senast <DateText value={clock.dueOn} weekday />, enligt
      överenskommelsen.
    </Notice>
  );
}

interface PlanFormProps {
  sipCase: SipCase;
  draft: FormDraft;
  callable: Callable;
}

function PlanForm({ sipCase, draft, callable }: PlanFormProps) {
  const drafted = useDraftedForm<PlanValues>(sipCase.id, draft, blankPlan(sipCase, callable));
  const { form } = drafted;
  const { problem, refuse, clear } = useProblem(form);
  const creation = useCreationKey();
  const navigate = useNavigate();
  const call = useMutation({
    mutationFn: async (values: PlanValues) =>
      (await drafted.ready()) ? callToMeeting(sipCase, planOf(values, sipCase.guarded), creation.header()) : undefined,
    onSuccess: (meeting) => {
      if (!meeting) return;
      drafted.sent();
      void navigate(meetingPath(meeting.caseId, meeting.id), { replace: true });
    },
    onError: (error, values) => {
      const refused = asProblem(error);
      if (refused.status !== 0) creation.renew();
      if (refused.status === 412) refreshCase(sipCase.id);
      refuse(inForm(refused, values));
    },
  });
  const send = form.handleSubmit((values) => {
    clear();
    call.mutate(present(values, callable));
  });
  const { control } = form;

  return (
    <SavedForm name="Kallelsen" saved={drafted} inWords={(values) => planInWords(values, callable, sipCase.guarded)}>
      <Panel>
        <form className="form" noValidate onSubmit={(event) => void send(event)}>
          <ErrorSummary problem={problem} />
          <DraftNote draft={draft} drafted={drafted} />
          <TextField label="Dag" type="date" width="medium" {...useField(control, 'day', 'Välj en dag.')} />
          <TextField
            label="Klockan"
            type="time"
            width="short"
            {...useField(control, 'startsAt', 'Skriv när mötet börjar.')}
          />
          <TextField
            label="Hur många minuter?"
            width="short"
            {...useField(control, 'minutes', 'Skriv antal minuter, 15 till 480.')}
          />
          <TextField label="Plats eller länk" {...useField(control, 'place', 'Skriv var ni ses.')} />
          <TextArea
            label="Syfte"
            rows={2}
            maxLength={1000}
            {...useField(control, 'purpose', 'Skriv vad mötet ska leda till.')}
          />
          <TextArea
            label="Frågor som mötet ska svara på"
            help="En fråga på varje rad. De står i kallelsen."
            rows={3}
            {...useField(control, 'questions', 'Skriv minst en fråga.')}
          />
          <TextArea
            label="Hur är barnet med?"
            help="Hela mötet eller en del, med vem, eller vem som för barnets talan."
            rows={2}
            maxLength={1000}
            {...useField(control, 'participation', 'Skriv hur barnet ska vara med.')}
          />
          <Calls sipCase={sipCase} form={form} />
          <CheckboxGroup
            label="Bjud in från familjen"
            choices={callable.family.map(({ id, ...who }) => ({ value: id, ...who }))}
            optional
            {...useField(control, 'family')}
          />
          <DraftFoot drafted={drafted} back={pathOf(sipCase.id, 'moten')}>
            <Button kind="primary" type="submit" pending={call.isPending}>
              Kalla till mötet
            </Button>
          </DraftFoot>
        </form>
      </Panel>
    </SavedForm>
  );
}

/** Who is summoned must come, who is invited may. */
function Calls({ sipCase, form }: { sipCase: SipCase; form: UseFormReturn<PlanValues> }) {
  const { control } = form;
  const parties = sipCase.parties.filter(({ leftOn }) => !leftOn);
  const calls = useWatch({ control, name: 'calls' });
  const showsPlace = useField(control, placeField(sipCase.guarded));
  const called = parties.filter(({ unit }) => calls[unit.id] === 'SUMMONS' || calls[unit.id] === 'INVITATION');
  return (
    <section className="form" id={fieldId('calls')} aria-labelledby="calls-title">
      <h2 id="calls-title">Parter</h2>
      {parties.length === 0 && <p>Ärendet har inga parter än. Ta med dem under Översikt först.</p>}
      {parties.length > 1 && (
        <Buttons>
          <Button onPress={() => callAll(form)}>Kalla alla</Button>
        </Buttons>
      )}
      {parties.map(({ unit }) => (
        <PartyCall key={unit.id} unit={unit} control={control} />
      ))}
      {called.length > 0 && (
        <CheckboxGroup
          label="Vilka får veta platsen?"
          choices={called.map(({ unit }) => ({ value: unit.id, name: unit.name }))}
          optional
          {...showsPlace}
        />
      )}
      {sipCase.guarded && called.map((party) => <CalledReaders key={party.id} party={party} control={control} />)}
    </section>
  );
}

function callAll({ getValues, setValue, clearErrors }: UseFormReturn<PlanValues>) {
  const calls = Object.keys(getValues('calls')).map((unitId) => [unitId, 'SUMMONS' as const]);
  setValue('calls', Object.fromEntries(calls) as PlanValues['calls'], { shouldDirty: true });
  clearErrors('calls');
}

function PartyCall({ unit, control }: { unit: Callable['units'][number]; control: Control<PlanValues> }) {
  const field = useField(control, `calls.${unit.id}`, `Välj hur ${unit.name} kallas.`);
  return (
    <div className="choices-in-row">
      <RadioGroup
        label={unit.name}
        choices={[
          { value: 'SUMMONS', name: 'Kallas', help: 'Ska komma' },
          { value: 'INVITATION', name: 'Bjuds in', help: 'Får komma' },
          { value: 'NONE', name: 'Inte med den här gången' },
        ]}
        {...field}
        onChange={(value) => field.onChange(value as MeetingCall)}
      />
    </div>
  );
}
