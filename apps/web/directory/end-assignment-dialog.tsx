import { useState } from 'react';
import { asProblem } from '../api/problem.ts';
import { ConfirmDialog } from '../kit/confirm-dialog.tsx';
import { Loaded } from '../kit/loaded.tsx';
import { Notice } from '../kit/notice.tsx';
import { endAssignment, type HeldAssignment, named, useAssignmentWork } from './directory.ts';
import { assignmentWorkWords } from './work-words.ts';

interface EndAssignmentDialogProps {
  name: string;
  assignment: HeldAssignment;
  onClose: () => void;
}

/** Says what somebody leaves behind before the assignment ends. */
export function EndAssignmentDialog({ name, assignment, onClose }: EndAssignmentDialogProps) {
  const work = useAssignmentWork(assignment.id);
  const [leavesChildren, setLeavesChildren] = useState(false);

  /** Refused once where protected children would be left; then it is the administrator's own choice. */
  async function end() {
    try {
      await endAssignment(assignment.id, leavesChildren);
    } catch (error) {
      setLeavesChildren(asProblem(error).type === '/problem/reader-needed');
      throw error;
    }
  }

  return (
    <ConfirmDialog
      title="Avsluta uppdraget"
      confirm={leavesChildren ? 'Avsluta ändå' : 'Avsluta uppdraget'}
      danger
      isOpen
      onClose={onClose}
      onConfirm={end}
    >
      <p>
        {name} arbetar då inte längre som {named(assignment)}. Det gäller genast, också på skärmar som är öppna. Det som
        redan är gjort finns kvar.
      </p>
      <Loaded query={work}>{(held) => <LeftBehind words={assignmentWorkWords(held)} />}</Loaded>
    </ConfirmDialog>
  );
}

/** What goes on without somebody, or without a unit. */
export function LeftBehind({ words }: { words: string[] }) {
  if (words.length === 0) return null;
  return (
    <Notice tone="warning" title="Tänk på det här först">
      <ul>
        {words.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </Notice>
  );
}
