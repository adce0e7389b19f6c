import { ObjectsField, PageView, TextField } from '../platform/index.ts';
import { HeldAssignmentView, NewAssignment } from './assignment.dto.ts';
import { NamedView } from './session.dto.ts';

export class PersonView extends NamedView {
  @TextField({ label: 'Användarnamn', max: 60, example: 'sara.lind' })
  username!: string;

  @ObjectsField({ label: 'Uppdrag, de pågående först', type: () => HeldAssignmentView })
  assignments!: HeldAssignmentView[];
}

export class PersonPage extends PageView {
  @ObjectsField({ label: 'Personer, i namnordning', type: () => PersonView })
  people!: PersonView[];
}

/** A person and the first assignment. */
export class NewPerson extends NewAssignment {
  @TextField({ label: 'Namn', max: 200, example: 'Sara Lind' })
  name!: string;

  @TextField({ label: 'Användarnamn, att logga in med', min: 3, max: 60, example: 'sara.lind' })
  username!: string;
}

export class PasswordView {
  @TextField({ label: 'Lösenordet; visas bara i det här svaret', max: 100, example: 'k7fm-3q2x-h9tw-d4vz' })
  password!: string;
}

export class NewPersonView extends PersonView {
  @TextField({ label: 'Lösenordet; visas bara i det här svaret', max: 100, example: 'k7fm-3q2x-h9tw-d4vz' })
  password!: string;
}
