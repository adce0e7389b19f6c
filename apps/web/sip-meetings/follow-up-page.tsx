import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { type Control, useForm, useWatch } from 'react-hook-form';
import { useNavigate, useParams } from 'react-router';
import { asProblem, Problem } from '../api/problem.ts';
import { useProblem } from '../api/use-problem.ts';
import { refreshCase, type SipCase } from '../cases/case.ts';
import { CaseDoor } from '../cases/case-page.tsx';
import { pathOf } from '../cases/case-words.ts';
import { Button, Buttons } from '../kit/button.tsx';
import { dateText, today } from '../kit/date-words.ts';
import { ErrorSummary } from '../kit/error-summary.tsx';
import { useField } from '../kit/field.tsx';
import { Link } from '../kit/link.tsx';
import { Loaded } from '../kit/loaded.tsx';
import { Notice } from '../kit/notice.tsx';
import { PageHeader } from '../kit/page-header.tsx';
import { Panel } from '../kit/panel.tsx';
import { RadioGroup } from '../kit/radio-group.tsx';
import { TextField } from '../kit/text-field.tsx';
import { CountsIn } from './counts-in.tsx';
import {
  type FollowedIntervention,
  type FollowedPlan,
  type FollowUpDecision,
  type FollowUps,
  followUpSteps,
  type InterventionResult,
  type NewFollowUp,
  useFollowUps,
} from './follow-up.ts';
import { choicesOf, DECISIONS, INTERVENTION_RESULTS } from './follow-up-words.ts';
import { GoalFields, goalOutcomes, type GoalValues, goalValues } from './goal-fields.tsx';
import { type Meeting, useMeetings } from './meeting.ts';
import { whenWords } from './meeting-words.ts';

const WITHOUT_MEETING = 'NONE';

interface FollowUpValues extends GoalValues {
  meetingId: string;
  heldOn: string;
  interventions: Record<string, InterventionResult | ''>;
  why: Record<string, string>;
  decision: FollowUpDecision | '';
  nextFollowUpOn: string;
}

/** `/arenden/:id/uppfoljning`: the plan that holds, answered goal by goal. */
export function FollowUpPage() {
  const { id = '' } = useParams();
  return (
    <CaseDoor key={id} id={id}>
      {(sipCase) => <Opened sipCase={sipCase} />}
    </CaseDoor>
  );
}

function Opened({ sipCase }: { sipCase: SipCase }) {
  return (
    <Loaded query={useFollowUps(sipCase.id)} page>
      {(view) => <OpenFollowUp sipCase={sipCase} view={view} />}
    </Loaded>
  );
}

/** Who began to answer keeps what they wrote on the page, also when somebody else has followed the plan up meanwhile. */
function OpenFollowUp({ sipCase, view }: { sipCase: SipCase; view: FollowUps }) {
  const meetings = useMeetings(sipCase.id);
  const open = view.mayFollowUp ? view.plan : undefined;
  const [plan, setPlan] = useState(open);
  // What was read before the plan was confirmed is shown while it is read anew.
  if (open && !plan) setPlan(open);
  return (
    <>
      <PageHeader
        title={plan ? `Följ upp plan ${plan.planNumber}` : 'Följ upp planen'}
        lead={plan && `Planen följs upp senast ${dateText(plan.dueOn)}.`}
        back={{ to: pathOf(sipCase.id, 'uppfoljning'), name: `Ärende ${sipCase.reference}` }}
      />
      {plan ? (
        <Panel>
          <Loaded query={meetings}>
            {(list) => <FollowUpForm view={view} plan={plan} meetings={list.meetings} />}
          </Loaded>
        </Panel>
      ) : (
        <Notice tone="info" title="Det finns ingen plan att följa upp nu">
          Planen följs upp när den är fastställd, och en gång. Sedan skrivs nästa plan.
        </Notice>
      )}
    </>
  );
}

interface FollowUpFormProps {
  view: FollowUps;
  plan: FollowedPlan;
  meetings: Meeting[];
}

