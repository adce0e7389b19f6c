import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { answer, api } from '../api/client.ts';
import type { components } from '../api/schema.generated.ts';
import { SITTING_KEY, SITTINGS_KEY } from '../requests/request.ts';

export type SittingRow = components['schemas']['SittingRow'];
export type Sitting = components['schemas']['SittingView'];
export type SittingPlan = components['schemas']['SittingPlan'];
export type AgendaItem = components['schemas']['AgendaItem'];
export type SittingList = components['schemas']['SittingList'];

export const sittingKey = (id: string) => [...SITTING_KEY, id];

/** What an agenda depends on: the sitting, and the questions that are placed on it. */
export const SITTING_KINDS = ['sitting', 'consultation-request'];

export function useSittings(list: SittingList, page = 1, limit = 20) {
  return useQuery({
    queryKey: [...SITTINGS_KEY, list, page, limit],
    queryFn: () => answer(api.GET('/api/v1/sittings', { params: { query: { list, page, limit } } })),
    placeholderData: keepPreviousData,
  });
}

/** Minutes that no question has been given yet; below 0 when more is planned than there is room for. */
export function freeMinutes({ minutes, plannedMinutes }: Pick<SittingRow, 'minutes' | 'plannedMinutes'>): number {
  return minutes - plannedMinutes;
}

/** `40 minuter lediga`, `fullt`, `10 minuter för mycket` */
export function freeWords(sitting: Pick<SittingRow, 'minutes' | 'plannedMinutes'>): string {
  const free = freeMinutes(sitting);
  if (free === 0) return 'fullt';
  return free > 0 ? `${free} minuter lediga` : `${-free} minuter för mycket`;
}

/** `13:00` out of a local time such as `2026-12-03T13:00`. */
export function timeOf(localTime: string): string {
  return localTime.slice(11, 16);
}
