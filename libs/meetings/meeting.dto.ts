import { NamedView } from '../directory/index.ts';
import { CASE_STATES, type CaseState } from '../cases/index.ts';
import {
  CodeField,
  DateField,
  FlagField,
  IdField,
  IdsField,
  InstantField,
  LocalTimeField,
  NumberField,
  ObjectField,
  ObjectsField,
  TextField,
  TextsField,
} from '../platform/index.ts';
import {
  ATTENDANCES,
  CALLS,
  CHILD_PARTS,
  MEETING_KINDS,
  MEETING_STATES,
  type Attendance,
  type Call,
  type ChildPart,
  type MeetingKind,
  type MeetingState,
} from './meeting.rules.ts';

export class PartyCall {
  @IdField({ label: 'Enhet' })
  unitId!: string;

  @CodeField({ label: 'Kallas eller bjuds in', codes: CALLS, name: 'MeetingCall' })
  call!: Call;

  @FlagField({
    label: 'Får veta platsen; om inget anges ja, utom när barnet har skyddade personuppgifter',
    optional: true,
  })
  showsPlace?: boolean;

  @IdsField({
    label: 'Uppdrag på enheten som kallas, när barnet har skyddade personuppgifter',
    max: 10,
    optional: true,
  })
  readerIds?: string[];
}

export class MeetingPlan {
  @LocalTimeField({ label: 'När börjar mötet?' })
  startsAt!: string;

  @NumberField({ label: 'Mötets längd i minuter', min: 15, max: 480, example: 60 })
  minutes!: number;

  @TextField({ label: 'Plats eller länk', max: 200, example: 'Björkskolan, rum 12' })
  place!: string;

  @ObjectsField({ label: 'Parter', type: () => PartyCall, max: 30 })
  calls!: PartyCall[];

  @DateField({ label: 'Svar senast; annars överenskommelsens dagar före mötet', optional: true })
  replyBy?: string;

  @IdsField({ label: 'Vårdnadshavare som bjuds in', max: 4 })
  guardianIds!: string[];

  @FlagField({ label: 'Barnet bjuds in' })
  childInvited!: boolean;

  @TextField({ label: 'Syfte', max: 1000, example: 'Göra en plan för skolgång och behandling.' })
  purpose!: string;

  @TextsField({ label: 'Frågor som mötet ska svara på', maxItems: 10, max: 300, example: ['Vem gör vad?'] })
  questions!: string[];

  @TextField({ label: 'Hur barnet är med på mötet', min: 0, max: 1000, example: 'Är med första halvan.' })
  participation!: string;
}

export class MeetingMove {
  @LocalTimeField({ label: 'Ny tid' })
  startsAt!: string;

  @NumberField({ label: 'Mötets längd i minuter', min: 15, max: 480, optional: true, example: 60 })
  minutes?: number;

  @TextField({ label: 'Plats eller länk', max: 200, optional: true, example: 'Björkskolan, rum 12' })
  place?: string;

  @DateField({ label: 'Svar senast; annars överenskommelsens dagar före mötet', optional: true })
  replyBy?: string;

  @TextField({ label: 'Varför mötet flyttas', max: 500, example: 'BUP kunde inte den dagen.' })
  reason!: string;
}

export class Cancellation {
  @TextField({ label: 'Varför mötet ställs in', max: 500, example: 'Barnet är inlagt.' })
  reason!: string;
}

export class AttendanceNote {
  @IdField({ label: 'Enhet' })
  unitId!: string;

  @CodeField({ label: 'Kom parten?', codes: ATTENDANCES, name: 'MeetingAttendance' })
  attendance!: Attendance;
}

export class GuardianNote {
  @IdField({ label: 'Vårdnadshavare' })
  guardianId!: string;

  @FlagField({ label: 'Kom' })
  present!: boolean;
}

/** What is written of a meeting in the room. Nothing has to be there until the meeting is marked as held. */
export class RecordDraft {
  @DateField({ label: 'Vilken dag hölls mötet?', optional: true, nullable: true })
  heldOn?: string | null;

  @TextField({ label: 'Vem ledde mötet?', min: 0, max: 200, optional: true, example: 'Karin Berg, SIP-samordnare' })
  chair?: string;

  @TextField({ label: 'Vem dokumenterade?', min: 0, max: 200, optional: true, example: 'Anna Ek, kurator' })
  recorder?: string;

  @ObjectsField({ label: 'Parternas närvaro', type: () => AttendanceNote, max: 30, optional: true })
  attendance?: AttendanceNote[];

  @ObjectsField({ label: 'Vårdnadshavares närvaro', type: () => GuardianNote, max: 4, optional: true })
  guardians?: GuardianNote[];

  @CodeField({ label: 'Hur var barnet med?', codes: CHILD_PARTS, name: 'ChildPart', optional: true, nullable: true })
  childPart?: ChildPart | null;

  @TextField({ label: 'Vem förde barnets talan?', min: 0, max: 200, optional: true, example: 'Mormor' })
  representedBy?: string;

