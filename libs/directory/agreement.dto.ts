import { DateField, NumberField, ObjectField, ObjectsField, TextField, TextsField } from '../platform/index.ts';

export class CodeView {
  @TextField({ label: 'Kod', max: 40, example: 'SCHOOL_ABSENCE' })
  code!: string;

  @TextField({ label: 'Namn på skärmen', max: 200, example: 'Skolfrånvaro' })
  name!: string;
}

export class AgreementDays {
  @NumberField({ label: 'Dagar från mötet till frågan om det hjälpte', min: 1, max: 365, example: 56 })
  feedbackAfter!: number;
}

export class AgreementLimits {
  @NumberField({ label: 'Minsta antal som visas i statistik', min: 2, max: 20, example: 5 })
  smallCell!: number;

  @NumberField({ label: 'Flest teman på en fråga', min: 1, max: 10, example: 3 })
  themesPerRequest!: number;
}

export class ReportOfConcernView {
  @TextField({ label: 'Vad den som frågar ska göra', max: 1000, example: 'Gör en orosanmälan till socialtjänsten.' })
  text!: string;

  @TextField({ label: 'Lagrum', max: 200, example: 'SoL (2025:400) 19 kap. 1 §' })
  legalReference!: string;
}

/** The rules and lists of one area, as versioned data. */
export class AgreementContent {
  @ObjectsField({ label: 'Teman', type: () => CodeView })
  themes!: CodeView[];

  @ObjectsField({ label: 'Åldersgrupper', type: () => CodeView })
  ageBands!: CodeView[];

  @ObjectsField({ label: 'Verksamheter', type: () => CodeView })
  services!: CodeView[];

  @ObjectsField({ label: 'Utfall av en konsultation', type: () => CodeView })
  outcomes!: CodeView[];

  @ObjectsField({ label: 'Vart en remiss kan rekommenderas', type: () => CodeView })
  referrals!: CodeView[];

  @ObjectsField({ label: 'Vart en fråga kan hänvisas', type: () => CodeView })
  redirections!: CodeView[];

  @ObjectsField({ label: 'Att kontrollera inför mötet', type: () => CodeView })
  preparationChecks!: CodeView[];

  @ObjectField({ label: 'Tider i dagar', type: () => AgreementDays })
  days!: AgreementDays;

  @ObjectField({ label: 'Gränser', type: () => AgreementLimits })
  limits!: AgreementLimits;

  @ObjectField({ label: 'Om ett barn far illa nu', type: () => ReportOfConcernView })
  reportOfConcern!: ReportOfConcernView;
}

export class AgreementView {
  @NumberField({ label: 'Version', min: 1, max: 1e6 })
  version!: number;

  @DateField({ label: 'Gäller från' })
  validFrom!: string;

  @ObjectField({ label: 'Innehåll', type: () => AgreementContent })
  content!: AgreementContent;
}

export class BlockedNames {
  @TextsField({
    label: 'Namn som inte får stå i en avidentifierad text',
    maxItems: 5000,
    max: 60,
    example: ['Björkängsskolan'],
  })
  names!: string[];
}

export class BlockedNamesView extends BlockedNames {
  @NumberField({ label: 'Version', min: 1, max: 1e9 })
  version!: number;
}
