import { useQuery } from '@tanstack/react-query';
import { answer, api, ifMatch } from '../api/client.ts';
import type { CreationHeader } from '../api/creation-key.ts';
import { useLiveQuery } from '../api/live.ts';
import { queryClient } from '../api/query.ts';
import type { components } from '../api/schema.generated.ts';
import { ENTERED, PLAN_KEY } from './plan.ts';

type Schemas = components['schemas'];

export type MetricValues = Schemas['MetricValuesView'];
export type MetricValue = Schemas['MetricValueView'];
export type MetricValueVersion = Schemas['MetricValueVersion'];
export type EnteredFigure = Schemas['EnteredFigure'];
export type MetricKind = Schemas['MetricKind'];
type Entry = Schemas['MetricValueEntry'];

/** The fields as they are written. */
export interface EntryFields {
  from: string;
  to: string;
  value: string;
  numerator: string;
  denominator: string;
  source: string;
  note: string;
}

const keyOf = (metricId: string) => ['metric-values', metricId];

export const readValues = (id: string): Promise<MetricValues> =>
  answer(api.GET('/api/v1/metrics/{id}/values', { params: { path: { id } } }));

/** A metric's values, read anew as others enter and correct them. */
export function useValues(metricId: string) {
  const queryKey = keyOf(metricId);
  useLiveQuery(ENTERED, queryKey);
  return useQuery({ queryKey, queryFn: () => readValues(metricId) });
}

export const enterValue = (id: string, header: CreationHeader, fields: EntryFields) =>
  kept(answer(api.POST('/api/v1/metrics/{id}/values', { params: { path: { id }, header }, body: entryOf(fields) })));

export const correctValue = (id: string, version: number, fields: EntryFields) => {
  const params = { path: { id }, header: ifMatch(version) };
  return kept(answer(api.POST('/api/v1/metric-values/{id}/correction', { params, body: entryOf(fields) })));
};

/** The answer stands on the metric's page at once; the plan is read anew. */
async function kept(saving: Promise<MetricValues>): Promise<MetricValues> {
  const values = await saving;
  queryClient.setQueryData(keyOf(values.metric.id), values);
  void queryClient.invalidateQueries({ queryKey: PLAN_KEY });
  return values;
}

/** What is written, without the fields that are left empty. What is no number is left to the API to refuse. */
function entryOf({ from, to, source, ...rest }: EntryFields): Entry {
  const written = (text: string) => (text.trim() === '' ? undefined : text);
  const whole = (text: string) => (written(text) === undefined ? undefined : Number(text.replaceAll(/\s/g, '')));
  const optional = {
    value: written(rest.value),
    numerator: whole(rest.numerator),
    denominator: whole(rest.denominator),
    note: written(rest.note),
  };
  const filled = Object.fromEntries(Object.entries(optional).filter(([, value]) => value !== undefined));
  return { from, to, source, ...filled };
}

export const valuesPath = (metricId: string) => `/matt/${metricId}/varden`;
