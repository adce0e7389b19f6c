import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { answer, api, ifMatch } from '../api/client.ts';
import { queryClient } from '../api/query.ts';
import type { components } from '../api/schema.generated.ts';
import type { Role } from '../api/session.ts';
import type { Choice } from '../kit/checkbox-group.tsx';

export type Unit = components['schemas']['UnitView'];
export type Principal = components['schemas']['PrincipalView'];
export type UnitList = components['schemas']['UnitList'];
export type NewUnit = components['schemas']['NewUnit'];
export type Person = components['schemas']['PersonView'];
export type NewPerson = components['schemas']['NewPerson'];
export type NewAssignment = components['schemas']['NewAssignment'];
export type Team = components['schemas']['TeamView'];
export type TeamInput = components['schemas']['TeamInput'];
export type HeldAssignment = components['schemas']['HeldAssignmentView'];

const UNITS_KEY = ['units'];
const PEOPLE_KEY = ['people'];
const TEAMS_KEY = ['teams'];
export const UNREAD_CHILDREN_KEY = ['unread-children'];

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

/** A principal as somebody else has just saved it. */
export async function principalNow(id: string): Promise<Principal> {
  const { principals } = await queryClient.fetchQuery({ queryKey: UNITS_KEY, queryFn: readUnits, staleTime: 0 });
  return principals.find((principal) => principal.id === id)!;
}

/** A page of everybody, or those whom a text fits. */
export function usePeople(text: string, page: number) {
  const all = () => answer(api.GET('/api/v1/people', { params: { query: { page, limit: PAGE_SIZE } } }));
  const found = () => answer(api.POST('/api/v1/people/search', { body: { text } }));
  return useQuery({
    queryKey: [...PEOPLE_KEY, text, page],
    queryFn: text ? found : all,
    placeholderData: keepPreviousData,
  });
}

/** A person as somebody else has just saved them. */
export const personNow = (id: string): Promise<Person> =>
  answer(api.GET('/api/v1/people/{id}', { params: { path: { id } } }));

const readTeams = () => answer(api.GET('/api/v1/teams'));

export const useTeams = () => useQuery({ queryKey: TEAMS_KEY, queryFn: readTeams });

/** A team as somebody else has just saved it. */
export async function teamNow(id: string): Promise<Team> {
  const { teams } = await queryClient.fetchQuery({ queryKey: TEAMS_KEY, queryFn: readTeams, staleTime: 0 });
  return teams.find((team) => team.id === id)!;
}

/** What is held in an assignment now: asked each time, because it is about to end. */
export const useAssignmentWork = (id: string) =>
  useQuery({
    queryKey: ['assignment-work', id],
    queryFn: () => answer(api.GET('/api/v1/assignments/{id}/work', { params: { path: { id } } })),
    gcTime: 0,
  });

export const useUnitWork = (id: string) =>
  useQuery({
    queryKey: ['unit-work', id],
    queryFn: () => answer(api.GET('/api/v1/units/{id}/work', { params: { path: { id } } })),
    gcTime: 0,
  });

/** Units count their people, people name their units, and teams both: all are read anew, also when somebody else was first. */
async function readAnew<Result>(change: Promise<Result>): Promise<Result> {
  try {
    return await change;
  } finally {
    for (const queryKey of [UNITS_KEY, PEOPLE_KEY, TEAMS_KEY, UNREAD_CHILDREN_KEY])
      void queryClient.invalidateQueries({ queryKey });
  }
}

export const addUnit = (body: NewUnit) => readAnew(answer(api.POST('/api/v1/units', { body })));

export const changeUnit = ({ id, version }: Unit, body: components['schemas']['UnitChange']) =>
  readAnew(answer(api.PATCH('/api/v1/units/{id}', { params: { path: { id }, header: ifMatch(version) }, body })));

export const changePrincipal = ({ id, version }: Principal, body: components['schemas']['PrincipalChange']) =>
  readAnew(answer(api.PATCH('/api/v1/principals/{id}', { params: { path: { id }, header: ifMatch(version) }, body })));

export const addPerson = (body: NewPerson) => readAnew(answer(api.POST('/api/v1/people', { body })));

export const changePerson = ({ id, version }: Person, body: components['schemas']['PersonChange']) =>
  readAnew(answer(api.PATCH('/api/v1/people/{id}', { params: { path: { id }, header: ifMatch(version) }, body })));

export const addTeam = (body: TeamInput) => readAnew(answer(api.POST('/api/v1/teams', { body })));

export const changeTeam = ({ id, version }: Team, body: TeamInput) =>
  readAnew(answer(api.PUT('/api/v1/teams/{id}', { params: { path: { id }, header: ifMatch(version) }, body })));

export const renewPassword = (id: string) =>
  readAnew(answer(api.POST('/api/v1/people/{id}/password', { params: { path: { id } } })));

export const assign = (id: string, body: NewAssignment) =>
  readAnew(answer(api.POST('/api/v1/people/{id}/assignments', { params: { path: { id } }, body })));

/** 409 reader-needed where protected children would be left that nobody may open, unless they are left on purpose. */
export const endAssignment = (id: string, leavesChildren: boolean) =>
  readAnew(
    answer(
      api.DELETE('/api/v1/assignments/{id}', {
        params: { path: { id }, query: leavesChildren ? { unreadChildren: 'LEAVE' } : {} },
      }),
    ),
  );

/** Units that take new assignments, with their principal. */
export const openUnits = ({ units }: UnitList): Choice[] =>
  units
    .filter(({ closedAt }) => !closedAt)
    .map(({ id, name, principal }) => ({ value: id, name: `${name} (${principal.name})` }));

/** `Frågeställare, Elevhälsan` */
export const named = ({ roleName, unit }: HeldAssignment): string => `${roleName}, ${unit.name}`;
