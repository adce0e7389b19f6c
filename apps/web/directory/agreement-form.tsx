import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useForm, useWatch } from 'react-hook-form';
import { asProblem } from '../api/problem.ts';
import { queryClient } from '../api/query.ts';
import { useProblem } from '../api/use-problem.ts';
import { Button, Buttons } from '../kit/button.tsx';
import { ErrorSummary } from '../kit/error-summary.tsx';
import { LeaveDialog } from '../kit/leave-dialog.tsx';
import { Panel } from '../kit/panel.tsx';
import { SideBySide } from '../kit/side-by-side.tsx';
import { useLeaveGuard } from '../names/use-leave-guard.ts';
import { broughtOver, changesOf } from './agreement-changes.ts';
import type { Agreement, AgreementContent } from './agreement-fields.ts';
import { ConsentPanel, ConsultationPanel, DayPanel } from './agreement-inputs.tsx';
import { readAgreement, saveAgreement } from './agreement-save.ts';
import { Changes } from './changes.tsx';
import { CodeLists } from './code-lists.tsx';

/** The version in force, to be changed into the next. */
export function AgreementForm({ agreement }: { agreement: Agreement }) {
  const [base, setBase] = useState(agreement);
  const [theirs, setTheirs] = useState<Agreement>();
  const form = useForm<AgreementContent>({ defaultValues: agreement.content });
  const { problem, refuse, clear } = useProblem(form);
  const saving = useMutation({
    mutationFn: (content: AgreementContent) => saveAgreement(base.version, content),
    onSuccess: (saved) => goOnFrom(saved, saved.content),
    onError: async (error) => {
      if (asProblem(error).status === 412) setTheirs(await readAgreement());
      else refuse(error);
    },
  });
  const mine = useWatch({ control: form.control }) as AgreementContent;
  const changes = changesOf(base.content, mine);
  const leaving = useLeaveGuard(changes.length > 0);
  const save = form.handleSubmit((content) => {
    clear();
    saving.mutate(content);
  });

  function goOnFrom(version: Agreement, content: AgreementContent) {
    setBase(version);
    setTheirs(undefined);
    form.reset(content);
    for (const part of ['versions', 'read']) void queryClient.invalidateQueries({ queryKey: ['agreement', part] });
    void queryClient.invalidateQueries({ queryKey: ['agreement'], exact: true });
  }

  if (theirs) {
    const merged = broughtOver(base.content, mine, theirs.content);
    const fields = changesOf(theirs.content, merged);
    return (
      <Panel title={`Version ${theirs.version} är redan sparad`}>
        <SideBySide
          fields={fields.map(({ name, before, after }) => ({ name, mine: after, saved: before }))}
          onKeepMine={() => goOnFrom(theirs, merged)}
          onTakeSaved={() => goOnFrom(theirs, theirs.content)}
        />
        <LeaveDialog leaving={leaving} />
      </Panel>
    );
  }

  return (
    <>
      <ErrorSummary problem={problem} />
      <DayPanel control={form.control} />
      <ConsentPanel control={form.control} />
      <ConsultationPanel control={form.control} />
      <CodeLists content={mine} base={base.content} onChange={(path, rows) => form.setValue(path, rows)} />
      <Panel title={changes.length > 0 ? `Att spara som version ${base.version + 1}` : 'Att spara'}>
        {changes.length === 0 ? (
          <p className="soft">Inget är ändrat. Här står ändringarna innan du sparar dem.</p>
        ) : (
          <>
            <Changes changes={changes} />
            <p className="before-button">
              Version {base.version + 1} gäller från i dag för nya ärenden. Pågående ärenden behåller version{' '}
              {base.version} eller den de började med.
            </p>
            <Buttons>
              <Button kind="primary" pending={saving.isPending} onPress={() => void save()}>
                Spara version {base.version + 1}
              </Button>
              <Button onPress={() => form.reset(base.content)}>Ångra ändringarna</Button>
            </Buttons>
          </>
        )}
        <p role="status">
          {saving.isSuccess && changes.length === 0 && `Version ${base.version} är sparad och gäller nu.`}
        </p>
      </Panel>
      <LeaveDialog leaving={leaving} />
    </>
  );
}
