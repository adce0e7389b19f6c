import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { type Control, useWatch } from 'react-hook-form';
import { useNavigate } from 'react-router';
import { asProblem } from '../api/problem.ts';
import { useProblem } from '../api/use-problem.ts';
import { refreshCase, type SipCase } from '../cases/case.ts';
import { CaseDoor } from '../cases/case-door.tsx';
import { pathOf } from '../cases/case-words.ts';
import { type FormDraft, useDraftedForm } from '../cases/form-draft.ts';
import { DraftFoot, DraftNote, WithDraft } from '../cases/with-draft.tsx';
import { Button } from '../kit/button.tsx';
import { dateText, dayText, momentText } from '../kit/date-words.ts';
import { ErrorSummary } from '../kit/error-summary.tsx';
import { useField } from '../kit/field.tsx';
import { Loaded } from '../kit/loaded.tsx';
import { Notice } from '../kit/notice.tsx';
import { PageHeader } from '../kit/page-header.tsx';
import { Panel } from '../kit/panel.tsx';
import { RadioGroup } from '../kit/radio-group.tsx';
import { SavedForm } from '../kit/saved-form.tsx';
import { TextField } from '../kit/text-field.tsx';
import { CountsIn } from './counts-in.tsx';
import {
  type FollowedIntervention,
  type FollowedPlan,
  type FollowUpDecision,
  type FollowUps,
  followUpSteps,
  type InterventionResult,
  useFollowUps,
} from './follow-up.ts';
import { choicesOf, DECISIONS, INTERVENTION_RESULTS } from './follow-up-words.ts';
import {
  aboutMeeting,
  blankFollowUp,
  followUpInWords,
  followUpOf,
  type FollowUpValues,
  inForm,
  WITHOUT_MEETING,
} from './follow-up-values.ts';
import { GoalFields } from './goal-fields.tsx';
import type { GoalValues } from './goal-values.ts';
import { type Meeting, useMeetings } from './meeting.ts';

/** `/arenden/:id/uppfoljning`: the plan that holds, answered goal by goal. */
export const FollowUpPage = () => <CaseDoor>{(sipCase) => <Opened sipCase={sipCase} />}</CaseDoor>;

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
        lead={plan && `Planen följs upp senast ${dayText(plan.dueOn)}.`}
        back={{ to: pathOf(sipCase.id, 'uppfoljning'), name: `Ärende ${sipCase.reference}` }}
      />
      {plan ? (
        <Loaded query={meetings}>
          {(list) => (
            <WithDraft caseId={sipCase.id} form="FOLLOW_UP">
              {(draft) => <FollowUpForm view={view} plan={plan} meetings={list.meetings} draft={draft} />}
            </WithDraft>
          )}
        </Loaded>
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
  draft: FormDraft;
}

function FollowUpForm({ view, plan, meetings, draft }: FollowUpFormProps) {
  const used = view.followUps.map(({ meetingId }) => meetingId);
  const held = meetings.filter(({ id, kind, state }) => kind === 'FOLLOW_UP' && state === 'HELD' && !used.includes(id));
  const drafted = useDraftedForm<FollowUpValues>(
    view.caseId,
    aboutMeeting(draft, held),
    blankFollowUp(plan, held),
    !view.mayFollowUp,
  );
  const { form } = drafted;
  const { problem, refuse, clear } = useProblem(form);
  const navigate = useNavigate();
  const follow = useMutation({
    mutationFn: async (values: FollowUpValues) =>
      (await drafted.ready()) ? followUpSteps(view).hold(followUpOf(values)) : undefined,
    onSuccess: (done, { decision }) => {
      if (!done) return;
      drafted.sent();
      void navigate(`/arenden/${view.caseId}/${decision === 'CLOSE' ? 'avslut' : 'plan'}`, { replace: true });
    },
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
    <SavedForm name="Uppföljningen" saved={drafted} inWords={(values) => followUpInWords(values, plan, held)}>
      <Panel>
        <form className="form" noValidate onSubmit={(event) => void send(event)}>
          <ErrorSummary problem={problem} />
          {!view.mayFollowUp && (
            <Notice tone="warning" title="Planen är redan uppföljd">
              Det du skriver nu sparas inte. Kopiera det du behöver.
            </Notice>
          )}
          <DraftNote draft={draft} drafted={drafted} />
          {held.length > 0 && (
            <RadioGroup
              label="Vilket möte?"
              choices={[
                ...held.map((one) => ({ value: one.id, name: momentText(one.startsAt) })),
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
              <InterventionField
                key={intervention.id}
                intervention={intervention}
                number={index + 1}
                control={control}
              />
            ))}
          </section>
          <Decision control={control} />
          {decision === 'CONTINUE' && <NextFollowUp control={control} />}
          <CountsIn event="follow-up.held" />
          <DraftFoot drafted={drafted} back={pathOf(view.caseId, 'uppfoljning')}>
            <Button kind="primary" type="submit" pending={follow.isPending}>
              Spara uppföljningen
            </Button>
          </DraftFoot>
        </form>
      </Panel>
    </SavedForm>
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
