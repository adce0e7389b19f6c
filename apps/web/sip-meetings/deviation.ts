import { useQuery } from '@tanstack/react-query';
import { answer, api, ifMatch } from '../api/client.ts';
import type { CreationHeader } from '../api/creation-key.ts';
import type { components } from '../api/schema.generated.ts';
import { caseKey, refreshCase } from '../cases/case.ts';
import type { StateTone } from '../kit/state-tag.tsx';

type Schemas = components['schemas'];

export type Deviation = Schemas['DeviationView'];
export type DeviationStatus = Schemas['DeviationStatus'];
export type DeviationChange = Schemas['DeviationChange'];
export type NewDeviation = Schemas['NewDeviation'];

export const DEVIATION_STATES: Record<Deviation['status'], { name: string; tone: StateTone }> = {
  SUGGESTED: { name: 'Att rapportera', tone: 'waiting' },
  REPORTED_IN_MCP: { name: 'Rapporterad i MedControl PRO', tone: 'active' },
  ANALYSED: { name: 'Analyserad', tone: 'active' },
  ACTION_AGREED: { name: 'Åtgärd beslutad', tone: 'active' },
  CLOSED: { name: 'Avslutad', tone: 'done' },
  DISMISSED: { name: 'Ingen avvikelse', tone: 'stopped' },
};

/** The statuses that a deviation goes through, in their order. */
export const DEVIATION_STEPS: DeviationStatus[] = [
  'SUGGESTED',
  'REPORTED_IN_MCP',
  'ANALYSED',
  'ACTION_AGREED',
  'CLOSED',
];

export const useDeviations = (caseId: string) =>
  useQuery({
    queryKey: [...caseKey(caseId), 'deviations'],
    queryFn: () => answer(api.GET('/api/v1/cases/{id}/deviations', { params: { path: { id: caseId } } })),
  });

export const writeDeviation = (caseId: string, body: NewDeviation, header: CreationHeader) =>
  answer(api.POST('/api/v1/cases/{id}/deviations', { params: { path: { id: caseId }, header }, body }));

export function deviationSteps({ id, version, caseId }: Pick<Deviation, 'id' | 'version' | 'caseId'>) {
  const params = { path: { id }, header: ifMatch(version) };
  return {
    change: (body: DeviationChange) => answer(api.PATCH('/api/v1/deviations/{id}', { params, body })),
    dismiss: (reason: string) => answer(api.POST('/api/v1/deviations/{id}/dismissal', { params, body: { reason } })),
    refresh: async () => refreshCase(caseId),
  };
}
