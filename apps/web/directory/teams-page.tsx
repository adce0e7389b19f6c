import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { Button } from '../kit/button.tsx';
import { EmptyState } from '../kit/empty-state.tsx';
import { Link } from '../kit/link.tsx';
import { Loaded } from '../kit/loaded.tsx';
import { PageHeader } from '../kit/page-header.tsx';
import { Facts, Panel } from '../kit/panel.tsx';
import { FormDialog } from '../kit/form-dialog.tsx';
import { ChangeTexts, type ChangedText, TextFields } from './change-texts.tsx';
import { addTeam, changeTeam, type Team, type TeamInput, teamNow, useTeams } from './directory.ts';
import { useDialogForm } from '../kit/use-dialog-form.ts';

const TEXTS: ChangedText[] = [
  { name: 'name', label: 'Teamets namn', required: 'Skriv teamets namn.' },
  {
    name: 'rhythm',
    label: 'Hur ofta teamet möts',
    help: 'Till exempel: första torsdagen i månaden.',
    required: 'Skriv hur ofta teamet möts.',
  },
];

/** `/team` */
export function TeamsPage() {
  const [adding, setAdding] = useState(false);
  const [changed, setChanged] = useState<Team | null>(null);
  const teams = useTeams();
  return (
    <>
      <PageHeader
        title="Team"
        lead="Konsultationsteamen som svarar på frågor, och de som sitter i dem."
        actions={
          <Button kind="primary" icon="plus" onPress={() => setAdding(true)}>
            Lägg till ett team
          </Button>
        }
      />
      <Loaded query={teams}>
        {(list) =>
          list.teams.length === 0 ? (
            <Panel>
              <EmptyState title="Inga team">Lägg till det första, och ge sedan personer uppdrag i det.</EmptyState>
            </Panel>
          ) : (
            list.teams.map((team) => <TeamPanel key={team.id} team={team} onChange={() => setChanged(team)} />)
          )
        }
      </Loaded>
      <NewTeamDialog isOpen={adding} onClose={() => setAdding(false)} />
      {changed && (
        <ChangeTexts
          title={`Ändra ${changed.name}`}
          confirm="Spara"
          item={changed}
          texts={TEXTS}
          save={(team, values) => changeTeam(team, values as unknown as TeamInput)}
          now={() => teamNow(changed.id)}
          onClose={() => setChanged(null)}
        />
      )}
    </>
  );
}

function TeamPanel({ team, onChange }: { team: Team; onChange: () => void }) {
  return (
    <Panel
      title={team.name}
      action={
        <Button onPress={onChange}>
          Ändra<span className="visually-hidden"> {team.name}</span>
        </Button>
      }
    >
      <Facts
        facts={[
          { name: 'Möts', value: team.rhythm },
          { name: 'Medlemmar', value: <Members members={team.members} /> },
        ]}
      />
      <p className="soft after-facts">
        Någon blir medlem genom att få ett uppdrag i teamet, och slutar när uppdraget avslutas.{' '}
        <Link to="/">Gå till personer</Link>
      </p>
    </Panel>
  );
}

function Members({ members }: { members: Team['members'] }) {
  if (members.length === 0) return 'Ingen än';
  return (
    <ul className="plain-list">
      {members.map(({ assignmentId, name, unit }) => (
        <li key={assignmentId}>
          {name}, {unit.name}
        </li>
      ))}
    </ul>
  );
}

function NewTeamDialog({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const form = useForm<Record<string, string>>({ defaultValues: { name: '', rhythm: '' } });
  const dialog = useDialogForm(form, (values) => addTeam(values as unknown as TeamInput), onClose);
  return (
    <FormDialog title="Lägg till ett team" confirm="Lägg till" isOpen={isOpen} onClose={onClose} dialog={dialog}>
      <TextFields control={form.control} texts={TEXTS} />
    </FormDialog>
  );
}
