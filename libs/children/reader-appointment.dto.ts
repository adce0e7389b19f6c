import { NamedView } from '../directory/index.ts';
import {
  IdField,
  InstantField,
  ObjectField,
  ObjectsField,
  PageView,
  TextField,
  TextsField,
} from '../platform/index.ts';

/** A coordinator of the unit, who may be given the right to open the child. */
export class CandidateView {
  @IdField({ label: 'Uppdragets id' })
  assignmentId!: string;

  @TextField({ label: 'Namn', max: 200, example: 'Karin Berg' })
  name!: string;
}

/** A protected child whose readers' assignments have all ended: what it is found by, and nothing of who it is. */
export class UnreadChildView {
  @IdField({ label: 'Barnets id' })
  id!: string;

  @ObjectField({ label: 'Enheten som har uppgifterna', type: () => NamedView })
  unit!: NamedView;

  @InstantField({ label: 'När ingen längre kunde öppna uppgifterna' })
  since!: string;

  @TextsField({ label: 'Barnets ärenden, det senaste först', maxItems: 100, max: 20, example: ['S-7F3K-Q2XY'] })
  caseReferences!: string[];

  @ObjectsField({ label: 'Enhetens samordnare, utom den som frågar', type: () => CandidateView })
  candidates!: CandidateView[];
}

export class UnreadChildPage extends PageView {
  @ObjectsField({ label: 'Barnen, de som har väntat längst först', type: () => UnreadChildView, max: 100 })
  children!: UnreadChildView[];
}

export class NewAppointment {
  @IdField({ label: 'Den som får öppna barnets uppgifter, uppdraget' })
  assignmentId!: string;

  @TextField({
    label: 'Varför?',
    max: 500,
    example: 'Den som kunde öppna uppgifterna har slutat. Enhetschefen har valt vem som tar över.',
  })
  reason!: string;
}

export class AppointmentView {
  @TextField({ label: 'Den som utsågs', max: 200, example: 'Karin Berg' })
  name!: string;

  @InstantField({ label: 'När' })
  appointedAt!: string;

  @TextField({ label: 'Varför', max: 500, example: 'Den som kunde öppna uppgifterna har slutat.' })
  reason!: string;
}
