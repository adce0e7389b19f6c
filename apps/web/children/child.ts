import { useQuery } from '@tanstack/react-query';
import { answer, api, ifMatch } from '../api/client.ts';
import type { CreationHeader } from '../api/creation-key.ts';
import { useLive, useLiveQuery } from '../api/live.ts';
import { Problem, problemFrom, unreachable } from '../api/problem.ts';
import { queryClient } from '../api/query.ts';
import type { components } from '../api/schema.generated.ts';

export type Child = components['schemas']['ChildView'];
export type ChildChange = components['schemas']['ChildChange'];
export type ChildRegistration = components['schemas']['ChildRegistration'];
export type ChildSearch = components['schemas']['ChildSearch'];
export type ChildHit = components['schemas']['ChildHit'];
export type Guardian = components['schemas']['GuardianView'];
export type GuardianChange = components['schemas']['GuardianChange'];
export type NewGuardian = components['schemas']['NewGuardian'];
export type GuardianEndReason = components['schemas']['GuardianEndByHand'];
export type NewAssessment = components['schemas']['NewAssessment'];
export type IdentityKind = components['schemas']['IdentityKind'];
export type Protection = components['schemas']['Protection'];

export const childKey = (id: string) => ['child', id];
const coverKey = (id: string) => ['child-cover', id];

/** A child with the people around it, read anew as soon as somebody changes it, and when a child with a case comes of age. */
export function useChild(id: string) {
  useLiveQuery(['child'], childKey(id));
  useLive(['sip-case'], (notices) => {
    if (notices.some(({ type }) => type === 'transition.came-of-age')) void refreshChild(id);
  });
  return useQuery({ queryKey: childKey(id), queryFn: () => readChild(id) });
}

export const readChild = (id: string): Promise<Child> =>
  answer(api.GET('/api/v1/children/{id}', { params: { path: { id } } }));

/** Whether to stop before the record is opened. */
export function useCover(id: string) {
  useLiveQuery(['child'], coverKey(id));
  return useQuery({
    queryKey: coverKey(id),
    queryFn: () => answer(api.GET('/api/v1/children/{id}/cover', { params: { path: { id } } })),
  });
}

/** Puts what a change answered on the page, and reads the rest of it anew. */
export function refreshChild(id: string) {
  void queryClient.invalidateQueries({ queryKey: coverKey(id) });
  return queryClient.invalidateQueries({ queryKey: childKey(id) });
}

/** The child is there already; its id where the one who asks may open it. */
export class AlreadyThere extends Problem {
  constructor(
    problem: Problem,
    readonly childId: string | undefined,
  ) {
    super(problem);
  }
}

export async function registerChild(body: ChildRegistration, header: CreationHeader): Promise<Child> {
  const call = api.POST('/api/v1/children', { params: { header }, body });
  const { data, error, response } = await call.catch(() => {
    throw unreachable();
  });
  if (data) return data;
  const problem = problemFrom(response, error);
  if (problem.type !== '/problem/already-there') throw problem;
  throw new AlreadyThere(problem, (error as { childId?: string }).childId);
}

export const changeChild = (id: string, version: number, body: ChildChange): Promise<Child> =>
  answer(api.PATCH('/api/v1/children/{id}', { params: { path: { id }, header: ifMatch(version) }, body }));

export const searchChildren = (body: ChildSearch) => answer(api.POST('/api/v1/children/search', { body }));

export const nameReaders = (id: string, version: number, assignmentIds: string[]): Promise<Child> =>
  answer(
    api.PUT('/api/v1/children/{id}/named-readers', {
      params: { path: { id }, header: ifMatch(version) },
      body: { assignmentIds },
    }),
  );

export const addGuardian = (id: string, body: NewGuardian, header: CreationHeader): Promise<Guardian> =>
  answer(api.POST('/api/v1/children/{id}/guardians', { params: { path: { id }, header }, body }));

export const changeGuardian = (id: string, version: number, body: GuardianChange): Promise<Guardian> =>
  answer(api.PATCH('/api/v1/guardians/{id}', { params: { path: { id }, header: ifMatch(version) }, body }));

export const endGuardian = (id: string, version: number, reason: GuardianEndReason): Promise<Guardian> =>
  answer(
    api.POST('/api/v1/guardians/{id}/end', { params: { path: { id }, header: ifMatch(version) }, body: { reason } }),
  );

export const assess = (id: string, body: NewAssessment, header: CreationHeader) =>
  answer(api.POST('/api/v1/children/{id}/maturity-assessments', { params: { path: { id }, header }, body }));
