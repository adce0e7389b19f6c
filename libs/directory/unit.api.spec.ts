import { Administered } from '../../test/support/administered.ts';
import { made } from '../../test/support/answer.ts';
import { World } from '../../test/support/world.ts';
import type { UnitList, UnitView } from './unit.dto.ts';

describe('the units of an area', () => {
  const area = Administered.forEach();

  const list = async (user = area.administrator) => (await user.get('/units')).body as UnitList;
  const principal = async (): Promise<string> => (await list()).principals[0]!.id;
  const add = async (name: string): Promise<UnitView> =>
    made(
      await area.administrator.post('/units', { name, serviceType: 'SCHOOL', principalId: await principal() }),
    ) as unknown as UnitView;
  const fieldsOf = ({ body }: { body: { errors?: { field: string }[] } }) => body.errors?.map(({ field }) => field);

  it('take one more, under a principal that is there', async () => {
    const unit = await add('Ådalsskolan');
    expect(unit).toEqual({
      id: expect.any(String),
      name: 'Ådalsskolan',
      serviceType: 'SCHOOL',
      principal: { id: await principal(), name: 'Huvudman office', kind: 'MUNICIPALITY', version: 1 },
      people: 0,
      version: 1,
    });
    const coordinator = await area.world.user('SIP_COORDINATOR', 'office');
    expect((await list(coordinator)).units.map(({ name }) => name)).toEqual(['Enheten office', 'Ådalsskolan']);
  });

  it('take one more, under a new principal', async () => {
    const unit = { name: 'BUP', serviceType: 'CHILD_PSYCHIATRY', principalName: 'Regionen', principalKind: 'REGION' };
    expect(made(await area.administrator.post('/units', unit))).toMatchObject({
      principal: { name: 'Regionen', kind: 'REGION' },
    });
    expect((await list()).principals.map(({ name }) => name)).toEqual(['Huvudman office', 'Regionen']);
    const again = await area.administrator.post('/units', { ...unit, name: 'BUP 2', principalName: 'regionen' });
    expect([again.status, fieldsOf(again)]).toEqual([409, ['principalName']]);
  });

  it('say which field is at fault', async () => {
    const unit = { name: 'Nyskolan', serviceType: 'SCHOOL' };
    const elsewhere = await World.create(area.test, 'Bergby');
    await elsewhere.unit('school');
    const { rows } = await area.test.owner.query('select id from principal where area_id = $1', [elsewhere.area]);
    const wrong: [object, string][] = [
      [unit, 'principalId'],
      [{ ...unit, principalId: rows[0].id }, 'principalId'],
      [{ ...unit, principalId: await principal(), principalName: 'Ny' }, 'principalId'],
      [{ ...unit, principalName: 'Ny' }, 'principalKind'],
      [{ ...unit, name: '  ', principalId: await principal() }, 'name'],
    ];
    for (const [body, field] of wrong) {
      const answer = await area.administrator.post('/units', body);
      expect([answer.status, fieldsOf(answer)]).toEqual([422, [field]]);
    }
    const same = await area.administrator.post('/units', {
      ...unit,
      name: 'enheten OFFICE',
      principalId: await principal(),
    });
    expect([same.status, fieldsOf(same)]).toEqual([409, ['name']]);
  });

  it('get other names, by whoever read the latest', async () => {
    const { id } = await add('Ådalsskolan');
    expect((await area.administrator.patch(`/units/${id}`, { name: 'Ådal' }, 1)).body).toMatchObject({
      name: 'Ådal',
      version: 2,
    });
    const stale = await area.administrator.patch(`/units/${id}`, { name: 'Ådalen' }, 1);
    expect([stale.status, stale.body.currentVersion]).toEqual([412, 2]);
    expect((await area.administrator.patch(`/units/${id}`, { name: 'Enheten office' }, 2)).status).toBe(409);
  });

  it('are closed to new assignments, and opened again', async () => {
    const { id } = await add('Ådalsskolan');
    const person = { name: 'Vera Ny', username: `vera.${id.slice(-8)}`, role: 'REQUESTER', unitId: id };
    expect((await area.administrator.patch(`/units/${id}`, { closed: true }, 1)).body.closedAt).toEqual(
      expect.any(String),
    );
    const refused = await area.administrator.post('/people', person);
    expect([refused.status, refused.body.errors]).toEqual([
      422,
      [{ field: 'unitId', message: 'Enheten är stängd. Välj en annan.' }],
    ]);
    expect((await area.administrator.patch(`/units/${id}`, { closed: false }, 2)).body.closedAt).toBeUndefined();
    expect((await area.administrator.post('/people', person)).status).toBe(201);
    expect((await list()).units.find((unit) => unit.id === id)!.people).toBe(1);
  });

  it('are the own area’s, and changed by its administrator alone', async () => {
    const { id } = await add('Ådalsskolan');
    const other = await (await World.create(area.test, 'Bergby')).user('AREA_ADMINISTRATOR');
    expect((await list(other)).units.map(({ name }) => name)).toEqual(['Enheten school']);
    expect((await other.patch(`/units/${id}`, { name: 'Vår' }, 1)).status).toBe(404);
    const coordinator = await area.world.user('SIP_COORDINATOR', 'office');
    expect((await coordinator.patch(`/units/${id}`, { name: 'Vår' }, 1)).status).toBe(403);
    for (const role of ['REQUESTER', 'TEAM_MEMBER', 'MANAGER', 'LOG_REVIEWER'] as const) {
      expect((await (await area.world.user(role)).get('/units')).status).toBe(403);
    }
  });
});
