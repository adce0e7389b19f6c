import { IdField, NumberField, ObjectField, ObjectsField, TextField } from '../platform/index.ts';
import { NamedView } from './session.dto.ts';

export class TeamMemberView {
  @IdField({ label: 'Uppdragets id' })
  assignmentId!: string;

  @TextField({ label: 'Namn', max: 200, example: 'Omar Haddad' })
  name!: string;

  @ObjectField({ label: 'Enhet', type: () => NamedView })
  unit!: NamedView;
}

export class TeamView extends NamedView {
  @TextField({ label: 'Hur ofta teamet möts', max: 200, example: 'Första torsdagen i månaden' })
  rhythm!: string;

  @NumberField({ label: 'Version', min: 1, max: 1e9 })
  version!: number;

  @ObjectsField({ label: 'De som sitter i teamet nu, i namnordning', type: () => TeamMemberView })
  members!: TeamMemberView[];
}

export class TeamList {
  @ObjectsField({ label: 'Team, i namnordning', type: () => TeamView })
  teams!: TeamView[];
}

export class TeamInput {
  @TextField({ label: 'Teamets namn', max: 200, example: 'Konsultationsteamet Almby' })
  name!: string;

  @TextField({ label: 'Hur ofta teamet möts', max: 200, example: 'Första torsdagen i månaden' })
  rhythm!: string;
}
