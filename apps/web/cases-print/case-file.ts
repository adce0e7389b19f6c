import { useQuery } from '@tanstack/react-query';
import { answer, api } from '../api/client.ts';
import type { components } from '../api/schema.generated.ts';

export type CaseFile = components['schemas']['CaseFileView'];

/** The whole case, read once for each time the page is opened: each reading stands in the log as a printout. */
export function useCaseFile(id: string) {
  return useQuery({
    queryKey: ['case-file', id],
    queryFn: () => answer(api.GET('/api/v1/cases/{id}/file', { params: { path: { id } } })),
    staleTime: Infinity,
    gcTime: 0,
  });
}
