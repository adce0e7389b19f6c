import { useMutation, useQuery } from '@tanstack/react-query';
import { answer, api, ifMatch } from '../api/client.ts';
import type { components } from '../api/schema.generated.ts';
import { caseKey, refreshCase, type SipCase } from '../cases/case.ts';

type Schemas = components['schemas'];

export type Transition = Schemas['TransitionView'];
export type TransitionChange = Schemas['TransitionChange'];
export type Examination = Schemas['ExaminationView'];
export type ExaminationChange = Schemas['ExaminationChange'];
export type ExaminationKind = Schemas['ExaminationKind'];
export type AttendanceBand = Schemas['AttendanceBandView'];
export type AttendanceBandChange = Schemas['AttendanceBandChange'];

/** Under the case's own key: read anew together with the case when something has happened to it. */
const partKey = (caseId: string, part: string) => [...caseKey(caseId), part];

const ofCase = (id: string) => ({ params: { path: { id } } });
const inVersion = (id: string, version: number) => ({ params: { path: { id }, header: ifMatch(version) } });

/** What was saved, with the case and what is read of it beside read anew. */
async function refreshed<Saved>(caseId: string, saving: Promise<Saved>): Promise<Saved> {
  const saved = await saving;
  refreshCase(caseId);
  return saved;
}

export const readTransition = (id: string): Promise<Transition> =>
  answer(api.GET('/api/v1/cases/{id}/transition', ofCase(id)));

export function useTransition(caseId: string) {
  return useQuery({ queryKey: partKey(caseId, 'transition'), queryFn: () => readTransition(caseId) });
}

export const saveTransition = (id: string, version: number, body: TransitionChange) =>
  refreshed(id, answer(api.PUT('/api/v1/cases/{id}/transition', { ...inVersion(id, version), body })));

/** Takes the case into transition, and out of it as the young adult's own. */
export function useTransitionSteps({ id, version }: SipCase) {
  const begin = useMutation({
    mutationFn: () => refreshed(id, answer(api.POST('/api/v1/cases/{id}/transition/start', inVersion(id, version)))),
    onError: () => refreshCase(id),
  });
  const complete = () =>
    refreshed(id, answer(api.POST('/api/v1/cases/{id}/transition/completion', inVersion(id, version))));
  return { begin, complete };
}

/** Who is near 18, on the day's page. */
export const TRANSITIONS_KEY = ['transitions'];

export function useNearTransitions() {
  return useQuery({
    queryKey: TRANSITIONS_KEY,
    queryFn: () => answer(api.GET('/api/v1/transitions', { params: { query: { limit: 10 } } })),
  });
}

export const readExaminations = async (id: string): Promise<Examination[]> =>
  (await answer(api.GET('/api/v1/cases/{id}/health-examinations', ofCase(id)))).examinations;

export function useExaminations(caseId: string) {
  return useQuery({ queryKey: partKey(caseId, 'examinations'), queryFn: () => readExaminations(caseId) });
}

export const saveExamination = (id: string, version: number, body: ExaminationChange) =>
  refreshed(id, answer(api.PUT('/api/v1/cases/{id}/health-examinations', { ...inVersion(id, version), body })));

export const readAttendance = (id: string) => answer(api.GET('/api/v1/cases/{id}/attendance', ofCase(id)));

export function useAttendance(caseId: string) {
  return useQuery({ queryKey: partKey(caseId, 'attendance'), queryFn: () => readAttendance(caseId) });
}

export const saveAttendance = (id: string, version: number, body: AttendanceBandChange) =>
  refreshed(id, answer(api.PUT('/api/v1/cases/{id}/attendance', { ...inVersion(id, version), body })));

/** The fields that have been filled in: an empty one is left out. */
export const filledIn = <Fields extends Record<string, string>>(fields: Fields): Partial<Fields> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== '')) as Partial<Fields>;
