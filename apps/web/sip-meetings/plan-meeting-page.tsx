import { useMutation } from '@tanstack/react-query';
import { useForm, useWatch, type Control } from 'react-hook-form';
import { useNavigate, useParams } from 'react-router';
import { useCreationKey } from '../api/creation-key.ts';
import { asProblem } from '../api/problem.ts';
import { useProblem } from '../api/use-problem.ts';
import { type Party, refreshCase, type SipCase } from '../cases/case.ts';
import { CaseDoor } from '../cases/case-page.tsx';
import { pathOf } from '../cases/case-words.ts';
import { useChild } from '../children/child.ts';
import { Button, Buttons } from '../kit/button.tsx';
import { CheckboxGroup } from '../kit/checkbox-group.tsx';
import { DateText } from '../kit/date-text.tsx';
import { ErrorSummary } from '../kit/error-summary.tsx';
import { fieldId, useField } from '../kit/field.tsx';
import { Link } from '../kit/link.tsx';
import { Loaded } from '../kit/loaded.tsx';
import { Notice } from '../kit/notice.tsx';
import { PageHeader } from '../kit/page-header.tsx';
import { Panel } from '../kit/panel.tsx';
import { RadioGroup } from '../kit/radio-group.tsx';
import { TextArea } from '../kit/text-area.tsx';
import { TextField } from '../kit/text-field.tsx';
import { CHILD, inForm, planOf, type PlanValues } from './call-values.ts';
import { CalledReaders } from './called-readers.tsx';
import './sip-meetings.css';
import { callToMeeting, type MeetingCall, meetingPath } from './meeting.ts';

/** `/arenden/:id/kalla`: the parties and the family are called to a meeting. */
export function PlanMeetingPage() {
  const { id = '' } = useParams();
  return (
    <CaseDoor key={id} id={id}>
      {(sipCase) => (
        <>
          <PageHeader
            title="Kalla till möte"
            lead="Kallelsen lämnas ut till var och en när du trycker på knappen. Sedan kan mötet flyttas, men inte göras ogjort."
            back={{ to: pathOf(sipCase.id, 'moten'), name: `Ärende ${sipCase.reference}` }}
          />
          <Deadline sipCase={sipCase} />
          <Panel>
            <PlanForm sipCase={sipCase} />
          </Panel>
        </>
      )}
    </CaseDoor>
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
      {clock.late ? 'Det skulle hållas' : 'Det ska hållas'} senast <DateText value={clock.dueOn} />, enligt
      överenskommelsen.
    </Notice>
  );
}

function PlanForm({ sipCase }: { sipCase: SipCase }) {
  const parties = sipCase.parties.filter(({ leftOn }) => !leftOn);
  const form = useForm<PlanValues>({
    defaultValues: {
      day: '',
      startsAt: '',
      minutes: '60',
      place: '',
      purpose: sipCase.need,
      questions: sipCase.questions.join('\n'),
      participation: sipCase.participation ?? '',
      calls: Object.fromEntries(parties.map(({ unit }) => [unit.id, ''])),
      showsPlace: sipCase.guarded ? [] : parties.map(({ unit }) => unit.id),
      readers: {},
      family: [CHILD],
    },
  });
  const { problem, refuse, clear } = useProblem(form);
  const creation = useCreationKey();
  const navigate = useNavigate();
  const call = useMutation({
    mutationFn: (values: PlanValues) => callToMeeting(sipCase, planOf(values, sipCase.guarded), creation.header()),
    onSuccess: ({ caseId, id }) => void navigate(meetingPath(caseId, id), { replace: true }),
    onError: (error, values) => {
      const refused = asProblem(error);
      if (refused.status !== 0) creation.renew();
      if (refused.status === 412) refreshCase(sipCase.id);
      refuse(inForm(refused, values));
    },
  });
  const send = form.handleSubmit((values) => {
    clear();
    call.mutate(values);
  });
  const { control } = form;

  return (
    <form className="form" noValidate onSubmit={(event) => void send(event)}>
      <ErrorSummary problem={problem} />
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
      <Calls sipCase={sipCase} parties={parties} control={control} />
      <Family sipCase={sipCase} control={control} />
      <Buttons>
        <Button kind="primary" type="submit" pending={call.isPending}>
          Kalla till mötet
        </Button>
        <Link to={pathOf(sipCase.id, 'moten')} kind="secondary">
          Avbryt
        </Link>
      </Buttons>
    </form>
  );
}

interface CallsProps {
  sipCase: SipCase;
  parties: Party[];
  control: Control<PlanValues>;
}

/** Who is summoned must come, who is invited may. */
function Calls({ sipCase, parties, control }: CallsProps) {
  const calls = useWatch({ control, name: 'calls' });
  const showsPlace = useField(control, 'showsPlace');
  const called = parties.filter(({ unit }) => calls[unit.id] === 'SUMMONS' || calls[unit.id] === 'INVITATION');
  return (
    <section className="form" id={fieldId('calls')} aria-labelledby="calls-title">
      <h2 id="calls-title">Parter</h2>
      {parties.length === 0 && <p>Ärendet har inga parter än. Ta med dem under Översikt först.</p>}
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

function PartyCall({ unit, control }: { unit: Party['unit']; control: Control<PlanValues> }) {
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

function Family({ sipCase, control }: { sipCase: SipCase; control: Control<PlanValues> }) {
  const field = useField(control, 'family');
  return (
    <Loaded query={useChild(sipCase.child.id)}>
      {({ guardians }) => (
        <CheckboxGroup
          label="Bjud in från familjen"
          choices={[
            { value: CHILD, name: sipCase.child.name, help: 'Barnet' },
            ...guardians
              .filter(({ endedOn }) => !endedOn)
              .map(({ id, name, interpreter }) => ({
                value: id,
                name,
                help: interpreter ? 'Vårdnadshavare, behöver tolk' : 'Vårdnadshavare',
              })),
          ]}
          optional
          {...field}
        />
      )}
    </Loaded>
  );
}
