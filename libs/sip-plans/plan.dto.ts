import {
  CodeField,
  DateField,
  FlagField,
  IdField,
  InstantField,
  NumberField,
  ObjectField,
  ObjectsField,
  TextField,
} from '../platform/index.ts';
import { CaseUnitView } from '../cases/index.ts';

export const GOAL_TERMS = ['SHORT', 'LONG'] as const;
export type GoalTerm = (typeof GOAL_TERMS)[number];

/** The most of each that one plan holds (our convention: more than that nobody follows up). */
const MOST = 50;

/** A row's own name within the plan, made by whoever writes; it follows the row from version to version. */
const RowIdField = (label: string, optional = false): PropertyDecorator =>
  TextField({ label, max: 40, optional, example: 'k7f3q2xy' });

export class PlanNeed {
  @RowIdField('Radens id, unikt i planen')
  id!: string;

  @TextField({ label: 'Behov', min: 0, max: 1000, example: 'Komma till skolan varje dag.' })
  text!: string;
}

export class PlanGoal {
  @RowIdField('Radens id, unikt i planen')
  id!: string;

  @TextField({ label: 'Mål', min: 0, max: 1000, example: 'Alva går till skolan fyra dagar i veckan.' })
  text!: string;

  @CodeField({ label: 'På kort eller lång sikt', codes: GOAL_TERMS, name: 'GoalTerm' })
  term!: GoalTerm;

  @RowIdField('Behovet som målet svarar mot', true)
  needId?: string;

  @TextField({
    label: 'Hur vi ser att målet är nått',
    max: 1000,
    optional: true,
    example: 'Fyra dagar av fem i en månad.',
  })
  targetState?: string;
}

export class PlanIntervention {
  @RowIdField('Radens id, unikt i planen')
  id!: string;

  @TextField({ label: 'Insats', min: 0, max: 1000, example: 'Samtal en gång i veckan.' })
  text!: string;

  @IdField({ label: 'Enheten som ansvarar', optional: true })
  unitId?: string;

  @RowIdField('Målet som insatsen ska leda till', true)
  goalId?: string;

  @DateField({ label: 'Börjar', optional: true, example: '2026-12-01' })
  startOn?: string;

  @DateField({ label: 'Klart senast', optional: true, example: '2027-02-01' })
  dueOn?: string;
}

export class PlanLead {
  @IdField({ label: 'Enheten med det övergripande ansvaret', optional: true })
  unitId?: string;

  @TextField({ label: 'Person på enheten', max: 200, optional: true, example: 'Erik Lund, socialsekreterare' })
  person?: string;
}

/** The whole of a plan as it is written (domain reference 2.4). A draft may be empty anywhere; what is missing is told as gaps. */
export class PlanContent {
  @TextField({
    label: 'Barnets egna ord om vad som är viktigt',
    min: 0,
    max: 4000,
    example: 'Jag vill ha lugnt på lektionerna.',
  })
  childsWords!: string;

  @TextField({
    label: 'Vårdnadshavarnas egna ord',
    min: 0,
    max: 4000,
    example: 'Vi vill att hon orkar gå till skolan.',
  })
  guardiansWords!: string;

  @ObjectsField({ label: 'Behov', type: () => PlanNeed, max: MOST })
  needs!: PlanNeed[];

  @ObjectsField({ label: 'Mål', type: () => PlanGoal, max: MOST })
  goals!: PlanGoal[];

  @ObjectsField({ label: 'Insatser', type: () => PlanIntervention, max: MOST })
  interventions!: PlanIntervention[];

  @TextField({
    label: 'Åtgärder av någon annan än kommun och region',
    min: 0,
    max: 4000,
    example: 'Mormor hämtar på onsdagar.',
  })
  measuresByOthers!: string;

  @FlagField({ label: 'Inga åtgärder av någon annan', example: false })
  noMeasuresByOthers!: boolean;

  @ObjectField({ label: 'Övergripande ansvar', type: () => PlanLead })
  lead!: PlanLead;

  @DateField({ label: 'Uppföljning', optional: true, example: '2027-02-15' })
  followUpOn?: string;

  @IdField({ label: 'Enheten som kallar till uppföljning', optional: true })
  followUpCalledByUnitId?: string;

  @FlagField({ label: 'Familjen är överens om planen', optional: true })
  familyAgrees?: boolean;

