import supertest, { type Response } from 'supertest';
import { RouteCheck, type Route } from '../libs/directory/index.ts';
import { newId, PROBLEMS } from '../libs/platform/index.ts';
import { tracesOf } from './support/accesses.ts';
import { createTestApp, type TestApp } from './support/app.ts';
import { Cast } from './support/cast.ts';
import { PreparedCalls } from './support/prepared.ts';
import type { Call } from './support/recipe.ts';
import { RECIPES } from './support/recipes.ts';
import { World } from './support/world.ts';
import { bodiesWithNull, type Schema, wrongBodies } from './support/wrong-bodies.ts';

type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';

interface Operation {
  responses: Record<string, unknown>;
  parameters?: { in: string; name: string; schema: Schema }[];
  requestBody?: { content: { 'application/json': { schema: Schema } } };
}

interface Description {
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, Schema> };
}

describe('bad input', () => {
  let test: TestApp;
  let cast: Cast;
  let calls: PreparedCalls;
  let stranger: Cast;
  let routes: Route[];
  let description: Description;

  beforeAll(async () => {
    test = await createTestApp({ worker: 'apart' });
    [cast, stranger] = [await Cast.in(await World.create(test)), await Cast.in(await World.create(test, 'Bergby'))];
    calls = new PreparedCalls(cast);
    await cast.counted(5);
    routes = test.app
      .get(RouteCheck)
      .routes()
      .filter(({ needs }) => needs !== 'public');
    description = (await supertest(test.app.getHttpServer()).get('/api/v1/openapi.json')).body as Description;
  });
  afterAll(() => test.close());

  const nameOf = ({ method, path }: Route) => `${method} ${path}`;
  const operation = ({ method, path }: Route) =>
    description.paths[`/api/v1${path.replaceAll(/:(\w+)/g, '{$1}')}`]![method.toLowerCase()]!;
  const bodyOf = (route: Route) => operation(route).requestBody?.content['application/json'].schema;
  const titles = new Set<string>(Object.values(PROBLEMS).map(([, title]) => title));

  /** What is not as a refusal should be. */
  function faultsIn(route: Route, { status, type, body }: Response): string[] {
    const { title, type: problem, status: said } = body as { title?: string; type?: string; status?: number };
    return [
      ...(status >= 400 && status < 500 ? [] : ['not refused']),
      ...(String(status) in operation(route).responses ? [] : ['not in the description']),
      ...(type === 'application/problem+json' && said === status ? [] : ['no problem document']),
      ...(titles.has(title ?? '') && problem?.startsWith('/problem/') ? [] : ['no Swedish title']),
    ];
  }

  interface Try extends Partial<Call> {
    text?: string;
    headers?: Record<string, string>;
  }

  /** Asks a route in wrong ways; answers which were not refused as they should be, and whether anything was stored. */
  async function refusals(some: Route[], wrong: (call: Call, route: Route) => Try[]): Promise<string[]> {
    expect(some.length).toBeGreaterThan(0);
    const faults: string[] = [];
    for (const route of some) {
      const call = await calls.toRefuse(route);
      const tries = wrong(call, route);
      const { answer, wrote, removed } = await tracesOf(test.owner, () =>
        Promise.all(
          tries.map(({ text, headers, ...change }) => {
            const { user, path, body, version } = { ...call, ...change };
            return user.ask(route.method.toLowerCase() as Method, path, text ?? body, version, headers);
          }),
        ),
      );
      answer.forEach((each, i) => {
        const { user: _, ...tried } = tries[i]!;
        for (const fault of faultsIn(route, each))
          faults.push(`${nameOf(route)}: ${fault}, ${each.status} for ${JSON.stringify(tried).slice(0, 150)}`);
      });
      if (wrote.length + removed > 0) faults.push(`${nameOf(route)}: something was stored`);
    }
    return faults;
  }

  const withBody = () => routes.filter((route) => bodyOf(route));
  const changing = () => routes.filter(({ method }) => method === 'POST' || method === 'PUT' || method === 'PATCH');
  const withId = () => routes.filter(({ path }) => path.includes(':id'));

  it('of wrong types, lengths and values, one field at a time', async () => {
    const bodies = (call: Call, route: Route) =>
      wrongBodies(bodyOf(route)!, call.body!, description.components.schemas);
    expect(await refusals(withBody(), (call, route) => bodies(call, route).map((body) => ({ body })))).toEqual([]);
  });

  it('of null where a field may be left out is refused or taken as left out, and never a fault of ours', async () => {
    for (const route of withBody()) {
      const call = await RECIPES[nameOf(route)]!(cast);
      for (const body of bodiesWithNull(bodyOf(route)!, call.body!, description.components.schemas)) {
        const { path, version, user } = await RECIPES[nameOf(route)]!(cast);
        const { status, text } = await user.ask(route.method.toLowerCase() as Method, path, body, version);
        expect([nameOf(route), body, status < 500 ? 'answered' : text]).toEqual([nameOf(route), body, 'answered']);
      }
    }
  });

  it('of unknown fields, and of bodies that are no object', async () => {
    const unknown = (call: Call) => [
      { ...call.body, finnsInte: 1 },
      { ...call.body, state: 'CLOSED' },
      { ...call.body, id: newId() },
    ];
    const texts = [
      '[]',
      '"text"',
      '1',
      'null',
      'true',
      '{"__proto__":{"admin":true}}',
      '{"constructor":{"prototype":{"a":1}}}',
    ];
    const wrong = (call: Call) => [...unknown(call).map((body) => ({ body })), ...texts.map((text) => ({ text }))];
    expect(await refusals(withBody(), wrong)).toEqual([]);
  });

  it('of broken JSON, too much, and other than JSON', async () => {
    const nested = '['.repeat(5000) + ']'.repeat(5000);
    const broken = ['{"question":', '{', '{"a":1,}', '', 'question=1', nested].map((text) => ({ text }));
    const large = { text: JSON.stringify({ question: 'å'.repeat(300_000) }) };
    const other = [
      'text/plain',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
      'application/xml',
    ].map((type) => ({ text: 'question=1', headers: { 'content-type': type } }));
    const wrong = ({ body }: Call) => (body ? [...broken, large, ...other] : [broken[0]!, large, ...other]);
    expect(await refusals(changing(), wrong)).toEqual([]);
  });

  it('of ids that are none, or somebody else’s', async () => {
    const ids = ['abc', '%00', '..%2f', 'a'.repeat(120), `${newId()}%0a`];
    const other = [newId(), stranger.plan, stranger.metric, stranger.world.area, stranger.world.team];
    const wrong = ({ path }: Call) => [...ids, ...other].map((id) => ({ path: path.replace(/[0-9a-f-]{36}/, id) }));
    expect(await refusals(withId(), wrong)).toEqual([]);
    const foreign: string[] = [];
    for (const route of withId()) {
      const { path } = await RECIPES[nameOf(route)]!(stranger);
      foreign.push(...(await refusals([route], () => [{ path }])));
    }
    expect(foreign).toEqual([]);
  });

  it('of versions that are none, and old ones', async () => {
    const headers = ['3', 'W/"3"', '"abc"', '*', '""', '"-1"', '"99999999999"', '"1", "2"', '"1e3"', '"999999999"'];
    const versioned = routes.filter((route) => operation(route).parameters?.some(({ name }) => name === 'If-Match'));
    const wrong = () => headers.map((value) => ({ version: undefined, headers: { 'if-match': value } }));
    expect(await refusals(versioned, wrong)).toEqual([]);
  });

  it('of pages and lists that are none', async () => {
    const queries = [
      'page=0',
      'page=-1',
      'page=99999',
      'page=1.5',
      'page=x',
      'page=',
      'page=1&page=2',
      'limit=0',
      'limit=101',
      'list=NOPE',
      'list=',
      'page[]=1',
      'finns=inte',
      'year=1999',
      'year=2101',
      'year=x',
      'key=%00',
      `key=${'k'.repeat(101)}`,
      'key=NOPE',
    ];
    const names = (route: Route) =>
      new Set(operation(route).parameters?.flatMap((each) => (each.in === 'query' ? each.name : [])));
    const queried = routes.filter(({ method }) => method === 'GET').filter((route) => names(route).size > 0);
    // A name that a route does not have is refused as well: a misspelt filter would show too much.
    const wrong = ({ path }: Call, _route: Route) =>
      queries.map((query) => ({ path: `${path.split('?')[0]}?${query}` }));
    expect(await refusals(queried, wrong)).toEqual([]);
  });

  it('of keys for repetition that are none', async () => {
    const creating = routes.filter((route) =>
      operation(route).parameters?.some(({ name }) => name === 'Idempotency-Key'),
    );
    const wrong = () =>
      ['', 'två ord', 'a b', 'x'.repeat(256)].map((key) => ({
        headers: { 'idempotency-key': Buffer.from(key).toString('latin1') },
      }));
    expect(await refusals(creating, wrong)).toEqual([]);
  });

  it('of addresses that are none is answered as a problem too', async () => {
    const server = test.app.getHttpServer();
    const asked = [
      supertest(server).get('/api/v1/finns-inte'),
      supertest(server).post('/api/v1/finns-inte').send({}),
      supertest(server).put('/api/v1/agreement').send({}),
      supertest(server).delete('/api/v1/consultation-requests'),
      supertest(server).get('/api/v1/sittings/%E0%A4%A'),
      supertest(server).get('/api/v2/session'),
      supertest(server).get('/api/'),
      supertest(server).options('/api/v1/session'),
    ];
    for (const answer of await Promise.all(asked)) {
      expect([answer.status, answer.type, titles.has((answer.body as { title: string }).title)]).toEqual([
        answer.status < 500 ? answer.status : 'below 500',
        'application/problem+json',
        true,
      ]);
    }
  });
});
