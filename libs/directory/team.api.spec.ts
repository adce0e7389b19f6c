import { createTestApp, type TestApp } from '../../test/support/app.ts';
import { made } from '../../test/support/consultations.ts';
import type { TestUser } from '../../test/support/user.ts';
import { World } from '../../test/support/world.ts';
import type { TeamList } from './team.dto.ts';

describe('the teams of an area', () => {
  let test: TestApp;
  let world: World;
  let administrator: TestUser;

  beforeAll(async () => {
    test = await createTestApp({ worker: 'apart' });
  });
  beforeEach(async () => {
    world = await World.create(test);
    administrator = await world.user('AREA_ADMINISTRATOR', 'office');
  });
  afterAll(() => test.close());

  const list = async (user = administrator) => ((await user.get('/teams')).body as TeamList).teams;
  const fieldsOf = ({ body }: { body: { errors?: { field: string }[] } }) => body.errors?.map(({ field }) => field);

  it('are listed with those who sit in them now', async () => {
    await world.user('TEAM_MEMBER', 'bup');
    const gone = await world.person({ role: 'TEAM_MEMBER' });
    await test.owner.query(
      'update assignment set ended_at = now() where person_id = (select id from person where username = $1)',
      [gone],
    );
    expect(await list()).toEqual([
      {
        id: world.team,
        name: 'Teamet',
        rhythm: 'Varje månad',
        version: 1,
        members: [
          {
            assignmentId: expect.any(String),
            name: expect.any(String),
            unit: { id: await world.unit('bup'), name: 'Enheten bup' },
          },
        ],
      },
    ]);
  });

  it('take one more, which people can sit in at once', async () => {
    const team = made(await administrator.post('/teams', { name: ' Team två ', rhythm: 'Varje vecka' }));
    expect(team).toMatchObject({ name: 'Team två', rhythm: 'Varje vecka', members: [] });
    const member = { name: 'Vera Ny', username: `vera.${team.id.slice(-8)}`, role: 'TEAM_MEMBER', teamId: team.id };
    made(await administrator.post('/people', { ...member, unitId: await world.unit('bup') }));
    expect((await list()).find(({ id }) => id === team.id)!.members.map(({ name }) => name)).toEqual(['Vera Ny']);
    const same = await administrator.post('/teams', { name: 'TEAM TVÅ', rhythm: 'Varje vecka' });
    expect([same.status, fieldsOf(same)]).toEqual([409, ['name']]);
  });

  it('get other names and rhythms, by whoever read the latest', async () => {
    const change = { name: 'Teamet', rhythm: 'Varannan vecka' };
    expect((await administrator.put(`/teams/${world.team}`, change, 1)).body).toMatchObject({ ...change, version: 2 });
    expect((await administrator.put(`/teams/${world.team}`, change, 1)).status).toBe(412);
    for (const [wrong, field] of [
      [{ ...change, name: '  ' }, 'name'],
      [{ ...change, rhythm: '  ' }, 'rhythm'],
    ] as const) {
      const answer = await administrator.put(`/teams/${world.team}`, wrong, 2);
      expect([answer.status, fieldsOf(answer)]).toEqual([422, [field]]);
    }
  });

  it('are the own area’s, and its administrator’s', async () => {
    const other = await (await World.create(test, 'Bergby')).user('AREA_ADMINISTRATOR');
    expect((await list(other)).map(({ id }) => id)).not.toContain(world.team);
    expect((await other.put(`/teams/${world.team}`, { name: 'Vårt', rhythm: 'Aldrig' }, 1)).status).toBe(404);
    for (const role of ['SIP_COORDINATOR', 'TEAM_MEMBER', 'MANAGER'] as const) {
      expect((await (await world.user(role)).get('/teams')).status).toBe(403);
    }
  });
});
