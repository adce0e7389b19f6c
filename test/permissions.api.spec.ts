import { mayDo, ROLE_CODES, RouteCheck, SESSION, type Role, type Route } from '../libs/directory/index.ts';
import { createTestApp, type TestApp } from './support/app.ts';
import { Cast } from './support/cast.ts';
import { PreparedCalls } from './support/prepared.ts';
import { World } from './support/world.ts';

type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';

describe('who may do what', () => {
  let test: TestApp;
  let cast: Cast;
  let calls: PreparedCalls;
  let routes: Route[];

  beforeAll(async () => {
    test = await createTestApp({ worker: 'apart' });
    cast = await Cast.in(await World.create(test));
    await cast.counted(5);
    calls = new PreparedCalls(cast);
    routes = test.app
      .get(RouteCheck)
      .routes()
      .filter(({ needs }) => needs !== 'public');
  });
  afterAll(() => test.close());

  const ask = async (route: Route, role: Role) => {
    const { path, body, version } = await (mayDo(role, route.needs) ? calls.fresh(route) : calls.toRefuse(route));
    return cast.users[role].ask(route.method.toLowerCase() as Method, path, body, version);
  };

  it.each(ROLE_CODES)('%s is refused exactly what the table of permissions does not give', async (role) => {
    const refused: string[] = [];
    for (const route of routes.filter(({ needs }) => needs !== SESSION)) {
      const { status, body } = await ask(route, role);
      // Refused by the table, with its advice, and not first by the database behind it.
      const { type, detail } = body as { type: string; detail?: string };
      if (status === 403) refused.push(`${route.method} ${route.path} ${type} ${detail?.slice(0, 11)}`);
    }
    const barred = routes.filter(({ needs }) => needs !== SESSION && !mayDo(role, needs));
    expect(refused.length).toBeGreaterThan(5);
    expect(refused).toEqual(barred.map(({ method, path }) => `${method} ${path} /problem/not-allowed Byt uppdrag`));
  });

  it('leaves questions and sittings to those who ask, take care of and answer them', async () => {
    const near: Role[] = ['REQUESTER', 'SIP_COORDINATOR', 'TEAM_MEMBER'];
    for (const { path, needs } of routes.filter(({ path }) => /consultation|sitting/.test(path))) {
      const outside = ROLE_CODES.filter((role) => mayDo(role, needs) && !near.includes(role));
      expect([path, outside]).toEqual([path, []]);
    }
  });
});
