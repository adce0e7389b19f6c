import { useEffect, useEffectEvent, useState } from 'react';
import { useForm } from 'react-hook-form';
import { useAgreement } from '../agreement/use-agreement.ts';
import type { Stored } from '../api/autosave.ts';
import { useAutosave } from '../api/use-autosave.ts';
import { CheckboxGroup } from '../kit/checkbox-group.tsx';
import { useField } from '../kit/field.tsx';
import { LeaveDialog } from '../kit/leave-dialog.tsx';
import { Loaded } from '../kit/loaded.tsx';
import { Notice } from '../kit/notice.tsx';
import { Panel } from '../kit/panel.tsx';
import { SaveState } from '../kit/save-state.tsx';
import { SideBySide } from '../kit/side-by-side.tsx';
import { TextArea } from '../kit/text-area.tsx';
import { type PreparationFields, preparationStore, storedPreparation, usePreparation } from './preparation.ts';

/** The checklist and the note to the team, saved as they are written. */
export function PreparationPanel({ requestId }: { requestId: string }) {
  return (
    <Panel title="Förbered">
      <Loaded query={usePreparation(requestId)}>
        {(preparation) => <PreparationForm requestId={requestId} opened={storedPreparation(preparation)} />}
      </Loaded>
    </Panel>
  );
}

function PreparationForm({ requestId, opened }: { requestId: string; opened: Stored<PreparationFields> }) {
  const { choicesOf, namesOf } = useAgreement();
  const [start] = useState(opened);
  const form = useForm({ defaultValues: start.content });
  const checks = useField(form.control, 'checks');
  const note = useField(form.control, 'note');
  const fields = { checks: checks.value, note: note.value };
  const { saving, problem, conflict, autosave, leaving } = useAutosave(start, fields, preparationStore(requestId));

  const followOthers = useEffectEvent(() => {
    if (autosave.follow(opened)) form.reset(opened.content);
  });
  useEffect(() => followOthers(), [opened.version]);

  return (
    <>
      {conflict ? (
        <SideBySide
          fields={[
            {
              name: 'Klart inför mötet',
              mine: namesOf('preparationChecks', fields.checks),
              saved: namesOf('preparationChecks', conflict.content.checks),
            },
            { name: 'Anteckning till teamet', mine: fields.note, saved: conflict.content.note },
          ].filter(({ mine, saved }) => mine !== saved)}
          onKeepMine={() => void autosave.keepMine()}
          onTakeSaved={() => form.reset(autosave.takeSaved())}
        />
      ) : (
        <div className="form">
          <CheckboxGroup label="Klart inför mötet" choices={choicesOf('preparationChecks')} {...checks} />
          <TextArea
            label="Anteckning till teamet"
            help="Till exempel vem som bör bjudas in. Inga namn på barnet eller familjen."
            optional
            rows={3}
            maxLength={2000}
            {...note}
          />
          <SaveState saving={saving} />
          {problem && (
            <Notice tone="warning" title={problem.title}>
              {problem.detail}
            </Notice>
          )}
        </div>
      )}
      <LeaveDialog leaving={leaving} />
    </>
  );
}
