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
  PageView,
  TextField,
  TextsField,
} from '../platform/index.ts';
import { CONSULTATION_STATES } from './consultation.dto.ts';
import { REQUEST_STATES, type RequestState } from './request-state.rules.ts';

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

export const SITTING_STATES = ['PLANNED', 'ENDED'] as const;

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

export class SittingPage extends PageView {
  @ObjectsField({ label: 'Mötena på sidan', type: () => SittingRow })
  sittings!: SittingRow[];
}

/** One question on the agenda. */
export class AgendaItem {
  @IdField({ label: 'Konsultationens id' })
  id!: string;

  @IdField({ label: 'Frågans id' })
  requestId!: string;

  @TextField({ label: 'Frågans beteckning', max: 20, example: 'K-7F3K-Q2XY' })
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
