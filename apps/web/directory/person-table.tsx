import { DataTable } from '../kit/data-table.tsx';
import { dateText } from '../kit/date-words.ts';
import { Menu } from '../kit/menu.tsx';
import { useSession } from '../api/session.ts';
import { type HeldAssignment, named, type Person } from './directory.ts';

/** What the administrator is about to do with a person. */
export type Deed = { person: Person } & (
  { does: 'assign' | 'change' | 'renew-password' } | { does: 'end'; assignment: HeldAssignment }
);

interface PersonTableProps {
  people: Person[];
  onDeed: (deed: Deed) => void;
}

export function PersonTable({ people, onDeed }: PersonTableProps) {
  return (
    <DataTable
      caption="Personer"
      rows={people}
      rowKey={({ id }) => id}
      columns={[
        {
          id: 'name',
          name: 'Namn',
          cell: ({ name, username, passwordDue }) => (
            <>
              {name}
              <span className="row-more">{username}</span>
              {passwordDue && <span className="row-more">Har inte valt eget lösenord än</span>}
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
  const isMe = useSession().data?.person.id === person.id;
  const items = [
    { does: 'assign', name: 'Ge ett uppdrag till', icon: 'plus' },
    { does: 'change', name: 'Rätta namn eller användarnamn', icon: 'swap' },
    // One's own is changed where one proves the one that one has: Mitt konto.
    ...(isMe ? [] : [{ does: 'renew-password', name: 'Gör ett nytt lösenord', icon: 'refresh' } as const]),
  ] as const;
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
        ...items.map(({ does, ...item }) => ({ ...item, id: does, onChoose: () => onDeed({ person, does }) })),
        ...endings,
      ]}
    >
      Ändra<span className="visually-hidden"> {person.name}</span>
    </Menu>
  );
}
