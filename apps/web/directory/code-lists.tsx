import { useState } from 'react';
import { Button } from '../kit/button.tsx';
import { fieldId } from '../kit/field.tsx';
import { Panel } from '../kit/panel.tsx';
import {
  type AgreementContent,
  type CodeList,
  type CodeRow,
  listAt,
  type ListPath,
  LISTS,
} from './agreement-fields.ts';
import { CodeListDialog } from './code-list-dialog.tsx';

interface CodeListsProps {
  content: AgreementContent;
  /** The version that is being changed. */
  base: AgreementContent;
  onChange: (path: ListPath, rows: CodeRow[]) => void;
}

/** What can be chosen in the area's forms, list by list. */
export function CodeLists({ content, base, onChange }: CodeListsProps) {
  const [open, setOpen] = useState<CodeList | null>(null);
  return (
    <Panel title="Listor att välja ur">
      <ul className="rows">
        {LISTS.map((list) => (
          <li key={list.path} id={fieldId(list.path)} className="row">
            <div>
              <span className="row-name">{list.label}</span>
              <span className="row-more">{summary(listAt(content, list.path).map(({ name }) => name))}</span>
            </div>
            <Button label={`Ändra ${list.label}`} onPress={() => setOpen(list)}>
              Ändra
            </Button>
          </li>
        ))}
      </ul>
      {open && (
        <CodeListDialog
          list={open}
          rows={listAt(content, open.path)}
          kept={listAt(base, open.path).map(({ code }) => code)}
          onDone={(rows) => onChange(open.path, rows)}
          onClose={() => setOpen(null)}
        />
      )}
    </Panel>
  );
}

function summary(names: string[]): string {
  const first = names.slice(0, 3).join(', ');
  return names.length > 3 ? `${first} och ${names.length - 3} till` : first;
}
