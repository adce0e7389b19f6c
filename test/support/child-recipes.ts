import { caseworkOf } from './case-recipes.ts';
import type { Casework } from './casework.ts';
import type { Row } from './answer.ts';
import type { Recipe } from './recipe.ts';

/** A call about a child that the coordinator has registered. */
const withChild =
  (step = '', body?: object, child = (work: Casework): Promise<Row> => work.child()): Recipe =>
  async (cast) => {
    const work = await caseworkOf(cast);
    const { id } = await child(work);
    return { user: work.coordinator, path: `/children/${id}${step}`, ...(body && { body }) };
  };

/** A step that the coordinator takes with a guardian. */
const withGuardian =
  (step: string, body: object): Recipe =>
  async (cast) => {
    const work = await caseworkOf(cast);
    const { id, version } = await work.guardian((await work.child({}, 0)).id);
    return { user: work.coordinator, path: `/guardians/${id}${step}`, version, body };
  };

export const CHILD_RECIPES: Record<string, Recipe> = {
  'POST /children': ({ users }) => ({
    user: users.SIP_COORDINATOR,
    path: '/children',
    body: {
      identityKind: 'LMA',
      identity: String(Math.random()).slice(2, 14).padEnd(12, '0'),
      givenName: 'Elin',
      familyName: 'Warsame',
      birthDate: '2013-05-30',
    },
  }),
  'POST /children/search': ({ users }) => ({
    user: users.SIP_COORDINATOR,
    path: '/children/search',
    body: { name: 'Elin Warsame' },
  }),
  'GET /children/:id': withChild(),
  'GET /children/:id/cover': withChild('/cover'),
  'PATCH /children/:id': async (cast) => ({
    ...(await withChild('', { school: 'Björkängsskolan 6B' }, (work) => work.child({}, 0))(cast)),
    version: 1,
  }),
  'PUT /children/:id/named-readers': async (cast) => {
    const { acting } = (await cast.users.SIP_COORDINATOR.get('/session')).body as { acting: Row };
    const guarded = (work: Casework) => work.child({ protection: 'SEKRETESSMARKERING' }, 0);
    const call = await withChild('/named-readers', { assignmentIds: [acting.id] }, guarded)(cast);
    return { ...call, version: 1 };
  },
  'POST /children/:id/guardians': withChild('/guardians', { name: 'Leyla Warsame' }),
  'POST /children/:id/maturity-assessments': withChild('/maturity-assessments', {
    assessedOn: '2026-01-15',
    mature: true,
    assessor: 'Sara Lind, skolkurator',
    reason: 'Förstår vad samtycket innebär.',
  }),
  'PATCH /guardians/:id': withGuardian('', { phone: '070-174 06 05' }),
  'POST /guardians/:id/end': withGuardian('/end', { reason: 'NO_LONGER_GUARDIAN' }),
};
