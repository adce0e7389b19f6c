import { useQuery } from '@tanstack/react-query';
import type { Stored } from '../api/autosave.ts';
import { answer, api, ifMatch } from '../api/client.ts';
import { queryClient } from '../api/query.ts';
import type { components } from '../api/schema.generated.ts';
import { caseKey, refreshCase } from '../cases/case.ts';

type Schemas = components['schemas'];

export type Plan = Schemas['PlanView'];
export type PlanContent = Schemas['PlanContent'];
export type PlanGap = Schemas['PlanGapView'];
export type PlanUnit = Schemas['PlanUnitView'];
export type PlanVersion = Schemas['PlanVersionView'];
export type PlanVersionRow = Schemas['PlanVersionRow'];
export type PlanChange = Schemas['PlanChangeView'];

const planKey = (caseId: string) => [...caseKey(caseId), 'plan'];

export const readPlan = (caseId: string): Promise<Plan> =>
  answer(api.GET('/api/v1/cases/{id}/plan', { params: { path: { id: caseId } } }));

/** The plan as it is written now; read anew with the case. */
export const usePlan = (caseId: string) => useQuery({ queryKey: planKey(caseId), queryFn: () => readPlan(caseId) });

/** Confirmed plans never change. */
export const usePlanVersion = (caseId: string, number: number) =>
  useQuery({
    queryKey: ['plan-version', caseId, number],
    queryFn: () =>
      answer(api.GET('/api/v1/cases/{id}/plan/versions/{number}', { params: { path: { id: caseId, number } } })),
    staleTime: Infinity,
  });

export const usePlanChanges = (caseId: string, number: number) =>
  useQuery({
    queryKey: ['plan-changes', caseId, number],
    queryFn: () =>
      answer(
        api.GET('/api/v1/cases/{id}/plan/versions/{number}/changes', { params: { path: { id: caseId, number } } }),
      ),
    staleTime: Infinity,
  });

export const storedIn = ({ content, version }: Plan): Stored<PlanContent> => ({ content, version });

/** Saves the draft. What was sent is what is stored: the form is the person's. */
export async function savePlan(caseId: string, body: PlanContent, version: number): Promise<Stored<PlanContent>> {
  const params = { path: { id: caseId }, header: ifMatch(version) };
  const saved = await answer(api.PUT('/api/v1/cases/{id}/plan', { params, body }));
  queryClient.setQueryData(planKey(caseId), saved);
  // The first words take the case a step on.
  if (version === 0) refreshCase(caseId);
  return { content: body, version: saved.version };
}

export async function confirmPlan(caseId: string, version: number): Promise<Plan> {
  const params = { path: { id: caseId }, header: ifMatch(version) };
  const plan = await answer(api.POST('/api/v1/cases/{id}/plan/confirmation', { params }));
  queryClient.setQueryData(planKey(caseId), plan);
  refreshCase(caseId);
  return plan;
}

export const paperPath = (caseId: string, number: number, variant: 'full' | 'child'): string =>
  `/api/v1/cases/${caseId}/plan/versions/${number}/pdf?variant=${variant}`;

export const planPath = (caseId: string, number?: number): string =>
  number === undefined ? `/arenden/${caseId}/plan` : `/arenden/${caseId}/plan/${number}`;

/** A unit as the plan names it, with what became of it. */
export const unitName = (units: readonly PlanUnit[], id: string | undefined): string => {
  const unit = units.find((each) => each.id === id);
  if (!unit) return id ? 'En enhet som inte är part' : '';
  return unit.active ? unit.name : `${unit.name} (har lämnat)`;
};

/** A unit with the principal that answers through it: `BUP Almby (Almby region)`. */
export const answering = (units: readonly PlanUnit[], id: string | undefined): string => {
  const unit = units.find((each) => each.id === id);
  return unit ? `${unitName(units, id)} (${unit.principalName})` : unitName(units, id);
};
