import { useState } from 'react';
import { useNavigate } from 'react-router';
import { Problem } from '../api/problem.ts';
import { useProblem } from '../api/use-problem.ts';
import { CaseDoor } from '../cases/case-door.tsx';
import type { SipCase } from '../cases/case.ts';
import { pathOf } from '../cases/case-words.ts';
import { Button, Buttons } from '../kit/button.tsx';
import { ErrorSummary } from '../kit/error-summary.tsx';
import { Loaded } from '../kit/loaded.tsx';
import { Notice } from '../kit/notice.tsx';
import { PageHeader } from '../kit/page-header.tsx';
import { SavedForm, SavingFoot } from '../kit/saved-form.tsx';
import { ConfirmPlan } from './confirm-plan.tsx';
import { type Plan, planPath, readPlan, usePlan } from './plan.ts';
import { PlanChecks } from './plan-checks.tsx';
import { PlanFieldset } from './plan-fieldset.tsx';
import { planInWords } from './plan-words.ts';
import { usePlanForm } from './use-plan-form.ts';

/** `/arenden/:id/plan`: the plan written in the room. */
export const PlanPage = () => <CaseDoor>{(sipCase) => <Opened sipCase={sipCase} />}</CaseDoor>;

function Opened({ sipCase }: { sipCase: SipCase }) {
  return (
    <Loaded query={usePlan(sipCase.id)} page>
      {(plan) => <Writing sipCase={sipCase} plan={plan} />}
    </Loaded>
  );
}

/** Who began to write keeps what they wrote on the page, also when the plan is closed meanwhile. */
function Writing({ sipCase, plan }: { sipCase: SipCase; plan: Plan }) {
  const [began, setBegan] = useState(plan.editable);
  // What was read before the follow-up is shown while the plan is read anew.
  if (plan.editable && !began) setBegan(true);
  return (
    <>
      <PageHeader
        title={plan.versions.length > 0 ? `Nästa plan, ${sipCase.reference}` : `Plan ${sipCase.reference}`}
        lead="Det ni skriver sparas hela tiden. Inget är fastställt förrän ni fastställer planen."
        back={{ to: pathOf(sipCase.id, 'plan'), name: `Ärende ${sipCase.reference}` }}
      />
      {began ? <PlanEditor sipCase={sipCase} plan={plan} /> : <NotNow sipCase={sipCase} />}
    </>
  );
}

function NotNow({ sipCase }: { sipCase: SipCase }) {
  const isBefore = !sipCase.firstMeetingOn;
  return (
    <Notice tone="info" title="Planen går inte att skriva i nu">
      {isBefore
        ? 'Planen skrivs när det första mötet har hållits. Anteckna mötet först.'
        : 'Fastställda planer ändras inte. Nästa plan skrivs när planen har följts upp.'}
    </Notice>
  );
}

function PlanEditor({ sipCase, plan }: { sipCase: SipCase; plan: Plan }) {
  const saved = usePlanForm(plan);
  const { form } = saved;
  const { problem, refuse, clear } = useProblem(form);
  const [checking, setChecking] = useState(false);
  const [version, setVersion] = useState<number | null>(null);
  const navigate = useNavigate();

  /** Saves, and asks for the last word when nothing is missing. */
  async function ask() {
    clear();
    setChecking(true);
    try {
      const version = await saved.savedVersion();
      if (version === undefined) return;
      const gaps = missingIn(await readPlan(plan.caseId));
      if (gaps) refuse(gaps);
      else setVersion(version);
    } catch (error) {
      refuse(error);
    } finally {
      setChecking(false);
    }
  }

  return (
    <SavedForm name="Planen" saved={saved} inWords={(content) => planInWords(content, plan)}>
      <div className="plan-writing">
        <form className="form" noValidate onSubmit={(event) => event.preventDefault()}>
          <ErrorSummary problem={problem} />
          {!plan.editable && (
            <Notice tone="warning" title="Planen är stängd">
              Ärendet har gått vidare. Det du skriver nu sparas inte. Kopiera det du behöver.
            </Notice>
          )}
          <PlanFieldset control={form.control} plan={plan} />
          <SavingFoot saved={saved} />
          <Buttons>
            <Button kind="primary" pending={checking} onPress={() => void ask()}>
              Fastställ planen
            </Button>
          </Buttons>
        </form>
        <PlanChecks plan={plan} />
        <ConfirmPlan
          sipCase={sipCase}
          plan={plan}
          version={version}
          onClose={() => setVersion(null)}
          onConfirmed={(number) => {
            saved.autosave.stop();
            void navigate(planPath(plan.caseId, number), { replace: true });
          }}
        />
      </div>
    </SavedForm>
  );
}

/** Everything that a plan still lacks, as a refusal whose lines lead to their fields. */
function missingIn({ legalGaps, agreementGaps }: Plan): Problem | undefined {
  const gaps = [...legalGaps, ...agreementGaps];
  const errors = gaps.filter(({ field }, i) => gaps.findIndex((gap) => gap.field === field) === i);
  if (errors.length === 0) return undefined;
  const title = 'Planen är inte hel än';
  return new Problem({ type: 'about:blank', status: 422, title, detail: 'Fyll i det som saknas.', errors });
}
