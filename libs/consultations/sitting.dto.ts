import { Type } from 'class-transformer';
import { NamedView } from '../directory/index.ts';
import {
  CodeField,
  FlagField,
  IdField,
  IdsField,
  InstantField,
  LocalTimeField,
  NumberField,
  ObjectField,
  ObjectsField,
  PageQuery,
  TextField,
  TextsField,
} from '../platform/index.ts';
import { REQUEST_STATES, REQUEST_STEP_NAMES, type RequestState, type RequestStep } from './request-state.rules.ts';

export class SittingPlan {
  @LocalTimeField({ label: 'När börjar mötet?', example: '2026-12-03T13:00' })
  startsAt!: string;

  @NumberField({ label: 'Mötets längd i minuter', min: 15, max: 480, example: 120 })
  minutes!: number;

  @TextField({ label: 'Plats eller länk', max: 200, example: 'Stadshuset, Vitsippan' })
  place!: string;

  @IdField({ label: 'Team; behövs bara när området har flera', optional: true })
  teamId?: string;
}

export const SITTING_LISTS = ['COMING', 'PAST'] as const;

export class SittingQuery extends PageQuery {
  @CodeField({ label: 'Kommande eller tidigare', codes: SITTING_LISTS, name: 'SittingList', optional: true })
  @Type(() => String)
  list: (typeof SITTING_LISTS)[number] = 'COMING';
}

export const SITTING_STATES = ['PLANNED', 'ENDED', 'CANCELLED'] as const;

export class SittingRow {
  @IdField({ label: 'Id' })
  id!: string;

  @ObjectField({ label: 'Team', type: () => NamedView })
  team!: NamedView;

  @InstantField({ label: 'Början' })
  startsAt!: string;

  @LocalTimeField({ label: 'Början, svensk tid' })
  localTime!: string;

  @NumberField({ label: 'Minuter', min: 15, max: 480, example: 120 })
  minutes!: number;

  @TextField({ label: 'Plats', max: 200, example: 'Stadshuset, Vitsippan' })
  place!: string;

  @CodeField({ label: 'Läge', codes: SITTING_STATES, name: 'SittingState' })
  state!: (typeof SITTING_STATES)[number];

  @NumberField({ label: 'Version', min: 1, max: 1e9 })
  version!: number;

  @NumberField({ label: 'Antal frågor på dagordningen', min: 0, max: 100 })
  questions!: number;

  @NumberField({ label: 'Minuter som frågorna tar', min: 0, max: 10000 })
  plannedMinutes!: number;
}

export class SittingPage {
  @ObjectsField({ label: 'Mötena på sidan', type: () => SittingRow })
  sittings!: SittingRow[];

  @NumberField({ label: 'Antal i hela listan; räknas högst till 1000', min: 0, max: 1000 })
  total!: number;

  @NumberField({ label: 'Sida', min: 1, max: 1000 })
  page!: number;

  @NumberField({ label: 'Rader per sida', min: 1, max: 100, example: 20 })
  limit!: number;
}

export const CONSULTATION_STATES = ['PLACED', 'HELD', 'CONCLUDED'] as const;

/** One question on the agenda. */
export class AgendaItem {
  @IdField({ label: 'Konsultationens id' })
  id!: string;

  @IdField({ label: 'Frågans id' })
  requestId!: string;

  @TextField({ label: 'Frågans beteckning', max: 20, example: 'K-7F3KQ2' })
  reference!: string;

  @CodeField({ label: 'Läge', codes: CONSULTATION_STATES, name: 'ConsultationState' })
  state!: (typeof CONSULTATION_STATES)[number];

  @CodeField({ label: 'Frågans läge', codes: REQUEST_STATES, name: 'RequestState' })
  requestState!: RequestState;

  @LocalTimeField({ label: 'När frågan beräknas tas upp, svensk tid' })
  slotTime!: string;

  @NumberField({ label: 'Minuter', min: 5, max: 240, example: 20 })
  minutes!: number;

  @TextsField({ label: 'Teman', maxItems: 10, max: 40, example: ['SCHOOL_ABSENCE'] })
  themes!: string[];

  @TextField({ label: 'Åldersgrupp', max: 40, example: 'AGE_13_15' })
  ageBand!: string;

  @ObjectField({ label: 'Enheten som frågar', type: () => NamedView })
  unit!: NamedView;
}

export class Attendee {
  @IdField({ label: 'Uppdragets id' })
  assignmentId!: string;

  @TextField({ label: 'Namn', max: 200, example: 'Omar Haddad' })
  name!: string;

  @TextField({ label: 'Enhet', max: 200, example: 'BUP Almby' })
  unitName!: string;

  @FlagField({ label: 'Närvarande; saknas om det inte är antecknat', optional: true })
  present?: boolean;
}

