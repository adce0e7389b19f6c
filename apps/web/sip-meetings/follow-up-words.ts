import type { FollowUpDecision, GoalResult, InterventionResult } from './follow-up.ts';

export const GOAL_RESULTS: Record<GoalResult, string> = {
  MET: 'Nått',
  PARTLY: 'Delvis nått',
  NOT: 'Inte nått',
  NOT_RELEVANT: 'Inte längre aktuellt',
};

export const INTERVENTION_RESULTS: Record<InterventionResult, string> = {
  DONE: 'Gjord',
  ONGOING: 'Pågår',
  NOT_DONE: 'Inte gjord',
};

export const DECISIONS: Record<FollowUpDecision, string> = {
  CONTINUE: 'Fortsätta med en ny plan',
  CLOSE: 'Avsluta ärendet',
};

/** For a RadioGroup, in the order that they are written here. */
export const choicesOf = <Code extends string>(names: Record<Code, string>): { value: Code; name: string }[] =>
  (Object.entries(names) as [Code, string][]).map(([value, name]) => ({ value, name }));
