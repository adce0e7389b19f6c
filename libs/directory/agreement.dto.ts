import { Type } from 'class-transformer';
import {
  CodeField,
  CodesField,
  DateField,
  InstantField,
  NumberField,
  ObjectField,
  ObjectsField,
  TextField,
  TextsField,
} from '../platform/index.ts';
import { SERVICE_CODES } from './service-type.ts';

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

/** Every number of calendar days that a SIP runs by (domain reference 2.2). None of them is in the law but where said so. */
export class SipDays {
  @NumberField({ label: 'Dagar från behovet till att arbetet ska ha börjat', min: 1, max: 60, example: 5 })
  start!: number;

  @NumberField({ label: 'Dagar från samtycket till första mötet', min: 1, max: 120, example: 21 })
  meeting!: number;

  @NumberField({ label: 'Dagar från utskrivningsklar till kallelse (lag 2017:612)', min: 1, max: 30, example: 3 })
  dischargeSummons!: number;

  @NumberField({ label: 'Dagar före mötet som kallelsen ska vara skickad', min: 0, max: 60, example: 10 })
  summonsLead!: number;

  @NumberField({ label: 'Dagar före mötet som svar ska ha kommit', min: 0, max: 60, example: 5 })
  replyBefore!: number;

  @NumberField({ label: 'Dagar från mötet till att planen ska vara utlämnad', min: 1, max: 60, example: 7 })
  planSent!: number;

  @NumberField({ label: 'Dagar till uppföljning, som förslag', min: 1, max: 365, example: 90 })
  followUpDefault!: number;

  @NumberField({ label: 'Flest dagar till uppföljning', min: 1, max: 730, example: 180 })
  followUpMax!: number;

  @NumberField({ label: 'Dagar före uppföljningen som påminnelsen kommer', min: 0, max: 90, example: 14 })
  followUpReminder!: number;

  @NumberField({ label: 'Flest dagar som ett samtycke gäller', min: 1, max: 1095, example: 365 })
  consentValid!: number;

  @NumberField({ label: 'Dagar till erbjuden hälsoundersökning för placerat barn', min: 1, max: 180, example: 28 })
  examinationOffer!: number;

  @NumberField({
    label: 'Dagar före 18-årsdagen som det larmas om mottagare saknas',
    min: 1,
    max: 365,
    example: 30,
  })
  transitionAlarm!: number;
}

export class SipAges {
  @NumberField({ label: 'Yngsta ålder, år', min: 0, max: 25, example: 0 })
  from!: number;

  @NumberField({ label: 'Högsta ålder, till och med, år', min: 0, max: 25, example: 20 })
  to!: number;

  @NumberField({ label: 'Månader före 18-årsdagen som övergången börjar planeras', min: 1, max: 36, example: 6 })
  transitionMonths!: number;
}

/** Whose consent a SIP needs below 18: no age is fixed by law and published practices contradict each other (domain reference 1.5). */
export const CONSENT_POLICIES = ['GUARDIANS_ALWAYS', 'GUARDIANS_AND_CHILD_FROM', 'MATURE_CHILD_ALONE_FROM'] as const;

export class ConsentPolicy {
  @CodeField({ label: 'Vem som samtycker', codes: CONSENT_POLICIES, name: 'ConsentPolicyVariant' })
  variant!: (typeof CONSENT_POLICIES)[number];

  @NumberField({
    label: 'Från vilken ålder, år (gäller inte om vårdnadshavare alltid samtycker)',
    min: 0,
    max: 17,
    example: 12,
  })
  age!: number;
}

export const ORIGINAL_HOLDERS = ['FAMILY', 'LEAD_UNIT'] as const;

/** The agreement's rules for SIP. */
export class SipRules {
  @ObjectField({ label: 'Tider i dagar', type: () => SipDays })
  days!: SipDays;

  @ObjectField({ label: 'Åldrar', type: () => SipAges })
  ages!: SipAges;

  @ObjectField({ label: 'Samtycke', type: () => ConsentPolicy })
  consentPolicy!: ConsentPolicy;

  @CodesField({ label: 'Vilka verksamheter som får kalla', codes: SERVICE_CODES, name: 'ServiceType', min: 1, max: 20 })
  mayCall!: string[];

  @CodeField({ label: 'Vem som förvarar originalet', codes: ORIGINAL_HOLDERS, name: 'OriginalHolder' })
  originalHeldBy!: (typeof ORIGINAL_HOLDERS)[number];

  @ObjectsField({ label: 'Lagrum, som de skrivs i planen', type: () => CodeView })
  legalReferences!: CodeView[];

  @ObjectsField({ label: 'Uppgifter som samtycke kan gälla', type: () => CodeView })
  categories!: CodeView[];

  @ObjectsField({ label: 'Andra grunder för att lämna ut', type: () => CodeView })
  disclosureGrounds!: CodeView[];

  @ObjectsField({ label: 'Skäl att avsluta', type: () => CodeView })
  closingReasons!: CodeView[];

  @ObjectsField({ label: 'Slag av avvikelse i samverkan', type: () => CodeView })
  deviationCategories!: CodeView[];

  @ObjectsField({ label: 'Skolfrånvaro, i band', type: () => CodeView })
  absenceBands!: CodeView[];
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

  @ObjectField({ label: 'SIP', type: () => SipRules })
  sip!: SipRules;
}

export class AgreementView {
  @NumberField({ label: 'Version', min: 1, max: 1e6 })
  version!: number;

  @DateField({ label: 'Gäller från' })
  validFrom!: string;

  @ObjectField({ label: 'Innehåll', type: () => AgreementContent })
  content!: AgreementContent;
}

export class AgreementQuery {
  @NumberField({ label: 'Version; utan den läses den som gäller', min: 1, max: 1e6, optional: true })
  @Type(() => Number)
  version?: number;
}

export class AgreementVersionRow {
  @NumberField({ label: 'Version', min: 1, max: 1e6 })
  version!: number;

  @DateField({ label: 'Gäller från' })
  validFrom!: string;

  @InstantField({ label: 'När den sparades' })
  madeAt!: string;

  @TextField({
    label: 'Vem som sparade den; utelämnas när Samordna gjorde det',
    max: 200,
    optional: true,
    example: 'Maria Sund',
  })
  madeBy?: string;
}

export class AgreementVersions {
  @ObjectsField({ label: 'Versioner, den nyaste först', type: () => AgreementVersionRow })
  versions!: AgreementVersionRow[];
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
