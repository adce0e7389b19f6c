import { useState } from 'react';
import { useAgreement } from '../agreement/use-agreement.ts';
import { Button } from '../kit/button.tsx';
import { ConfirmDialog } from '../kit/confirm-dialog.tsx';
import { type Column, DataTable } from '../kit/data-table.tsx';
import { dateText } from '../kit/date-words.ts';
import { EmptyState } from '../kit/empty-state.tsx';
import { Loaded } from '../kit/loaded.tsx';
import { Menu } from '../kit/menu.tsx';
import { PageHeader } from '../kit/page-header.tsx';
import { Panel } from '../kit/panel.tsx';
import { StateTag } from '../kit/state-tag.tsx';
import { ChangeTexts, type ChangedText } from './change-texts.tsx';
import { CloseUnitDialog } from './close-unit-dialog.tsx';
import { changeUnit, type Unit, unitNow, useUnits } from './directory.ts';
import { NewUnitDialog } from './new-unit-dialog.tsx';
import { Principals } from './principals.tsx';

const TEXTS: ChangedText[] = [
  {
    name: 'name',
    label: 'Enhetens namn',
    help: 'Planer som redan är fastställda behåller det gamla namnet.',
    required: 'Skriv enhetens namn.',
  },
];

/** What the administrator is about to do with a unit. */
interface Deed {
  unitId: string;
  does: 'rename' | 'close' | 'open';
}

/** `/enheter` */
export function UnitsPage() {
  const [adding, setAdding] = useState(false);
  const [deed, setDeed] = useState<Deed | null>(null);
  const units = useUnits();
  const done = () => setDeed(null);
  const chosen = deed && units.data?.units.find(({ id }) => id === deed.unitId);
  return (
    <>
      <PageHeader
        title="Enheter"
        lead="De verksamheter som samverkar i området. Här kan personer ha uppdrag, och de kan bli parter i ärenden."
        actions={
          <Button kind="primary" icon="plus" disabled={!units.data} onPress={() => setAdding(true)}>
            Lägg till en enhet
          </Button>
        }
      />
      <Panel>
        <Loaded query={units}>
          {(list) =>
            list.units.length === 0 ? (
              <EmptyState title="Inga enheter">Lägg till den första, och sedan de som arbetar där.</EmptyState>
            ) : (
              <UnitTable units={list.units} onDeed={setDeed} />
            )
          }
        </Loaded>
      </Panel>
      {units.data && units.data.principals.length > 0 && <Principals list={units.data} />}
      {units.data && <NewUnitDialog list={units.data} isOpen={adding} onClose={() => setAdding(false)} />}
      {chosen && deed.does === 'rename' && (
        <ChangeTexts
          title={`Byt namn på ${chosen.name}`}
          confirm="Byt namn"
          item={chosen}
          texts={TEXTS}
          save={changeUnit}
          now={() => unitNow(chosen.id)}
          onClose={done}
        />
      )}
      {chosen && deed.does === 'close' && <CloseUnitDialog unit={chosen} onClose={done} />}
      {chosen && deed.does === 'open' && (
        <ConfirmDialog
          title={`Öppna ${chosen.name} igen`}
          confirm="Öppna enheten"
          isOpen
          onClose={done}
          onConfirm={() => changeUnit(chosen, { closed: false })}
        >
          <p>Då kan personer få uppdrag i enheten, och den kan bli part i ärenden.</p>
        </ConfirmDialog>
      )}
    </>
  );
}

function UnitTable({ units, onDeed }: { units: Unit[]; onDeed: (deed: Deed) => void }) {
  const { nameOf } = useAgreement();
  const columns: Column<Unit>[] = [
    { id: 'name', name: 'Enhet', cell: ({ name }) => name },
    { id: 'service', name: 'Verksamhet', cell: ({ serviceType }) => nameOf('services', serviceType) },
    { id: 'principal', name: 'Huvudman', cell: ({ principal }) => principal.name },
    { id: 'people', name: 'Personer', align: 'end', cell: ({ people }) => people },
    { id: 'state', name: 'Läge', cell: (unit) => <UnitState unit={unit} /> },
    { id: 'change', name: 'Åtgärder', cell: (unit) => <UnitMenu unit={unit} onDeed={onDeed} /> },
  ];
  return <DataTable caption="Enheter" columns={columns} rows={units} rowKey={({ id }) => id} />;
}

function UnitState({ unit: { closedAt } }: { unit: Unit }) {
  if (!closedAt) return <StateTag tone="active">Öppen</StateTag>;
  return (
    <>
      <StateTag tone="stopped">Stängd</StateTag>
      <span className="row-more">{dateText(closedAt)}</span>
    </>
  );
}

function UnitMenu({ unit, onDeed }: { unit: Unit; onDeed: (deed: Deed) => void }) {
  const unitId = unit.id;
  const turn = unit.closedAt
    ? ({ id: 'open', name: 'Öppna igen', icon: 'refresh' } as const)
    : ({ id: 'close', name: 'Stäng', icon: 'cross' } as const);
  return (
    <Menu
      items={[
        { id: 'rename', name: 'Byt namn', icon: 'swap', onChoose: () => onDeed({ unitId, does: 'rename' }) },
        { ...turn, onChoose: () => onDeed({ unitId, does: turn.id }) },
      ]}
    >
      Ändra<span className="visually-hidden"> {unit.name}</span>
    </Menu>
  );
}
