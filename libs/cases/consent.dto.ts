import { NamedView } from '../directory/index.ts';
import {
  CodeField,
  DateField,
  FlagField,
  IdField,
  IdsField,
  NumberField,
  ObjectField,
  ObjectsField,
  TextField,
  TextsField,
} from '../platform/index.ts';
import { CASE_STATES, type CaseState } from './case-state.rules.ts';
import { ExceptionView } from './consent-exception.dto.ts';
import { CONSENT_PURPOSES, MISSING_REASONS, type ConsentPurpose, type MissingReason } from './consenter.rules.ts';
import { GroundView } from './disclosure-ground.dto.ts';

export const CONSENT_FORMS = ['WRITTEN', 'ORAL'] as const;
export const CONSENTER_KINDS = ['CHILD', 'GUARDIAN'] as const;

type ConsenterKind = (typeof CONSENTER_KINDS)[number];

export class NewConsent {
  @CodeField({
    label: 'Vad samtycket gäller: att planen görs, eller vad som får lämnas ut',
    codes: CONSENT_PURPOSES,
    name: 'ConsentPurpose',
  })
  purpose!: ConsentPurpose;

  @CodeField({ label: 'Vem som svarar', codes: CONSENTER_KINDS, name: 'ConsenterKind' })
  consenter!: ConsenterKind;

  @IdField({ label: 'Vilken vårdnadshavare', optional: true })
  guardianId?: string;

  @FlagField({ label: 'Samtycker; annars är svaret nej' })
  given!: boolean;

  @CodeField({ label: 'Hur svaret lämnades', codes: CONSENT_FORMS, name: 'ConsentForm' })
  form!: (typeof CONSENT_FORMS)[number];

  @DateField({ label: 'Vilken dag svaret lämnades' })
  decidedOn!: string;

  @DateField({ label: 'Gäller till och med; behövs för ett ja', optional: true })
  validTo?: string;

  @IdsField({ label: 'Enheter som får veta; för utlämnande', max: 30, optional: true })
  unitIds?: string[];

  @TextsField({
    label: 'Vilka uppgifter, som koder; för utlämnande',
    maxItems: 30,
    max: 40,
    optional: true,
    example: ['PLAN'],
  })
  categories?: string[];

  @TextField({ label: 'Vad som inte får lämnas ut', max: 1000, optional: true, example: 'Inget om pappas sjukdom.' })
  exclusions?: string;

  @TextField({
    label: 'Anteckning; behövs för ett muntligt svar',
    max: 1000,
    optional: true,
    example: 'Svarade per telefon.',
  })
  note?: string;

  @TextField({
    label: 'Vem som tog emot ett muntligt svar',
    max: 200,
    optional: true,
    example: 'Karin Berg, samordnare',
  })
  documentedBy?: string;
}

export class ConsentWithdrawal {
  @TextField({ label: 'Vem som återkallade', max: 200, example: 'Vårdnadshavaren själv, per telefon' })
  by!: string;

  @TextField({ label: 'Skäl, om det finns något att anteckna', max: 1000, optional: true, example: 'Vill vänta.' })
  reason?: string;
}

export const CONSENT_STANDINGS = ['HOLDS', 'REFUSED', 'WITHDRAWN', 'EXPIRED', 'TURNED_18'] as const;

export class RecordedConsentView {
  @IdField({ label: 'Id' })
  id!: string;

  @CodeField({ label: 'Vad samtycket gäller', codes: CONSENT_PURPOSES, name: 'ConsentPurpose' })
  purpose!: ConsentPurpose;

  @CodeField({ label: 'Vem som svarade', codes: CONSENTER_KINDS, name: 'ConsenterKind' })
  consenter!: ConsenterKind;

  @IdField({ label: 'Vårdnadshavarens id', optional: true })
  guardianId?: string;

  @TextField({ label: 'Namn', max: 300, example: 'Robin Testsson' })
  name!: string;

  @FlagField({ label: 'Svarade ja' })
  given!: boolean;

  @CodeField({ label: 'Läget i dag', codes: CONSENT_STANDINGS, name: 'ConsentStanding' })
  standing!: (typeof CONSENT_STANDINGS)[number];

  @CodeField({ label: 'Hur svaret lämnades', codes: CONSENT_FORMS, name: 'ConsentForm' })
  form!: (typeof CONSENT_FORMS)[number];

  @DateField({ label: 'Vilken dag' })
  decidedOn!: string;

  @DateField({ label: 'Gäller till och med', optional: true })
  validTo?: string;

  @ObjectsField({ label: 'Enheter som får veta', type: () => NamedView })
  units!: NamedView[];

  @TextsField({ label: 'Vilka uppgifter, som koder', maxItems: 30, max: 40, example: ['PLAN'] })
  categories!: string[];

