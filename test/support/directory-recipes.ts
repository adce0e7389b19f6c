import { DEFAULT_AGREEMENT } from '../../libs/directory/index.ts';
import type { Cast } from './cast.ts';
import { made, type Row } from './answer.ts';
import type { Recipe } from './recipe.ts';
import { OWN_PASSWORD } from './user.ts';
import { PASSWORD } from './world.ts';

let names = 0;

/** A person as the administrator writes them, with a user name that nobody has. */
export const newPerson = (unitId: string) => ({
  name: 'Vera Ny',
  username: `vera.ny${++names}`,
  role: 'REQUESTER',
  unitId,
});

const addPerson = async ({ users, world }: Cast): Promise<Row> =>
  made(await users.AREA_ADMINISTRATOR.post('/people', newPerson(await world.unit('school'))));

/** How the area's administrator succeeds, and anybody with a password of their own. */
export const DIRECTORY_RECIPES: Record<string, Recipe> = {
  'PUT /session/password': async ({ world }) => ({
    user: await world.user('MANAGER', 'office'),
    path: '/session/password',
    body: { currentPassword: PASSWORD, newPassword: OWN_PASSWORD },
  }),

  'PUT /agreement': async ({ users: { AREA_ADMINISTRATOR: user } }) => {
    const { version } = made(await user.get('/agreement'));
    return { user, path: '/agreement', version, body: DEFAULT_AGREEMENT };
  },
  'GET /agreement/versions': ({ users }) => ({ user: users.AREA_ADMINISTRATOR, path: '/agreement/versions' }),

  'GET /units': ({ users }) => ({ user: users.SIP_COORDINATOR, path: '/units' }),
  'POST /units': ({ users }) => ({
    user: users.AREA_ADMINISTRATOR,
    path: '/units',
    body: {
      name: `Enhet ${++names}`,
      serviceType: 'SCHOOL',
      principalName: `Huvudman ${names}`,
      principalKind: 'MUNICIPALITY',
    },
  }),
  'PATCH /units/:id': async ({ users: { AREA_ADMINISTRATOR: user }, world }) => {
    const id = await world.unit(`unit-${++names}`);
    return { user, path: `/units/${id}`, version: 1, body: { name: `Enhet ${names}`, closed: true } };
  },

  'GET /units/:id/work': async ({ users, world }) => ({
    user: users.AREA_ADMINISTRATOR,
    path: `/units/${await world.unit('school')}/work`,
  }),

  'PATCH /principals/:id': async ({ users: { AREA_ADMINISTRATOR: user }, world }) => {
    const unit = await world.unit(`unit-${++names}`);
    const { units } = made(await user.get('/units')) as Row & { units: { id: string; principal: Row }[] };
    const { principal } = units.find(({ id }) => id === unit)!;
    return {
      user,
      path: `/principals/${principal.id}`,
      version: principal.version,
      body: { name: `Huvudman ${names}` },
    };
  },

  'GET /teams': ({ users }) => ({ user: users.AREA_ADMINISTRATOR, path: '/teams' }),
  'POST /teams': ({ users }) => ({
    user: users.AREA_ADMINISTRATOR,
    path: '/teams',
    body: { name: `Team ${++names}`, rhythm: 'Varje vecka' },
  }),
  'PUT /teams/:id': async ({ users: { AREA_ADMINISTRATOR: user } }) => {
    const { id, version } = made(await user.post('/teams', { name: `Team ${++names}`, rhythm: 'Varje vecka' }));
    return { user, path: `/teams/${id}`, version, body: { name: `Team ${++names}`, rhythm: 'Varje månad' } };
  },

  'GET /people': ({ users }) => ({ user: users.AREA_ADMINISTRATOR, path: '/people' }),
  'POST /people/search': ({ users }) => ({
    user: users.AREA_ADMINISTRATOR,
    path: '/people/search',
    body: { text: 'vera' },
  }),
  'GET /people/:id': async (cast) => ({
    user: cast.users.AREA_ADMINISTRATOR,
    path: `/people/${(await addPerson(cast)).id}`,
  }),
  'POST /people': async ({ users, world }) => ({
    user: users.AREA_ADMINISTRATOR,
    path: '/people',
    body: newPerson(await world.unit('school')),
  }),
  'PATCH /people/:id': async (cast) => {
    const { id, version } = await addPerson(cast);
    return {
      user: cast.users.AREA_ADMINISTRATOR,
      path: `/people/${id}`,
      version,
      body: { name: 'Vera Gammal', username: `vera.gammal${++names}` },
    };
  },
  'POST /people/:id/password': async (cast) => ({
    user: cast.users.AREA_ADMINISTRATOR,
    path: `/people/${(await addPerson(cast)).id}/password`,
  }),
  'POST /people/:id/assignments': async (cast) => ({
    user: cast.users.AREA_ADMINISTRATOR,
    path: `/people/${(await addPerson(cast)).id}/assignments`,
    body: { role: 'TEAM_MEMBER', unitId: await cast.world.unit('bup'), teamId: cast.world.team },
  }),
  'GET /assignments/:id/work': async (cast) => {
    const { assignments } = (await addPerson(cast)) as Row & { assignments: Row[] };
    return { user: cast.users.AREA_ADMINISTRATOR, path: `/assignments/${assignments[0]!.id}/work` };
  },
  'DELETE /assignments/:id': async (cast) => {
    const { assignments } = (await addPerson(cast)) as Row & { assignments: Row[] };
    return { user: cast.users.AREA_ADMINISTRATOR, path: `/assignments/${assignments[0]!.id}` };
  },
};
