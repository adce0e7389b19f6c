import {
  CodeField,
  DateField,
  FlagField,
  IdField,
  InstantField,
  LocalTimeField,
  NumberField,
  ObjectField,
  ObjectsField,
  PageView,
  TextField,
  TextsField,
} from '../platform/index.ts';
import { DISCLOSED_KINDS, type DisclosedKind } from './disclosure.document.ts';
import { CopyHeadView } from './disclosure.dto.ts';

export class PromiseView {
  @TextField({ label: 'Id', max: 40, example: 'i1' })
  id!: string;

  @TextField({ label: 'Vad enheten har tagit på sig', max: 2000, example: 'Träffar eleven varje vecka.' })
  text!: string;

  @DateField({ label: 'Börjar', optional: true })
  startOn?: string;

  @DateField({ label: 'Klart senast', optional: true })
  dueOn?: string;
}

/** The meeting that the unit is called to, as the latest copy tells of it. */
export class CalledMeetingView {
  @LocalTimeField({ label: 'Dag och tid' })
  localTime!: string;

  @NumberField({ label: 'Minuter', min: 15, max: 480, example: 60 })
  minutes!: number;

  @TextField({
    label: 'Plats; när den lämnas ut till enheten',
    max: 200,
    optional: true,
    example: 'Björkskolan, rum 12',
  })
  place?: string;

  @DateField({ label: 'Svara senast' })
  replyBy!: string;

  @TextField({ label: 'Svara till', max: 500, example: 'Karin Berg, Socialtjänsten Almby' })
  replyTo!: string;
}

/** The same while it is coming, or was to be. */
export class ComingMeetingView extends CalledMeetingView {
  @FlagField({ label: 'Mötet är inställt' })
  cancelled!: boolean;
}

/** A case of which something has been disclosed to the reader's unit. */
export class ReceivedCaseRow {
  @IdField({ label: 'Ärendets id' })
  caseId!: string;

  @TextField({ label: 'Ärendenummer', max: 11, example: 'S-7F3K-Q2XY' })
  reference!: string;

  @TextField({ label: 'Initialer; inte för skyddade', max: 10, optional: true, example: 'AT' })
  initials?: string;

  @NumberField({ label: 'Ålder när det lämnades ut; inte för skyddade', min: 0, max: 130, optional: true, example: 13 })
  age?: number;

  @CodeField({ label: 'Det senaste som lämnades ut', codes: DISCLOSED_KINDS, name: 'DisclosedKind' })
  latestWhat!: DisclosedKind;

  @InstantField({ label: 'När' })
  latestAt!: string;

  @InstantField({ label: 'Sedan när inget mer lämnas ut till enheten; saknas när det kan komma mer', optional: true })
  endedAt?: string;

  @NumberField({ label: 'Hur många åtaganden enheten har', min: 0, max: 1000 })
  promises!: number;

  @FlagField({ label: 'Planen är uppföljd: hur det gick är också utlämnat' })
  followedUp!: boolean;

  @ObjectField({
    label: 'Det åtagande som ska vara klart först, i en plan som pågår och inte är uppföljd',
    type: () => PromiseView,
    optional: true,
  })
  nextPromise?: PromiseView;

  @ObjectField({ label: 'Mötet som enheten är kallad till', type: () => ComingMeetingView, optional: true })
  meeting?: ComingMeetingView;
}

export class ReceivedCasePage extends PageView {
  @ObjectsField({
    label: 'Ärenden, det som enheten ska göra först överst, sedan det senast utlämnade',
    type: () => ReceivedCaseRow,
  })
  cases!: ReceivedCaseRow[];
}

export class LabelledText {
  @TextField({ label: 'Rubrik', max: 300, example: 'Tid' })
  label!: string;

  @TextField({ label: 'Text', max: 5000, example: 'Tisdag 24 november 2026 kl. 13.30' })
  text!: string;
}

export class SectionView {
  @TextField({ label: 'Rubrik', max: 300, example: 'Vad som behöver samordnas' })
  heading!: string;

  @TextsField({ label: 'Stycken', maxItems: 200, max: 5000, optional: true, example: ['Skolgång och behandling.'] })
  paragraphs?: string[];

  @ObjectsField({ label: 'Rader', type: () => LabelledText, optional: true })
  rows?: LabelledText[];
}

export class DisclosedChildView {
  @TextField({ label: 'Initialer', max: 10, example: 'AT' })
  initials!: string;

  @NumberField({ label: 'Ålder när det lämnades ut', min: 0, max: 130, example: 13 })
  age!: number;

  @TextField({ label: 'Namn; när enheten får veta vem barnet är', max: 300, optional: true, example: 'Alva Testsson' })
  name?: string;

  @DateField({ label: 'Född; när enheten får veta vem barnet är', optional: true })
  birthDate?: string;
}

export const BASIS_KINDS = ['CONSENT', 'GROUND', 'FAMILY'] as const;

export class BasisView {
  @CodeField({ label: 'Samtycke eller annan grund', codes: BASIS_KINDS, name: 'DisclosedBasis' })
  by!: (typeof BASIS_KINDS)[number];

  @DateField({ label: 'Samtycket gällde till och med', optional: true })
  validTo?: string;

  @TextField({ label: 'Grunden, som kod', max: 40, optional: true, example: 'LEGAL_DUTY' })
  ground?: string;
}

/** A copy as its recipient reads it. */
export class CopyView extends CopyHeadView {
  @TextField({ label: 'Rubrik', max: 300, example: 'Om ärendet' })
  title!: string;

  @ObjectField({ label: 'Barnet', type: () => DisclosedChildView })
  child!: DisclosedChildView;

  @ObjectField({ label: 'Vad utlämnandet vilar på', type: () => BasisView })
  basis!: BasisView;

  @ObjectsField({ label: 'Innehåll', type: () => SectionView })
  sections!: SectionView[];

  @ObjectsField({ label: 'Vad enheten har tagit på sig', type: () => PromiseView })
  promises!: PromiseView[];

  @ObjectField({ label: 'Mötet som mottagaren är kallad till', type: () => CalledMeetingView, optional: true })
  meeting?: CalledMeetingView;
}

export class ReceivedCaseView {
  @IdField({ label: 'Ärendets id' })
  caseId!: string;

  @TextField({ label: 'Ärendenummer', max: 11, example: 'S-7F3K-Q2XY' })
  reference!: string;

  @InstantField({ label: 'Sedan när inget mer lämnas ut till enheten; saknas när det kan komma mer', optional: true })
  endedAt?: string;

  @ObjectField({ label: 'Mötet som enheten är kallad till', type: () => ComingMeetingView, optional: true })
  meeting?: ComingMeetingView;

  @ObjectsField({ label: 'Det som lämnats ut, det senaste först', type: () => CopyView })
  copies!: CopyView[];
}

/** A copy as it was handed out, for whoever handed it out. */
export class HandedOutView extends CopyView {
  @IdField({ label: 'Ärendets id' })
  caseId!: string;

  @TextField({ label: 'Ärendenummer', max: 11, example: 'S-7F3K-Q2XY' })
  reference!: string;

  @TextField({ label: 'Till vem', max: 300, example: 'BUP Almby' })
  to!: string;
}
