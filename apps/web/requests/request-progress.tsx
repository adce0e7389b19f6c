import { useAgreement } from '../agreement/use-agreement.ts';
import { momentText } from '../kit/date-words.ts';
import { Notice } from '../kit/notice.tsx';
import { Steps } from '../kit/steps.tsx';
import type { Request, RequestState } from './request.ts';

const STEPS = [
  { id: 'sent', name: 'Inskickad' },
  { id: 'accepted', name: 'Antagen' },
  { id: 'sitting', name: 'På mötet' },
  { id: 'answered', name: 'Besvarad' },
  { id: 'followed-up', name: 'Uppföljd' },
];

const STEP_OF: Partial<Record<RequestState, string | null>> = {
  SUBMITTED: 'sent',
  TRIAGE: 'sent',
  ACCEPTED: 'accepted',
  SCHEDULED: 'sitting',
  HELD: 'sitting',
  CONCLUDED: 'answered',
  FEEDBACK_DUE: 'answered',
  FEEDBACK_DONE: null,
  CLOSED: null,
};

/** Where the question is now, or how it ended without the team. */
export function RequestProgress({ request }: { request: Request }) {
  const { nameOf } = useAgreement();
  const { state, redirection, withdrawalReason, returnQuestion } = request;
  if (state === 'REDIRECTED' && redirection) {
    return (
      <Notice tone="info" title={`Frågan hänvisas till: ${nameOf('redirections', redirection.to)}`}>
        <p className="written">{redirection.reason}</p>
      </Notice>
    );
  }
  if (state === 'WITHDRAWN') {
    return (
      <Notice tone="info" title="Frågan är återtagen">
        <p className="written">{withdrawalReason}</p>
      </Notice>
    );
  }
  if (state === 'RETURNED') {
    return (
      <Notice tone="warning" title="Samordnaren frågar">
        <p className="written">{returnQuestion}</p>
      </Notice>
    );
  }
  return <Steps label="Var frågan är nu" steps={stepsFor(request)} current={STEP_OF[state] ?? null} />;
}

/** A closed question that nobody was asked about, or answered, never was followed up. */
function stepsFor({ state, sitting, feedback }: Request) {
  const met = sitting && { sitting: `${momentText(sitting.startsAt)}, ${sitting.place}` };
  const notes: Record<string, string> = { ...met, ...(state === 'TRIAGE' && { sent: 'Samordnaren läser den nu' }) };
  return STEPS.filter(({ id }) => id !== 'followed-up' || state !== 'CLOSED' || feedback).map((step) => ({
    ...step,
    ...(notes[step.id] && { note: notes[step.id] }),
  }));
}
