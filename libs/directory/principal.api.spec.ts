import { createTestApp, type TestApp } from '../../test/support/app.ts';
import type { TestUser } from '../../test/support/user.ts';
import { World } from '../../test/support/world.ts';
import type { PrincipalView } from './principal.dto.ts';
import type { UnitList } from './unit.dto.ts';

describe('the principals of an area', () => {
  let test: TestApp;
  let world: World;
  let administrator: TestUser;
  let office: PrincipalView;

  beforeAll(async () => {
    test = await createTestApp({ worker: 'apart' });
  });
  beforeEach(async () => {
    world = await World.create(test);
    administrator = await world.user('AREA_ADMINISTRATOR', 'office');
    await world.unit('bup');
    office = (await list()).principals.find(({ name }) => name === 'Huvudman office')!;
  });
  afterAll(() => test.close());

  const list = async () => (await administrator.get('/units')).body as UnitList;
  const rename = (name: string, version: number, user = administrator) =>
    user.patch(`/principals/${office.id}`, { name }, version);

  it('get other names, by whoever read the latest', async () => {
    expect((await rename(' Almby kommun ', 1)).body).toEqual({ ...office, name: 'Almby kommun', version: 2 });
    const { units } = await list();
    expect(units.map(({ principal }) => principal.name)).toContain('Almby kommun');
    const stale = await rename('Almby', 1);
    expect([stale.status, stale.body.currentVersion]).toEqual([412, 2]);
    // Its own name in other letters is not somebody else's.
    expect((await rename('ALMBY kommun', 2)).status).toBe(200);
  });

  it('say what is wrong with a name', async () => {
    for (const [name, status] of [
      ['  ', 422],
      ['huvudman BUP', 409],
    ] as const) {
      const answer = await rename(name, 1);
      expect([answer.status, answer.body.errors?.[0].field]).toEqual([status, 'name']);
    }
    expect((await rename('Almby kommun', 1)).status).toBe(200);
  });

  it('are the own area’s, and renamed by its administrator alone', async () => {
    const other = await (await World.create(test, 'Bergby')).user('AREA_ADMINISTRATOR');
    expect((await rename('Vår', 1, other)).status).toBe(404);
    expect((await rename('Vår', 1, await world.user('SIP_COORDINATOR', 'office'))).status).toBe(403);
  });
});
