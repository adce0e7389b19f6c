import pg from 'pg';
import { RouteCheck } from '../libs/directory/index.ts';
import { createTestApp, type TestApp } from './support/app.ts';
import { Cast } from './support/cast.ts';
import { RECIPES } from './support/recipes.ts';
import { World } from './support/world.ts';

type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';

/** What the pool's connections are asked, one list for each transaction that a signed-in person's request began. */
function watchTransactions(): string[][] {
  const whole: string[][] = [];
  const open = new Map<unknown, string[]>();
  type Query = (this: pg.Client, ...given: unknown[]) => unknown;
  const { query } = pg.Client.prototype as unknown as { query: Query };
  jest.spyOn(pg.Client.prototype, 'query').mockImplementation(function (this: pg.Client, ...given: unknown[]) {
    const [statement] = given as [string | { name?: string; text: string }];
    const name = typeof statement === 'string' ? words(statement) : (statement.name ?? words(statement.text));
    if (name === 'BEGIN') open.set(this, []);
    open.get(this)?.push(name);
    if (name === 'COMMIT' || name === 'ROLLBACK') {
      const transaction = open.get(this) ?? [];
      if (transaction.includes('gate.session')) whole.push(transaction);
      open.delete(this);
    }
    return query.apply(this, given);
  } as never);
  return whole;
}

const words = (text: string): string => text.split(/\s+/).slice(0, 2).join(' ');

jest.setTimeout(60_000);

/** BEGIN, the gate, the route's own, the event and COMMIT: what is not among the route's own is one statement each. */
const FRAME = 4;

/** How many statements each route has of its own. A number that rises is to be defended; one that falls is welcome. */
const OWN: Record<string, number> = {
  'DELETE /consultation-requests/:id': 3,
  'DELETE /consultation-requests/:id/placement': 5,
  'DELETE /consultations/:id/holding': 5,
  'DELETE /session': 1,
  'GET /action-plans': 1,
  'GET /action-plans/:id': 3,
  'GET /agreement': 1,
  'GET /agreement/blocked-names': 1,
  'GET /consultation-requests': 1,
  'GET /consultation-requests/:id': 1,
  'GET /consultation-requests/:id/preparation': 1,
  'GET /consultations/:id': 1,
  'GET /log/events': 2,
  'GET /log/export': 10,
  'GET /log/head': 1,
  'GET /metrics/:id/evidence': 6,
  'GET /metrics/:id/figure': 3,
  'GET /session': 1,
  'GET /sittings': 1,
  'GET /sittings/:id': 1,
  'PATCH /consultation-requests/:id': 4,
  'PATCH /consultations/:id': 7,
  'PATCH /session': 2,
  'POST /consultation-requests': 3,
  'POST /consultation-requests/:id/acceptance': 3,
  'POST /consultation-requests/:id/closing': 3,
  'POST /consultation-requests/:id/feedback': 3,
  'POST /consultation-requests/:id/placement': 7,
  'POST /consultation-requests/:id/redirection': 5,
  'POST /consultation-requests/:id/return': 4,
  'POST /consultation-requests/:id/submission': 5,
  'POST /consultation-requests/:id/triage': 3,
  'POST /consultation-requests/:id/withdrawal': 4,
  'POST /consultations/:id/conclusion': 7,
  'POST /consultations/:id/holding': 5,
  'POST /sittings': 3,
  'POST /sittings/:id/end': 4,
  'PUT /agreement/blocked-names': 3,
  'PUT /consultation-requests/:id/preparation': 6,
  'PUT /sittings/:id/attendance': 3,
  'PUT /sittings/:id/order': 5,
};

describe('the statements of a request', () => {
  let test: TestApp;
  let cast: Cast;
  let transactions: string[][];

  beforeAll(async () => {
    test = await createTestApp({ worker: 'apart' });
    cast = await Cast.in(await World.create(test));
    await cast.counted(5);
    transactions = watchTransactions();
  });
  afterAll(async () => {
    jest.restoreAllMocks();
    await test.close();
  });

  async function statementsOf(route: string): Promise<string[]> {
    const { user, path, body, version } = await RECIPES[route]!(cast);
    transactions.length = 0;
    const { status } = await user.ask(route.split(' ')[0]!.toLowerCase() as Method, path, body, version);
    expect([route, status < 300]).toEqual([route, true]);
    return transactions.flat();
  }

  it('that carry the load are these, and no others', async () => {
    const whole = (...own: string[]) => ['BEGIN', 'gate.session', ...own, 'log.insert', 'COMMIT'];
    expect(await statementsOf('POST /consultation-requests')).toEqual(
      whole('blocked-names.among', 'consultation-request.create', 'consultation-request.read'),
    );
    expect(await statementsOf('GET /consultation-requests/:id')).toEqual(whole('consultation-request.read'));
    expect(await statementsOf('GET /consultation-requests')).toEqual(whole('consultation-request.list-area-all'));
    expect(await statementsOf('GET /metrics/:id/figure')).toEqual(
      whole('metric.read', 'agreement.current', 'figure.read'),
    );
  });

  it('are as many as the table says, for every route', async () => {
    const routes = test.app
      .get(RouteCheck)
      .routes()
      .filter(({ needs }) => needs !== 'public');
    const counted: Record<string, number> = {};
    for (const { method, path } of routes) {
      const route = `${method} ${path}`;
      counted[route] = (await statementsOf(route)).length - FRAME;
    }
    expect(counted).toEqual(OWN);
  });

  it('do not become more with more rows', async () => {
    const growing = ['GET /consultation-requests', 'GET /sittings', 'GET /action-plans/:id', 'GET /metrics/:id/figure'];
    await cast.counted(10);
    for (const route of growing)
      expect([route, (await statementsOf(route)).length - FRAME]).toEqual([route, OWN[route]]);
  });
});
