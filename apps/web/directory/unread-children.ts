import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { answer, api } from '../api/client.ts';
import type { CreationHeader } from '../api/creation-key.ts';
import { queryClient } from '../api/query.ts';
import type { components } from '../api/schema.generated.ts';
import { shortId } from '../log/event-words.ts';
import { PAGE_SIZE, UNREAD_CHILDREN_KEY } from './directory.ts';

export type UnreadChild = components['schemas']['UnreadChildView'];
export type NewAppointment = components['schemas']['NewAppointment'];

/** Protected children that nobody may open: who they are is not known here. */
export function useUnreadChildren(page = 1) {
  return useQuery({
    queryKey: [...UNREAD_CHILDREN_KEY, page],
    queryFn: () =>
      answer(api.GET('/api/v1/children/without-reader', { params: { query: { page, limit: PAGE_SIZE } } })),
    placeholderData: keepPreviousData,
  });
}

/** Read anew also when somebody else was first. */
export const appointReader = (id: string, body: NewAppointment, header: CreationHeader) =>
  answer(api.POST('/api/v1/children/{id}/reader-appointment', { params: { path: { id }, header }, body })).finally(() =>
    queryClient.invalidateQueries({ queryKey: UNREAD_CHILDREN_KEY }),
  );

/** What people call a child whose name they may not know: by the case, or else by the end of the record's id. */
export const childWords = ({ id, caseReferences }: UnreadChild): string =>
  caseReferences.length > 0 ? `Barnet i ärende ${caseReferences.join(', ')}` : `Barnet ${shortId(id)}, utan ärende`;
