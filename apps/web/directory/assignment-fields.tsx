import { useFormContext, useWatch } from 'react-hook-form';
import { useField } from '../kit/field.tsx';
import { RadioGroup } from '../kit/radio-group.tsx';
import { Select } from '../kit/select.tsx';
import { openUnits, ROLE_CHOICES, type NewAssignment, type UnitList } from './directory.ts';

export interface AssignmentValues {
  role: string;
  unitId: string;
  teamId: string;
}

/** What the form says, as the API takes it: a team only for whoever sits in one. */
export const assignmentOf = ({ role, unitId, teamId }: AssignmentValues): NewAssignment => ({
  role: role as NewAssignment['role'],
  unitId,
  ...(role === 'TEAM_MEMBER' && { teamId }),
});

/** Role, unit and, for a member of a team, which: of the form around them. */
export function AssignmentFields({ list }: { list: UnitList }) {
  const { control } = useFormContext<AssignmentValues>();
  const isMember = useWatch({ control, name: 'role' }) === 'TEAM_MEMBER';
  return (
    <>
      <RadioGroup label="Roll" choices={ROLE_CHOICES} {...useField(control, 'role', 'Välj en roll.')} />
      <Select
        label="Enhet"
        choices={openUnits(list)}
        width="full"
        {...useField(control, 'unitId', 'Välj vilken enhet personen arbetar i.')}
      />
      {isMember && <TeamField list={list} />}
    </>
  );
}

function TeamField({ list: { teams } }: { list: UnitList }) {
  const { control } = useFormContext<AssignmentValues>();
  const choices = teams.map(({ id, name }) => ({ value: id, name }));
  return <Select label="Team" choices={choices} width="full" {...useField(control, 'teamId', 'Välj vilket team.')} />;
}
