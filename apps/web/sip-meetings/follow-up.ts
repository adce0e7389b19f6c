import { useQuery } from '@tanstack/react-query';
import { answer, api, ifMatch } from '../api/client.ts';
import { queryClient } from '../api/query.ts';
import type { components } from '../api/schema.generated.ts';
import { caseKey, refreshCase } from '../cases/case.ts';

type Schemas = components['schemas'];

export type FollowUps = Schemas['FollowUpsView'];
export type FollowUp = Schemas['FollowUpView'];
export type FollowedPlan = Schemas['FollowedPlanView'];
export type FollowedGoal = Schemas['FollowedGoalView'];
export type FollowedIntervention = Schemas['FollowedInterventionView'];
export type GoalResult = Schemas['GoalResult'];
export type InterventionResult = Schemas['InterventionResult'];
export type FollowUpDecision = Schemas['FollowUpDecision'];
export type NewFollowUp = Schemas['NewFollowUp'];
export type NewClosing = Schemas['NewClosing'];

const followUpsKey = (caseId: string) => [...caseKey(caseId), 'follow-ups'];

/** How a case's plans went; read anew with the case. */
export const useFollowUps = (caseId: string) =>
  useQuery({
    queryKey: followUpsKey(caseId),
    queryFn: () => answer(api.GET('/api/v1/cases/{id}/follow-ups', { params: { path: { id: caseId } } })),
  });

function adopt(view: FollowUps): FollowUps {
  queryClient.setQueryData(followUpsKey(view.caseId), view);
  refreshCase(view.caseId);
  return view;
}

/** The steps with what one has read: the version is the case's. */
export function followUpSteps({ caseId, caseVersion }: Pick<FollowUps, 'caseId' | 'caseVersion'>) {
  const params = { path: { id: caseId }, header: ifMatch(caseVersion) };
  return {
    hold: async (body: NewFollowUp) => adopt(await answer(api.POST('/api/v1/cases/{id}/follow-ups', { params, body }))),
    close: async (body: NewClosing) => adopt(await answer(api.POST('/api/v1/cases/{id}/closing', { params, body }))),
  };
}
