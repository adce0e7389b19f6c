import { RouteCheck } from '../libs/directory/index.ts';
import { among } from './support/canaries.ts';
import { caseworkOf } from './support/case-recipes.ts';
import { Cast } from './support/cast.ts';
import { createListeningApp } from './support/listening.ts';
import { LiveClient } from './support/live-client.ts';
import type { Call } from './support/recipe.ts';
import { RECIPES } from './support/recipes.ts';
import { allSealed } from './support/sealed.ts';
import type { TestUser } from './support/user.ts';
import { World } from './support/world.ts';

type Method = 'post' | 'put' | 'patch';

/** Routes that write about a child, its family or its case. */
const ABOUT_A_CHILD =
  /^(POST|PUT|PATCH) \/(children|guardians|cases|parties|consents|consent-exceptions|disclosure-grounds|meetings|deviations)/;

/** Not text that somebody writes: codes, dates, times, ids and the plan's own row ids. */
const NOT_TEXT =
  /^([A-Z0-9_]+|[a-z]{2,3}|[a-z]{1,2}\d+|\d{4}-\d\d-\d\d(T[\d:.]+Z?)?|[0-9a-f-]{36}|([RSK]-.{9}|20\d\d-\d{4})|[\d-]{10,13}|)$/;

/** The child of the casework: its number and name, as they are registered. */
const CHILD = {
  identityKind: 'PERSONNUMMER',
  identity: '20220826-2390',
  givenName: 'Kanariefagel',
  familyName: 'Kanarieslakt',
};
const SURROUNDINGS = { address: 'Kanariegatan', school: 'Kanarieskolan', phone: '0701740606' };

describe('what is written about a child and its case', () => {
  let test: Awaited<ReturnType<typeof createListeningApp>>;
  let cast: Cast;
  const screens: LiveClient[] = [];
  const said: string[] = [];
  const refusals: string[] = [];
  const written: string[] = [];
  const routes: string[] = [];
  const canaries = () => [...written, '202208262390', ...Object.values(CHILD).slice(1), ...Object.values(SURROUNDINGS)];

  beforeAll(async () => {
    for (const stream of [process.stdout, process.stderr]) {
      jest.spyOn(stream, 'write').mockImplementation((line) => (said.push(String(line)), true));
    }
    test = await createListeningApp();
    cast = await Cast.in(await World.create(test));
    const work = await caseworkOf(cast);
    for (const user of [...Object.values(cast.users), ...Object.values(work.staff)]) {
      screens.push(await new LiveClient(test.url, user).settled());
    }
    await work.child({ ...CHILD, ...SURROUNDINGS });
    routes.push(
      ...test.app
        .get(RouteCheck)
        .routes()
        .map(({ method, path }) => `${method} ${path}`)
        .filter((route) => ABOUT_A_CHILD.test(route)),
    );
    for (const route of routes) {
      const call = await RECIPES[route]!(cast);
      if (call.body) await writeThrough(route, call, call.body);
    }
    await allSealed(test);
  });
  afterAll(async () => {
    for (const screen of screens) screen.close();
    jest.restoreAllMocks();
    await test.close();
  });

  /** Sends what a route takes with a canary in each text, and once more with one that is refused. */
  async function writeThrough(route: string, call: Call, written: object): Promise<void> {
    const ask = (user: TestUser, body: object) =>
      user.ask(route.split(' ')[0]!.toLowerCase() as Method, call.path, body, call.version);
    const body = withCanaries(written) as object;
    const refused = await ask(call.user, { ...body, finnsInte: 'Kanarieskrap' });
    expect([route, refused.status]).toEqual([route, 422]);
    refusals.push(refused.text);
    const answer = await ask(call.user, body);
    expect([route, answer.status < 300, answer.text]).toEqual([route, true, expect.anything()]);
  }

  function withCanaries(value: unknown): unknown {
    if (Array.isArray(value)) return value.map(withCanaries);
    if (value !== null && typeof value === 'object') {
      return Object.fromEntries(Object.entries(value).map(([field, part]) => [field, withCanaries(part)]));
    }
    if (typeof value !== 'string' || NOT_TEXT.test(value)) return value;
    const canary = `Kanarie${written.length}xqz`;
    written.push(canary);
    return canary;
  }

  it('is much, and everywhere', () => {
    expect(routes.length).toBeGreaterThan(30);
    expect(written.length).toBeGreaterThan(40);
  });

  it('stands in no table as it was written', async () => {
    const { rows } = await test.owner.query<{ name: string }>(
      `select tablename as name from pg_tables where schemaname = 'public'`,
    );
    for (const { name } of rows) {
      const { rows: texts } = await test.owner.query<{ row: string }>(`select t::text as row from ${name} t`);
      expect([name, among(canaries(), texts.map(({ row }) => row).join('\n'))]).toEqual([name, []]);
    }
  });

  it('stands in no refusal, no line of the server and no socket frame', () => {
    expect(among([...canaries(), 'Kanarieskrap'], refusals.join('\n'))).toEqual([]);
    expect(among(canaries(), said.join('\n'))).toEqual([]);
    const heard = screens.flatMap(({ notices }) => notices);
    expect(heard.length).toBeGreaterThan(30);
    expect(among(canaries(), JSON.stringify(heard))).toEqual([]);
  });

  it('stands nowhere in the exported log, nor in a timeline', async () => {
    const exported = (await cast.users.LOG_REVIEWER.download('/log/export')).toString('latin1');
    expect(exported).toContain('plan.confirmed');
    expect(among(canaries(), exported)).toEqual([]);
  });
});
