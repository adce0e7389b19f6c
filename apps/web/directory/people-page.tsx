import { useState } from 'react';
import { Button } from '../kit/button.tsx';
import { ConfirmDialog } from '../kit/confirm-dialog.tsx';
import { Loaded } from '../kit/loaded.tsx';
import { PageHeader } from '../kit/page-header.tsx';
import { Pager } from '../kit/pager.tsx';
import { Panel } from '../kit/panel.tsx';
import { ChangeTexts, type ChangedText } from './change-texts.tsx';
import { changePerson, PAGE_SIZE, personNow, renewPassword, usePeople, useUnits } from './directory.ts';
import { EndAssignmentDialog } from './end-assignment-dialog.tsx';
import { NewAssignmentDialog } from './new-assignment-dialog.tsx';
import { NewPersonDialog } from './new-person-dialog.tsx';
import { type MadePassword, PasswordDialog } from './password-dialog.tsx';
import { type Deed, PersonTable } from './person-table.tsx';
import { SearchPeople } from './search-people.tsx';
import { UnreadChildrenNotice } from './unread-children-page.tsx';

function foundWords(shown: number, total: number): string {
  if (total === 0) return 'Ingen hittades. Pröva en kortare del av namnet.';
  return shown < total ? `Visar de ${shown} första av ${total}. Skriv mer av namnet.` : `${total} hittades.`;
}

const TEXTS: ChangedText[] = [
  { name: 'name', label: 'Namn', required: 'Skriv personens namn.' },
  {
    name: 'username',
    label: 'Användarnamn',
    help: 'Det som personen skriver för att logga in. Berätta för personen om du ändrar det.',
    required: 'Skriv ett användarnamn.',
  },
];

/** The area administrator's start page: who may sign in, and as what. */
export function PeoplePage() {
  const [page, setPage] = useState(1);
  const [text, setText] = useState('');
  const [adding, setAdding] = useState(false);
  const [deed, setDeed] = useState<Deed | null>(null);
  const [made, setMade] = useState<MadePassword | null>(null);
  const people = usePeople(text, page);
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
      <UnreadChildrenNotice />
      <Panel>
        <SearchPeople onSearch={setText} />
        <Loaded query={people}>
          {({ people: rows, total }) => (
            <>
              {text && (
                <p className="before-button" role="status">
                  {foundWords(rows.length, total)}
                </p>
              )}
              {rows.length > 0 && <PersonTable people={rows} onDeed={setDeed} />}
              {!text && <Pager page={page} limit={PAGE_SIZE} total={total} onPage={setPage} />}
            </>
          )}
        </Loaded>
      </Panel>
      {units.data && (
        <NewPersonDialog list={units.data} isOpen={adding} onClose={() => setAdding(false)} onMade={setMade} />
      )}
      {deed?.does === 'assign' && units.data && (
        <NewAssignmentDialog list={units.data} person={deed.person} onClose={() => setDeed(null)} />
      )}
      {deed && <DeedDialog deed={deed} onClose={() => setDeed(null)} onMade={setMade} />}
      <PasswordDialog made={made} onClose={() => setMade(null)} />
    </>
  );
}

interface DeedDialogProps {
  deed: Deed;
  onClose: () => void;
  onMade: (made: MadePassword) => void;
}

function DeedDialog({ deed, onClose, onMade }: DeedDialogProps) {
  const { person } = deed;
  switch (deed.does) {
    case 'change':
      return (
        <ChangeTexts
          title={`Rätta ${person.name}`}
          confirm="Spara"
          item={person}
          texts={TEXTS}
          save={changePerson}
          now={() => personNow(person.id)}
          onClose={onClose}
        />
      );
    case 'renew-password':
      return (
        <ConfirmDialog
          title={`Gör ett nytt lösenord för ${person.name}`}
          confirm="Gör ett nytt lösenord"
          isOpen
          onClose={onClose}
          onConfirm={async () => onMade({ ...person, ...(await renewPassword(person.id)) })}
        >
          <p>
            Det gamla lösenordet slutar gälla genast, och {person.name} loggas ut överallt. Det nya gäller bara för att
            komma in: personen väljer sedan ett eget.
          </p>
        </ConfirmDialog>
      );
    case 'end':
      return <EndAssignmentDialog name={person.name} assignment={deed.assignment} onClose={onClose} />;
    case 'assign':
      return null;
  }
}
