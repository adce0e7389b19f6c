import { CodeField, IdField, InstantField, NumberField, ObjectField, TextField } from '../platform/index.ts';
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

export class AssignmentEnding {
  @CodeField({
    label: 'LEAVE: avsluta också när skyddade barn då inte kan öppnas av någon',
    codes: ['LEAVE'],
    name: 'UnreadChildren',
    optional: true,
  })
  unreadChildren?: 'LEAVE';
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

/** What somebody holds in an assignment: what has to be thought of before it ends. Numbers, and nothing of whom. */
export class AssignmentWork {
  @NumberField({ label: 'Pågående ärenden som personen samordnar', min: 0, max: 1e6, example: 3 })
  cases!: number;

  @NumberField({ label: 'Frågor till konsultationsteamet som personen tar hand om', min: 0, max: 1e6, example: 2 })
  questions!: number;

  @NumberField({ label: 'Påbörjade frågor som bara personen själv kan läsa', min: 0, max: 1e6, example: 1 })
  drafts!: number;

  @NumberField({ label: 'Andra SIP-samordnare på samma enhet', min: 0, max: 1e6, example: 1 })
  colleagues!: number;
}
