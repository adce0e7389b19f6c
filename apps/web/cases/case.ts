import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { answer, api, ifMatch } from '../api/client.ts';
import { useLive } from '../api/live.ts';
import { queryClient } from '../api/query.ts';
import type { components } from '../api/schema.generated.ts';

type Schemas = components['schemas'];

export type SipCase = Schemas['CaseView'];
export type CaseRow = Schemas['CaseRow'];
export type CaseState = Schemas['CaseState'];
export type CaseKind = Schemas['CaseKind'];
export type CaseAsker = Schemas['CaseAsker'];
export type CaseList = Schemas['CaseList'];
export type CaseClock = Schemas['ClockView'];
export type CaseRole = Schemas['CaseRoleView'];
export type CaseRoleName = Schemas['CaseRoleName'];
export type Party = Schemas['PartyView'];
export type Day = Schemas['DayView'];
export type DayMeeting = Schemas['DayMeeting'];

/** The kind of subject that the log calls a case: all that happens in one is about it. */
export const CASE_KIND = 'sip-case';

/** The work lists, every page of them. */
export const CASE_LISTS_KEY = ['case-lists'];
export const DAY_KEY = ['case-day'];

/** The case, and under it all that is read of it beside: `[...caseKey(id), 'timeline']`. */
export const caseKey = (id: string) => ['sip-case', id];
const viewKey = (id: string) => [...caseKey(id), 'view'];

export const readCase = (id: string): Promise<SipCase> =>
  answer(api.GET('/api/v1/cases/{id}', { params: { path: { id } } }));

/** Whether the child is protected, before anything of the case is read. */
export function useCaseCover(id: string) {
  return useQuery({
    queryKey: ['case-cover', id],
    queryFn: () => answer(api.GET('/api/v1/cases/{id}/cover', { params: { path: { id } } })),
    staleTime: Infinity,
  });
}

/**
 * One case with all that belongs to it, read anew when something has happened to it or to its child. `news` counts the times that it was
 * somebody else who changed it: what comes within seconds of one's own saving is taken for one's own.
 */
export function useCase(id: string) {
  const [news, setNews] = useState(0);
  const query = useQuery({ queryKey: viewKey(id), queryFn: () => readCase(id) });
  const childId = query.data?.child.id;
  useLive([CASE_KIND, 'child'], (notices) => {
    const ofCase = notices.some(({ subject }) => !subject || subject.id === id);
    if (ofCase && !savedJustNow()) setNews((before) => before + 1);
    if (ofCase || notices.some(({ subject }) => subject?.id === childId)) void rereadCase(id);
  });
  return { query, news };
}

const rereadCase = (id: string) => queryClient.invalidateQueries({ queryKey: caseKey(id) });

const OWN_ECHO_MS = 5_000;
let savedAt = 0;

function savedJustNow(): boolean {
  const since = Date.now() - OWN_ECHO_MS;
  const saves = queryClient.getMutationCache().getAll();
  return savedAt > since || saves.some(({ state }) => state.status === 'pending' || state.submittedAt > since);
}

/** The case and everything that is read of it beside: for panels that have just changed something of it. */
export const refreshCase = (id: string): void => void refreshedCase(id);

/** The same, for whoever waits until what is on the page is the latest. */
export async function refreshedCase(id: string): Promise<void> {
  savedAt = Date.now();
  forgetCaseLists();
  await rereadCase(id);
}

export function useCases(list: CaseList, page: number, limit: number) {
  return useQuery({
    queryKey: [...CASE_LISTS_KEY, list, page, limit],
    queryFn: () => answer(api.GET('/api/v1/cases', { params: { query: { list, page, limit } } })),
    placeholderData: keepPreviousData,
  });
}

export function useDay() {
  return useQuery({ queryKey: DAY_KEY, queryFn: () => answer(api.GET('/api/v1/cases/day')) });
}

/** The area's units that can take part, in the order of their names. */
export function useUnits() {
  return useQuery({
    queryKey: ['units'],
    queryFn: () => answer(api.GET('/api/v1/units')),
    select: ({ units }) => units.filter(({ closedAt }) => !closedAt),
    staleTime: 60_000,
  });
}

/** What has become of a case after a step: known at once; the lists and what is read beside it are old. */
export function adoptCase(sipCase: SipCase) {
  queryClient.setQueryData(viewKey(sipCase.id), sipCase);
  refreshCase(sipCase.id);
}

function forgetCaseLists() {
  void queryClient.invalidateQueries({ queryKey: CASE_LISTS_KEY });
  void queryClient.invalidateQueries({ queryKey: DAY_KEY });
}

/** One step with a case. A refusal has the case read anew, so that the page shows what can be done now. */
export function useCaseStep<Input = void>(id: string, take: (input: Input) => Promise<SipCase>) {
  return useMutation({ mutationFn: take, onSuccess: adoptCase, onError: () => void rereadCase(id) });
}

/** The steps with a case in the version that one has read. */
export function caseSteps({ id, version }: Pick<SipCase, 'id' | 'version'>) {
  const params = { path: { id }, header: ifMatch(version) };
  return {
    change: (body: Schemas['CaseChange']) => answer(api.PATCH('/api/v1/cases/{id}', { params, body })),
    offer: (body: Schemas['Offer']) => answer(api.POST('/api/v1/cases/{id}/offer', { params, body })),
    accept: () => answer(api.POST('/api/v1/cases/{id}/acceptance', { params })),
    decline: (body: Schemas['Refusal']) => answer(api.POST('/api/v1/cases/{id}/decline', { params, body })),
    deny: (body: Schemas['Refusal']) => answer(api.POST('/api/v1/cases/{id}/denial', { params, body })),
    join: (unitId: string) => answer(api.POST('/api/v1/cases/{id}/parties', { params, body: { unitId } })),
    leave: (partyId: string, body: Schemas['Leaving']) =>
      answer(
        api.POST('/api/v1/parties/{id}/leaving', {
          params: { path: { id: partyId }, header: ifMatch(version) },
          body,
        }),
      ),
    nameRole: (body: Schemas['RoleNaming']) => answer(api.PUT('/api/v1/cases/{id}/roles', { params, body })),
    offerHandover: (body: Schemas['HandoverOffer']) =>
      answer(api.POST('/api/v1/cases/{id}/handover', { params, body })),
    takeOver: () => answer(api.POST('/api/v1/cases/{id}/takeover', { params })),
    acceptHandover: () => answer(api.POST('/api/v1/cases/{id}/handover/acceptance', { params })),
    declineHandover: () => answer(api.POST('/api/v1/cases/{id}/handover/decline', { params })),
    takeBackHandover: () => answer(api.POST('/api/v1/cases/{id}/handover/withdrawal', { params })),
  };
}
