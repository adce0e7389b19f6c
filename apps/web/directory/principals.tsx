import { useState } from 'react';
import { Button } from '../kit/button.tsx';
import { type Column, DataTable } from '../kit/data-table.tsx';
import { Panel } from '../kit/panel.tsx';
import { ChangeTexts, type ChangedText } from './change-texts.tsx';
import { changePrincipal, KIND_CHOICES, type Principal, principalNow, type UnitList } from './directory.ts';

const TEXTS: ChangedText[] = [
  {
    name: 'name',
    label: 'Huvudmannens namn',
    help: 'Planer som redan är fastställda behåller det gamla namnet.',
    required: 'Skriv huvudmannens namn.',
  },
];

/** The municipalities and regions that the units belong to, and their names to change. */
export function Principals({ list: { principals, units } }: { list: UnitList }) {
  const [renamed, setRenamed] = useState<Principal | null>(null);
  const columns: Column<Principal>[] = [
    { id: 'name', name: 'Huvudman', cell: ({ name }) => name },
    { id: 'kind', name: 'Slag', cell: ({ kind }) => KIND_CHOICES.find(({ value }) => value === kind)!.name },
    {
      id: 'units',
      name: 'Enheter',
      align: 'end',
      cell: ({ id }) => units.filter(({ principal }) => principal.id === id).length,
    },
    {
      id: 'change',
      name: 'Åtgärder',
      cell: (principal) => (
        <Button onPress={() => setRenamed(principal)}>
          Byt namn<span className="visually-hidden"> på {principal.name}</span>
        </Button>
      ),
    },
  ];
  return (
    <Panel title="Huvudmän">
      <DataTable caption="Huvudmän" columns={columns} rows={principals} rowKey={({ id }) => id} />
      {renamed && (
        <ChangeTexts
          title={`Byt namn på ${renamed.name}`}
          confirm="Byt namn"
          item={renamed}
          texts={TEXTS}
          save={(principal, { name }) => changePrincipal(principal, { name: name! })}
          now={() => principalNow(renamed.id)}
          onClose={() => setRenamed(null)}
        />
      )}
    </Panel>
  );
}
