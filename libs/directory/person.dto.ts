import { FlagField, NumberField, ObjectsField, PageView, TextField } from '../platform/index.ts';
import { HeldAssignmentView, NewAssignment } from './assignment.dto.ts';
import { NamedView } from './session.dto.ts';

export class PersonView extends NamedView {
  @TextField({ label: 'Användarnamn', max: 60, example: 'sara.lind' })
  username!: string;

  @FlagField({ label: 'Har ett lösenord som någon annan har gjort, och har inte valt ett eget än', example: false })
  passwordDue!: boolean;

  @NumberField({ label: 'Version', min: 1, max: 1e9 })
  version!: number;

  @ObjectsField({ label: 'Uppdrag, de pågående först', type: () => HeldAssignmentView })
  assignments!: HeldAssignmentView[];
}

export class PersonPage extends PageView {
  @ObjectsField({ label: 'Personer, i namnordning', type: () => PersonView })
  people!: PersonView[];
}

/** In a body, because names do not stand in addresses. */
export class PersonSearch {
  @TextField({ label: 'Del av ett namn, ett användarnamn eller en enhet', min: 2, max: 100, example: 'lind' })
  text!: string;
}

/** A person and the first assignment. */
export class NewPerson extends NewAssignment {
  @TextField({ label: 'Namn', max: 200, example: 'Sara Lind' })
  name!: string;

  @TextField({ label: 'Användarnamn, att logga in med', min: 3, max: 60, example: 'sara.lind' })
  username!: string;
}

export class PersonChange {
  @TextField({ label: 'Namn', max: 200, optional: true, example: 'Sara Lind' })
  name?: string;

  @TextField({ label: 'Användarnamn, att logga in med', min: 3, max: 60, optional: true, example: 'sara.lind' })
  username?: string;
}

export class PasswordView {
  @TextField({ label: 'Lösenordet; visas bara i det här svaret', max: 100, example: 'k7fm-3q2x-h9tw-d4vz' })
  password!: string;
}

export class NewPersonView extends PersonView {
  @TextField({ label: 'Lösenordet; visas bara i det här svaret', max: 100, example: 'k7fm-3q2x-h9tw-d4vz' })
  password!: string;
}
