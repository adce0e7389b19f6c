import { useState } from 'react';
import { useAgreement } from '../agreement/use-agreement.ts';
import { answer, api, ifMatch } from '../api/client.ts';
import { asProblem } from '../api/problem.ts';
import { useProblem } from '../api/use-problem.ts';
import { Button, Buttons } from '../kit/button.tsx';
import { CheckboxGroup } from '../kit/checkbox-group.tsx';
import { ConfirmDialog } from '../kit/confirm-dialog.tsx';
import { ErrorSummary } from '../kit/error-summary.tsx';
import { useField } from '../kit/field.tsx';
import { Notice } from '../kit/notice.tsx';
import { SaveState } from '../kit/save-state.tsx';
import { TextArea } from '../kit/text-area.tsx';
import { TextField } from '../kit/text-field.tsx';
import { MarkedText } from '../requests/marked-text.tsx';
import { adoptConsultation, type Consultation, useConsultationStep } from './meeting.ts';
import { type Advice, REFERRAL } from './use-advice.ts';

const HELP_ON_OUTCOMES: Record<string, string> = {
  RECOMMEND_SIP: 'Svaret får en beteckning som ett SIP-ärende kan hänvisa till.',
};

/** The answer to one question, saved as it is written; given when the team says so. */
export function AdviceForm({ consultation, advice }: { consultation: Consultation; advice: Advice }) {
  const { form, saving, problem } = advice;
  const { choicesOf } = useAgreement();
  const giving = useProblem(form);
  const [confirms, setConfirms] = useState(false);

  const askToGive = form.handleSubmit(async () => {
    giving.clear();
    if (await advice.savedVersion()) setConfirms(true);
  });

  async function give() {
    const version = await advice.savedVersion();
    if (!version) return;
    const params = { path: { id: consultation.id }, header: ifMatch(version) };
    try {
      const body = advice.draft();
      adoptConsultation(await answer(api.POST('/api/v1/consultations/{id}/conclusion', { params, body })));
    } catch (error) {
      if (asProblem(error).errors.length === 0) throw error;
      giving.refuse(error);
    }
  }

  return (
    <form className="form" noValidate onSubmit={(event) => void askToGive(event)}>
      <ErrorSummary problem={giving.problem} />
      <div>
        <TextArea
          label="Råd till dem som frågar"
          help="Skriv så att det går att följa. Nämn inga namn."
          rows={6}
          maxLength={4000}
          {...useField(form.control, 'advice', 'Skriv det råd som teamet ger.')}
        />
        <MarkedText refused={advice.refused['advice']} />
        <SaveState saving={saving} />
        {problem && problem.errors.length === 0 && problem.status !== 0 && (
          <Notice tone="stop" title={problem.title}>
            {problem.detail}
          </Notice>
        )}
      </div>
      <CheckboxGroup
        label="Utfall"
        help="Välj ett eller flera."
        choices={choicesOf('outcomes').map((choice) => ({ ...choice, help: HELP_ON_OUTCOMES[choice.value] ?? '' }))}
        {...useField(form.control, 'outcomes', 'Välj minst ett utfall.')}
      />
      {form.watch('outcomes').includes(REFERRAL) && <Referrals advice={advice} />}
      <TextField label="Följs upp den" type="date" width="medium" optional {...useField(form.control, 'followUpOn')} />
      <Buttons>
        <Button kind="primary" type="submit">
          Lämna svaret
        </Button>
        <UndoHold consultation={consultation} advice={advice} />
      </Buttons>
      <ConfirmDialog
        title="Lämna svaret?"
        confirm="Lämna svaret"
        isOpen={confirms}
        onConfirm={give}
        onClose={() => setConfirms(false)}
      >
        <p>{consultation.unit.name} ser svaret direkt. Sedan går det inte att ändra.</p>
      </ConfirmDialog>
    </form>
  );
}

function Referrals({ advice }: { advice: Advice }) {
  const { choicesOf } = useAgreement();
  return (
    <CheckboxGroup
      label="Vart ska remissen eller ansökan gå?"
      choices={choicesOf('referrals')}
      {...useField(advice.form.control, 'referrals', 'Välj vart remissen eller ansökan ska gå.')}
    />
  );
}

function UndoHold({ consultation, advice }: { consultation: Consultation; advice: Advice }) {
  const { id, version } = consultation;
  const step = useConsultationStep(id, async () => {
    const params = { path: { id }, header: ifMatch((await advice.savedVersion()) ?? version) };
    return answer(api.DELETE('/api/v1/consultations/{id}/holding', { params }));
  });
  return (
    <>
      <Button kind="quiet" pending={step.isPending} onPress={() => step.mutate()}>
        Ångra hållen
      </Button>
      {step.error && (
        <Notice tone="stop" title={asProblem(step.error).title}>
          {asProblem(step.error).detail}
        </Notice>
      )}
    </>
  );
}
