import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { answer, api } from '../api/client.ts';
import type { components } from '../api/schema.generated.ts';

export type LogEvent = components['schemas']['LogEventView'];
export type LogSearch = components['schemas']['LogSearch'];

export const LOG_KEY = ['log'];

/** A page of the log's events. What is searched for stands in the request's body, and is not kept when the page is left. */
export const useLogEvents = (search: LogSearch) =>
  useQuery({
    queryKey: [...LOG_KEY, 'events', search],
    queryFn: () => answer(api.POST('/api/v1/log/search', { body: search })),
    placeholderData: keepPreviousData,
    gcTime: 0,
  });