  @TextField({ label: 'Vad som inte får lämnas ut', max: 1000, optional: true, example: 'Inget om pappas sjukdom.' })
  exclusions?: string;

  @TextField({ label: 'Anteckning', max: 1000, optional: true, example: 'Svarade per telefon.' })
  note?: string;

  @TextField({ label: 'Vem som tog emot svaret', max: 200, optional: true, example: 'Karin Berg, samordnare' })
  documentedBy?: string;

  @DateField({ label: 'Återkallat', optional: true })
  withdrawnOn?: string;

  @TextField({ label: 'Vem som återkallade', max: 200, optional: true, example: 'Vårdnadshavaren, per telefon' })
  withdrawnBy?: string;

  @TextField({ label: 'Skäl till återkallandet', max: 1000, optional: true, example: 'Vill vänta.' })
  withdrawalReason?: string;
}

/** Somebody whose answer the case has or needs. */
export class ConsenterView {
  @CodeField({ label: 'Barnet eller en vårdnadshavare', codes: CONSENTER_KINDS, name: 'ConsenterKind' })
  consenter!: ConsenterKind;

  @IdField({ label: 'Vårdnadshavarens id', optional: true })
  guardianId?: string;

  @TextField({ label: 'Namn', max: 300, example: 'Robin Testsson' })
  name!: string;

  @FlagField({ label: 'Behöver samtycka till planen' })
  required!: boolean;
}

/** Whose consent is missing. Without a consenter: no guardian is registered. */
export class MissingView {
  @CodeField({ label: 'Barnet eller en vårdnadshavare', codes: CONSENTER_KINDS, name: 'ConsenterKind' })
  consenter!: ConsenterKind;

  @IdField({ label: 'Vårdnadshavarens id', optional: true })
  guardianId?: string;

  @TextField({ label: 'Namn', max: 300, optional: true, example: 'Robin Testsson' })
  name?: string;

  @CodeField({ label: 'Varför', codes: MISSING_REASONS, name: 'MissingReason' })
  reason!: MissingReason;
}

export class ExclusionView {
  @TextField({ label: 'Vem som undantog det', max: 300, example: 'Robin Testsson' })
  name!: string;

  @TextField({ label: 'Vad som inte får lämnas ut', max: 1000, example: 'Inget om pappas sjukdom.' })
  text!: string;
}

export const COVERED_BY = ['CONSENT', 'GROUND', 'NOTHING'] as const;

export class CategoryCoverage {
  @TextField({ label: 'Uppgifter, som kod', max: 40, example: 'PLAN' })
  category!: string;

  @CodeField({ label: 'Vad ett utlämnande i dag vilar på', codes: COVERED_BY, name: 'CoveredBy' })
  by!: (typeof COVERED_BY)[number];

  @ObjectsField({ label: 'Vems samtycke som saknas', type: () => MissingView })
  missing!: MissingView[];
}

/** What a party may be told today. */
export class PartyCoverage {
  @IdField({ label: 'Partens id' })
  partyId!: string;

  @ObjectField({ label: 'Enhet', type: () => NamedView })
  unit!: NamedView;

  @ObjectsField({ label: 'Uppgifter', type: () => CategoryCoverage })
  categories!: CategoryCoverage[];
}

export class ConsentsView {
  @IdField({ label: 'Ärendets id' })
  caseId!: string;

  @CodeField({ label: 'Ärendets läge', codes: CASE_STATES, name: 'CaseState' })
  state!: CaseState;

  @NumberField({ label: 'Ärendets version', min: 1, max: 1e9 })
  version!: number;

  @ObjectsField({ label: 'Saknas för att planen ska få göras', type: () => MissingView })
  missingForPlan!: MissingView[];

  @ObjectsField({ label: 'Saknas för att något ska få lämnas ut', type: () => MissingView })
  missingForDisclosure!: MissingView[];

  @ObjectsField({ label: 'Vad familjen har undantagit', type: () => ExclusionView })
  exclusions!: ExclusionView[];

  @ObjectsField({ label: 'Barnet och vårdnadshavarna', type: () => ConsenterView })
  consenters!: ConsenterView[];

  @ObjectsField({ label: 'Svaren, det senaste först', type: () => RecordedConsentView })
  consents!: RecordedConsentView[];

  @ObjectsField({ label: 'Undantag från en vårdnadshavares samtycke', type: () => ExceptionView })
  exceptions!: ExceptionView[];

  @ObjectsField({ label: 'Andra grunder för att lämna ut', type: () => GroundView })
  grounds!: GroundView[];

  @ObjectsField({ label: 'Vad varje part får veta i dag', type: () => PartyCoverage })
  parties!: PartyCoverage[];
}
