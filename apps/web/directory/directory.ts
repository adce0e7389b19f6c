import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { answer, api, ifMatch } from '../api/client.ts';
import { queryClient } from '../api/query.ts';
import type { components } from '../api/schema.generated.ts';
import type { Role } from '../api/session.ts';
import type { Choice } from '../kit/checkbox-group.tsx';

export type Unit = components['schemas']['UnitView'];
export type UnitList = components['schemas']['UnitList'];
export type NewUnit = components['schemas']['NewUnit'];
export type Person = components['schemas']['PersonView'];
export type NewPerson = components['schemas']['NewPerson'];
export type NewAssignment = components['schemas']['NewAssignment'];
export type HeldAssignment = components['schemas']['HeldAssignmentView'];

const UNITS_KEY = ['units'];
const PEOPLE_KEY = ['people'];

export const PAGE_SIZE = 20;

/** What one can do in each role, for whoever gives it. */
export const ROLE_CHOICES: (Choice & { value: Role })[] = [
  {
    value: 'REQUESTER',
    name: 'Frågeställare',
    help: 'Ställer frågor till teamet och läser det som lämnats ut till enheten',
  },
  { value: 'SIP_COORDINATOR', name: 'SIP-samordnare', help: 'Förbereder frågor och samordnar barnens ärenden' },
  { value: 'TEAM_MEMBER', name: 'Medlem i konsultationsteamet', help: 'Svarar på frågor på teamets möten' },
  { value: 'MANAGER', name: 'Chef', help: 'Läser handlingsplaner och siffror' },
  { value: 'LOG_REVIEWER', name: 'Loggranskare', help: 'Granskar vem som har läst och gjort vad' },
  {
    value: 'AREA_ADMINISTRATOR',
    name: 'Områdesadministratör',
    help: 'Lägger till personer och enheter och ändrar överenskommelsen',
  },
];

export const KIND_CHOICES: Choice[] = [
  { value: 'MUNICIPALITY', name: 'Kommun' },
  { value: 'REGION', name: 'Region' },
];

const readUnits = () => answer(api.GET('/api/v1/units'));

export const useUnits = () => useQuery({ queryKey: UNITS_KEY, queryFn: readUnits });

/** A unit as somebody else has just saved it. */
export async function unitNow(id: string): Promise<Unit> {
  const { units } = await queryClient.fetchQuery({ queryKey: UNITS_KEY, queryFn: readUnits, staleTime: 0 });
  return units.find((unit) => unit.id === id)!;
}

export function usePeople(page: number) {
  return useQuery({
    queryKey: [...PEOPLE_KEY, page],
    queryFn: () => answer(api.GET('/api/v1/people', { params: { query: { page, limit: PAGE_SIZE } } })),
    placeholderData: keepPreviousData,
  });
}

/** A unit counts its people, and a person names its units: both are read anew, also when somebody else was first. */
async function readAnew<Result>(change: Promise<Result>): Promise<Result> {
  try {
    return await change;
  } finally {
    for (const queryKey of [UNITS_KEY, PEOPLE_KEY]) void queryClient.invalidateQueries({ queryKey });
  }
}

export const addUnit = (body: NewUnit) => readAnew(answer(api.POST('/api/v1/units', { body })));

export const changeUnit = ({ id, version }: Unit, body: components['schemas']['UnitChange']) =>
  readAnew(answer(api.PATCH('/api/v1/units/{id}', { params: { path: { id }, header: ifMatch(version) }, body })));

export const addPerson = (body: NewPerson) => readAnew(answer(api.POST('/api/v1/people', { body })));

export const renewPassword = (id: string) =>
  answer(api.POST('/api/v1/people/{id}/password', { params: { path: { id } } }));

export const assign = (id: string, body: NewAssignment) =>
  readAnew(answer(api.POST('/api/v1/people/{id}/assignments', { params: { path: { id } }, body })));

export const endAssignment = (id: string) =>
  readAnew(answer(api.DELETE('/api/v1/assignments/{id}', { params: { path: { id } } })));

/** Units that take new assignments, with their principal. */
export const openUnits = ({ units }: UnitList): Choice[] =>
  units
    .filter(({ closedAt }) => !closedAt)
    .map(({ id, name, principal }) => ({ value: id, name: `${name} (${principal.name})` }));
