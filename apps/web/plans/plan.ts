import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { answer, api } from '../api/client.ts';
import { useLiveQuery } from '../api/live.ts';
import type { components } from '../api/schema.generated.ts';

export type Plan = components['schemas']['ActionPlanView'];
export type Objective = components['schemas']['ObjectiveView'];
export type Activity = components['schemas']['ActivityView'];
export type Metric = components['schemas']['MetricRow'];
export type Figure = components['schemas']['FigureView'];
export type EvidenceEvent = components['schemas']['EvidenceEvent'];

/** What the log calls the events that figures count: managers hear of nothing else, and not about whom. */
export const COUNTED = [
  'consultation',
  'sip-case',
  'meeting',
  'plan',
  'follow-up',
  'health-examination',
  'attendance-band',
];

/** What the log calls the events that values are entered by, by hand. */
export const ENTERED = ['metric'];

export const PLAN_KEY = ['action-plan'];

export const EVIDENCE_KEY = ['evidence'];

export function usePlans() {
  return useQuery({ queryKey: ['action-plans'], queryFn: () => answer(api.GET('/api/v1/action-plans')) });
}

/** A plan with its figures, read anew as things happen and values are entered. */
export function usePlan(id: string) {
  const queryKey = [...PLAN_KEY, id];
  useLiveQuery([...COUNTED, ...ENTERED], queryKey);
  return useQuery({
    queryKey,
    queryFn: () => answer(api.GET('/api/v1/action-plans/{id}', { params: { path: { id } } })),
  });
}

/** A metric's figure for a year, or else its plan's year, counted anew as things happen. */
export function useFigure(metricId: string, year?: number) {
  const queryKey = ['figure', metricId, year];
  useLiveQuery(COUNTED, queryKey);
  return useQuery({
    queryKey,
    queryFn: () => {
      const params = { path: { id: metricId }, query: year === undefined ? {} : { year } };
      return answer(api.GET('/api/v1/metrics/{id}/figure', { params }));
    },
  });
}

/** What a figure counted. It stands as it was read: the page says when there is more. */
export function useEvidence(metricId: string, year: number, page: number, limit: number) {
  return useQuery({
    queryKey: [...EVIDENCE_KEY, metricId, year, page, limit],
    queryFn: () => {
      const params = { path: { id: metricId }, query: { year, page, limit } };
      return answer(api.GET('/api/v1/metrics/{id}/evidence', { params }));
    },
    placeholderData: keepPreviousData,
  });
}

/** The calendar year that a figure covers. */
export const yearOf = ({ period }: Pick<Figure, 'period'>): number => Number(period.from.slice(0, 4));

export const metricPath = (metricId: string, year: number) => `/matt/${metricId}?ar=${year}`;
