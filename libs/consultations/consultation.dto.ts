import { NamedView } from '../directory/index.ts';
import {
  CodeField,
  CodesField,
  DateField,
  IdField,
  InstantField,
  LocalTimeField,
  NumberField,
  ObjectField,
  TextField,
  TextsField,
} from '../platform/index.ts';
import { REQUEST_STATES, REQUEST_STEP_NAMES, type RequestState, type RequestStep } from './request-state.rules.ts';

export const CONSULTATION_STATES = ['PLACED', 'HELD', 'CONCLUDED'] as const;

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

  @DateField({ label: 'Följs upp', optional: true, nullable: true, example: '2027-01-15' })
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

  @TextField({ label: 'Frågans beteckning', max: 20, example: 'K-7F3K-Q2XY' })
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

  @DateField({ label: 'Följs upp', optional: true, example: '2027-01-15' })
  followUpOn?: string;

  @InstantField({ label: 'När den markerades som hållen', optional: true })
  heldAt?: string;

  @TextField({ label: 'Beteckning på SIP-rekommendationen', max: 20, optional: true, example: 'R-8KQ2-ZT4M' })
  sipRecommendation?: string;

  @CodesField({ label: 'Vad du kan göra nu', codes: REQUEST_STEP_NAMES, name: 'RequestStep', max: 20 })
  steps!: RequestStep[];
}
