import { useState } from 'react';
import { asProblem } from '../api/problem.ts';
import { Button, Buttons } from '../kit/button.tsx';
import { ConfirmDialog } from '../kit/confirm-dialog.tsx';
import { Link } from '../kit/link.tsx';
import { Notice } from '../kit/notice.tsx';
import { PageHeader } from '../kit/page-header.tsx';
import { Panel } from '../kit/panel.tsx';
import { AnswerPanel } from '../requests/answer-panel.tsx';
import { FeedbackGiven } from '../requests/feedback-panel.tsx';
import { RequestFacts } from '../requests/request-facts.tsx';
import { RequestProgress } from '../requests/request-progress.tsx';
import { type Request, stepsWith, useStep } from '../requests/request.ts';
import { AskBackDialog } from './ask-back-dialog.tsx';
import { PlacePanel } from './place-panel.tsx';
import { PreparationPanel } from './preparation-panel.tsx';
import { RedirectDialog } from './redirect-dialog.tsx';

/** One question as the coordinator has it: read, decide, prepare, place. */
export function TriageRequest({ request }: { request: Request }) {
  const { id, reference, steps, answers, feedback } = request;
  const prepares = useStaysOpen(steps.includes('prepare'));
  return (
    <>
      <PageHeader
        title={`Fråga ${reference}`}
        back={{ to: '/', name: 'Min dag' }}
        actions={
          <Link to={`/fragor/${id}/underlag`} kind="secondary" icon="print">
            Underlag på en sida
          </Link>
        }
      />
      <div className="request-progress">
        <RequestProgress request={request} />
      </div>
      <Decision request={request} />
      {answers.toReversed().map((answer) => (
        <AnswerPanel key={answer.consultationId} answer={answer} />
      ))}
      {feedback && <FeedbackGiven feedback={feedback} />}
      <RequestFacts request={request} />
      {prepares && <PreparationPanel requestId={id} />}
      <PlacePanel request={request} />
      {steps.includes('close') && <Closing request={request} />}
    </>
  );
}

/** What has been opened stays on the page, with what is written in it, even when the question has gone on meanwhile. */
function useStaysOpen(may: boolean): boolean {
  const [open, setOpen] = useState(may);
  if (may && !open) setOpen(true);
  return open || may;
}

/** Take in hand, accept, ask back or redirect. */
function Decision({ request }: { request: Request }) {
  const [asks, setAsks] = useState<'back' | 'redirect' | null>(null);
  const take = useStep(request.id, () => stepsWith(request).take());
  const accept = useStep(request.id, () => stepsWith(request).accept());
  const may = request.steps.includes('accept');
  const refused = take.error ?? accept.error;
  const problem = refused && asProblem(refused);
  return (
    <>
      {problem && (
        <Notice tone="stop" title={problem.title}>
          {problem.detail}
        </Notice>
      )}
      {may && (
        <Panel title="Ta ställning">
          <Buttons>
            <Button kind="primary" pending={accept.isPending} onPress={() => accept.mutate()}>
              Anta
            </Button>
            <Button onPress={() => setAsks('back')}>Skicka tillbaka med en fråga</Button>
            <Button onPress={() => setAsks('redirect')}>Hänvisa vidare</Button>
            {request.steps.includes('triage') && (
              <Button kind="quiet" pending={take.isPending} onPress={() => take.mutate()}>
                Ta hand om
              </Button>
            )}
          </Buttons>
        </Panel>
      )}
      <AskBackDialog request={request} isOpen={asks === 'back'} onClose={() => setAsks(null)} />
      <RedirectDialog request={request} isOpen={asks === 'redirect'} onClose={() => setAsks(null)} />
    </>
  );
}

function Closing({ request }: { request: Request }) {
  const [asks, setAsks] = useState(false);
  const close = useStep(request.id, () => stepsWith(request).close());
  return (
    <Panel title="Avsluta">
      <p>
        {request.feedback
          ? 'Frågan är besvarad och enheten har berättat hur det gick.'
          : 'Frågan är besvarad. Avslutar du nu får enheten inte frågan om det hjälpte.'}
      </p>
      <Buttons>
        <Button onPress={() => setAsks(true)}>Avsluta frågan</Button>
      </Buttons>
      <ConfirmDialog
        title="Avsluta frågan?"
        confirm="Avsluta frågan"
        isOpen={asks}
        onConfirm={() => close.mutateAsync()}
        onClose={() => setAsks(false)}
      >
        <p>En avslutad fråga går inte att öppna igen. Svaret finns kvar att läsa.</p>
      </ConfirmDialog>
    </Panel>
  );
}
