import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { answer, api } from '../api/client.ts';
import { useLiveQuery } from '../api/live.ts';
import type { components } from '../api/schema.generated.ts';
import { CASE_KIND } from '../cases/case.ts';

type Schemas = components['schemas'];

export type ReceivedRow = Schemas['ReceivedCaseRow'];
export type ReceivedCase = Schemas['ReceivedCaseView'];
export type Copy = Schemas['CopyView'];
export type Undertaking = Schemas['PromiseView'];

export const RECEIVED_KEY = ['received-cases'];

export function useReceivedCases(page: number, limit: number) {
  return useQuery({
    queryKey: [...RECEIVED_KEY, 'list', page, limit],
    queryFn: () => answer(api.GET('/api/v1/received-cases', { params: { query: { page, limit } } })),
    placeholderData: keepPreviousData,
  });
}

/** What has been disclosed of one case, read anew as soon as more is. */
export function useReceivedCase(caseId: string) {
  const queryKey = [...RECEIVED_KEY, caseId];
  useLiveQuery([CASE_KIND], queryKey);
  return useQuery({
    queryKey,
    queryFn: () => answer(api.GET('/api/v1/received-cases/{id}', { params: { path: { id: caseId } } })),
  });
}

/** Of copies with the newest first, the newest of each kind: what holds now. */
export const latestOfEach = (copies: Copy[]): Copy[] =>
  copies.filter((copy, i) => copies.findIndex(({ what }) => what === copy.what) === i);
