import { NamedView } from '../directory/index.ts';
import { DateField, IdField, ObjectField, TextField, TextsField } from '../platform/index.ts';

export class NewGround {
  @TextField({ label: 'Grund, som kod ur överenskommelsen', max: 40, example: 'LEGAL_DUTY' })
  ground!: string;

  @IdField({ label: 'Enheten som får veta' })
  unitId!: string;

  @TextsField({ label: 'Vilka uppgifter, som koder', maxItems: 30, max: 40, example: ['IDENTITY'] })
  categories!: string[];

  @DateField({ label: 'När det beslutades' })
  decidedOn!: string;

  @TextField({ label: 'Vem som beslutade', max: 200, example: 'Eva Lund, enhetschef' })
  decidedBy!: string;

  @TextField({ label: 'Varför', max: 2000, example: 'Begärt av socialnämnden i en utredning.' })
  note!: string;
}

export class GroundView {
  @IdField({ label: 'Id' })
  id!: string;

  @TextField({ label: 'Grund, som kod', max: 40, example: 'LEGAL_DUTY' })
  ground!: string;

  @ObjectField({ label: 'Enheten som får veta', type: () => NamedView })
  unit!: NamedView;

  @TextsField({ label: 'Vilka uppgifter, som koder', maxItems: 30, max: 40, example: ['IDENTITY'] })
  categories!: string[];

  @DateField({ label: 'När det beslutades' })
  decidedOn!: string;

  @DateField({ label: 'Upphörde', optional: true })
  endedOn?: string;

  @TextField({ label: 'Vem som beslutade', max: 200, example: 'Eva Lund, enhetschef' })
  decidedBy!: string;

  @TextField({ label: 'Varför', max: 2000, example: 'Begärt i en utredning.' })
  note!: string;
}
