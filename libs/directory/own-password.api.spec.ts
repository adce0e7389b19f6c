import { createListeningApp } from '../../test/support/listening.ts';
import { LiveClient, withoutLooks } from '../../test/support/live-client.ts';
import { until } from '../../test/support/until.ts';
import { gateOf, OWN_PASSWORD, TestUser } from '../../test/support/user.ts';
import { PASSWORD, World } from '../../test/support/world.ts';
import { Database } from '../platform/index.ts';
import type { SessionView } from './session.dto.ts';

describe('one’s own password', () => {
  let test: Awaited<ReturnType<typeof createListeningApp>>;
  let world: World;
  const screens: LiveClient[] = [];

  beforeAll(async () => {
    test = await createListeningApp();
    withoutLooks(test.app);
    world = await World.create(test);
  });
  beforeEach(() => test.owner.query('delete from sign_in_attempt'));
  afterEach(() => {
    for (const screen of screens.splice(0)) screen.close();
  });
  afterAll(() => test.close());

  const enter = (username: string, password = PASSWORD) => TestUser.signIn(test.app, username, password);
  const change = (user: TestUser, newPassword = OWN_PASSWORD, currentPassword = PASSWORD) =>
    user.put('/session/password', { currentPassword, newPassword });
  const mustChange = (username: string) =>
    test.owner.query('update person set must_change_password = true where username = $1', [username]);
  const sessionOf = async (user: TestUser) => (await user.get('/session')).body as SessionView;
  const fieldsOf = ({ body }: { body: { errors?: { field: string }[] } }) => body.errors?.map(({ field }) => field);

  it('opens the door from then on, and the old one does not', async () => {
    const username = await world.person({ role: 'REQUESTER' });
    const user = await enter(username);
    expect((await change(user)).status).toBe(204);
    await expect(enter(username)).rejects.toThrow('could not sign in');
    expect((await enter(username, OWN_PASSWORD)).cookie).toBeTruthy();
    expect((await enter(username, OWN_PASSWORD.normalize('NFD'))).cookie).toBeTruthy();
  });

  it('ends the other sessions and their open screens at once, and a copy of this one’s cookie', async () => {
    const username = await world.person({ role: 'REQUESTER' });
    const [here, there] = [await enter(username), await enter(username)];
    const [mine, theirs] = await Promise.all([here, there].map((user) => new LiveClient(test.url, user).settled()));
    screens.push(mine!, theirs!);
    const answer = await change(here);
    expect(answer.get('Set-Cookie')).toEqual([expect.stringMatching(/^__Host-samordna=[\w-]{43}; .*HttpOnly/)]);
    expect((await there.get('/session')).status).toBe(401);
    expect((await here.get('/session')).status).toBe(401);
    const cookie = answer.get('Set-Cookie')![0]!.split(';')[0]!;
    expect((await here.ask('get', '/session', undefined, undefined, { cookie })).status).toBe(200);
    await until(() => theirs!.endings.length > 0);
    expect(mine!.connected).toBe(true);
  });

  it('is not changed by whoever does not know it, nor guessed at', async () => {
    const username = await world.person({ role: 'REQUESTER' });
    const user = await enter(username);
    for (let i = 0; i < 5; i++) {
      const answer = await change(user, OWN_PASSWORD, `fel lösenord ${i}`);
      expect([answer.status, fieldsOf(answer)]).toEqual([422, ['currentPassword']]);
    }
    const { status, body } = await change(user);
    expect([status, body.type]).toEqual([429, '/problem/too-many-attempts']);
    await expect(enter(username)).rejects.toThrow('too-many-attempts');
  });

  it.each([
    ['too short', 'grön cykel'],
    ['easy to guess', 'samordna-lösenord-1'],
    ['the one before', OWN_PASSWORD],
  ])('may not be %s', async (_, wanted) => {
    const username = await world.person({ role: 'REQUESTER' });
    await change(await enter(username));
    const answer = await change(await enter(username, OWN_PASSWORD), wanted, OWN_PASSWORD);
    expect([answer.status, fieldsOf(answer)]).toEqual([422, ['newPassword']]);
    expect((await enter(username, OWN_PASSWORD)).cookie).toBeTruthy();
  });

  it('is chosen before anything else by whoever has been given one', async () => {
    const username = await world.person({ role: 'REQUESTER' });
    await mustChange(username);
    const user = await enter(username);
    const session = await sessionOf(user);
    expect([session.passwordDue, session.acting]).toEqual([true, undefined]);
    expect((await user.get('/consultation-requests')).status).toBe(403);
    const choice = await user.patch('/session', { assignmentId: session.assignments[0]!.id });
    expect([choice.status, choice.body.type]).toEqual([403, '/problem/password-due']);
    await expect(test.app.get(Database).as(gateOf(user), async () => 'in')).rejects.toThrow();
    const begun = await TestUser.begin(test.app, username, PASSWORD);
    expect(await sessionOf(begun)).toMatchObject({ passwordDue: false, acting: { role: 'REQUESTER' } });
  });

  it('leaves the choice between several assignments to the person', async () => {
    const username = await world.person({ role: 'REQUESTER' }, { role: 'MANAGER' });
    await mustChange(username);
    const begun = await TestUser.begin(test.app, username, PASSWORD);
    expect((await sessionOf(begun)).acting).toBeUndefined();
  });

  it('is logged as changed, and nothing of it', async () => {
    await change(await enter(await world.person({ role: 'REQUESTER' })));
    const { rows } = await test.owner.query(
      `select convert_from(entry, 'UTF8') as entry from log_event order by seq desc limit 1`,
    );
    expect(rows[0].entry).toContain('"type":"person.password-changed"');
    expect(rows[0].entry).not.toMatch(/cykel|argon2/);
  });

  it('is each person’s own to change, by SQL too', async () => {
    const other = await world.person({ role: 'REQUESTER' });
    const { rows } = await test.owner.query('select id from person where username = $1', [other]);
    const changed = await test.app
      .get(Database)
      .maintain('try', 'samordna_gate', (scope) =>
        scope.change({ text: 'update person set password_hash = $2 where id = $1', values: [rows[0].id, 'x'] }),
      );
    expect(changed).toBe(0);
  });
});