function FollowUpForm({ view, plan, meetings }: FollowUpFormProps) {
  const used = view.followUps.map(({ meetingId }) => meetingId);
  const held = meetings.filter(({ id, kind, state }) => kind === 'FOLLOW_UP' && state === 'HELD' && !used.includes(id));
  const form = useForm<FollowUpValues>({
    defaultValues: {
      ...goalValues(plan.goals),
      meetingId: held[0]?.id ?? WITHOUT_MEETING,
      heldOn: today(),
      interventions: Object.fromEntries(plan.interventions.map(({ id }) => [id, ''])),
      why: Object.fromEntries(plan.interventions.map(({ id }) => [id, ''])),
      decision: '',
      nextFollowUpOn: '',
    },
  });
  const { problem, refuse, clear } = useProblem(form);
  const navigate = useNavigate();
  const follow = useMutation({
    mutationFn: (values: FollowUpValues) => followUpSteps(view).hold(followUpOf(values)),
    onSuccess: (_, { decision }) =>
      void navigate(decision === 'CLOSE' ? `/arenden/${view.caseId}/avslut` : `/arenden/${view.caseId}/plan`, {
        replace: true,
      }),
    onError: (error) => {
      const refused = asProblem(error);
      if (refused.status === 412) refreshCase(view.caseId);
      refuse(inForm(refused));
    },
  });
  const send = form.handleSubmit((values) => {
    clear();
    follow.mutate(values);
  });
  const { control } = form;
  const [meetingId, decision] = useWatch({ control, name: ['meetingId', 'decision'] });
  const meeting = useField(control, 'meetingId');

  return (
    <form className="form" noValidate onSubmit={(event) => void send(event)}>
      <ErrorSummary problem={problem} />
      {held.length > 0 && (
        <RadioGroup
          label="Vilket möte?"
          choices={[
            ...held.map((one) => ({ value: one.id, name: whenWords(one) })),
            { value: WITHOUT_MEETING, name: 'Utan möte' },
          ]}
          {...meeting}
        />
      )}
      {meetingId === WITHOUT_MEETING && <HeldOn control={control} />}
      <GoalFields goals={plan.goals} control={control as unknown as Control<GoalValues>} />
      <section className="form" aria-labelledby="interventions-title">
        <h2 id="interventions-title">Insatserna</h2>
        {plan.interventions.map((intervention, index) => (
          <InterventionField key={intervention.id} intervention={intervention} number={index + 1} control={control} />
        ))}
      </section>
      <Decision control={control} />
      {decision === 'CONTINUE' && <NextFollowUp control={control} />}
      <CountsIn event="follow-up.held" />
      <Buttons>
        <Button kind="primary" type="submit" pending={follow.isPending}>
          Spara uppföljningen
        </Button>
        <Link to={pathOf(view.caseId, 'uppfoljning')} kind="secondary">
          Avbryt
        </Link>
      </Buttons>
    </form>
  );
}

type FollowUpControl = Control<FollowUpValues>;

const HeldOn = ({ control }: { control: FollowUpControl }) => (
  <TextField
    label="Vilken dag följde ni upp?"
    type="date"
    width="medium"
    {...useField(control, 'heldOn', 'Ange vilken dag ni följde upp.')}
  />
);

interface InterventionFieldProps {
  intervention: FollowedIntervention;
  number: number;
  control: FollowUpControl;
}

function InterventionField({ intervention, number, control }: InterventionFieldProps) {
  const { id, text, unit, dueOn } = intervention;
  const result = useField(control, `interventions.${id}`, `Välj hur det gick med insats ${number}.`);
  const help = [unit?.name, dueOn && `klart senast ${dateText(dueOn)}`].filter(Boolean).join(', ');
  return (
    <div className="form choices-in-row">
      <RadioGroup
        label={`Insats ${number}: ${text}`}
        help={help}
        choices={choicesOf(INTERVENTION_RESULTS)}
        {...result}
        onChange={(value) => result.onChange(value as InterventionResult)}
      />
      {result.value === 'NOT_DONE' && <Why id={id} number={number} control={control} />}
    </div>
  );
}

const Why = ({ id, number, control }: { id: string; number: number; control: FollowUpControl }) => (
  <TextField
    label={`Varför blev insats ${number} inte gjord?`}
    {...useField(control, `why.${id}`, 'Skriv varför insatsen inte blev gjord.')}
  />
);

function Decision({ control }: { control: FollowUpControl }) {
  const field = useField(control, 'decision', 'Välj om ni fortsätter eller avslutar.');
  return (
    <RadioGroup
      label="Hur går ni vidare?"
      help="Bestäm det tillsammans med barnet och vårdnadshavarna."
      choices={choicesOf(DECISIONS)}
      {...field}
      onChange={(value) => field.onChange(value as FollowUpDecision)}
    />
  );
}

const NextFollowUp = ({ control }: { control: FollowUpControl }) => (
  <TextField
    label="När följs den nya planen upp?"
    help="Den nya planen börjar från den här. Insatser som är gjorda följer inte med."
    type="date"
    width="medium"
    optional
    {...useField(control, 'nextFollowUpOn')}
  />
);

function followUpOf(values: FollowUpValues): NewFollowUp {
  const { meetingId, heldOn, interventions, why, decision, nextFollowUpOn } = values;
  return {
    ...(meetingId === WITHOUT_MEETING ? { heldOn } : { meetingId }),
    goals: goalOutcomes(values),
    interventions: Object.entries(interventions).flatMap(([interventionId, result]) =>
      result ? [{ interventionId, result, ...(result === 'NOT_DONE' && { why: why[interventionId] ?? '' }) }] : [],
    ),
    decision: decision as FollowUpDecision,
    ...(decision === 'CONTINUE' && nextFollowUpOn && { nextFollowUpOn }),
  };
}

/** The API names why under the intervention, the form beside it. */
function inForm({ type, status, title, detail, errors }: Problem): Problem {
  const inPlace = errors.map(({ field, ...fault }) => ({
    ...fault,
    field: field.replace(/^interventions\.(.+)\.why$/, 'why.$1'),
  }));
  return new Problem({ type, status, title, ...(detail && { detail }), errors: inPlace });
}
