import { CodeField, IdField, InstantField, ObjectField, TextField } from '../platform/index.ts';
import { ROLE_CODES, type Role } from './role.ts';
import { NamedView } from './session.dto.ts';

export class NewAssignment {
  @CodeField({ label: 'Roll', codes: ROLE_CODES, name: 'Role' })
  role!: Role;

  @IdField({ label: 'Enhet' })
  unitId!: string;

  @IdField({ label: 'Team, för medlemmar i ett konsultationsteam', optional: true })
  teamId?: string;
}

/** An assignment as the administrator sees it: who holds it stands around it. */
export class HeldAssignmentView {
  @IdField({ label: 'Uppdragets id' })
  id!: string;

  @CodeField({ label: 'Roll', codes: ROLE_CODES, name: 'Role' })
  role!: Role;

  @TextField({ label: 'Rollens namn', max: 100, example: 'SIP-samordnare' })
  roleName!: string;

  @ObjectField({ label: 'Enhet', type: () => NamedView })
  unit!: NamedView;

  @ObjectField({ label: 'Team, för medlemmar i ett konsultationsteam', type: () => NamedView, optional: true })
  team?: NamedView;

  @InstantField({ label: 'När det började' })
  startedAt!: string;

  @InstantField({ label: 'När det slutade; utelämnas när det pågår', optional: true })
  endedAt?: string;
}
