import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { useAgreement } from '../agreement/use-agreement.ts';
import { Button } from '../kit/button.tsx';
import { type Column, DataTable } from '../kit/data-table.tsx';
import { DateText } from '../kit/date-text.tsx';
import { dateText, today } from '../kit/date-words.ts';
import { EmptyState } from '../kit/empty-state.tsx';
import { useField } from '../kit/field.tsx';
import { Panel } from '../kit/panel.tsx';
import { Select } from '../kit/select.tsx';
import { TextArea } from '../kit/text-area.tsx';
import { TextField } from '../kit/text-field.tsx';
import { caseSteps, type Party, type SipCase, useUnits } from './case.ts';
import { FormDialog } from '../kit/form-dialog.tsx';
import { useCaseDialog } from './case-dialog.ts';

const PRINCIPALS: Record<Party['unit']['principal'], string> = { MUNICIPALITY: 'Kommunen', REGION: 'Regionen' };

/** The units that take part, and those that have. */
export function PartiesPanel({ sipCase }: { sipCase: SipCase }) {
  const { nameOf } = useAgreement();
  const [joins, setJoins] = useState(false);
  const [leaving, setLeaving] = useState<Party | null>(null);
  const may = sipCase.steps.includes('change');
  const leave: Column<Party> = {
    id: 'leave',
    name: 'Ändra',
    cell: (party) =>
      party.leftOn ? (
        <span className="soft">Har lämnat</span>
      ) : (
        <Button kind="quiet" label={`Avsluta medverkan, ${party.unit.name}`} onPress={() => setLeaving(party)}>
          Avsluta medverkan
        </Button>
      ),
  };
  return (
    <Panel
      title="Parter"
      action={
        may && (
          <Button icon="plus" onPress={() => setJoins(true)}>
            Ta med en part
          </Button>
        )
      }
    >
      {sipCase.parties.length === 0 ? (
        <EmptyState title="Inga parter än">Enheterna som ska samarbeta om planen.</EmptyState>
      ) : (
        <DataTable
          caption="Parter"
          rows={sipCase.parties}
          rowKey={({ id }) => id}
          columns={[
            { id: 'unit', name: 'Enhet', cell: ({ unit }) => unit.name },
            { id: 'principal', name: 'Huvudman', cell: ({ unit }) => PRINCIPALS[unit.principal] },
            { id: 'service', name: 'Verksamhet', cell: ({ unit }) => nameOf('services', unit.service) },
            { id: 'since', name: 'Med sedan', cell: (party) => <Since party={party} /> },
            ...(may ? [leave] : []),
          ]}
        />
      )}
      <JoinDialog sipCase={sipCase} isOpen={joins} onClose={() => setJoins(false)} />
      {leaving && <LeaveDialog key={leaving.id} sipCase={sipCase} party={leaving} onClose={() => setLeaving(null)} />}
    </Panel>
  );
}

function Since({ party: { joinedOn, leftOn, leftReason } }: { party: Party }) {
  if (!leftOn) return <DateText value={joinedOn} />;
  return (
    <>
      {dateText(joinedOn)} till {dateText(leftOn)}
      <span className="second-line">Lämnade: {leftReason}</span>
    </>
  );
}

function JoinDialog({ sipCase, isOpen, onClose }: { sipCase: SipCase; isOpen: boolean; onClose: () => void }) {
  const form = useForm({ defaultValues: { unitId: '' } });
  const dialog = useCaseDialog(sipCase.id, form, ({ unitId }) => caseSteps(sipCase).join(unitId), onClose);
  const active = sipCase.parties.filter(({ leftOn }) => !leftOn).map(({ unit }) => unit.id);
  const units = useUnits().data ?? [];
  return (
    <FormDialog title="Ta med en part" confirm="Ta med" isOpen={isOpen} onClose={onClose} dialog={dialog}>
      <p>Enheten får inte veta något om barnet än. Det får den först när något lämnas ut, med samtycke.</p>
      <Select
        label="Vilken enhet?"
        choices={units
          .filter(({ id }) => !active.includes(id))
          .map(({ id, name, principal }) => ({ value: id, name: `${name}, ${principal.name}` }))}
        width="full"
        {...useField(form.control, 'unitId', 'Välj en enhet.')}
      />
    </FormDialog>
  );
}

/** A full stop: what happens to what the unit has got and has promised. */
function LeaveDialog({ sipCase, party, onClose }: { sipCase: SipCase; party: Party; onClose: () => void }) {
  const form = useForm({ defaultValues: { leftOn: today(), reason: '' } });
  const dialog = useCaseDialog(sipCase.id, form, (leaving) => caseSteps(sipCase).leave(party.id, leaving), onClose);
  return (
    <FormDialog
      title={`${party.unit.name} lämnar ärendet`}
      confirm="Avsluta medverkan"
      onClose={onClose}
      dialog={dialog}
    >
      <p>Från och med nu lämnas inget mer ut till enheten. Det den redan har fått behåller den.</p>
      <p>Det den har lovat i en plan som gäller står kvar, tills ni bestämmer i en ny plan vem som tar över.</p>
      <TextField
        label="När lämnar enheten?"
        type="date"
        width="short"
        {...useField(form.control, 'leftOn', 'Ange vilken dag.')}
      />
      <TextArea
        label="Varför?"
        rows={3}
        maxLength={1000}
        {...useField(form.control, 'reason', 'Skriv kort varför enheten lämnar.')}
      />
    </FormDialog>
  );
}
