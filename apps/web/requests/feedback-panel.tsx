import { useForm } from 'react-hook-form';
import { useProblem } from '../api/use-problem.ts';
import { Button, Buttons } from '../kit/button.tsx';
import { DateText } from '../kit/date-text.tsx';
import { ErrorSummary } from '../kit/error-summary.tsx';
import { useField } from '../kit/field.tsx';
import { Facts, Panel } from '../kit/panel.tsx';
import { RadioGroup } from '../kit/radio-group.tsx';
import { type Feedback, type Request, stepsWith, useStep } from './request.ts';

const HELPED = ['Inte alls', 'Lite', 'Delvis', 'Ganska mycket', 'Mycket'].map((name, i) => ({
  value: String(i + 1),
  name: `${i + 1} ${name.toLowerCase()}`,
}));

const FOLLOWED = [
  { value: 'YES', name: 'Ja' },
  { value: 'PARTLY', name: 'Delvis' },
  { value: 'NO', name: 'Nej' },
] as const;

const SIP_STARTED = [
  { value: 'yes', name: 'Ja' },
  { value: 'no', name: 'Nej' },
];

/** The one question weeks after the answer. */
export function FeedbackPanel({ request }: { request: Request }) {
  const form = useForm({ defaultValues: { helped: '', adviceFollowed: '', sipStarted: '' } });
  const { problem, refuse, clear } = useProblem(form);
  const step = useStep(request.id, (feedback: Feedback) => stepsWith(request).giveFeedback(feedback));

  const send = form.handleSubmit(({ helped, adviceFollowed, sipStarted }) => {
    clear();
    const followed = FOLLOWED.find(({ value }) => value === adviceFollowed)?.value;
    step.mutate(
      {
        helped: Number(helped),
        ...(followed && { adviceFollowed: followed }),
        ...(sipStarted && { sipStarted: sipStarted === 'yes' }),
      },
      { onError: refuse },
    );
  });

  return (
    <Panel title="Hjälpte det?">
      <form className="form" noValidate onSubmit={(event) => void send(event)}>
        <ErrorSummary problem={problem} />
        {request.state === 'CONCLUDED' && request.feedbackDueOn && (
          <p>
            Vi frågar dig <DateText value={request.feedbackDueOn} />. Vet du redan kan du svara nu.
          </p>
        )}
        <RadioGroup
          label="Hur mycket hjälpte teamets råd?"
          choices={HELPED}
          {...useField(form.control, 'helped', 'Välj ett svar, 1 till 5.')}
        />
        <RadioGroup
          label="Följde ni råden?"
          optional
          choices={[...FOLLOWED]}
          {...useField(form.control, 'adviceFollowed')}
        />
        <RadioGroup
          label="Startades en SIP?"
          optional
          choices={SIP_STARTED}
          {...useField(form.control, 'sipStarted')}
        />
        <Buttons>
          <Button kind="primary" type="submit" pending={step.isPending}>
            Skicka svaret
          </Button>
        </Buttons>
      </form>
    </Panel>
  );
}

/** What was answered to the question. */
export function FeedbackGiven({ feedback: { helped, adviceFollowed, sipStarted } }: { feedback: Feedback }) {
  return (
    <Panel title="Hjälpte det?">
      <Facts
        facts={[
          { name: 'Hur mycket råden hjälpte', value: `${HELPED[helped - 1]?.name ?? helped} (av 5)` },
          ...(adviceFollowed
            ? [{ name: 'Råden följdes', value: FOLLOWED.find(({ value }) => value === adviceFollowed)?.name }]
            : []),
          ...(sipStarted === undefined ? [] : [{ name: 'En SIP startades', value: sipStarted ? 'Ja' : 'Nej' }]),
        ]}
      />
    </Panel>
  );
}
