import { useState } from 'react';
import { useForm, useWatch } from 'react-hook-form';
import { Button, Buttons } from '../kit/button.tsx';
import { useField } from '../kit/field.tsx';
import { Facts, Panel } from '../kit/panel.tsx';
import { Select } from '../kit/select.tsx';
import { TextField } from '../kit/text-field.tsx';
import { useActing } from '../shell/acting.ts';
import { type CaseRole, type CaseRoleName, caseSteps, type SipCase } from './case.ts';
import { FormDialog } from '../kit/form-dialog.tsx';
import { useCaseDialog } from './case-dialog.ts';
import { ROLES } from './case-words.ts';
import { HandoverDialog } from './handover.tsx';

const NAMED = (Object.keys(ROLES) as CaseRoleName[]).filter((role) => role !== 'COORDINATOR');

/** Who holds which role; roles that nobody holds are not there. */
export function RolesPanel({ sipCase }: { sipCase: SipCase }) {
  const [asks, setAsks] = useState<'name' | 'handover' | null>(null);
  const held = sipCase.roles.filter(({ state }) => state === 'HELD');
  const isOffered = sipCase.roles.some(({ state }) => state === 'OFFERED');
  const may = sipCase.steps.includes('change');
  const isMine = sipCase.coordinator.id === useActing().id;
  const close = () => setAsks(null);
  return (
    <Panel title="Roller" action={may && <Button onPress={() => setAsks('name')}>Ändra en roll</Button>}>
      <Facts facts={held.map((role) => ({ name: ROLES[role.role], value: holderOf(role) }))} />
      {may && isMine && !isOffered && (
        <div className="after-facts">
          <Buttons>
            <Button icon="swap" onPress={() => setAsks('handover')}>
              Lämna över ärendet
            </Button>
          </Buttons>
        </div>
      )}
      <RoleDialog sipCase={sipCase} isOpen={asks === 'name'} onClose={close} />
      <HandoverDialog sipCase={sipCase} isOpen={asks === 'handover'} onClose={close} />
    </Panel>
  );
}

const holderOf = ({ name, unit }: CaseRole): string => [name, unit?.name].filter(Boolean).join(', ');

interface RoleDialogProps {
  sipCase: SipCase;
  isOpen: boolean;
  onClose: () => void;
}

/** Names who holds a role: a unit, a person, or a person at a unit. Who held it before no longer does. */
function RoleDialog({ sipCase, isOpen, onClose }: RoleDialogProps) {
  const form = useForm({ defaultValues: { role: '', unitId: '', name: '' } });
  const dialog = useCaseDialog(
    sipCase.id,
    form,
    ({ role, unitId, name }) =>
      caseSteps(sipCase).nameRole({
        role: role as CaseRoleName,
        ...(unitId && { unitId }),
        ...(name && role !== 'LEAD_UNIT' && { name }),
      }),
    onClose,
  );
  const role = useField(form.control, 'role', 'Välj en roll.');
  const unit = useField(form.control, 'unitId');
  const name = useField(form.control, 'name');
  const isUnits = useWatch({ control: form.control, name: 'role' }) === 'LEAD_UNIT';
  const active = sipCase.parties.filter(({ leftOn }) => !leftOn).map((party) => party.unit);
  const units = [sipCase.unit, sipCase.initiatingUnit, ...active];
  const known = new Map(units.map(({ id, name: called }) => [id, { value: id, name: called }]));
  return (
    <FormDialog title="Ändra en roll" confirm="Spara rollen" isOpen={isOpen} onClose={onClose} dialog={dialog}>
      <p>Samordnaren byts genom att ärendet lämnas över.</p>
      <Select label="Vilken roll?" choices={NAMED.map((value) => ({ value, name: ROLES[value] }))} {...role} />
      <Select label="Vilken enhet?" choices={[...known.values()]} width="full" optional={!isUnits} {...unit} />
      {!isUnits && (
        <TextField label="Vem?" help="Namn och befattning, till exempel: Anna Ek, kurator." optional {...name} />
      )}
    </FormDialog>
  );
}