export class SittingView extends SittingRow {
  @ObjectsField({ label: 'Dagordning', type: () => AgendaItem })
  agenda!: AgendaItem[];

  @ObjectsField({ label: 'Teamets medlemmar och närvaro', type: () => Attendee })
  attendance!: Attendee[];
}

export class AgendaOrder {
  @IdsField({ label: 'Alla frågor på dagordningen, i den nya ordningen', max: 100 })
  consultationIds!: string[];
}

export class AttendanceMark {
  @IdField({ label: 'Uppdragets id' })
  assignmentId!: string;

  @FlagField({ label: 'Närvarande' })
  present!: boolean;
}

export class AttendanceChange {
  @ObjectsField({ label: 'Närvaro', type: () => AttendanceMark, max: 100 })
  marks!: AttendanceMark[];
}

export class Placement {
  @IdField({ label: 'Mötet' })
  sittingId!: string;

  @NumberField({ label: 'Minuter för frågan', min: 5, max: 240, example: 20 })
  minutes!: number;
}

export class AdviceDraft {
  @TextField({ label: 'Råd', min: 0, max: 4000, example: 'Kalla till ett gemensamt möte.' })
  advice!: string;

  @TextsField({ label: 'Utfall', maxItems: 20, max: 40, example: ['ADVICE_ONLY'] })
  outcomes!: string[];

  @TextsField({ label: 'Remiss rekommenderas till', maxItems: 20, max: 40, optional: true, example: [] })
  referrals?: string[];

  @TextField({ label: 'Följs upp, ÅÅÅÅ-MM-DD', max: 10, optional: true, example: '2027-01-15' })
  followUpOn?: string | null;
}

/** One question as the team has it before it: the one-A4 sheet, the advice and what can be done. */
export class ConsultationView {
  @IdField({ label: 'Id' })
  id!: string;

  @NumberField({ label: 'Version', min: 1, max: 1e9 })
  version!: number;

  @CodeField({ label: 'Läge', codes: CONSULTATION_STATES, name: 'ConsultationState' })
  state!: (typeof CONSULTATION_STATES)[number];

  @IdField({ label: 'Frågans id' })
  requestId!: string;

  @TextField({ label: 'Frågans beteckning', max: 20, example: 'K-7F3KQ2' })
  reference!: string;

  @CodeField({ label: 'Frågans läge', codes: REQUEST_STATES, name: 'RequestState' })
  requestState!: RequestState;

  @ObjectField({ label: 'Enheten som frågar', type: () => NamedView })
  unit!: NamedView;

  @IdField({ label: 'Mötets id' })
  sittingId!: string;

  @LocalTimeField({ label: 'När frågan beräknas tas upp, svensk tid' })
  slotTime!: string;

  @NumberField({ label: 'Minuter', min: 5, max: 240, example: 20 })
  minutes!: number;

  @TextField({ label: 'Frågan', max: 4000, example: 'Vem tar nästa steg?' })
  question!: string;

  @TextField({ label: 'Vad som har prövats', min: 0, max: 4000, example: 'Anpassad skolgång.' })
  tried!: string;

  @TextsField({ label: 'Teman', maxItems: 10, max: 40, example: ['SCHOOL_ABSENCE'] })
  themes!: string[];

  @TextField({ label: 'Åldersgrupp', max: 40, example: 'AGE_13_15' })
  ageBand!: string;

  @TextsField({ label: 'Inblandade verksamheter', maxItems: 30, max: 40, example: ['SCHOOL'] })
  services!: string[];

  @TextsField({ label: 'Avbockat i förberedelsen', maxItems: 30, max: 40, example: ['QUESTION_CLEAR'] })
  checks!: string[];

  @TextField({ label: 'Samordnarens anteckning', min: 0, max: 2000, example: '' })
  note!: string;

  @TextField({ label: 'Råd', min: 0, max: 4000, example: '' })
  advice!: string;

  @TextsField({ label: 'Utfall', maxItems: 20, max: 40, example: [] })
  outcomes!: string[];

  @TextsField({ label: 'Remiss rekommenderas till', maxItems: 20, max: 40, example: [] })
  referrals!: string[];

  @TextField({ label: 'Följs upp', max: 10, optional: true, example: '2027-01-15' })
  followUpOn?: string;

  @InstantField({ label: 'När den markerades som hållen', optional: true })
  heldAt?: string;

  @TextField({ label: 'Beteckning på SIP-rekommendationen', max: 20, optional: true, example: 'R-8KQ2ZT' })
  sipRecommendation?: string;

  @TextsField({ label: 'Vad du kan göra nu', maxItems: 20, max: 40, example: [...REQUEST_STEP_NAMES].slice(0, 1) })
  steps!: RequestStep[];
}
