import { type Column, DataTable } from '../kit/data-table.tsx';
import { DateText } from '../kit/date-text.tsx';
import { Link } from '../kit/link.tsx';
import type { CaseRow } from './case.ts';
import { CaseStateTag, DueText } from './case-state.tsx';
import { childWords, nextStepOf, pathOf } from './case-words.ts';

const CASE: Column<CaseRow> = {
  id: 'case',
  name: 'Ärende',
  cell: (row) => (
    <Link to={pathOf(row.id)}>
      <span className="reference">{row.reference}</span>
    </Link>
  ),
};
const CHILD: Column<CaseRow> = { id: 'child', name: 'Barn', cell: childWords };
const STATE: Column<CaseRow> = { id: 'state', name: 'Läge', cell: ({ state }) => <CaseStateTag state={state} /> };
const DUE: Column<CaseRow> = { id: 'due', name: 'Nästa tid', cell: (row) => <DueText row={row} /> };
const COORDINATOR: Column<CaseRow> = {
  id: 'coordinator',
  name: 'Samordnare',
  cell: ({ coordinatorName }) => coordinatorName,
};
const NEXT: Column<CaseRow> = { id: 'next', name: 'Nästa steg', cell: (row) => <NextStepLink row={row} /> };
const CHANGED: Column<CaseRow> = {
  id: 'changed',
  name: 'Avslutat',
  cell: ({ changedAt }) => <DateText value={changedAt} />,
};

interface CaseTableProps {
  caption: string;
  cases: CaseRow[];
  /** One's own cases need no name of the coordinator. */
  mine?: boolean;
  /** Cases that have ended have no next step. */
  ended?: boolean;
}

/** Cases as work: what they are called, where they stand and what is next. Of the child, initials and age at most. */
export function CaseTable({ caption, cases, mine = false, ended = false }: CaseTableProps) {
  const whose = mine ? [] : [COORDINATOR];
  const columns = ended ? [CASE, CHILD, STATE, CHANGED, ...whose] : [CASE, CHILD, STATE, DUE, ...whose, NEXT];
  return <DataTable caption={caption} columns={columns} rows={cases} rowKey={({ id }) => id} />;
}

function NextStepLink({ row }: { row: CaseRow }) {
  const next = nextStepOf(row);
  if (!next) return <span className="soft">Inget just nu</span>;
  return (
    <Link to={next.to}>
      {next.verb}
      <span className="visually-hidden">, {row.reference}</span>
    </Link>
  );
}
