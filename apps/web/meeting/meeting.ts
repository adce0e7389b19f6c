import { useMutation, useQuery } from '@tanstack/react-query';
import { answer, api } from '../api/client.ts';
import { useLive } from '../api/live.ts';
import { queryClient } from '../api/query.ts';
import type { components } from '../api/schema.generated.ts';
import { SITTINGS_KEY } from '../requests/request.ts';
import { type AgendaItem, type Sitting, sittingKey } from '../sittings/sitting.ts';

export type Consultation = components['schemas']['ConsultationView'];

const consultationKey = (id: string) => ['consultation', id];

/** One meeting, read anew when something has happened to it or to a question: but not for each word of an answer. */
export function useSitting(id: string) {
  useLive(['sitting', 'consultation-request'], (notices) => {
    if (notices.some(({ type }) => type !== 'consultation.advised')) forgetSitting(id);
  });
  return useQuery({
    queryKey: sittingKey(id),
    queryFn: () => answer(api.GET('/api/v1/sittings/{id}', { params: { path: { id } } })),
  });
}

export const readConsultation = (id: string): Promise<Consultation> =>
  answer(api.GET('/api/v1/consultations/{id}', { params: { path: { id } } }));

/** One question at a meeting, read anew when something has happened to it. */
export function useConsultation({ id, requestId }: Pick<AgendaItem, 'id' | 'requestId'>) {
  useLive(['consultation-request'], (notices) => {
    if (notices.some(({ subject }) => subject?.id === requestId)) forgetConsultation(id);
  });
  return useQuery({ queryKey: consultationKey(id), queryFn: () => readConsultation(id) });
}

/** A step with a question. A refusal has it read anew, so that the page shows what can be done now. */
export function useConsultationStep(id: string, take: () => Promise<Consultation>) {
  return useMutation({ mutationFn: take, onSuccess: adoptConsultation, onError: () => forgetConsultation(id) });
}

export function adoptConsultation(consultation: Consultation) {
  queryClient.setQueryData(consultationKey(consultation.id), consultation);
  forgetSitting(consultation.sittingId);
}

export function adoptSitting(sitting: Sitting) {
  queryClient.setQueryData(sittingKey(sitting.id), sitting);
  void queryClient.invalidateQueries({ queryKey: SITTINGS_KEY });
}

function forgetConsultation(id: string) {
  void queryClient.invalidateQueries({ queryKey: consultationKey(id) });
}

function forgetSitting(id: string) {
  void queryClient.invalidateQueries({ queryKey: sittingKey(id) });
}
