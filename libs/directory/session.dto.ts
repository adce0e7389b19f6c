import {
  CodeField,
  FlagField,
  IdField,
  InstantField,
  ObjectField,
  ObjectsField,
  TextField,
} from '../platform/index.ts';
import { ROLE_CODES, type Role } from './role.ts';

export class SignIn {
  @TextField({ label: 'Användarnamn', max: 100, example: 'sara.lind' })
  username!: string;

  @TextField({ label: 'Lösenord', max: 200, example: 'ett-langt-losenord' })
  password!: string;
}

export class ActingChoice {
  @IdField({ label: 'Uppdraget att arbeta i' })
  assignmentId!: string;
}

export class NamedView {
  @IdField({ label: 'Id' })
  id!: string;

  @TextField({ label: 'Namn', max: 200, example: 'Elevhälsan Björkängen' })
  name!: string;
}

export class AssignmentView {
  @IdField({ label: 'Uppdragets id' })
  id!: string;

  @CodeField({ label: 'Roll', codes: ROLE_CODES, name: 'Role' })
  role!: Role;

  @TextField({ label: 'Rollens namn', max: 100, example: 'SIP-samordnare' })
  roleName!: string;

  @ObjectField({ label: 'Enhet', type: () => NamedView })
  unit!: NamedView;

  @ObjectField({ label: 'Huvudman', type: () => NamedView })
  principal!: NamedView;

  @ObjectField({ label: 'Område', type: () => NamedView })
  area!: NamedView;

  @ObjectField({ label: 'Team, för medlemmar i ett konsultationsteam', type: () => NamedView, optional: true })
  team?: NamedView;
}

export class SessionView {
  @ObjectField({ label: 'Den inloggade', type: () => NamedView })
  person!: NamedView;

  @TextField({ label: 'Användarnamn', max: 60, example: 'sara.lind' })
  username!: string;

  @FlagField({ label: 'Lösenordet är gjort av någon annan och ska bytas innan ett uppdrag väljs', example: false })
  passwordDue!: boolean;

  @ObjectsField({ label: 'Personens uppdrag', type: () => AssignmentView })
  assignments!: AssignmentView[];

  @ObjectField({ label: 'Uppdraget som personen arbetar i', type: () => AssignmentView, optional: true })
  acting?: AssignmentView;

  @InstantField({ label: 'När sessionen senast går ut' })
  expiresAt!: string;
}
