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
} from '../platform/index.ts';
import { type Protection, PROTECTIONS } from './child.rules.ts';
import { GuardianView } from './guardian.dto.ts';
import { IDENTITY_KINDS, type IdentityKind } from './identity-number.rules.ts';
import { LanguageField } from './language.field.ts';
import { AppointmentView } from './reader-appointment.dto.ts';

class ChildSurroundings {
  @DateField({
    label: 'Födelsedatum; läses ur numret när det går, och får skilja sig från det',
    optional: true,
    example: '2013-05-30',
  })
  birthDate?: string;

  @TextField({ label: 'Adress', max: 300, optional: true, nullable: true, example: 'Björkvägen 4, 431 30 Almby' })
  address?: string | null;

  @TextField({ label: 'Skola eller förskola', max: 200, optional: true, nullable: true, example: 'Björkängsskolan 6B' })
  school?: string | null;

  @TextField({ label: 'Telefon', max: 50, optional: true, nullable: true, example: '070-174 06 06' })
  phone?: string | null;

  @LanguageField({ label: 'Språk', optional: true, nullable: true })
  language?: string | null;

  @CodeField({ label: 'Skyddade personuppgifter', codes: PROTECTIONS, name: 'Protection', optional: true })
  protection?: Protection;
}

export class ChildRegistration extends ChildSurroundings {
  @CodeField({ label: 'Slag av nummer', codes: IDENTITY_KINDS, name: 'IdentityKind' })
  identityKind!: IdentityKind;

  @TextField({ label: 'Nummer', max: 20, example: '20130530-2380' })
  identity!: string;

  @TextField({ label: 'Förnamn', max: 100, example: 'Elin' })
  givenName!: string;

  @TextField({ label: 'Efternamn', max: 100, example: 'Warsame' })
  familyName!: string;
}

/** Left-out fields stay as they are; null empties one. */
export class ChildChange extends ChildSurroundings {
  @CodeField({ label: 'Slag av nummer', codes: IDENTITY_KINDS, name: 'IdentityKind', optional: true })
  identityKind?: IdentityKind;

  @TextField({ label: 'Nummer', max: 20, optional: true, example: '20130530-2380' })
  identity?: string;

  @TextField({ label: 'Förnamn', max: 100, optional: true, example: 'Elin' })
  givenName?: string;

  @TextField({ label: 'Efternamn', max: 100, optional: true, example: 'Warsame' })
  familyName?: string;
}

export class NamedReaders {
  @IdsField({ label: 'De som får öppna barnets uppgifter, deras uppdrag', max: 50 })
  assignmentIds!: string[];
}

export class ReaderView {
  @IdField({ label: 'Uppdragets id' })
  assignmentId!: string;

  @TextField({ label: 'Namn', max: 200, example: 'Karin Berg' })
  name!: string;

  @FlagField({ label: 'Får öppna barnets uppgifter' })
  named!: boolean;
}

export class NewAssessment {
  @DateField({ label: 'När bedömdes barnets mognad?' })
  assessedOn!: string;

  @FlagField({ label: 'Är barnet moget nog att själv ta ställning?' })
  mature!: boolean;

  @TextField({ label: 'Vem bedömde?', max: 200, example: 'Sara Lind, skolkurator' })
  assessor!: string;

  @TextField({ label: 'Varför?', max: 2000, example: 'Elin förstår vad samtycket innebär och kan säga vad hon vill.' })
  reason!: string;
}

export class AssessmentView extends NewAssessment {
  @IdField({ label: 'Id' })
  id!: string;
}

export class ChildCaseView {
  @IdField({ label: 'Ärendets id' })
  id!: string;

  @TextField({ label: 'Beteckning', max: 20, example: 'S-7F3K-Q2XY' })
  reference!: string;

  @DateField({ label: 'Behovet uppmärksammades' })
  needOn!: string;

  @DateField({ label: 'Avslutat', optional: true })
  endedOn?: string;
}

/** What is seen before a child's record is opened: whether to stop first. */
export class ChildCover {
  @IdField({ label: 'Id' })
  id!: string;

