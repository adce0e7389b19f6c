import type { Control } from 'react-hook-form';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useAgreement } from '../agreement/use-agreement.ts';
import { asProblem } from '../api/problem.ts';
import { useProblem } from '../api/use-problem.ts';
import { refreshCase, type SipCase } from '../cases/case.ts';
import { CaseDoor } from '../cases/case-door.tsx';
import { pathOf } from '../cases/case-words.ts';
import { type FormDraft, useDraftedForm } from '../cases/form-draft.ts';
import { DraftFoot, DraftNote, WithDraft } from '../cases/with-draft.tsx';
import { Button } from '../kit/button.tsx';
import { ConfirmDialog } from '../kit/confirm-dialog.tsx';
import { dateText, today } from '../kit/date-words.ts';
import { ErrorSummary } from '../kit/error-summary.tsx';
import { useField } from '../kit/field.tsx';
import { Loaded } from '../kit/loaded.tsx';
import { Notice } from '../kit/notice.tsx';
import { PageHeader } from '../kit/page-header.tsx';
import { Panel } from '../kit/panel.tsx';
import { RadioGroup } from '../kit/radio-group.tsx';
import { SavedForm } from '../kit/saved-form.tsx';
import type { Parts } from '../kit/side-by-side.tsx';
import { TextArea } from '../kit/text-area.tsx';
import { TextField } from '../kit/text-field.tsx';
import { CountsIn } from './counts-in.tsx';
import { type FollowUps, followUpSteps, useFollowUps } from './follow-up.ts';
import { GoalFields } from './goal-fields.tsx';
import { goalOutcomes, goalsInWords, type GoalValues, goalValues } from './goal-values.ts';

interface ClosingValues extends GoalValues {
  reason: string;
  endedOn: string;
  withFamily: 'YES' | 'NO' | '';
  note: string;
}

/** `/arenden/:id/avslut`: why the case ends, and how it went. */
export const ClosingPage = () => <CaseDoor>{(sipCase) => <Opened sipCase={sipCase} />}</CaseDoor>;

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
    <WithDraft caseId={view.caseId} form="CLOSING">
      {(draft) => <ClosingForm view={view} draft={draft} />}
    </WithDraft>
  ) : (
    <Notice tone="info" title="Ärendet är redan avslutat">
      Ett nytt behov blir ett nytt ärende, som länkas till det här.
    </Notice>
  );
}

function ClosingForm({ view, draft }: { view: FollowUps; draft: FormDraft }) {
  const { plan, caseId } = view;
  const open = openInterventions(view);
  const drafted = useDraftedForm<ClosingValues>(caseId, draft, blankClosing(view), !view.mayClose);
  const { form } = drafted;
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
      drafted.sent();
      void navigate(pathOf(caseId, 'uppfoljning'), { replace: true });
    } catch (error) {
      const { status } = asProblem(error);
      if (status === 412) refreshCase(caseId);
      refuse(error);
      if (status !== 422) throw error;
    }
  }

  const ask = form.handleSubmit(async (values) => {
    clear();
    if (await drafted.ready()) setAsked(values);
  });

  return (
    <SavedForm name="Avslutet" saved={drafted} inWords={(values) => closingInWords(values, view, reasons)}>
      <Panel>
        <form className="form" noValidate onSubmit={(event) => void ask(event)}>
          <ErrorSummary problem={problem} />
          {!view.mayClose && (
            <Notice tone="warning" title="Ärendet är redan avslutat">
              Det du skriver nu sparas inte. Kopiera det du behöver.
            </Notice>
          )}
          <DraftNote draft={draft} drafted={drafted} />
          <RadioGroup
            label="Varför avslutas ärendet?"
            choices={reasons.map(({ code, name }) => ({ value: code, name }))}
            {...useField(control, 'reason', 'Välj ett skäl.')}
          />
          <TextField
            label="Vilken dag?"
            type="date"
            width="medium"
            {...useField(control, 'endedOn', 'Ange vilken dag.')}
          />
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
          <DraftFoot drafted={drafted} back={pathOf(caseId, 'uppfoljning')}>
            <Button kind="primary" type="submit">
              Avsluta ärendet
            </Button>
          </DraftFoot>
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
      </Panel>
    </SavedForm>
  );
}

/** The form as it begins: goals as they were answered last. */
function blankClosing({ plan, followUps }: FollowUps): ClosingValues {
  const latest = followUps.find(({ planNumber }) => planNumber === plan?.planNumber);
  return { ...goalValues(plan?.goals ?? [], latest?.goals), reason: '', endedOn: today(), withFamily: '', note: '' };
}

/** A closing as text, for comparing it with another's. */
function closingInWords(values: ClosingValues, { plan }: FollowUps, reasons: { code: string; name: string }[]): Parts {
  const { reason, endedOn, withFamily, note } = values;
  return [
    { name: 'Skäl', text: reasons.find(({ code }) => code === reason)?.name ?? '' },
    { name: 'Dag', text: endedOn && dateText(endedOn) },
    { name: 'Tillsammans med familjen', text: { YES: 'Ja', NO: 'Nej', '': '' }[withFamily] },
    ...goalsInWords(plan?.goals ?? [], values),
    { name: 'Kommentar', text: note },
  ];
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
