import { useQuery } from '@tanstack/react-query';
import type { Store, Stored } from '../api/autosave.ts';
import { answer, api, ifMatch } from '../api/client.ts';
import { useLiveQuery } from '../api/live.ts';
import { queryClient } from '../api/query.ts';
import type { components } from '../api/schema.generated.ts';
import { REQUEST_KIND } from '../requests/request.ts';

export type PreparationFields = components['schemas']['PreparationChange'];
type Preparation = components['schemas']['PreparationView'];

const preparationKey = (requestId: string) => ['preparation', requestId];

const read = (id: string) =>
  answer(api.GET('/api/v1/consultation-requests/{id}/preparation', { params: { path: { id } } }));

export function usePreparation(requestId: string) {
  useLiveQuery([REQUEST_KIND], preparationKey(requestId));
  return useQuery({ queryKey: preparationKey(requestId), queryFn: () => read(requestId) });
}

export function storedPreparation({ checks, note, version }: Preparation): Stored<PreparationFields> {
  return { content: { checks, note }, version };
}

export function preparationStore(id: string): Store<PreparationFields> {
  return {
    read: async () => storedPreparation(await read(id)),
    write: async (body, version) => {
      const params = { path: { id }, header: ifMatch(version) };
      const saved = await answer(api.PUT('/api/v1/consultation-requests/{id}/preparation', { params, body }));
      queryClient.setQueryData(preparationKey(id), saved);
      return { content: body, version: saved.version };
    },
  };
}
