import { NamedView } from '../directory/index.ts';
import {
  CodeField,
  DateField,
  FlagField,
  IdField,
  NumberField,
  ObjectField,
  ObjectsField,
  TextField,
} from '../platform/index.ts';
import { DEVIATION_STATUSES, type DeviationStatus } from './deviation.rules.ts';

export class NewDeviation {
  @TextField({ label: 'Slag av avvikelse, som kod i överenskommelsen', max: 40, example: 'SUMMONED_PARTY_ABSENT' })
  category!: string;

  @DateField({ label: 'När det hände' })
  happenedOn!: string;

  @IdField({ label: 'Enheten som avvikelsen gäller', optional: true })
  concernedUnitId?: string;

  @TextField({
    label: 'Vilken rutin eller riktlinje som inte följdes',
    max: 500,
    example: 'Överenskommelsen om SIP, 3.2',
  })
  guideline!: string;
}

export class DeviationChange {
  @CodeField({ label: 'Läge', codes: DEVIATION_STATUSES, name: 'DeviationStatus', optional: true })
  status?: DeviationStatus;

  @TextField({ label: 'Ärendenummer i MedControl PRO', max: 40, optional: true, example: '2026-04711' })
  mcpNumber?: string;

  @TextField({
    label: 'Vilken rutin eller riktlinje som inte följdes',
    max: 500,
    optional: true,
    example: 'Rutin för SIP',
  })
  guideline?: string;

  @TextField({
    label: 'Vad vi lärde oss',
    max: 2000,
    optional: true,
    example: 'Kallelsen går nu till enhetens funktionsbrevlåda.',
  })
  learning?: string;
}

export class Dismissal {
  @TextField({ label: 'Varför det inte är en avvikelse', max: 500, example: 'De hade ringt samma morgon.' })
  reason!: string;
}

export class DeviationView {
  @IdField({ label: 'Id' })
  id!: string;

  @IdField({ label: 'Ärendets id' })
  caseId!: string;

  @NumberField({ label: 'Version', min: 1, max: 1e9 })
  version!: number;

  @TextField({ label: 'Slag av avvikelse, som kod i överenskommelsen', max: 40, example: 'SUMMONED_PARTY_ABSENT' })
  category!: string;

  @DateField({ label: 'När det hände' })
  happenedOn!: string;

  @CodeField({
    label: 'Läge',
    codes: [...DEVIATION_STATUSES, 'DISMISSED'],
    name: 'DeviationState',
  })
  status!: DeviationStatus | 'DISMISSED';

  @FlagField({ label: 'Hittad av Samordna' })
  found!: boolean;

  @ObjectField({ label: 'Enheten som avvikelsen gäller', type: () => NamedView, optional: true })
  concernedUnit?: NamedView;

  @TextField({ label: 'Ärendenummer i MedControl PRO', max: 40, optional: true, example: '2026-04711' })
  mcpNumber?: string;

  @TextField({
    label: 'Vilken rutin eller riktlinje som inte följdes',
    max: 500,
    optional: true,
    example: 'Överenskommelsen om SIP',
  })
  guideline?: string;

  @TextField({ label: 'Vad vi lärde oss', max: 2000, optional: true, example: 'Boka tolk tidigare.' })
  learning?: string;

  @TextField({
    label: 'Varför det inte är en avvikelse',
    max: 500,
    optional: true,
    example: 'Parten hade meddelat förhinder.',
  })
  dismissedBecause?: string;
}

export class DeviationList {
  @ObjectsField({ label: 'Avvikelser, den senaste först', type: () => DeviationView })
  deviations!: DeviationView[];
}
