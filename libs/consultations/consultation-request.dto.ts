import { Type } from 'class-transformer';
import { NamedView } from '../directory/index.ts';
import {
  CodeField,
  CodesField,
  DateField,
  FlagField,
  IdField,
  InstantField,
  NumberField,
  ObjectField,
  ObjectsField,
  PageQuery,
  PageView,
  TextField,
  TextsField,
} from '../platform/index.ts';
import { REQUEST_STATES, REQUEST_STEP_NAMES, type RequestState, type RequestStep } from './request-state.rules.ts';

const LONG = 4000;

/** The five fields. All may be missing while it is a draft. */
export class DraftContent {
  @TextField({
    label: 'Vad vill du ha hjälp med?',
    min: 0,
    max: LONG,
    optional: true,
    example: 'Eleven är borta allt mer. Vem tar nästa steg?',
  })
  question?: string;

  @TextsField({ label: 'Teman, ett till tre', maxItems: 10, max: 40, optional: true, example: ['SCHOOL_ABSENCE'] })
  themes?: string[];

  @TextField({ label: 'Åldersgrupp', max: 40, optional: true, nullable: true, example: 'AGE_13_15' })
  ageBand?: string | null;

  @TextField({
    label: 'Vad har ni prövat?',
    min: 0,
    max: LONG,
    optional: true,
    example: 'Anpassad skolgång sedan i våras.',
  })
  tried?: string;

  @TextsField({
    label: 'Verksamheter som redan är inblandade',
    maxItems: 30,
    max: 40,
    optional: true,
    example: ['SCHOOL'],
  })
  services?: string[];
}

export class Submission {
  @FlagField({ label: 'Far ett barn illa just nu?', example: false })
  childAtRisk!: boolean;
}

export class ReturnQuestion {
  @TextField({ label: 'Vad behöver du veta?', max: 2000, example: 'Vilken åldersgrupp gäller det?' })
  question!: string;
}

export class Redirection {
  @TextField({ label: 'Vart hänvisas frågan?', max: 40, example: 'SOCIAL_SERVICES' })
  to!: string;

  @TextField({ label: 'Varför?', max: 2000, example: 'Frågan avgörs av socialtjänsten.' })
  reason!: string;
}

export class Withdrawal {
  @TextField({ label: 'Varför tas frågan tillbaka?', max: 2000, example: 'Det löste sig.' })
  reason!: string;
}

export const ADVICE_FOLLOWED = ['YES', 'PARTLY', 'NO'] as const;

export class Feedback {
  @NumberField({ label: 'Hjälpte det? Från 1 (inte alls) till 5 (mycket)', min: 1, max: 5, example: 4 })
  helped!: number;

  @CodeField({ label: 'Följdes råden?', codes: ADVICE_FOLLOWED, name: 'AdviceFollowed', optional: true })
  adviceFollowed?: (typeof ADVICE_FOLLOWED)[number];

  @FlagField({ label: 'Startades en SIP?', optional: true, example: false })
  sipStarted?: boolean;
}

export const REQUEST_LISTS = ['OPEN', 'ALL'] as const;

export class RequestQuery extends PageQuery {
  @CodeField({ label: 'Öppna eller alla', codes: REQUEST_LISTS, name: 'RequestList', optional: true })
  @Type(() => String)
  list: (typeof REQUEST_LISTS)[number] = 'OPEN';
}

export class SittingRef {
  @IdField({ label: 'Mötets id' })
  id!: string;

  @InstantField({ label: 'När mötet börjar' })
  startsAt!: string;

  @TextField({ label: 'Plats', max: 200, example: 'Stadshuset, Vitsippan' })
  place!: string;
}

/** What a list shows: nothing of the text, and nothing that could be anybody. */
export class RequestRow {
  @IdField({ label: 'Id' })
  id!: string;

  @TextField({ label: 'Beteckning', max: 20, example: 'K-7F3K-Q2XY' })
  reference!: string;

