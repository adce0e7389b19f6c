import { useQuery } from '@tanstack/react-query';
import { answer, api, ifMatch } from '../api/client.ts';
import type { CreationHeader } from '../api/creation-key.ts';
import { useLiveQuery } from '../api/live.ts';
import type { components } from '../api/schema.generated.ts';
import { caseKey, type SipCase } from '../cases/case.ts';

type Schemas = components['schemas'];

export type Consents = Schemas['ConsentsView'];
export type Consent = Schemas['RecordedConsentView'];
export type Consenter = Schemas['ConsenterView'];
export type Missing = Schemas['MissingView'];
export type MissingReason = Schemas['MissingReason'];
export type NewConsent = Schemas['NewConsent'];
export type NewException = Schemas['NewException'];
export type NewGround = Schemas['NewGround'];
export type PartyCoverage = Schemas['PartyCoverage'];

const consentsKey = (caseId: string) => [...caseKey(caseId), 'consents'];

/** A case's consents: read anew with the case, and when the family's guardians have changed. */
export function useConsents(caseId: string) {
  useLiveQuery(['child'], consentsKey(caseId));
  return useQuery({
    queryKey: consentsKey(caseId),
    queryFn: () => answer(api.GET('/api/v1/cases/{id}/consents', { params: { path: { id: caseId } } })),
  });
}

export const recordConsent = (id: string, body: NewConsent, header: CreationHeader) =>
  answer(api.POST('/api/v1/cases/{id}/consents', { params: { path: { id }, header }, body }));

export const withdrawConsent = (id: string, body: Schemas['ConsentWithdrawal']) =>
  answer(api.POST('/api/v1/consents/{id}/withdrawal', { params: { path: { id } }, body }));

export const renewConsents = ({ caseId, version }: Consents) =>
  answer(
    api.POST('/api/v1/cases/{id}/consent-renewal', { params: { path: { id: caseId }, header: ifMatch(version) } }),
  );

export const completeConsents = ({ caseId, version }: Consents) =>
  answer(
    api.POST('/api/v1/cases/{id}/consent-completion', { params: { path: { id: caseId }, header: ifMatch(version) } }),
  );

export const exceptGuardian = (id: string, body: NewException, header: CreationHeader) =>
  answer(api.POST('/api/v1/cases/{id}/consent-exceptions', { params: { path: { id }, header }, body }));

export const endException = (id: string) =>
  answer(api.POST('/api/v1/consent-exceptions/{id}/end', { params: { path: { id } } }));

export const recordGround = (id: string, body: NewGround, header: CreationHeader) =>
  answer(api.POST('/api/v1/cases/{id}/disclosure-grounds', { params: { path: { id }, header }, body }));

export const endGround = (id: string) =>
  answer(api.POST('/api/v1/disclosure-grounds/{id}/end', { params: { path: { id } } }));

/** By the agreement's policy and a judgement of maturity; from 18 that goes without saying. */
export const decidesAlone = ({ child }: SipCase, { consenters }: Consents): boolean =>
  child.age < 18 &&
  consenters.some(({ consenter, required }) => consenter === 'CHILD' && required) &&
  consenters.every(({ consenter, required }) => consenter === 'CHILD' || !required);
