import type { ReactNode } from 'react';
import type { Saving } from '../api/autosave.ts';
import type { Problem } from '../api/problem.ts';
import { LeaveDialog } from './leave-dialog.tsx';
import { Notice } from './notice.tsx';
import { Panel } from './panel.tsx';
import { SaveState } from './save-state.tsx';
import { differing, type Parts, SideBySide } from './side-by-side.tsx';

interface SavedFormProps<Content> {
  /** What is written, e.g. "Planen". */
  name: string;
  /** The form's state, as useSavedForm answers it. */
  saved: {
    conflict: { mine: Content; saved: Content } | null;
    leaving: Parameters<typeof LeaveDialog>[0]['leaving'];
    keepMine: () => void;
    takeSaved: () => void;
  };
  inWords: (content: Content) => Parts;
  children: ReactNode;
}

/** A form that is saved as it is written; when somebody else was first, the parts that differ instead. */
export function SavedForm<Content>({ name, saved, inWords, children }: SavedFormProps<Content>) {
  const { conflict, leaving, keepMine, takeSaved } = saved;
  return (
    <>
      {conflict ? (
        <Panel title={`${name} i två versioner`}>
          <SideBySide
            fields={differing(inWords(conflict.mine), inWords(conflict.saved))}
            onKeepMine={keepMine}
            onTakeSaved={takeSaved}
          />
        </Panel>
      ) : (
        children
      )}
      <LeaveDialog leaving={leaving} />
    </>
  );
}

export interface SavingFootProps {
  saved: { saving: Saving; problem: Problem | null };
}

/** The foot of a form that is saved as it is written: where the text is, and why it is not saved where no field says so. */
export function SavingFoot({ saved: { saving, problem } }: SavingFootProps) {
  return (
    <>
      {problem && problem.errors.length === 0 && (
        <Notice tone="warning" title={problem.title}>
          {problem.detail}
        </Notice>
      )}
      <div className="form-foot">
        <SaveState saving={saving} />
      </div>
    </>
  );
}
