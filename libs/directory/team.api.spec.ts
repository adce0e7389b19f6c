import { Administered } from '../../test/support/administered.ts';
import { made } from '../../test/support/answer.ts';
import { World } from '../../test/support/world.ts';
import type { TeamList } from './team.dto.ts';

describe('the teams of an area', () => {
  const area = Administered.forEach();

  const list = async (user = area.administrator) => ((await user.get('/teams')).body as TeamList).teams;
  const fieldsOf = ({ body }: { body: { errors?: { field: string }[] } }) => body.errors?.map(({ field }) => field);

  it('are listed with those who sit in them now', async () => {
    await area.world.user('TEAM_MEMBER', 'bup');
    const gone = await area.world.person({ role: 'TEAM_MEMBER' });
    await area.test.owner.query(
      'update assignment set ended_at = now() where person_id = (select id from person where username = $1)',
      [gone],
    );
    expect(await list()).toEqual([
      {
        id: area.world.team,
        name: 'Teamet',
        rhythm: 'Varje månad',
        version: 1,
        members: [
          {
            assignmentId: expect.any(String),
            name: expect.any(String),
            unit: { id: await area.world.unit('bup'), name: 'Enheten bup' },
          },
        ],
      },
    ]);
  });

  it('take one more, which people can sit in at once', async () => {
    const team = made(await area.administrator.post('/teams', { name: ' Team två ', rhythm: 'Varje vecka' }));
    expect(team).toMatchObject({ name: 'Team två', rhythm: 'Varje vecka', members: [] });
    const member = { name: 'Vera Ny', username: `vera.${team.id.slice(-8)}`, role: 'TEAM_MEMBER', teamId: team.id };
    made(await area.administrator.post('/people', { ...member, unitId: await area.world.unit('bup') }));
    expect((await list()).find(({ id }) => id === team.id)!.members.map(({ name }) => name)).toEqual(['Vera Ny']);
    const same = await area.administrator.post('/teams', { name: 'TEAM TVÅ', rhythm: 'Varje vecka' });
    expect([same.status, fieldsOf(same)]).toEqual([409, ['name']]);
  });

  it('get other names and rhythms, by whoever read the latest', async () => {
    const change = { name: 'Teamet', rhythm: 'Varannan vecka' };
    expect((await area.administrator.put(`/teams/${area.world.team}`, change, 1)).body).toMatchObject({
      ...change,
      version: 2,
    });
    expect((await area.administrator.put(`/teams/${area.world.team}`, change, 1)).status).toBe(412);
    for (const [wrong, field] of [
      [{ ...change, name: '  ' }, 'name'],
      [{ ...change, rhythm: '  ' }, 'rhythm'],
    ] as const) {
      const answer = await area.administrator.put(`/teams/${area.world.team}`, wrong, 2);
      expect([answer.status, fieldsOf(answer)]).toEqual([422, [field]]);
    }
  });

  it('are the own area’s, and its administrator’s', async () => {
    const other = await (await World.create(area.test, 'Bergby')).user('AREA_ADMINISTRATOR');
    expect((await list(other)).map(({ id }) => id)).not.toContain(area.world.team);
    expect((await other.put(`/teams/${area.world.team}`, { name: 'Vårt', rhythm: 'Aldrig' }, 1)).status).toBe(404);
    for (const role of ['SIP_COORDINATOR', 'TEAM_MEMBER', 'MANAGER'] as const) {
      expect((await (await area.world.user(role)).get('/teams')).status).toBe(403);
    }
  });
});
