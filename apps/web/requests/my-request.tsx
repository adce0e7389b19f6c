import { useState } from 'react';
import { useLocation } from 'react-router';
import { Button, Buttons } from '../kit/button.tsx';
import { Notice } from '../kit/notice.tsx';
import { PageHeader } from '../kit/page-header.tsx';
import { AnswerPanel } from './answer-panel.tsx';
import { DraftPage } from './draft-page.tsx';
import { FeedbackGiven, FeedbackPanel } from './feedback-panel.tsx';
import type { Request } from './request.ts';
import { RequestFacts } from './request-facts.tsx';
import { RequestProgress } from './request-progress.tsx';
import { WithdrawDialog } from './withdraw-dialog.tsx';

/** One question of my unit's. Once opened for writing it stays so, whatever happens elsewhere, until one goes on. */
export function MyRequest({ request }: { request: Request }) {
  const { key } = useLocation();
  const [writtenAt, setWrittenAt] = useState(() => (request.steps.includes('submit') ? key : undefined));
  if (writtenAt === key) return <DraftPage request={request} />;
  return <SentRequest request={request} onAnswer={() => setWrittenAt(key)} />;
}

function SentRequest({ request, onAnswer }: { request: Request; onAnswer: () => void }) {
  const [withdraws, setWithdraws] = useState(false);
  const justSent = useJustSent();
  const { reference, state, steps, answers, feedback } = request;
  return (
    <>
      <PageHeader title={`Fråga ${reference}`} back={{ to: '/', name: 'Mina frågor' }} />
      {justSent && state === 'SUBMITTED' && (
        <Notice tone="success" title="Frågan är inskickad">
          Samordnaren läser den. Här ser du hur det går.
        </Notice>
      )}
      <div className="request-progress">
        <RequestProgress request={request} />
      </div>
      {answers.toReversed().map((answer) => (
        <AnswerPanel key={answer.consultationId} answer={answer} />
      ))}
      {steps.includes('give-feedback') && <FeedbackPanel request={request} />}
      {feedback && <FeedbackGiven feedback={feedback} />}
      <RequestFacts request={request} />
      <Buttons>
        {steps.includes('submit') && (
          <Button kind="primary" onPress={onAnswer}>
            Svara samordnaren
          </Button>
        )}
        {steps.includes('withdraw') && <Button onPress={() => setWithdraws(true)}>Ta tillbaka frågan</Button>}
      </Buttons>
      <WithdrawDialog request={request} isOpen={withdraws} onClose={() => setWithdraws(false)} />
    </>
  );
}

/** Whether one comes from the form, having sent it. */
function useJustSent(): boolean {
  const state: unknown = useLocation().state;
  return typeof state === 'object' && state !== null && 'sent' in state;
}
