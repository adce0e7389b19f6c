import { createTestApp, type TestApp } from '../../test/support/app.ts';
import { Casework } from '../../test/support/casework.ts';
import { made, type Row } from '../../test/support/answer.ts';
import type { TestUser } from '../../test/support/user.ts';
import { World } from '../../test/support/world.ts';

const LIMIT = 30;

describe('a number that the unit has already', () => {
  let test: TestApp;
  let work: Casework;
  let child: Row;
  let hidden: Row;
  let numbers = 0;

  beforeAll(async () => {
    test = await createTestApp({ worker: 'apart' });
    work = await Casework.in(await World.create(test));
    child = await work.child();
    hidden = await work.child({ protection: 'SEKRETESSMARKERING' });
  });
  afterAll(() => test.close());

  const colleague = () => work.world.user('SIP_COORDINATOR', 'office');
  const content = (number: object) => ({ givenName: 'Elin', familyName: 'Ek Warsame', ...number });
  const sameAs = (known: Row) => content({ identityKind: 'PERSONNUMMER', identity: known['identity'] });
  const unknown = () =>
    content({ identityKind: 'LMA', identity: String(9_900_000_000 + ++numbers), birthDate: '2013-05-30' });
  const register = (user: TestUser, body: object) => user.post('/children', body);
  const tries = async (count: number, one: () => Promise<{ status: number }>) =>
    (await Promise.all(Array.from({ length: count }, one))).map(({ status }) => status);
  const times = (statuses: number[], status: number) => statuses.filter((one) => one === status).length;

  it('is met no oftener than a child is searched for, also at once, and past that nothing tells of it', async () => {
    const user = await colleague();
    for (let i = 0; i < 20; i++) made(await user.post('/children/search', { name: 'Elin Ek Warsame' }));
    const met = await tries(13, () => register(user, sameAs(child)));
    expect([times(met, 409), times(met, 429)]).toEqual([10, 3]);
    const refused = await register(user, sameAs(child));
    expect(refused.body).toMatchObject({ detail: expect.stringMatching(/Vänta \d minuter/) });
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(200);
    const statuses = [
      await register(user, unknown()),
      await user.post('/children/search', { name: 'Elin Ek Warsame' }),
    ];
    expect(statuses.map(({ status }) => status)).toEqual([429, 429]);

    await test.owner.query(
      `update child_search set searched_at = array(select at - interval '5 minutes' from unnest(searched_at) at)`,
    );
    expect((await register(user, sameAs(child))).body.childId).toBe(child.id);
  });

  it('is met as seldom by whoever changes a child’s number, also when the child that has it is hidden from them', async () => {
    const user = await colleague();
    const own = made(await register(user, unknown()));
    const change = (known: Row) => {
      const { identity, birthDate } = known;
      return user.patch(`/children/${own.id}`, { identityKind: 'PERSONNUMMER', identity, birthDate }, own.version);
    };
    const seen = await change(child);
    expect([seen.status, seen.body.childId]).toEqual([409, child.id]);
    const unseen = await change(hidden);
    expect([unseen.status, unseen.body.detail]).toMatchObject([409, expect.stringContaining('inte tillgång')]);
    expect(unseen.body.childId).toBeUndefined();
    expect(await tries(LIMIT - 2, () => change(hidden))).toEqual(Array(LIMIT - 2).fill(409));
    expect([(await change(hidden)).status, (await change(child)).status]).toEqual([429, 429]);
    expect((await user.patch(`/children/${own.id}`, { givenName: 'Eline' }, own.version)).status).toBe(200);
  });

  it('is logged as a search that showed it, once for each time', async () => {
    const user = await colleague();
    const before = await searches();
    const keys = await kept();
    await register(user, sameAs(child));
    await register(user, sameAs(hidden));
    expect((await searches()).slice(before.length)).toEqual([
      { by: 'REGISTRATION', shown: [child.id] },
      { by: 'REGISTRATION', shown: [] },
    ]);
    expect(await kept()).toBe(keys);
  });

  it('is the only one that counts: new children are registered as many as there are', async () => {
    const user = await colleague();
    for (let i = 0; i < LIMIT + 2; i++) made(await register(user, unknown()));
  });

  /** Rows of keys: a refused registration leaves none. */
  async function kept(): Promise<number> {
    const { rows } = await test.owner.query('select count(*)::int as keys from data_key');
    return (rows as { keys: number }[])[0]!.keys;
  }

  async function searches(): Promise<object[]> {
    const { rows } = await test.owner.query(
      `select convert_from(entry, 'UTF8')::json -> 'facts' as facts from log_event
        where convert_from(entry, 'UTF8') like '%child.searched%' order by seq`,
    );
    return (rows as { facts: object }[]).map(({ facts }) => facts);
  }
});
