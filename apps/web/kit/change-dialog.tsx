import type { ReactNode } from 'react';
import type { FieldValues } from 'react-hook-form';
import { Dialog } from './dialog.tsx';
import { SideBySide } from './side-by-side.tsx';
import { FormDialog } from './form-dialog.tsx';
import type { useChange } from './use-change.ts';

interface ChangeDialogProps<Values extends FieldValues> {
  title: string;
  confirm: string;
  onClose: () => void;
  change: ReturnType<typeof useChange<Values>>;
  /** The fields as words, under their names in the form. */
  words: (values: Values) => Record<string, string>;
  children: ReactNode;
}

/** A form in a dialog; when somebody else saved first, both texts instead. */
export function ChangeDialog<Values extends FieldValues>(props: ChangeDialogProps<Values>) {
  const { title, confirm, onClose, change, words, children } = props;
  const { conflict } = change;
  if (!conflict) {
    return (
      <FormDialog title={title} confirm={confirm} onClose={onClose} dialog={change}>
        {children}
      </FormDialog>
    );
  }
  const saved = words(conflict.saved);
  const fields = Object.entries(words(conflict.mine))
    .map(([name, mine]) => ({ name, mine, saved: saved[name] ?? '' }))
    .filter((field) => field.mine !== field.saved);
  return (
    <Dialog title={title} isOpen onClose={onClose}>
      <SideBySide fields={fields} onKeepMine={change.keepMine} onTakeSaved={change.takeSaved} />
    </Dialog>
  );
}
