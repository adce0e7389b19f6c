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

/** BEGIN, the gate, the route's own, the event and COMMIT: what is not among the route's own is one statement each. */
const FRAME = 4;

/** How many statements each route has of its own. A number that rises is to be defended; one that falls is welcome. */
const OWN: Record<string, number> = {
  'DELETE /assignments/:id': 2,
  'DELETE /cases/:id/draft': 3,
  'DELETE /consultation-requests/:id': 3,
  'DELETE /consultation-requests/:id/placement': 5,
  'DELETE /consultations/:id/holding': 5,
  'DELETE /meetings/:id/holding': 6,
  'DELETE /session': 1,
  'GET /action-plans': 1,
  'GET /action-plans/:id': 3,
  'GET /agreement': 1,
  'GET /agreement/blocked-names': 1,
  'GET /agreement/versions': 1,
  'GET /assignments/:id/work': 1,
  'GET /cases': 1,
  'GET /cases/:id': 1,
  'GET /cases/:id/attendance': 1,
  'GET /cases/:id/consents': 1,
  'GET /cases/:id/cover': 1,
  'GET /cases/:id/deviations': 1,
  'GET /cases/:id/disclosures': 5,
  'GET /cases/:id/draft': 1,
  'GET /cases/:id/family-extract': 2,
  'GET /cases/:id/file': 1,
  'GET /cases/:id/follow-ups': 1,
  'GET /cases/:id/health-examinations': 1,
  'GET /cases/:id/meetings': 1,
  'GET /cases/:id/plan': 1,
  'GET /cases/:id/plan/versions/:number': 1,
  'GET /cases/:id/plan/versions/:number/changes': 1,
  'GET /cases/:id/plan/versions/:number/pdf': 2,
  'GET /cases/:id/receivers': 1,
  'GET /cases/:id/timeline': 1,
  'GET /cases/:id/transition': 1,
  'GET /cases/day': 1,
  'GET /children/:id': 1,
  'GET /children/:id/cover': 1,
  'GET /children/without-reader': 1,
  'GET /consultation-requests': 1,
  'GET /consultation-requests/:id': 1,
  'GET /consultation-requests/:id/preparation': 1,
  'GET /consultations/:id': 1,
  'GET /disclosures/:id': 1,
  'GET /evaluations': 1,
  'GET /figures': 0,
  'GET /log/export': 10,
  'GET /log/head': 1,
  'GET /meetings/:id': 1,
  'GET /metrics/:id/evidence': 6,
  'GET /metrics/:id/figure': 3,
  'GET /metrics/:id/values': 2,
  'GET /parties/:id/readers': 1,
  'GET /people': 1,
  'GET /people/:id': 1,
  'GET /received-cases': 1,
  'GET /received-cases/:id': 1,
  'GET /session': 1,
  'GET /sittings': 1,
  'GET /sittings/:id': 1,
  'GET /teams': 1,
  'GET /transitions': 1,
  'GET /units': 1,
  'GET /units/:id/work': 1,
  'PATCH /cases/:id': 3,
  'PATCH /children/:id': 3,
  'PATCH /consultation-requests/:id': 4,
  'PATCH /consultations/:id': 7,
  'PATCH /deviations/:id': 5,
  'PATCH /guardians/:id': 3,
  'PATCH /meetings/:id': 15,
  'PATCH /people/:id': 3,
  'PATCH /principals/:id': 4,
  'PATCH /session': 2,
  'PATCH /units/:id': 4,
  'POST /cases': 6,
  'POST /cases/:id/acceptance': 3,
  'POST /cases/:id/closing': 9,
  'POST /cases/:id/consent-completion': 5,
  'POST /cases/:id/consent-exceptions': 5,
  'POST /cases/:id/consent-renewal': 4,
  'POST /cases/:id/consents': 5,
  'POST /cases/:id/decline': 6,
  'POST /cases/:id/denial': 5,
  'POST /cases/:id/deviations': 3,
  'POST /cases/:id/disclosure-grounds': 4,
  'POST /cases/:id/disclosures': 9,
  'POST /cases/:id/follow-ups': 8,
  'POST /cases/:id/handover': 6,
  'POST /cases/:id/handover/acceptance': 6,
  'POST /cases/:id/handover/decline': 5,
  'POST /cases/:id/handover/withdrawal': 5,
  'POST /cases/:id/meetings': 17,
  'POST /cases/:id/offer': 3,
  'POST /cases/:id/parties': 5,
  'POST /cases/:id/plan/confirmation': 8,
  'POST /cases/:id/takeover': 6,
  'POST /cases/:id/transition/completion': 6,
  'POST /cases/:id/transition/start': 5,
  'POST /children': 3,
  'POST /children/:id/guardians': 5,
  'POST /children/:id/maturity-assessments': 3,
  'POST /children/:id/reader-appointment': 2,
  'POST /children/search': 2,
  'POST /consent-exceptions/:id/end': 5,
  'POST /consents/:id/withdrawal': 6,
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
  'POST /deviations/:id/dismissal': 5,
  'POST /disclosure-grounds/:id/end': 4,
  'POST /evaluations': 1,
  'POST /guardians/:id/end': 4,
  'POST /log/search': 1,
  'POST /meetings/:id/cancellation': 5,
  'POST /meetings/:id/holding': 9,
  'POST /metric-values/:id/correction': 6,
  'POST /metrics/:id/values': 5,
  'POST /parties/:id/leaving': 6,
  'POST /people': 4,
  'POST /people/:id/assignments': 5,
  'POST /people/:id/password': 3,
  'POST /people/search': 1,
  'POST /sittings': 3,
  'POST /sittings/:id/end': 4,
  'POST /teams': 3,
  'POST /units': 5,
  'PUT /agreement': 2,
  'PUT /agreement/blocked-names': 3,
  'PUT /cases/:id/attendance': 4,
  'PUT /cases/:id/draft': 3,
  'PUT /cases/:id/health-examinations': 4,
  'PUT /cases/:id/plan': 4,
  'PUT /cases/:id/roles': 5,
  'PUT /cases/:id/transition': 5,
  'PUT /children/:id/named-readers': 4,
  'PUT /consultation-requests/:id/preparation': 6,
  'PUT /meetings/:id/record': 5,
  'PUT /sittings/:id/attendance': 3,
  'PUT /session/password': 2,
  'PUT /sittings/:id/order': 5,
  'PUT /teams/:id': 4,
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
    expect(await statementsOf('GET /cases')).toEqual(whole('sip-case.list-open'));
    expect(await statementsOf('GET /cases/:id/file')).toEqual(whole('case-file.read'));
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
