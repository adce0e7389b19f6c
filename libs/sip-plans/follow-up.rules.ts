import { dayInWords, type FieldFault } from '../platform/index.ts';
import type { PlanContent } from './plan.dto.ts';

/** How it went with a goal (domain reference 6.1, FOLLOW_UP_HELD). */
export const GOAL_RESULTS = ['MET', 'PARTLY', 'NOT', 'NOT_RELEVANT'] as const;
export type GoalResult = (typeof GOAL_RESULTS)[number];

export const INTERVENTION_RESULTS = ['DONE', 'ONGOING', 'NOT_DONE'] as const;
export type InterventionResult = (typeof INTERVENTION_RESULTS)[number];

/** The results as a reader of a copy is told them. */
export const GOAL_RESULT_WORDS: Record<GoalResult, string> = {
  MET: 'Nått',
  PARTLY: 'Delvis nått',
  NOT: 'Inte nått',
  NOT_RELEVANT: 'Inte längre aktuellt',
};

export const INTERVENTION_RESULT_WORDS: Record<InterventionResult, string> = {
  DONE: 'Genomförd',
  ONGOING: 'Pågår',
  NOT_DONE: 'Inte genomförd',
};

/** What a follow-up leads to: the plan goes on as a new one, or the case is closed. */
export const FOLLOW_UP_DECISIONS = ['CONTINUE', 'CLOSE'] as const;
export type FollowUpDecision = (typeof FOLLOW_UP_DECISIONS)[number];

export interface GoalAnswer {
  goalId: string;
  result: GoalResult;
  note?: string | undefined;
}

export interface InterventionAnswer {
  interventionId: string;
  result: InterventionResult;
  why?: string | undefined;
}

export interface FollowUpAnswers {
  heldOn: string;
  goals: readonly GoalAnswer[];
  interventions: readonly InterventionAnswer[];
}

/** Every goal of the plan has its result, once, and nothing else has one. Fields are named by the goal: `goals.<id>`. */
export function goalFaults({ goals }: Pick<PlanContent, 'goals'>, answers: readonly GoalAnswer[]): FieldFault[] {
  return [
    ...goals
      .filter(({ id }) => !answers.some(({ goalId }) => goalId === id))
      .map(({ id }) => ({ field: `goals.${id}`, message: 'Ange hur det gick med målet.' })),
    ...answers
      .filter(({ goalId }) => !goals.some(({ id }) => id === goalId))
      .map(() => ({ field: 'goals', message: 'Ett av målen står inte i planen. Läs in sidan igen.' })),
    ...twins(answers.map(({ goalId }) => goalId)).map((id) => ({
      field: `goals.${id}`,
      message: 'Målet är besvarat två gånger. Behåll ett svar.',
    })),
  ];
}

/**
 * What keeps a follow-up from being recorded: it is of a plan that holds, on a day that has been, every goal and intervention is
 * answered, and what was not done says why.
 */
export function followUpFaults(
  plan: Pick<PlanContent, 'goals' | 'interventions'>,
  { heldOn, goals, interventions }: FollowUpAnswers,
  { confirmedOn, today }: { confirmedOn: string; today: string },
): FieldFault[] {
  const known = plan.interventions.map(({ id }) => id);
  return [
    ...(heldOn > today ? [{ field: 'heldOn', message: 'Dagen har inte varit än. Ange dagen ni följde upp.' }] : []),
    ...(heldOn < confirmedOn
      ? [
          {
            field: 'heldOn',
            message: `Planen fastställdes den ${dayInWords(confirmedOn)}. Ange en dag från och med då.`,
          },
        ]
      : []),
    ...goalFaults(plan, goals),
    ...known
      .filter((id) => !interventions.some(({ interventionId }) => interventionId === id))
      .map((id) => ({ field: `interventions.${id}`, message: 'Ange hur det gick med insatsen.' })),
    ...interventions.flatMap(({ interventionId, result, why = '' }) =>
      result === 'NOT_DONE' && why.trim() === ''
        ? [{ field: `interventions.${interventionId}.why`, message: 'Skriv varför insatsen inte blev gjord.' }]
        : [],
    ),
    ...interventions
      .filter(({ interventionId }) => !known.includes(interventionId))
      .map(() => ({ field: 'interventions', message: 'En av insatserna står inte i planen. Läs in sidan igen.' })),
    ...twins(interventions.map(({ interventionId }) => interventionId)).map((id) => ({
      field: `interventions.${id}`,
      message: 'Insatsen är besvarad två gånger. Behåll ett svar.',
    })),
  ];
}

export interface ClosingAnswers {
  reason: string;
  endedOn: string;
  withFamily: boolean;
  note: string;
  goals: readonly GoalAnswer[];
  /** The one who closes knows that interventions are still open. */
  leavesOpenInterventions: boolean;
}

/** What a case is closed against. */
export interface ClosingFrame {
  today: string;
  needOn: string;
  reasons: readonly string[];
  /** Null when no plan was ever confirmed. */
  plan: Pick<PlanContent, 'goals'> | null;
  openInterventions: number;
}

/** What keeps a case from being closed (domain reference 6.1, CLOSED): a reason from the list, and how it went with each goal. */
export function closingFaults(answers: ClosingAnswers, frame: ClosingFrame): FieldFault[] {
  const { reason, endedOn, withFamily, note, goals, leavesOpenInterventions } = answers;
  const { today, needOn, reasons, plan, openInterventions } = frame;
  const faults: FieldFault[] = [];
  const fault = (field: string, message: string) => faults.push({ field, message });
  if (!reasons.includes(reason)) fault('reason', 'Välj ett av överenskommelsens skäl.');
  if (endedOn > today) fault('endedOn', 'Dagen har inte varit än. Ange dagens datum eller en tidigare dag.');
  else if (endedOn < needOn) fault('endedOn', `Behovet sågs den ${dayInWords(needOn)}. Ange en dag från och med då.`);
  if (!withFamily && note.trim() === '') fault('note', 'Skriv varför det inte beslutades tillsammans med familjen.');
  if (openInterventions > 0 && !leavesOpenInterventions) {
    const which = openInterventions === 1 ? 'En insats pågår' : `${openInterventions} insatser pågår`;
    fault('leavesOpenInterventions', `${which} fortfarande. Bekräfta att var och en tar hand om sina utan en plan.`);
  }
  return [...faults, ...goalFaults(plan ?? { goals: [] }, goals)];
}

const twins = (ids: readonly string[]): string[] => [...new Set(ids.filter((id, i) => ids.indexOf(id) < i))];
