import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { answer, api, ifMatch } from '../api/client.ts';
import { useLiveQuery } from '../api/live.ts';
import { queryClient } from '../api/query.ts';
import type { components } from '../api/schema.generated.ts';

export type Request = components['schemas']['RequestView'];
export type RequestRow = components['schemas']['RequestRow'];
export type RequestState = components['schemas']['RequestState'];
export type RequestStep = components['schemas']['RequestStep'];
export type Answer = components['schemas']['AnswerView'];
export type RequestList = components['schemas']['RequestList'];
export type Feedback = components['schemas']['Feedback'];
export type Redirection = components['schemas']['Redirection'];
export type Placement = components['schemas']['Placement'];

/** Both lists of questions, every page of them. */
export const REQUEST_LISTS_KEY = ['request-lists'];

/** The lists of sittings, every page of them: what is placed on an agenda takes its time. */
export const SITTINGS_KEY = ['sittings'];

/** Every sitting with its agenda. */
export const SITTING_KEY = ['sitting'];

/** The kind of subject that the log calls a question. */
export const REQUEST_KIND = 'consultation-request';

export const requestKey = (id: string) => ['request', id];

export const readRequest = (id: string): Promise<Request> =>
  answer(api.GET('/api/v1/consultation-requests/{id}', { params: { path: { id } } }));

/** One question, read anew when something has happened to it. */
export function useRequest(id: string) {
  useLiveQuery([REQUEST_KIND], requestKey(id));
  return useQuery({ queryKey: requestKey(id), queryFn: () => readRequest(id) });
}

export function useRequests(list: RequestList, page: number, limit: number) {
  return useQuery({
    queryKey: [...REQUEST_LISTS_KEY, list, page, limit],
    queryFn: () => answer(api.GET('/api/v1/consultation-requests', { params: { query: { list, page, limit } } })),
    placeholderData: keepPreviousData,
  });
}

/** What has become of a question after a step: known at once, and the lists that it stands in are old. */
export function adopt(request: Request) {
  queryClient.setQueryData(requestKey(request.id), request);
  forgetLists();
}

/** Questions have changed, and with them the agendas and the free time on them. */
export function forgetLists() {
  void queryClient.invalidateQueries({ queryKey: REQUEST_LISTS_KEY });
  void queryClient.invalidateQueries({ queryKey: SITTINGS_KEY });
  void queryClient.invalidateQueries({ queryKey: SITTING_KEY });
}

/** One step with one question. A refusal has the question read anew, so that the page shows what can be done now. */
export function useStep<Input = void>(id: string, take: (input: Input) => Promise<Request>) {
  return useMutation({
    mutationFn: take,
    onSuccess: adopt,
    onError: () => void queryClient.invalidateQueries({ queryKey: requestKey(id) }),
  });
}

/** The steps with a question in the version that one has read. */
export function stepsWith({ id, version }: Pick<Request, 'id' | 'version'>) {
  const params = { path: { id }, header: ifMatch(version) };
  return {
    submit: () =>
      answer(api.POST('/api/v1/consultation-requests/{id}/submission', { params, body: { childAtRisk: false } })),
    discard: () => answer(api.DELETE('/api/v1/consultation-requests/{id}', { params })),
    withdraw: (reason: string) =>
      answer(api.POST('/api/v1/consultation-requests/{id}/withdrawal', { params, body: { reason } })),
    giveFeedback: (body: Feedback) => answer(api.POST('/api/v1/consultation-requests/{id}/feedback', { params, body })),
    take: () => answer(api.POST('/api/v1/consultation-requests/{id}/triage', { params })),
    accept: () => answer(api.POST('/api/v1/consultation-requests/{id}/acceptance', { params })),
    askBack: (question: string) =>
      answer(api.POST('/api/v1/consultation-requests/{id}/return', { params, body: { question } })),
    redirect: (body: Redirection) =>
      answer(api.POST('/api/v1/consultation-requests/{id}/redirection', { params, body })),
    place: (body: Placement) => answer(api.POST('/api/v1/consultation-requests/{id}/placement', { params, body })),
    takeOff: () => answer(api.DELETE('/api/v1/consultation-requests/{id}/placement', { params })),
    close: () => answer(api.POST('/api/v1/consultation-requests/{id}/closing', { params })),
  };
}