  @TextField({
    label: 'Vad någon inte är överens om',
    max: 2000,
    optional: true,
    example: 'Pappa vill vänta med läxhjälpen.',
  })
  dissent?: string;

  @TextField({
    label: 'Planen med lätta ord, till barnet',
    min: 0,
    max: 4000,
    example: 'Vi hjälps åt så att det blir lättare att gå till skolan.',
  })
  childVersion!: string;
}

/** One thing that a plan still lacks. */
export class PlanGapView {
  @TextField({ label: 'Kravet', max: 40, example: 'FOLLOW_UP_DATE' })
  check!: string;

  @TextField({ label: 'Fältet i planen', max: 100, example: 'interventions.0.unitId' })
  field!: string;

  @TextField({ label: 'Vad som ska skrivas', max: 300, example: 'Välj vilken enhet som ansvarar för insatsen.' })
  message!: string;
}

/** A unit that the plan can name: a party, or one that was. */
export class PlanUnitView extends CaseUnitView {
  @TextField({ label: 'Huvudmannens namn', max: 200, example: 'Almby kommun' })
  principalName!: string;

  @FlagField({ label: 'Är part i ärendet nu' })
  active!: boolean;
}

export class PlanVersionRow {
  @NumberField({ label: 'Planens nummer', min: 1, max: 1000 })
  number!: number;

  @DateField({ label: 'Fastställd' })
  confirmedOn!: string;

  @TextField({ label: 'Fastställd av', max: 200, example: 'Karin Berg' })
  confirmedBy!: string;

  @DateField({ label: 'Uppföljning' })
  followUpOn!: string;

  @FlagField({ label: 'Familjen är överens om planen' })
  familyAgrees!: boolean;
}

export class PlanView {
  @IdField({ label: 'Ärendet' })
  caseId!: string;

  @TextField({ label: 'Ärendenummer', max: 11, example: 'S-7F3K-Q2XY' })
  reference!: string;

  @NumberField({ label: 'Utkastets version; 0 innan något är sparat', min: 0, max: 1e9, example: 3 })
  version!: number;

  @InstantField({ label: 'Utkastet sparat', optional: true })
  savedAt?: string;

  @TextField({ label: 'Sparat av', max: 200, optional: true, example: 'Karin Berg' })
  savedBy?: string;

  @FlagField({ label: 'Går att skriva i nu' })
  editable!: boolean;

  @ObjectField({ label: 'Planen', type: () => PlanContent })
  content!: PlanContent;

  @ObjectsField({ label: 'Enheter att välja bland', type: () => PlanUnitView })
  units!: PlanUnitView[];

  @DateField({ label: 'Mötet eller uppföljningen som planen bygger på', optional: true })
  meetingOn?: string;

  @DateField({ label: 'Föreslagen dag för uppföljning', optional: true })
  suggestedFollowUpOn?: string;

  @DateField({ label: 'Senaste dag för uppföljning', optional: true })
  latestFollowUpOn?: string;

  @ObjectsField({ label: 'Vad lagen kräver och som saknas', type: () => PlanGapView })
  legalGaps!: PlanGapView[];

  @ObjectsField({ label: 'Vad överenskommelsen kräver och som saknas', type: () => PlanGapView })
  agreementGaps!: PlanGapView[];

  @TextField({ label: 'Lagrum', max: 200, example: 'SoL (2025:400) 10 kap. 8–9 §§ och HSL (2017:30) 16 kap. 4 §' })
  legalReference!: string;

  @ObjectsField({ label: 'Fastställda planer, nyast först', type: () => PlanVersionRow })
  versions!: PlanVersionRow[];
}

/** A confirmed plan, as it was confirmed: its units, their principals and who confirmed it by the names that they had then. */
export class PlanVersionView extends PlanVersionRow {
  @IdField({ label: 'Planens id' })
  id!: string;

  @IdField({ label: 'Ärendet' })
  caseId!: string;

  @TextField({ label: 'Ärendenummer', max: 11, example: 'S-7F3K-Q2XY' })
  reference!: string;

  @ObjectField({ label: 'Planen', type: () => PlanContent })
  content!: PlanContent;

  @ObjectsField({ label: 'Enheter som var eller hade varit parter, som de hette då', type: () => PlanUnitView })
  units!: PlanUnitView[];

  @TextField({ label: 'Lagrum', max: 200, example: 'SoL (2025:400) 10 kap. 8–9 §§ och HSL (2017:30) 16 kap. 4 §' })
  legalReference!: string;
}
