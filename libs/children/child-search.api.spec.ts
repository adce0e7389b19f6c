import { createTestApp, type TestApp } from '../../test/support/app.ts';
import { Casework } from '../../test/support/casework.ts';
import { made, type Row } from '../../test/support/answer.ts';
import type { TestUser } from '../../test/support/user.ts';
import { World } from '../../test/support/world.ts';

describe('searching for a child', () => {
  let test: TestApp;
  let work: Casework;
  let child: Row;
  let sip: Row;

  beforeAll(async () => {
    test = await createTestApp({ worker: 'apart' });
    work = await Casework.in(await World.create(test));
    child = await work.child({ givenName: 'Elin', familyName: 'Ek Warsame', birthDate: work.today });
    sip = await work.registered({ childId: child.id });
    await work.child();
  });
  afterAll(() => test.close());

  const search = (user: TestUser, body: object) => user.post('/children/search', body);
  const hits = async (body: object, user = work.coordinator) => made(await search(user, body))['hits'] as Row[];

  it('finds by whole number, whole name or case reference, and shows initials and age', async () => {
    const number = String(child['identity']);
    const reference = String(sip['reference']);
    const keys = [
      { number },
      { number: `${number.slice(2, 8)}-${number.slice(8)}` },
      { name: ' elin  EK warsame' },
      { caseReference: ` ${reference.toLowerCase()}` },
    ];
    for (const key of keys) {
      expect([key, await hits(key)]).toEqual([
        key,
        [{ childId: child.id, initials: 'EE', age: 0, protection: 'NONE', openCase: { id: sip.id, reference } }],
      ]);
    }
  });

  it('finds nothing by a part', async () => {
    const keys = [{ name: 'Elin' }, { name: 'Ek Warsame' }, { number: '201305302380' }, { caseReference: 'S-' }];
    for (const key of keys) expect([key, await hits(key)]).toEqual([key, []]);
  });

  it('asks for exactly one key, and a number that can be one', async () => {
    for (const body of [{}, { number: '201305302380', name: 'Elin Warsame' }, { number: 'Elin' }]) {
      const refused = await search(work.coordinator, body);
      expect([body, refused.status, refused.body.errors[0].field]).toEqual([body, 422, 'number']);
    }
  });

  it('shows nothing of other units’ registers', async () => {
    const keys = [{ number: child['identity'] }, { name: 'Elin Ek Warsame' }, { caseReference: sip['reference'] }];
    const strangers = [
      await work.world.user('SIP_COORDINATOR', 'social'),
      await (await World.create(test, 'Björkby')).user('SIP_COORDINATOR', 'office'),
    ];
    for (const stranger of strangers) for (const key of keys) expect(await hits(key, stranger)).toEqual([]);
  });

  it('leaves in the log what was searched by and who was shown, never what was written', async () => {
    await hits({ name: 'Elin Ek Warsame' });
    const { rows } = await test.owner.query(
      `select convert_from(entry, 'UTF8')::json -> 'facts' as facts, convert_from(entry, 'UTF8') as entry from log_event
        where convert_from(entry, 'UTF8') like '%child.searched%' order by seq desc limit 1`,
    );
    expect(rows[0].facts).toEqual({ by: 'NAME', shown: [child.id] });
    expect(rows[0].entry).not.toMatch(/elin|warsame/i);
  });

  it('may be done thirty times in five minutes, even at once, and says when to go on', async () => {
    const user = await work.world.user('SIP_COORDINATOR', 'office');
    const answers = await Promise.all(Array.from({ length: 33 }, () => search(user, { name: 'Elin Ek Warsame' })));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(30);
    const [refused] = answers.filter(({ status }) => status === 429);
    expect(refused!.body.detail).toMatch(/Vänta \d minuter/);
    expect(Number(refused!.headers['retry-after'])).toBeGreaterThan(200);
    expect((await search(work.coordinator, { name: 'Elin Ek Warsame' })).status).toBe(200);

    await test.owner.query(
      `update child_search set searched_at = array(select at - interval '5 minutes' from unnest(searched_at) at)`,
    );
    expect((await search(user, { name: 'Elin Ek Warsame' })).status).toBe(200);
  });
});
