import { NamedView } from '../directory/index.ts';
import {
  CodeField,
  DateField,
  FlagField,
  IdField,
  NumberField,
  ObjectField,
  ObjectsField,
  TextField,
} from '../platform/index.ts';
import { GOAL_TERMS, type GoalTerm } from './plan.dto.ts';
import {
  FOLLOW_UP_DECISIONS,
  GOAL_RESULTS,
  INTERVENTION_RESULTS,
  type FollowUpDecision,
  type GoalResult,
  type InterventionResult,
} from './follow-up.rules.ts';

export class GoalOutcome {
  @TextField({ label: 'Målets id i planen', max: 40, example: 'k7f3q2xy' })
  goalId!: string;

  @CodeField({ label: 'Hur gick det?', codes: GOAL_RESULTS, name: 'GoalResult' })
  result!: GoalResult;

  @TextField({ label: 'Kommentar', min: 0, max: 1000, optional: true, example: 'Fyra dagar av fem sedan februari.' })
  note?: string;
}

export class InterventionOutcome {
  @TextField({ label: 'Insatsens id i planen', max: 40, example: 'm2d8r4wz' })
  interventionId!: string;

  @CodeField({ label: 'Hur gick det?', codes: INTERVENTION_RESULTS, name: 'InterventionResult' })
  result!: InterventionResult;

  @TextField({
    label: 'Varför den inte blev gjord',
    min: 0,
    max: 1000,
    optional: true,
    example: 'Kön till BUP var lång.',
  })
  why?: string;
}

export class NewFollowUp {
  @DateField({ label: 'Vilken dag följde ni upp? Utan möte', optional: true })
  heldOn?: string;

  @IdField({ label: 'Uppföljningsmötet, när det var ett möte', optional: true })
  meetingId?: string;

  @ObjectsField({ label: 'Målen', type: () => GoalOutcome, max: 50 })
  goals!: GoalOutcome[];

  @ObjectsField({ label: 'Insatserna', type: () => InterventionOutcome, max: 50 })
  interventions!: InterventionOutcome[];

  @CodeField({ label: 'Fortsätta eller avsluta?', codes: FOLLOW_UP_DECISIONS, name: 'FollowUpDecision' })
  decision!: FollowUpDecision;

  @DateField({ label: 'Nästa uppföljning, som förslag i den nya planen', optional: true, example: '2027-05-20' })
  nextFollowUpOn?: string;
}

export class FollowedGoalView {
  @TextField({ label: 'Målets id i planen', max: 40, example: 'k7f3q2xy' })
  id!: string;

  @TextField({ label: 'Mål', max: 1000, example: 'Alva går till skolan fyra dagar i veckan.' })
  text!: string;

  @CodeField({ label: 'På kort eller lång sikt', codes: GOAL_TERMS, name: 'GoalTerm' })
  term!: GoalTerm;

  @CodeField({ label: 'Hur gick det?', codes: GOAL_RESULTS, name: 'GoalResult', optional: true })
  result?: GoalResult;

  @TextField({ label: 'Kommentar', max: 1000, optional: true, example: 'Fyra dagar av fem.' })
  note?: string;
}

export class FollowedInterventionView {
  @TextField({ label: 'Insatsens id i planen', max: 40, example: 'm2d8r4wz' })
  id!: string;

  @TextField({ label: 'Insats', max: 1000, example: 'Samtal en gång i veckan.' })
  text!: string;

  @ObjectField({ label: 'Enheten som ansvarar', type: () => NamedView, optional: true })
  unit?: NamedView;

  @DateField({ label: 'Klart senast', optional: true })
  dueOn?: string;

  @CodeField({ label: 'Hur gick det?', codes: INTERVENTION_RESULTS, name: 'InterventionResult', optional: true })
  result?: InterventionResult;

  @TextField({ label: 'Varför den inte blev gjord', max: 1000, optional: true, example: 'Kön var lång.' })
  why?: string;
}

/** A plan with how it went: goals and interventions as the plan has them. */
export class FollowedPlanView {
  @NumberField({ label: 'Planens nummer', min: 1, max: 1000 })
  planNumber!: number;

  @DateField({ label: 'Fastställd' })
  confirmedOn!: string;

  @DateField({ label: 'Skulle följas upp' })
  dueOn!: string;

  @ObjectsField({ label: 'Mål', type: () => FollowedGoalView })
  goals!: FollowedGoalView[];

  @ObjectsField({ label: 'Insatser', type: () => FollowedInterventionView })
  interventions!: FollowedInterventionView[];
}

export class FollowUpView extends FollowedPlanView {
  @IdField({ label: 'Id' })
  id!: string;

  @DateField({ label: 'Följdes upp' })
  heldOn!: string;

  @IdField({ label: 'Mötet', optional: true })
  meetingId?: string;

  @CodeField({ label: 'Beslut', codes: FOLLOW_UP_DECISIONS, name: 'FollowUpDecision' })
  decision!: FollowUpDecision;

  @TextField({ label: 'Antecknad av', max: 200, example: 'Karin Berg' })
  byName!: string;
}

export class ClosingView {
  @DateField({ label: 'Avslutat' })
  endedOn!: string;

  @TextField({ label: 'Skäl, som kod i överenskommelsen', max: 40, example: 'GOALS_MET' })
  reason!: string;

  @FlagField({ label: 'Beslutat tillsammans med familjen' })
  withFamily!: boolean;

  @TextField({ label: 'Kommentar', max: 2000, optional: true, example: 'Målen är nådda.' })
  note?: string;

  @ObjectsField({ label: 'Hur det gick med målen', type: () => FollowedGoalView })
  goals!: FollowedGoalView[];
}

/** How a case's plans went, and what there is to answer now. */
export class FollowUpsView {
  @IdField({ label: 'Ärendets id' })
  caseId!: string;

  @TextField({ label: 'Ärendenummer', max: 11, example: 'S-7F3K-Q2XY' })
  caseReference!: string;

  @NumberField({ label: 'Ärendets version', min: 1, max: 1e9 })
  caseVersion!: number;

  @FlagField({ label: 'Går att följa upp nu' })
  mayFollowUp!: boolean;

  @FlagField({ label: 'Går att avsluta nu' })
  mayClose!: boolean;

  @ObjectField({ label: 'Den senaste planen, att svara på', type: () => FollowedPlanView, optional: true })
  plan?: FollowedPlanView;

  @ObjectsField({ label: 'Uppföljningar, den senaste först', type: () => FollowUpView })
  followUps!: FollowUpView[];

  @ObjectField({ label: 'Hur ärendet avslutades', type: () => ClosingView, optional: true })
  closing?: ClosingView;
}

export class NewClosing {
  @TextField({ label: 'Skäl, som kod i överenskommelsen', max: 40, example: 'GOALS_MET' })
  reason!: string;

  @DateField({ label: 'När ärendet avslutades' })
  endedOn!: string;

  @FlagField({ label: 'Beslutat tillsammans med familjen' })
  withFamily!: boolean;

  @TextField({ label: 'Kommentar', min: 0, max: 2000, example: 'Familjen vill klara sig själv nu.' })
  note!: string;

  @ObjectsField({ label: 'Hur det gick med målen, när det finns en plan', type: () => GoalOutcome, max: 50 })
  goals!: GoalOutcome[];

  @FlagField({ label: 'Insatser som pågår fortsätter utan plan', example: false })
  leavesOpenInterventions!: boolean;
}
