import { useState } from 'react';
import { useForm, useWatch } from 'react-hook-form';
import { useNavigate } from 'react-router';
import { useAutosave } from '../api/use-autosave.ts';
import { useProblem } from '../api/use-problem.ts';
import { Button, Buttons } from '../kit/button.tsx';
import { ErrorSummary } from '../kit/error-summary.tsx';
import { LeaveDialog } from '../kit/leave-dialog.tsx';
import { Notice } from '../kit/notice.tsx';
import { PageHeader } from '../kit/page-header.tsx';
import { Panel } from '../kit/panel.tsx';
import { SavingFoot } from '../kit/saved-form.tsx';
import { DiscardQuestion } from './discard-question.tsx';
import { DraftConflict } from './draft-conflict.tsx';
import { DraftFieldset, type DraftForm } from './draft-fieldset.tsx';
import { EMPTY_DRAFT, storedDraft, useDraftStore } from './draft.ts';
import { HowToWrite } from './how-to-write.tsx';
import { refusedTexts } from './marked-text.tsx';
import { ReportOfConcern, RiskQuestion } from './risk-question.tsx';
import { adopt, type Request, stepsWith } from './request.ts';

/** Writing a question, or mending one that the coordinator has asked about. Saved as it is written. */
export function DraftPage({ request: opened }: { request?: Request }) {
  const [start] = useState(() => (opened ? storedDraft(opened) : EMPTY_DRAFT));
  const form = useForm({ defaultValues: { ...start.content, childAtRisk: '' } });
  const { childAtRisk, ...fields } = useWatch({ control: form.control, compute: (values: DraftForm) => values });
  const { store, request } = useDraftStore(opened);
  const { saving, problem: notSaved, conflict, autosave, leaving } = useAutosave(start, fields, store);
  const { problem, refuse, clear } = useProblem(form);
  const [sending, setSending] = useState(false);
  const navigate = useNavigate();

  async function send() {
    clear();
    setSending(true);
    try {
      if (await autosave.flush()) await sendSaved();
      else if (autosave.problem) refuse(autosave.problem);
    } catch (error) {
      refuse(error);
    } finally {
      setSending(false);
    }
  }

  async function sendSaved() {
    const saved = request();
    if (!saved) return;
    adopt(await stepsWith({ id: saved.id, version: autosave.version }).submit());
    showSent(saved.id);
  }

  function showSent(id: string) {
    autosave.stop();
    void navigate(`/fragor/${id}`, { replace: true, state: { sent: true } });
  }

  const saved = request();
  const isReturned = opened?.state === 'RETURNED';
  return (
    <>
      <PageHeader
        title={saved ? `Fråga ${saved.reference}` : 'Ställ en fråga'}
        lead={
          isReturned
            ? 'Skriv om det som behövs och skicka in igen. Det du skriver sparas hela tiden.'
            : 'Fem saker, sedan kan du skicka in. Det du skriver sparas hela tiden, och bara du ser det tills du skickar.'
        }
        back={{ to: '/', name: 'Mina frågor' }}
      />
      {isReturned && <QuestionBack text={opened?.returnQuestion ?? ''} />}
      <Panel {...(conflict && { title: 'Frågan i två versioner' })}>
        {conflict && saved ? (
          <DraftConflict
            mine={fields}
            saved={conflict.content}
            isSent={!saved.steps.includes('submit')}
            onKeepMine={() => void autosave.keepMine()}
            onTakeSaved={() => form.reset({ ...autosave.takeSaved(), childAtRisk })}
            onShowSent={() => showSent(saved.id)}
          />
        ) : (
          <form className="form" noValidate onSubmit={(event) => void form.handleSubmit(send)(event)}>
            <ErrorSummary problem={problem} />
            <HowToWrite />
            <DraftFieldset
              control={form.control}
              errors={notSaved?.errors ?? []}
              refused={refusedTexts(notSaved?.errors ?? [], fields)}
            />
            <RiskQuestion control={form.control} />
            {childAtRisk === 'yes' && <ReportOfConcern />}
            <SavingFoot saved={{ saving, problem: notSaved === problem ? null : notSaved }} />
            <Buttons>
              {childAtRisk !== 'yes' && (
                <Button kind="primary" type="submit" pending={sending}>
                  Skicka in frågan
                </Button>
              )}
              {saved && saved.steps.includes('discard') && <DiscardQuestion autosave={autosave} id={saved.id} />}
            </Buttons>
          </form>
        )}
      </Panel>
      <LeaveDialog leaving={leaving} />
    </>
  );
}

function QuestionBack({ text }: { text: string }) {
  return (
    <Notice tone="warning" title="Samordnaren frågar">
      <p className="written">{text}</p>
      <p>Svara genom att skriva om nedan, och skicka in igen.</p>
    </Notice>
  );
}
