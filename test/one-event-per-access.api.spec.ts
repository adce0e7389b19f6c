import supertest, { type Response } from 'supertest';
import { ROLE_CODES, mayDo, RouteCheck, SESSION, type Route } from '../libs/directory/index.ts';
import { newId } from '../libs/platform/index.ts';
import { type Traces, tracesOf } from './support/accesses.ts';
import { createTestApp, type TestApp } from './support/app.ts';
import { Cast } from './support/cast.ts';
import { PreparedCalls } from './support/prepared.ts';
import type { Call } from './support/recipe.ts';
import { RECIPES } from './support/recipes.ts';
import { PASSWORD, World } from './support/world.ts';

type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';

describe('every access leaves exactly one event', () => {
  let test: TestApp;
  let cast: Cast;
  let calls: PreparedCalls;
  let routes: Route[];

  beforeAll(async () => {
    // The jobs would leave events of their own.
    test = await createTestApp({ worker: 'apart' });
    cast = await Cast.in(await World.create(test));
    await cast.counted(5);
    calls = new PreparedCalls(cast);
    routes = test.app.get(RouteCheck).routes();
  });
  afterAll(() => test.close());

  const nameOf = ({ method, path }: Route) => `${method} ${path}`;
  const guarded = () => routes.filter(({ needs }) => needs !== 'public');
  const inAssignment = () => guarded().filter(({ needs }) => needs !== SESSION);
  const send = ({ method }: Route, { user, path, body, version }: Call): Promise<Response> =>
    user.ask(method.toLowerCase() as Method, path, body, version);

  /** Asks each route in a changed way, and answers what was not as it should be. */
  async function faultsOf(some: Route[], changed: (call: Call, route: Route) => Call | Promise<Call>, status?: number) {
    expect(some.length).toBeGreaterThan(0);
    const faults = [];
    for (const route of some) {
      const call = await changed(await (status ? calls.toRefuse(route) : calls.fresh(route)), route);
      const traces = await tracesOf(test.owner, () => send(route, call));
      const { answer, events } = traces;
      const asAsked = status ? answer.status === status : answer.status < 300;
      const sound = status ? leftNothing(traces, 'refused') : leftItsWork(route, traces);
      if (!asAsked || events.length !== 1 || !sound) {
        faults.push({
          route: nameOf(route),
          status: answer.status,
          problem: answer.body as unknown,
          ...traces,
          answer: '',
        });
      }
    }
    return faults;
  }

  async function having(some: Route[], what: (call: Call) => boolean): Promise<Route[]> {
    const prepared = await Promise.all(some.map(async (route) => ({ route, call: await calls.toRefuse(route) })));
    return prepared.filter(({ call }) => what(call)).map(({ route }) => route);
  }

  const leftNothing = ({ events, wrote, removed }: Traces<unknown>, outcome: string) =>
    wrote.length === 0 && removed === 0 && events[0]?.outcome === outcome;

  /** Reading, also by a body that may not stand in an address; and the session's own rows are nobody's work. */
  const onlyReads = (route: Route) =>
    route.method === 'GET' ||
    ['POST /log/search', 'POST /people/search'].includes(nameOf(route)) ||
    (route.needs === SESSION && nameOf(route) !== 'PUT /session/password');

  /** A change and its event stand in one transaction; reading changes nothing. */
  const leftItsWork = (route: Route, traces: Traces<unknown>) => {
    const { events, wrote, removed } = traces;
    if (onlyReads(route)) return leftNothing(traces, 'done');
    return wrote.length + removed > 0 && wrote.every((xid) => xid === events[0]?.xid) && events[0]?.outcome === 'done';
  };

  it('and every route has a recipe here', () => {
    expect(guarded().map(nameOf).toSorted()).toEqual(Object.keys(RECIPES).toSorted());
    expect(
      routes
        .filter(({ needs }) => needs === 'public')
        .map(nameOf)
        .toSorted(),
    ).toEqual(['GET /api-info', 'GET /demo', 'GET /health', 'POST /sessions']);
  });

  it('that succeeds, in the transaction of what it changed', async () => {
    expect(await faultsOf(guarded(), (call) => call)).toEqual([]);
  });

  it('that the role may not make', async () => {
    const limited = inAssignment().filter(({ needs }) => !ROLE_CODES.every((role) => mayDo(role, needs)));
    const barred = ({ needs }: Route) => cast.users[ROLE_CODES.find((role) => !mayDo(role, needs))!];
    expect(await faultsOf(limited, (call, route) => ({ ...call, user: barred(route) }), 403)).toEqual([]);
  });

  it('by someone who has not chosen an assignment', async () => {
    const undecided = await cast.undecided();
    expect(await faultsOf(inAssignment(), (call) => ({ ...call, user: undecided }), 403)).toEqual([]);
  });

  it('to what is not there', async () => {
    const withId = guarded().filter(({ path }) => path.includes(':id'));
    const elsewhere = (call: Call) => ({ ...call, path: call.path.replace(/[0-9a-f-]{36}/, newId()) });
    expect(await faultsOf(withId, elsewhere, 404)).toEqual([]);
  });

  it('with an old version, or none', async () => {
    const versioned = await having(guarded(), ({ version }) => version !== undefined);
    expect(await faultsOf(versioned, (call) => ({ ...call, version: call.version! + 7 }), 412)).toEqual([]);
    expect(await faultsOf(versioned, (call) => ({ ...call, version: undefined }), 428)).toEqual([]);
  });

  it('with fields that do not exist', async () => {
    const withBody = guarded().filter(({ method }) => method !== 'GET' && method !== 'DELETE');
    const filled = await having(withBody, ({ body }) => body !== undefined);
    const mistaken = (call: Call) => ({ ...call, body: { ...call.body, finnsInte: true } });
    expect(await faultsOf(filled, mistaken, 422)).toEqual([]);
  });

  it('that ends in a fault of ours, and says that it failed', async () => {
    const { consulting } = cast;
    const { id } = await consulting.draft();
    await test.owner.query(
      `update data_key set wrapped = '\\x00' from consultation_request r where r.key_id = data_key.id and r.id = $1`,
      [id],
    );
    const quiet = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
    const traces = await tracesOf(test.owner, () => consulting.requester.get(`/consultation-requests/${id}`));
    quiet.mockRestore();
    expect(traces.answer.status).toBe(500);
    expect(traces.events).toHaveLength(1);
    expect(leftNothing(traces, 'failed')).toBe(true);
  });

  it('repeated with the same Idempotency-Key', async () => {
    const create = () =>
      cast.users.REQUESTER.ask('post', '/consultation-requests', {}, undefined, { 'idempotency-key': 'one-event' });
    await create();
    const traces = await tracesOf(test.owner, create);
    expect(traces.events).toHaveLength(1);
    expect(leftNothing(traces, 'done')).toBe(true);
  });

  it('of signing in, right or wrong', async () => {
    const username = await cast.world.person({ role: 'MANAGER' });
    const signIn = (password: string) => () =>
      supertest(test.app.getHttpServer()).post('/api/v1/sessions').send({ username, password });
    const right = await tracesOf(test.owner, signIn(PASSWORD));
    expect([right.answer.status, right.events.map(({ type }) => type)]).toEqual([204, ['session.started']]);
    const wrong = await tracesOf(test.owner, signIn('fel'));
    expect([wrong.answer.status, wrong.events.map(({ type }) => type)]).toEqual([401, ['session.refused']]);
  });

  it('and nobody known leaves none', async () => {
    for (const cookie of ['', '__Host-samordna=okand']) {
      for (const route of guarded()) {
        const { path, body } = await calls.toRefuse(route);
        const method = route.method.toLowerCase() as Method;
        const ask = () => supertest(test.app.getHttpServer())[method](`/api/v1${path}`).set({ cookie }).send(body);
        const traces = await tracesOf(test.owner, ask);
        expect([nameOf(route), traces.answer.status, traces.events]).toEqual([nameOf(route), 401, []]);
        expect(traces.wrote).toEqual([]);
      }
    }
    for (const path of ['/health', '/api-info', '/api/v1/demo', '/api/v1/openapi.json']) {
      const traces = await tracesOf(test.owner, () => supertest(test.app.getHttpServer()).get(path));
      expect([path, traces.answer.status, traces.events]).toEqual([path, 200, []]);
    }
  });
});