  @CodeField({ label: 'Skyddade personuppgifter', codes: PROTECTIONS, name: 'Protection' })
  protection!: Protection;
}

/** A child's record with the people around it. */
export class ChildView extends ChildCover {
  @NumberField({ label: 'Version', min: 1, max: 1e9 })
  version!: number;

  @CodeField({ label: 'Slag av nummer', codes: IDENTITY_KINDS, name: 'IdentityKind' })
  identityKind!: IdentityKind;

  @TextField({ label: 'Nummer', max: 12, example: '201305302380' })
  identity!: string;

  @TextField({ label: 'Förnamn', max: 100, example: 'Elin' })
  givenName!: string;

  @TextField({ label: 'Efternamn', max: 100, example: 'Warsame' })
  familyName!: string;

  @TextField({ label: 'Initialer', max: 10, example: 'EW' })
  initials!: string;

  @DateField({ label: 'Födelsedatum', example: '2013-05-30' })
  birthDate!: string;

  @NumberField({ label: 'Ålder i år', min: 0, max: 150, example: 13 })
  age!: number;

  @DateField({ label: 'Fyller 18', example: '2031-05-30' })
  adultFrom!: string;

  @TextField({ label: 'Adress; inte vid skyddade personuppgifter', max: 300, optional: true, example: 'Björkvägen 4' })
  address?: string;

  @TextField({
    label: 'Skola; inte vid skyddade personuppgifter',
    max: 200,
    optional: true,
    example: 'Björkängsskolan',
  })
  school?: string;

  @TextField({ label: 'Telefon; inte vid skyddade personuppgifter', max: 50, optional: true, example: '070-174 06 06' })
  phone?: string;

  @LanguageField({ label: 'Språk', optional: true })
  language?: string;

  @ObjectsField({ label: 'Vårdnadshavare, de nuvarande först', type: () => GuardianView })
  guardians!: GuardianView[];

  @ObjectsField({ label: 'Mognadsbedömningar, den senaste först', type: () => AssessmentView })
  assessments!: AssessmentView[];

  @ObjectsField({
    label: 'Enhetens samordnare och vilka av dem som får öppna; bara vid skyddade personuppgifter',
    type: () => ReaderView,
  })
  readers!: ReaderView[];

  @ObjectsField({
    label: 'Läsare som områdets administratör har utsett när ingen fanns, den senaste först',
    type: () => AppointmentView,
  })
  appointments!: AppointmentView[];

  @ObjectsField({ label: 'Barnets ärenden, det senaste först', type: () => ChildCaseView })
  cases!: ChildCaseView[];
}

/** Exactly one of the three: nothing else may be searched by (2001:637 15 §, domain reference 1.8). */
export class ChildSearch {
  @TextField({ label: 'Hela numret', max: 20, optional: true, example: '20130530-2380' })
  number?: string;

  @TextField({ label: 'Hela namnet', max: 201, optional: true, example: 'Elin Warsame' })
  name?: string;

  @TextField({ label: 'Ärendets beteckning', max: 20, optional: true, example: 'S-7F3K-Q2XY' })
  caseReference?: string;
}

export class CaseRef {
  @IdField({ label: 'Ärendets id' })
  id!: string;

  @TextField({ label: 'Beteckning', max: 20, example: 'S-7F3K-Q2XY' })
  reference!: string;
}

export class ChildHit {
  @IdField({ label: 'Barnets id' })
  childId!: string;

  @TextField({ label: 'Initialer', max: 10, example: 'EW' })
  initials!: string;

  @NumberField({ label: 'Ålder i år', min: 0, max: 150, example: 13 })
  age!: number;

  @CodeField({ label: 'Skyddade personuppgifter', codes: PROTECTIONS, name: 'Protection' })
  protection!: Protection;

  @ObjectField({ label: 'Ärendet som pågår', type: () => CaseRef, optional: true })
  openCase?: CaseRef;
}

export class ChildHits {
  @ObjectsField({ label: 'Träffarna', type: () => ChildHit, max: 10 })
  hits!: ChildHit[];
}
