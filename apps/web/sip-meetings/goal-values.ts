import type { Parts } from '../kit/side-by-side.tsx';
import type { FollowedGoal, GoalResult } from './follow-up.ts';
import { GOAL_RESULTS } from './follow-up-words.ts';

/** How it went with each goal, as a form has it: by the goal's id. */
export interface GoalValues {
  goals: Record<string, GoalResult | ''>;
  goalNotes: Record<string, string>;
}

/** Every goal unanswered, or as it was answered last. */
export const goalValues = (goals: FollowedGoal[], answered: FollowedGoal[] = []): GoalValues => ({
  goals: Object.fromEntries(goals.map(({ id }) => [id, answered.find((goal) => goal.id === id)?.result ?? ''])),
  goalNotes: Object.fromEntries(goals.map(({ id }) => [id, answered.find((goal) => goal.id === id)?.note ?? ''])),
});

export const goalOutcomes = ({ goals, goalNotes }: GoalValues) =>
  Object.entries(goals).flatMap(([goalId, result]) =>
    result ? [{ goalId, result, ...(goalNotes[goalId] && { note: goalNotes[goalId] }) }] : [],
  );

/** How it went with each goal, as text. */
export const goalsInWords = (goals: FollowedGoal[], { goals: results, goalNotes }: GoalValues): Parts =>
  goals.map(({ id, text }, i) => {
    const result = results[id];
    const words = [result && GOAL_RESULTS[result], goalNotes[id]].filter(Boolean).join('. ');
    return { name: `Mål ${i + 1}: ${text}`, text: words };
  });
