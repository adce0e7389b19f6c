import { Problem } from '../api/problem.ts';
import type { FormDraft } from '../cases/form-draft.ts';
import { dateText, momentText, today } from '../kit/date-words.ts';
import type { Parts } from '../kit/side-by-side.tsx';
import type { FollowedPlan, FollowUpDecision, InterventionResult, NewFollowUp } from './follow-up.ts';
import { DECISIONS, INTERVENTION_RESULTS } from './follow-up-words.ts';
import { goalOutcomes, goalsInWords, type GoalValues, goalValues } from './goal-values.ts';
import type { Meeting } from './meeting.ts';

export const WITHOUT_MEETING = 'NONE';

export interface FollowUpValues extends GoalValues {
  meetingId: string;
  heldOn: string;
  interventions: Record<string, InterventionResult | ''>;
  why: Record<string, string>;
  decision: FollowUpDecision | '';
  nextFollowUpOn: string;
}

/** The form as it begins; `held` are the follow-up meetings that it can be about. */
export function blankFollowUp({ goals, interventions }: FollowedPlan, held: Meeting[]): FollowUpValues {
  return {
    ...goalValues(goals),
    meetingId: held[0]?.id ?? WITHOUT_MEETING,
    heldOn: today(),
    interventions: Object.fromEntries(interventions.map(({ id }) => [id, ''])),
    why: Object.fromEntries(interventions.map(({ id }) => [id, ''])),
    decision: '',
    nextFollowUpOn: '',
  };
}

/** A draft about one of the meetings that there are; when its own has been opened again or used, without it. */
export function aboutMeeting(draft: FormDraft, held: Meeting[]): FormDraft {
  const { meetingId, ...rest } = draft.content ?? {};
  const isThere = meetingId === WITHOUT_MEETING || held.some(({ id }) => id === meetingId);
  return isThere || !draft.content ? draft : { ...draft, content: rest };
}

/** A follow-up as text, for comparing it with another's. */
export function followUpInWords(
  values: FollowUpValues,
  { goals, interventions }: FollowedPlan,
  held: Meeting[],
): Parts {
  const { meetingId, heldOn, decision, nextFollowUpOn } = values;
  const meeting = held.find(({ id }) => id === meetingId);
  return [
    { name: 'Möte', text: meeting ? momentText(meeting.startsAt) : 'Utan möte' },
    { name: 'Dag', text: heldOn && dateText(heldOn) },
    ...goalsInWords(goals, values),
    ...interventions.map(({ id, text }, i) => {
      const result = values.interventions[id];
      const words = [result && INTERVENTION_RESULTS[result], values.why[id]].filter(Boolean).join('. ');
      return { name: `Insats ${i + 1}: ${text}`, text: words };
    }),
    { name: 'Hur ni går vidare', text: decision && DECISIONS[decision] },
    { name: 'Nästa uppföljning', text: nextFollowUpOn && dateText(nextFollowUpOn) },
  ];
}

/** What the API is sent. */
export function followUpOf(values: FollowUpValues): NewFollowUp {
  const { meetingId, heldOn, interventions, why, decision, nextFollowUpOn } = values;
  return {
    ...(meetingId === WITHOUT_MEETING ? { heldOn } : { meetingId }),
    goals: goalOutcomes(values),
    interventions: Object.entries(interventions).flatMap(([interventionId, result]) =>
      result ? [{ interventionId, result, ...(result === 'NOT_DONE' && { why: why[interventionId] ?? '' }) }] : [],
    ),
    decision: decision as FollowUpDecision,
    ...(decision === 'CONTINUE' && nextFollowUpOn && { nextFollowUpOn }),
  };
}

/** The API names why under the intervention, the form beside it. */
export function inForm({ type, status, title, detail, errors }: Problem): Problem {
  const inPlace = errors.map(({ field, ...fault }) => ({
    ...fault,
    field: field.replace(/^interventions\.(.+)\.why$/, 'why.$1'),
  }));
  return new Problem({ type, status, title, ...(detail && { detail }), errors: inPlace });
}
