import { NamedView } from '../directory/index.ts';
import {
  CodeField,
  DateField,
  FlagField,
  IdField,
  IdsField,
  InstantField,
  NumberField,
  ObjectField,
  ObjectsField,
  TextField,
  TextsField,
} from '../platform/index.ts';
import { ExclusionView } from './consent.dto.ts';
import { DISCLOSED_KINDS, type DisclosedKind } from './disclosure.document.ts';

export class UnitRecipient {
  @IdField({ label: 'Enhet' })
  unitId!: string;

  @IdsField({ label: 'De på enheten som får läsa; behövs när barnet är skyddat', max: 20, optional: true })
  readerIds?: string[];
}

export class NewDisclosure {
  @CodeField({ label: 'Vad som lämnas ut', codes: DISCLOSED_KINDS, name: 'DisclosedKind' })
  what!: DisclosedKind;

  @ObjectsField({ label: 'Enheter', type: () => UnitRecipient, max: 30 })
  units!: UnitRecipient[];

  @IdsField({ label: 'Vårdnadshavare som får ett eget exemplar', max: 10, optional: true })
  guardianIds?: string[];

  @FlagField({ label: 'Barnet får ett eget exemplar', optional: true, example: false })
  child?: boolean;
}

export class DisclosableView {
  @CodeField({ label: 'Vad', codes: DISCLOSED_KINDS, name: 'DisclosedKind' })
  what!: DisclosedKind;

  @NumberField({ label: 'Version', min: 0, max: 1e9 })
  number!: number;

  @TextField({ label: 'Uppgifter som det räknas till, som kod', max: 40, example: 'PLAN' })
  category!: string;
}

export const RECIPIENT_KINDS = ['UNIT', 'GUARDIAN', 'CHILD'] as const;

/** A copy by its head: what it is of, and when it was handed out. */
export class CopyHeadView extends DisclosableView {
  @IdField({ label: 'Id' })
  id!: string;

  @InstantField({ label: 'Utlämnat' })
  at!: string;
}

/** One copy that has been handed out: to whom, of what, when and on what ground. */
export class DisclosureView extends CopyHeadView {
  @CodeField({ label: 'Mottagare', codes: RECIPIENT_KINDS, name: 'RecipientKind' })
  recipient!: (typeof RECIPIENT_KINDS)[number];

  @ObjectField({ label: 'Enheten', type: () => NamedView, optional: true })
  unit?: NamedView;

  @TextsField({ label: 'De på enheten som får läsa', maxItems: 20, max: 200, example: [] })
  readers!: string[];

  @TextField({ label: 'Familjemedlemmen', max: 300, optional: true, example: 'Robin Testsson' })
  name?: string;

  @TextsField({ label: 'Vilka som har samtyckt', maxItems: 10, max: 300, example: ['Robin Testsson'] })
  consentedBy!: string[];

  @TextField({ label: 'Annan grund, som kod', max: 40, optional: true, example: 'LEGAL_DUTY' })
  ground?: string;

  @TextField({ label: 'Vem som lämnade ut', max: 200, example: 'Karin Berg' })
  byName!: string;
}

export class DisclosuresView {
  @FlagField({ label: 'Barnet är skyddat: den som ska läsa måste namnges' })
  guarded!: boolean;

  @ObjectsField({ label: 'Vad familjen har undantagit', type: () => ExclusionView })
  exclusions!: ExclusionView[];

  @ObjectsField({ label: 'Vad som går att lämna ut, i senaste version', type: () => DisclosableView })
  available!: DisclosableView[];

  @ObjectsField({ label: 'Vem som har fått vad, det senaste först', type: () => DisclosureView })
  disclosures!: DisclosureView[];
}

export class PartyReaderView {
  @IdField({ label: 'Uppdragets id' })
  assignmentId!: string;

  @TextField({ label: 'Namn', max: 200, example: 'Nora Ek' })
  name!: string;
}

export class PartyReadersView {
  @ObjectsField({ label: 'De på enheten som läser det som lämnas ut', type: () => PartyReaderView })
  readers!: PartyReaderView[];
}

/** One line of the extract for the family, in words. */
export class ExtractRow {
  @DateField({ label: 'Dag' })
  on!: string;

  @TextField({ label: 'Vad', max: 100, example: 'Planen, version 2' })
  what!: string;

  @TextField({ label: 'Till vem', max: 300, example: 'BUP Mölndal' })
  to!: string;

  @TextField({ label: 'Varför det fick lämnas ut', max: 500, example: 'Samtycke från Robin Testsson' })
  because!: string;
}

export class FamilyExtractView {
  @TextField({ label: 'Ärendenummer', max: 11, example: 'S-7F3K-Q2XY' })
  reference!: string;

  @TextField({ label: 'Barnet', max: 300, example: 'Alva Testsson' })
  childName!: string;

  @DateField({ label: 'Skriven' })
  on!: string;

  @TextField({ label: 'Samordnarens enhet', max: 200, example: 'Samverkanskansliet' })
  unitName!: string;

  @ObjectsField({ label: 'Utlämnat, det senaste först', type: () => ExtractRow })
  rows!: ExtractRow[];
}
