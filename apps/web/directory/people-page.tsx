import { useState } from 'react';
import { Button } from '../kit/button.tsx';
import { ConfirmDialog } from '../kit/confirm-dialog.tsx';
import { DataTable } from '../kit/data-table.tsx';
import { dateText } from '../kit/date-words.ts';
import { EmptyState } from '../kit/empty-state.tsx';
import { Loaded } from '../kit/loaded.tsx';
import { Menu } from '../kit/menu.tsx';
import { PageHeader } from '../kit/page-header.tsx';
import { Pager } from '../kit/pager.tsx';
import { Panel } from '../kit/panel.tsx';
import {
  endAssignment,
  type HeldAssignment,
  PAGE_SIZE,
  type Person,
  renewPassword,
  usePeople,
  useUnits,
} from './directory.ts';
import { NewAssignmentDialog } from './new-assignment-dialog.tsx';
import { NewPersonDialog } from './new-person-dialog.tsx';
import { type MadePassword, PasswordDialog } from './password-dialog.tsx';

/** What the administrator is about to do with a person. */
type Deed = { person: Person } & (
  { does: 'assign' } | { does: 'renew-password' } | { does: 'end'; assignment: HeldAssignment }
);

/** The area administrator's start page: who may sign in, and as what. */
export function PeoplePage() {
  const [page, setPage] = useState(1);
  const [adding, setAdding] = useState(false);
  const [deed, setDeed] = useState<Deed | null>(null);
  const [made, setMade] = useState<MadePassword | null>(null);
  const people = usePeople(page);
  const units = useUnits();
  return (
    <>
      <PageHeader
        title="Personer"
        lead="De som kan logga in, och vad de arbetar som. En ny person kan börja genast."
        actions={
          <Button kind="primary" icon="plus" disabled={!units.data} onPress={() => setAdding(true)}>
            Lägg till en person
          </Button>
        }
      />
      <Panel>
        <Loaded query={people}>
          {({ people: rows, total }) =>
            rows.length === 0 ? (
              <EmptyState title="Inga personer">Här står de som kan logga in, när du har lagt till dem.</EmptyState>
            ) : (
              <>
                <PersonTable people={rows} onDeed={setDeed} />
                <Pager page={page} limit={PAGE_SIZE} total={total} onPage={setPage} />
              </>
            )
          }
        </Loaded>
      </Panel>
      {units.data && (
        <NewPersonDialog list={units.data} isOpen={adding} onClose={() => setAdding(false)} onMade={setMade} />
      )}
      {deed?.does === 'assign' && units.data && (
        <NewAssignmentDialog list={units.data} person={deed.person} onClose={() => setDeed(null)} />
      )}
      {deed && <Confirmation deed={deed} onClose={() => setDeed(null)} onMade={setMade} />}
      <PasswordDialog made={made} onClose={() => setMade(null)} />
    </>
  );
}

function PersonTable({ people, onDeed }: { people: Person[]; onDeed: (deed: Deed) => void }) {
  return (
    <DataTable
      caption="Personer"
      rows={people}
      rowKey={({ id }) => id}
      columns={[
        {
          id: 'name',
          name: 'Namn',
          cell: ({ name, username }) => (
            <>
              {name}
              <span className="row-more">{username}</span>
            </>
          ),
        },
        { id: 'assignments', name: 'Uppdrag', cell: ({ assignments }) => <Assignments assignments={assignments} /> },
        { id: 'change', name: 'Åtgärder', cell: (person) => <PersonMenu person={person} onDeed={onDeed} /> },
      ]}
    />
  );
}

const runs = ({ endedAt }: HeldAssignment): boolean => !endedAt || new Date(endedAt) > new Date();

const named = ({ roleName, unit }: HeldAssignment): string => `${roleName}, ${unit.name}`;

function Assignments({ assignments }: { assignments: HeldAssignment[] }) {
  const running = assignments.filter(runs);
  const ended = assignments.filter((assignment) => !runs(assignment));
  return (
    <ul className="plain-list">
      {running.length === 0 && <li className="soft">Inget uppdrag nu: kan inte arbeta i Samordna.</li>}
      {running.map((assignment) => (
        <li key={assignment.id}>
          {named(assignment)} <span className="soft">(sedan {dateText(assignment.startedAt)})</span>
        </li>
      ))}
      {ended.map((assignment) => (
        <li key={assignment.id} className="soft">
          Tidigare: {named(assignment)} ({dateText(assignment.startedAt)}–{dateText(assignment.endedAt!)})
        </li>
      ))}
    </ul>
  );
}

function PersonMenu({ person, onDeed }: { person: Person; onDeed: (deed: Deed) => void }) {
  const endings = person.assignments.filter(runs).map((assignment) => ({
    id: assignment.id,
    name: 'Avsluta uppdraget',
    help: named(assignment),
    icon: 'cross' as const,
    onChoose: () => onDeed({ person, does: 'end', assignment }),
  }));
  return (
    <Menu
      items={[
        { id: 'assign', name: 'Ge ett uppdrag till', icon: 'plus', onChoose: () => onDeed({ person, does: 'assign' }) },
        {
          id: 'renew-password',
          name: 'Gör ett nytt lösenord',
          icon: 'refresh',
          onChoose: () => onDeed({ person, does: 'renew-password' }),
        },
        ...endings,
      ]}
    >
      Ändra<span className="visually-hidden"> {person.name}</span>
    </Menu>
  );
}

interface ConfirmationProps {
  deed: Deed;
  onClose: () => void;
  onMade: (made: MadePassword) => void;
}

function Confirmation({ deed, onClose, onMade }: ConfirmationProps) {
  const { person } = deed;
  if (deed.does === 'renew-password') {
    return (
      <ConfirmDialog
        title={`Gör ett nytt lösenord för ${person.name}`}
        confirm="Gör ett nytt lösenord"
        isOpen
        onClose={onClose}
        onConfirm={async () => onMade({ ...person, ...(await renewPassword(person.id)) })}
      >
        <p>Det gamla lösenordet slutar gälla genast, och {person.name} loggas ut överallt.</p>
      </ConfirmDialog>
    );
  }
  if (deed.does === 'end') {
    return (
      <ConfirmDialog
        title="Avsluta uppdraget"
        confirm="Avsluta uppdraget"
        danger
        isOpen
        onClose={onClose}
        onConfirm={() => endAssignment(deed.assignment.id)}
      >
        <p>
          {person.name} arbetar då inte längre som {named(deed.assignment)}. Det gäller genast, också på skärmar som är
          öppna. Det som redan är gjort finns kvar.
        </p>
      </ConfirmDialog>
    );
  }
  return null;
}
