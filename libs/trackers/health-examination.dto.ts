import { CodeField, DateField, FlagField, NumberField, ObjectsField, TextField } from '../platform/index.ts';
import { EXAMINATION_KINDS, type ExaminationKind } from './health-examination.rules.ts';

export class ExaminationChange {
  @CodeField({ label: 'Slag av undersökning', codes: EXAMINATION_KINDS, name: 'ExaminationKind' })
  kind!: ExaminationKind;

  @DateField({ label: 'Begärd', optional: true })
  requestedOn?: string;

  @DateField({ label: 'Erbjuden', optional: true })
  offeredOn?: string;

  @DateField({ label: 'Gjord', optional: true })
  heldOn?: string;

  @DateField({ label: 'Utlåtandet kom', optional: true })
  statementOn?: string;

  @TextField({
    label: 'Varför den inte behövs',
    max: 1000,
    optional: true,
    example: 'Undersökt vid förra placeringen.',
  })
  notNeededReason?: string;

  @TextField({ label: 'Remiss vidare', max: 1000, optional: true, example: 'Till tandvården för två tänder.' })
  referral?: string;
}

export class ExaminationView extends ExaminationChange {
  @NumberField({ label: 'Version; 0 innan något är sparat', min: 0, max: 1e9 })
  version!: number;

  @DateField({ label: 'Senast erbjuden', optional: true })
  offerDueOn?: string;

  @FlagField({ label: 'Erbjuden för sent, eller ännu inte fast tiden har gått' })
  late!: boolean;
}

export class ExaminationsView {
  @ObjectsField({ label: 'Hälsoundersökningar, en av varje slag', type: () => ExaminationView })
  examinations!: ExaminationView[];
}
