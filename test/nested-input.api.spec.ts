import fc from 'fast-check';
import { RouteCheck, type Route } from '../libs/directory/index.ts';
import { createTestApp, type TestApp } from './support/app.ts';
import { Cast } from './support/cast.ts';
import { PreparedCalls } from './support/prepared.ts';
import type { Call } from './support/recipe.ts';
import { World } from './support/world.ts';

type Fields = Record<string, unknown>;

const VALUES: unknown[] = [
  null,
  true,
  0,
  -1,
  1.5,
  1e308,
  2 ** 31,
  2 ** 53,
  [],
  {},
  [[]],
  [null],
  { length: 1 },
  { toString: 1 },
];
const PROTOTYPES: unknown[] = ['{"__proto__":{"admin":true}}', '{"constructor":{"prototype":{}}}'].map((text) =>
  JSON.parse(text),
);
const TEXTS = [
  '',
  ' ',
  '0',
  'NUL\u0000',
  'halv \ud83d',
  '\u202egnälkab',
  '\u200b',
  'İ',
  '😀'.repeat(40),
  'å'.repeat(5000),
];
const TIMES = ['2026-02-30', '0001-01-01', '9999-12-31', '1900-01-01', '2199-12-31', '2026-03-29T02:30'];
const IDS = ['01890a5d-ac96-774b-bcce-b302099a8057', '00000000-0000-0000-0000-000000000000'];
const CODE = ['%s', '{"a":1}', '$1', "'; --"];

/** What people, programs and attackers send where something else is meant. */
const odd: fc.Arbitrary<unknown> = fc.oneof(
  ...[VALUES, PROTOTYPES, TEXTS, TIMES, IDS, CODE].map((some) => fc.constantFrom<unknown>(...some)),
  fc.jsonValue(),
);

/** The places in a body that a value can stand in, as paths. */
const placesIn = (value: unknown, path: readonly string[] = []): (readonly string[])[] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, inside]) => [[...path, key], ...placesIn(inside, [...path, key])])
    : [];

interface Slip {
  place: number;
  odd: unknown;
  kind: 'replace' | 'leave-out' | 'put-beside' | 'repeat';
}

/** A body with one slip in it, at whatever depth. */
function slipped(right: object, { place, odd, kind }: Slip): object {
  const body = structuredClone(right) as Fields;
  const places = placesIn(body);
  const path = places[place % places.length] ?? ['odd'];
  const [at, key] = [path.slice(0, -1).reduce((inside, step) => inside[step] as Fields, body), path.at(-1)!];
  if (kind === 'leave-out') delete at[key];
  else if (kind === 'repeat') at[key] = [at[key], at[key]];
  else if (kind === 'put-beside' && Array.isArray(at)) at.push(odd);
  else at[kind === 'put-beside' ? `${key}2` : key] = odd;
  return body;
}

const slips: fc.Arbitrary<Slip> = fc.record({
  place: fc.nat(10_000),
  odd,
  kind: fc.constantFrom('replace', 'replace', 'replace', 'leave-out', 'put-beside', 'repeat'),
});
const SLIPS_PER_ROUTE = 8;

describe('a slip anywhere in a body', () => {
  let test: TestApp;
  let calls: PreparedCalls;
  let routes: Route[];

  beforeAll(async () => {
    test = await createTestApp({ worker: 'apart' });
    const cast = await Cast.in(await World.create(test));
    await cast.counted(5);
    calls = new PreparedCalls(cast);
    routes = test.app
      .get(RouteCheck)
      .routes()
      .filter(({ needs, method }) => needs !== 'public' && method !== 'GET' && method !== 'DELETE');
  });
  afterAll(() => test.close());

  it('is refused or taken, and never a fault of ours', async () => {
    const faults: string[] = [];
    for (const route of routes) {
      let call: Call | undefined = await calls.fresh(route);
      if (!call.body) continue;
      await fc.assert(
        fc.asyncProperty(slips, async (slip) => {
          call ??= await calls.fresh(route);
          const body = slipped(call.body!, slip);
          const method = route.method.toLowerCase() as 'post';
          const { status } = await call.user.ask(method, call.path, body, call.version);
          if (status >= 500)
            faults.push(`${route.method} ${route.path}: ${status} for ${JSON.stringify(body).slice(0, 600)}`);
          // What was taken has changed what the call builds on.
          if (status < 400 || status >= 500) call = undefined;
        }),
        { numRuns: SLIPS_PER_ROUTE },
      );
    }
    expect(faults).toEqual([]);
  });
});