  @CodeField({ label: 'Läge', codes: REQUEST_STATES, name: 'RequestState' })
  state!: RequestState;

  @NumberField({ label: 'Version', min: 1, max: 1e9 })
  version!: number;

  @TextsField({ label: 'Teman', maxItems: 10, max: 40, example: ['SCHOOL_ABSENCE'] })
  themes!: string[];

  @TextField({ label: 'Åldersgrupp', max: 40, optional: true, example: 'AGE_13_15' })
  ageBand?: string;

  @ObjectField({ label: 'Enheten som frågar', type: () => NamedView })
  unit!: NamedView;

  @InstantField({ label: 'Senast ändrad' })
  changedAt!: string;

  @InstantField({ label: 'Inskickad', optional: true })
  submittedAt?: string;

  @ObjectField({ label: 'Mötet där frågan tas upp', type: () => SittingRef, optional: true })
  sitting?: SittingRef;
}

export class RequestPage extends PageView {
  @ObjectsField({ label: 'Frågorna på sidan', type: () => RequestRow })
  requests!: RequestRow[];
}

export class AnswerView {
  @IdField({ label: 'Konsultationens id' })
  consultationId!: string;

  @DateField({ label: 'Mötets datum' })
  heldOn!: string;

  @TextField({ label: 'Råd', max: LONG, example: 'Kalla till ett gemensamt möte.' })
  advice!: string;

  @TextsField({ label: 'Utfall', maxItems: 20, max: 40, example: ['ADVICE_ONLY'] })
  outcomes!: string[];

  @TextsField({ label: 'Rekommenderad remiss till', maxItems: 20, max: 40, example: [] })
  referrals!: string[];

  @DateField({ label: 'Följs upp', optional: true })
  followUpOn?: string;

  @TextField({
    label: 'Rekommendation att starta SIP: beteckningen att hänvisa till',
    max: 20,
    optional: true,
    example: 'R-8KQ2-ZT4M',
  })
  sipRecommendation?: string;

  @DateField({ label: 'När rekommendationen togs upp i ett SIP-ärende', optional: true })
  sipTakenUpOn?: string;
}

export class RequestView extends RequestRow {
  @CodeField({ label: 'Avidentifierad', codes: ['ANONYMISED'], name: 'RequestMode' })
  mode!: 'ANONYMISED';

  @TextField({ label: 'Frågan', min: 0, max: LONG, example: 'Vem tar nästa steg?' })
  question!: string;

  @TextField({ label: 'Vad som har prövats', min: 0, max: LONG, example: 'Anpassad skolgång.' })
  tried!: string;

  @TextsField({ label: 'Inblandade verksamheter', maxItems: 30, max: 40, example: ['SCHOOL'] })
  services!: string[];

  @TextField({ label: 'Den som frågar', max: 200, example: 'Sara Lind' })
  authorName!: string;

  @TextField({ label: 'Samordnarens fråga tillbaka', max: 2000, optional: true, example: 'Vilken åldersgrupp?' })
  returnQuestion?: string;

  @ObjectField({ label: 'Hänvisning', type: () => Redirection, optional: true })
  redirection?: Redirection;

  @TextField({ label: 'Varför frågan togs tillbaka', max: 2000, optional: true, example: 'Det löste sig.' })
  withdrawalReason?: string;

  @ObjectsField({ label: 'Svar', type: () => AnswerView })
  answers!: AnswerView[];

  @DateField({ label: 'När frågan om det hjälpte ställs', optional: true })
  feedbackDueOn?: string;

  @ObjectField({ label: 'Hur det gick', type: () => Feedback, optional: true })
  feedback?: Feedback;

  @CodesField({ label: 'Vad du kan göra nu', codes: REQUEST_STEP_NAMES, name: 'RequestStep', max: 20 })
  steps!: RequestStep[];
}
