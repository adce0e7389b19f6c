import { useQuery } from '@tanstack/react-query';
import { answer, api } from '../api/client.ts';
import type { CreationHeader } from '../api/creation-key.ts';
import type { components } from '../api/schema.generated.ts';
import { caseKey } from '../cases/case.ts';

type Schemas = components['schemas'];

export type Disclosures = Schemas['DisclosuresView'];
export type Disclosure = Schemas['DisclosureView'];
export type DisclosedKind = Schemas['DisclosedKind'];
/** One copy as its recipient has it. */
export type Copy = Schemas['CopyView'];
export type NewDisclosure = Schemas['NewDisclosure'];

/** What the kinds of copies are called. */
export const WHAT: Record<DisclosedKind, string> = {
  CASE: 'Om ärendet',
  MEETING: 'Möte',
  PLAN: 'Planen',
  FOLLOW_UP: 'Uppföljning',
};

/** `Planen, version 2`; what has no versions of its own is called by its name alone. */
export const whatWords = ({ what, number }: Pick<Disclosure, 'what' | 'number'>): string =>
  what === 'PLAN' ? `${WHAT[what]}, version ${number}` : WHAT[what];

export function useDisclosures(caseId: string) {
  return useQuery({
    queryKey: [...caseKey(caseId), 'disclosures'],
    queryFn: () => answer(api.GET('/api/v1/cases/{id}/disclosures', { params: { path: { id: caseId } } })),
  });
}

export function useFamilyExtract(caseId: string) {
  return useQuery({
    queryKey: [...caseKey(caseId), 'family-extract'],
    queryFn: () => answer(api.GET('/api/v1/cases/{id}/family-extract', { params: { path: { id: caseId } } })),
  });
}

/** One copy as its recipient has it. */
export function useHandedOut(id: string) {
  return useQuery({
    queryKey: ['disclosure', id],
    queryFn: () => answer(api.GET('/api/v1/disclosures/{id}', { params: { path: { id } } })),
  });
}

/** The people at a party who read what is disclosed to it. */
export function usePartyReaders(partyId: string) {
  return useQuery({
    queryKey: ['party-readers', partyId],
    queryFn: () => answer(api.GET('/api/v1/parties/{id}/readers', { params: { path: { id: partyId } } })),
  });
}

export const handOut = (id: string, body: NewDisclosure, header: CreationHeader) =>
  answer(api.POST('/api/v1/cases/{id}/disclosures', { params: { path: { id }, header }, body }));
