import { type Control, useForm } from 'react-hook-form';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { useAgreement } from '../agreement/use-agreement.ts';
import { asProblem } from '../api/problem.ts';
import { useProblem } from '../api/use-problem.ts';
import { refreshCase, type SipCase } from '../cases/case.ts';
import { CaseDoor } from '../cases/case-page.tsx';
import { pathOf } from '../cases/case-words.ts';
import { Button, Buttons } from '../kit/button.tsx';
import { ConfirmDialog } from '../kit/confirm-dialog.tsx';
import { today } from '../kit/date-words.ts';
import { ErrorSummary } from '../kit/error-summary.tsx';
import { useField } from '../kit/field.tsx';
import { Link } from '../kit/link.tsx';
import { Loaded } from '../kit/loaded.tsx';
import { Notice } from '../kit/notice.tsx';
import { PageHeader } from '../kit/page-header.tsx';
import { Panel } from '../kit/panel.tsx';
import { RadioGroup } from '../kit/radio-group.tsx';
import { TextArea } from '../kit/text-area.tsx';
import { TextField } from '../kit/text-field.tsx';
import { CountsIn } from './counts-in.tsx';
import { type FollowUps, followUpSteps, useFollowUps } from './follow-up.ts';
import { GoalFields, goalOutcomes, type GoalValues, goalValues } from './goal-fields.tsx';

interface ClosingValues extends GoalValues {
  reason: string;
  endedOn: string;
  withFamily: 'YES' | 'NO' | '';
  note: string;
}

/** `/arenden/:id/avslut`: why the case ends, and how it went. */
export function ClosingPage() {
  const { id = '' } = useParams();
  return (
    <CaseDoor key={id} id={id}>
      {(sipCase) => <Opened sipCase={sipCase} />}
    </CaseDoor>
  );
}

function Opened({ sipCase }: { sipCase: SipCase }) {
  return (
    <>
      <PageHeader
        title="Avsluta ärendet"
        lead="Bestäm det tillsammans med barnet, vårdnadshavarna och de andra parterna."
        back={{ to: pathOf(sipCase.id, 'uppfoljning'), name: `Ärende ${sipCase.reference}` }}
      />
      <Loaded query={useFollowUps(sipCase.id)}>{(view) => <OpenClosing view={view} />}</Loaded>
    </>
  );
}

/** Who began to write keeps what they wrote on the page, also when somebody else has closed the case meanwhile. */
function OpenClosing({ view }: { view: FollowUps }) {
  const [began] = useState(view.mayClose);
  return began ? (
    <Panel>
      <ClosingForm view={view} />
    </Panel>
  ) : (
    <Notice tone="info" title="Ärendet är redan avslutat">
      Ett nytt behov blir ett nytt ärende, som länkas till det här.
    </Notice>
  );
}

function ClosingForm({ view }: { view: FollowUps }) {
  const { plan, followUps, caseId } = view;
  const latest = followUps.find(({ planNumber }) => planNumber === plan?.planNumber);
  const open = openInterventions(view);
  const form = useForm<ClosingValues>({
    defaultValues: {
      ...goalValues(plan?.goals ?? [], latest?.goals),
      reason: '',
      endedOn: today(),
      withFamily: '',
      note: '',
    },
  });
  const { problem, refuse, clear } = useProblem(form);
  const [asked, setAsked] = useState<ClosingValues | null>(null);
  const navigate = useNavigate();
  const reasons = useAgreement().content?.sip.closingReasons ?? [];
  const { control } = form;
  const withFamily = useField(control, 'withFamily', 'Svara på om ni bestämde det med familjen.');

  async function close({ withFamily, ...values }: ClosingValues) {
    try {
      const { reason, endedOn, note } = values;
      const goals = goalOutcomes(values);
      const leavesOpenInterventions = open.length > 0;
      const closing = { reason, endedOn, note, goals, leavesOpenInterventions, withFamily: withFamily === 'YES' };
      await followUpSteps(view).close(closing);
      void navigate(pathOf(caseId, 'uppfoljning'), { replace: true });
    } catch (error) {
      const { status } = asProblem(error);
      if (status === 412) refreshCase(caseId);
      refuse(error);
      if (status !== 422) throw error;
    }
  }

  const ask = form.handleSubmit((values) => {
    clear();
    setAsked(values);
  });

  return (
    <form className="form" noValidate onSubmit={(event) => void ask(event)}>
      <ErrorSummary problem={problem} />
      <RadioGroup
        label="Varför avslutas ärendet?"
        choices={reasons.map(({ code, name }) => ({ value: code, name }))}
        {...useField(control, 'reason', 'Välj ett skäl.')}
      />
      <TextField label="Vilken dag?" type="date" width="medium" {...useField(control, 'endedOn', 'Ange vilken dag.')} />
      <RadioGroup
        label="Bestämde ni det tillsammans med familjen?"
        choices={[
          { value: 'YES', name: 'Ja' },
          { value: 'NO', name: 'Nej', help: 'Skriv varför i kommentaren.' },
        ]}
        {...withFamily}
        onChange={(value) => withFamily.onChange(value as 'YES' | 'NO')}
      />
      {plan && <GoalFields goals={plan.goals} control={control as unknown as Control<GoalValues>} />}
      <TextArea label="Kommentar" rows={3} maxLength={2000} optional {...useField(control, 'note')} />
      <OpenInterventions texts={open} />
      <CountsIn event="sip-case.closed" />
      <Buttons>
        <Button kind="primary" type="submit">
          Avsluta ärendet
        </Button>
        <Link to={pathOf(caseId, 'uppfoljning')} kind="secondary">
          Avbryt
        </Link>
      </Buttons>
      <ConfirmDialog
        title="Avsluta ärendet?"
        confirm="Avsluta ärendet"
        isOpen={asked !== null}
        onClose={() => setAsked(null)}
        onConfirm={() => close(asked!)}
      >
        <p>Det går inte att ångra. Ett nytt behov blir ett nytt ärende, som länkas till det här.</p>
        <p>Det som är utlämnat finns kvar hos dem som har fått det.</p>
        <OpenInterventions texts={open} />
      </ConfirmDialog>
    </form>
  );
}

/** What the units still do: it is theirs from now on, without a plan. */
function OpenInterventions({ texts }: { texts: string[] }) {
  if (texts.length === 0) return null;
  return (
    <Notice tone="warning" title={texts.length === 1 ? 'En insats pågår än' : `${texts.length} insatser pågår än`}>
      <ul>
        {texts.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
      <p>Var och en tar hand om sina, utan en gemensam plan.</p>
    </Notice>
  );
}

/** What was not done or not answered when the latest plan was followed up. */
function openInterventions({ plan, followUps }: FollowUps): string[] {
  if (!plan) return [];
  const latest = followUps.find(({ planNumber }) => planNumber === plan.planNumber);
  return (latest?.interventions ?? plan.interventions)
    .filter(({ result }) => result === undefined || result === 'ONGOING')
    .map(({ text, unit }) => (unit ? `${text} (${unit.name})` : text));
}
