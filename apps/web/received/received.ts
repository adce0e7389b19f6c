import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { answer, api } from '../api/client.ts';
import { useLiveQuery } from '../api/live.ts';
import type { components } from '../api/schema.generated.ts';
import { CASE_KIND } from '../cases/case.ts';
import type { Copy } from '../consents/disclosure.ts';

type Schemas = components['schemas'];

export type ReceivedRow = Schemas['ReceivedCaseRow'];
export type ReceivedCase = Schemas['ReceivedCaseView'];
export type ComingMeeting = Schemas['ComingMeetingView'];
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

/** What a copy said before this one, if it is not the first of its kind. Copies with the newest first. */
export const beforeOf = (copy: Copy, copies: Copy[]): Copy | undefined =>
  copies.slice(copies.indexOf(copy) + 1).find(({ what }) => what === copy.what);

/** The headings under which a copy says something else than the one before, and those that are in it no more. */
export function changedParts(copy: Copy, before: Copy): string[] {
  const said = ({ sections }: Copy) =>
    new Map(sections.map(({ heading, paragraphs, rows }) => [heading, JSON.stringify([paragraphs, rows])]));
  const now = said(copy);
  const then = said(before);
  const headings = new Set([...now.keys(), ...then.keys()]);
  return [...headings].filter((heading) => !WHICH_IT_IS.has(heading) && now.get(heading) !== then.get(heading));
}

/** Parts that only tell which plan or follow-up it is. */
const WHICH_IT_IS = new Set(['Planen', 'Uppföljd']);

/** What my unit has promised in a plan, the earliest day first and what has no day last. */
export const byDay = (promises: Undertaking[]): Undertaking[] =>
  promises.toSorted((one, other) => (one.dueOn ?? NO_DAY).localeCompare(other.dueOn ?? NO_DAY));

const NO_DAY = '9999-12-31';
