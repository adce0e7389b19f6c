import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { Button } from '../kit/button.tsx';
import { type Column, DataTable } from '../kit/data-table.tsx';
import { DateText } from '../kit/date-text.tsx';
import { EmptyState } from '../kit/empty-state.tsx';
import { Link } from '../kit/link.tsx';
import { Loaded } from '../kit/loaded.tsx';
import { Notice } from '../kit/notice.tsx';
import { PageHeader } from '../kit/page-header.tsx';
import { Pager } from '../kit/pager.tsx';
import { Panel } from '../kit/panel.tsx';
import { AppointReaderDialog } from './appoint-reader-dialog.tsx';
import { PAGE_SIZE } from './directory.ts';
import { childWords, type UnreadChild, useUnreadChildren } from './unread-children.ts';

/** `/skyddade-barn`: where nobody is left who may open the child, somebody is appointed. */
export function UnreadChildrenPage() {
  const [page, setPage] = useState(1);
  const [chosen, setChosen] = useState<UnreadChild | null>(null);
  const [done, setDone] = useState<string | null>(null);
  const children = useUnreadChildren(page);
  const form = useForm({ defaultValues: { assignmentId: '', reason: '' } });
  const choose = (child: UnreadChild) => {
    form.resetField('assignmentId');
    setDone(null);
    setChosen(child);
  };
  return (
    <>
      <PageHeader
        title="Skyddade barn som ingen kan öppna"
        lead="Barn med skyddade personuppgifter, där alla som fick öppna dem har slutat. Utse någon på enheten, så att ärendet inte blir liggande. Vem barnet är syns inte här."
      />
      {done && <Notice tone="success" title={done} />}
      <Panel>
        <Loaded query={children}>
          {({ children: rows, total }) =>
            rows.length === 0 ? (
              <EmptyState title="Alla skyddade barn kan öppnas av någon">
                Slutar den sista som kan öppna ett barns uppgifter kommer barnet hit.
              </EmptyState>
            ) : (
              <>
                <ChildTable rows={rows} onChoose={choose} />
                <Pager page={page} limit={PAGE_SIZE} total={total} onPage={setPage} />
              </>
            )
          }
        </Loaded>
      </Panel>
      {chosen && <AppointReaderDialog child={chosen} form={form} onClose={() => setChosen(null)} onDone={setDone} />}
    </>
  );
}

function ChildTable({ rows, onChoose }: { rows: UnreadChild[]; onChoose: (child: UnreadChild) => void }) {
  const columns: Column<UnreadChild>[] = [
    { id: 'child', name: 'Barn', cell: childWords },
    { id: 'unit', name: 'Enhet', cell: ({ unit }) => unit.name },
    { id: 'since', name: 'Ingen kan öppna sedan', cell: ({ since }) => <DateText value={since} /> },
    {
      id: 'appoint',
      name: 'Åtgärd',
      cell: (child) => <Step child={child} onChoose={() => onChoose(child)} />,
    },
  ];
  return (
    <DataTable caption="Skyddade barn som ingen kan öppna" columns={columns} rows={rows} rowKey={({ id }) => id} />
  );
}

function Step({ child, onChoose }: { child: UnreadChild; onChoose: () => void }) {
  if (child.candidates.length === 0)
    return (
      <>
        Enheten har ingen annan SIP-samordnare. <Link to="/">Ge någon det uppdraget först</Link>
      </>
    );
  return (
    <Button onPress={onChoose}>
      Utse någon<span className="visually-hidden"> för {childWords(child)}</span>
    </Button>
  );
}

/** On the administrator's start page, while there are any. */
export function UnreadChildrenNotice() {
  const { data } = useUnreadChildren();
  if (!data || data.total === 0) return null;
  return (
    <Notice
      tone="warning"
      title={
        data.total === 1
          ? 'Ett skyddat barn kan inte öppnas av någon'
          : `${data.total} skyddade barn kan inte öppnas av någon`
      }
    >
      Deras ärenden står stilla tills du har utsett någon. <Link to="/skyddade-barn">Visa dem</Link>
    </Notice>
  );
}