  @TextField({ label: 'Varför var barnet inte med?', min: 0, max: 500, optional: true, example: 'Orkade inte.' })
  absentBecause?: string;

  @TextField({
    label: 'Anteckningar',
    min: 0,
    max: 4000,
    optional: true,
    example: 'Barnet fick en sammanfattning efteråt.',
  })
  notes?: string;
}

export class CalledPartyView {
  @ObjectField({ label: 'Enhet', type: () => NamedView })
  unit!: NamedView;

  @CodeField({ label: 'Kallad eller inbjuden', codes: CALLS, name: 'MeetingCall' })
  call!: Call;

  @FlagField({ label: 'Får veta platsen' })
  showsPlace!: boolean;

  @CodeField({ label: 'Kom parten?', codes: ATTENDANCES, name: 'MeetingAttendance', optional: true })
  attendance?: Attendance;
}

export class CalledGuardianView {
  @IdField({ label: 'Vårdnadshavare' })
  id!: string;

  @TextField({ label: 'Namn, som det var vid kallelsen', max: 200, example: 'Leyla Testsson' })
  name!: string;

  @FlagField({ label: 'Kom', optional: true })
  present?: boolean;
}

export class MoveView {
  @LocalTimeField({ label: 'Flyttat från' })
  from!: string;

  @TextField({ label: 'Varför', max: 500, example: 'BUP kunde inte den dagen.' })
  reason!: string;
}

export class MeetingView {
  @IdField({ label: 'Mötets id' })
  id!: string;

  @NumberField({ label: 'Version', min: 1, max: 1e9 })
  version!: number;

  @IdField({ label: 'Ärendets id' })
  caseId!: string;

  @TextField({ label: 'Ärendenummer', max: 11, example: 'S-7F3K-Q2XY' })
  caseReference!: string;

  @CodeField({ label: 'Ärendets läge', codes: CASE_STATES, name: 'CaseState' })
  caseState!: CaseState;

  @NumberField({ label: 'Ärendets version', min: 1, max: 1e9 })
  caseVersion!: number;

  @FlagField({ label: 'Skyddade personuppgifter' })
  guarded!: boolean;

  @CodeField({ label: 'Slag av möte', codes: MEETING_KINDS, name: 'MeetingKind' })
  kind!: MeetingKind;

  @CodeField({ label: 'Läge', codes: MEETING_STATES, name: 'MeetingState' })
  state!: MeetingState;

  @InstantField({ label: 'Början' })
  startsAt!: string;

  @LocalTimeField({ label: 'Början, svensk tid' })
  localTime!: string;

  @NumberField({ label: 'Minuter', min: 15, max: 480, example: 60 })
  minutes!: number;

  @DateField({ label: 'Svar senast' })
  replyBy!: string;

  @DateField({ label: 'Kallelsen skickad' })
  calledOn!: string;

  @TextField({ label: 'Plats eller länk', max: 200, example: 'Björkskolan, rum 12' })
  place!: string;

  @TextField({ label: 'Syfte', max: 1000, example: 'Göra en plan för skolgång och behandling.' })
  purpose!: string;

  @TextsField({ label: 'Frågor som mötet ska svara på', maxItems: 10, max: 300, example: ['Vem gör vad?'] })
  questions!: string[];

  @TextField({ label: 'Hur barnet är med på mötet', max: 1000, example: 'Är med första halvan.' })
  participation!: string;

  @ObjectsField({ label: 'Parter', type: () => CalledPartyView })
  parties!: CalledPartyView[];

  @ObjectsField({ label: 'Vårdnadshavare', type: () => CalledGuardianView })
  guardians!: CalledGuardianView[];

  @FlagField({ label: 'Barnet är inbjudet' })
  childInvited!: boolean;

  @ObjectsField({ label: 'Flyttat', type: () => MoveView })
  moves!: MoveView[];

  @TextField({ label: 'Varför mötet ställdes in', max: 500, optional: true, example: 'Barnet är sjukt.' })
  cancelledBecause?: string;

  @DateField({ label: 'Hölls', optional: true })
  heldOn?: string;

  @TextField({ label: 'Vem ledde mötet?', max: 200, optional: true, example: 'Karin Berg, SIP-samordnare' })
  chair?: string;

  @TextField({ label: 'Vem dokumenterade?', max: 200, optional: true, example: 'Anna Ek, kurator' })
  recorder?: string;

  @CodeField({ label: 'Hur var barnet med?', codes: CHILD_PARTS, name: 'ChildPart', optional: true })
  childPart?: ChildPart;

  @TextField({ label: 'Vem förde barnets talan?', max: 200, optional: true, example: 'Mormor' })
  representedBy?: string;

  @TextField({ label: 'Varför var barnet inte med?', max: 500, optional: true, example: 'Orkade inte.' })
  absentBecause?: string;

  @TextField({ label: 'Anteckningar', max: 4000, optional: true, example: 'Barnet fick en sammanfattning efteråt.' })
  notes?: string;
}

export class MeetingList {
  @ObjectsField({ label: 'Möten, det senaste först', type: () => MeetingView })
  meetings!: MeetingView[];
}
