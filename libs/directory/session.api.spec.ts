import { createTestApp, type TestApp } from '../../test/support/app.ts';
import { TestUser } from '../../test/support/user.ts';
import { PASSWORD, World } from '../../test/support/world.ts';
import type { AssignmentView, SessionView } from './session.dto.ts';

describe('a session', () => {
  let test: TestApp;
  let world: World;

  beforeAll(async () => {
    test = await createTestApp();
    world = await World.create(test);
  });
  afterAll(() => test.close());

  const enter = (username: string) => TestUser.signIn(test.app, username, PASSWORD);
  const sessionOf = async (user: TestUser) => (await user.get('/session')).body as SessionView;
  const age = (username: string, change: string) =>
    test.owner.query(`update session set ${change} where person_id = (select id from person where username = $1)`, [
      username,
    ]);
  const endAssignments = (username: string, when: string) =>
    test.owner.query(
      `update assignment set ended_at = now() + $2::interval where person_id = (select id from person where username = $1)`,
      [username, when],
    );

  describe('with several assignments', () => {
    const twoHats = () => world.person({ role: 'REQUESTER' }, { role: 'SIP_COORDINATOR', unit: 'office' });
    const inRole = ({ assignments }: SessionView, role: string): AssignmentView =>
      assignments.find((each) => each.role === role)!;

    it('has to choose before anything else', async () => {
      const user = await enter(await twoHats());
      const session = await sessionOf(user);
      expect(session.acting).toBeUndefined();
      expect(session.assignments.map(({ role }) => role).toSorted()).toEqual(['REQUESTER', 'SIP_COORDINATOR']);
      const { status, body } = await user.get('/agreement');
      expect([status, body.type]).toEqual([403, '/problem/choose-assignment']);
    });

    it('acts in the one chosen, and in nothing else', async () => {
      const user = await enter(await twoHats());
      const session = await sessionOf(user);
      const asked: [string, number, number][] = [
        ['REQUESTER', 201, 403],
        ['SIP_COORDINATOR', 403, 201],
        ['REQUESTER', 201, 403],
      ];
      for (const [i, [role, asking, planning]] of asked.entries()) {
        const { body } = await user.ask('patch', '/session', { assignmentId: inRole(session, role).id });
        expect(body.acting).toEqual(inRole(session, role));
        expect((await user.post('/consultation-requests', {})).status).toBe(asking);
        const sitting = { startsAt: `2026-0${i + 1}-05T13:00`, minutes: 60, place: 'Rum 1' };
        expect((await user.post('/sittings', sitting)).status).toBe(planning);
      }
    });

    it("cannot choose somebody else's, one that has ended, or none", async () => {
      const user = await enter(await twoHats());
      const username = await world.person({ role: 'MANAGER' }, { role: 'LOG_REVIEWER' });
      const other = await sessionOf(await enter(username));
      const before = await sessionOf(user);
      expect((await user.patch('/session', { assignmentId: other.assignments[0]!.id })).status).toBe(422);
      expect((await user.patch('/session', {})).status).toBe(422);
      await test.owner.query('update assignment set ended_at = now() where id = $1', [before.assignments[0]!.id]);
      expect((await user.patch('/session', { assignmentId: before.assignments[0]!.id })).status).toBe(422);
      expect(await sessionOf(user)).toEqual({ ...before, assignments: [before.assignments[1]] });
    });
  });

  describe('signed out', () => {
    it('ends the session at once, and takes the cookie back', async () => {
      const user = await enter(await world.person({ role: 'REQUESTER' }));
      const answer = await user.delete('/session');
      expect(answer.status).toBe(204);
      expect(answer.get('Set-Cookie')).toEqual([expect.stringMatching(/^__Host-samordna=; .*Max-Age=0$/)]);
      expect((await user.get('/session')).status).toBe(401);
      expect((await user.get('/consultation-requests')).status).toBe(401);
      expect((await user.delete('/session')).status).toBe(401);
    });

    it('leaves the same person signed in elsewhere', async () => {
      const username = await world.person({ role: 'REQUESTER' });
      const [here, there] = [await enter(username), await enter(username)];
      await here.delete('/session');
      expect((await there.get('/session')).status).toBe(200);
    });
  });

  describe('for a time', () => {
    it('lasts an hour without use', async () => {
      const username = await world.person({ role: 'REQUESTER' });
      const user = await enter(username);
      await age(username, `seen_at = now() - interval '59 minutes'`);
      expect((await user.get('/consultation-requests')).status).toBe(200);
      await age(username, `seen_at = seen_at - interval '59 minutes'`);
      expect((await user.get('/consultation-requests')).status).toBe(200);
      await age(username, `seen_at = now() - interval '60 minutes'`);
      const { status, body } = await user.get('/consultation-requests');
      expect([status, body.type]).toEqual([401, '/problem/not-signed-in']);
      expect((await user.get('/session')).status).toBe(401);
    });

    it('lasts twelve hours, however much it is used', async () => {
      const username = await world.person({ role: 'REQUESTER' });
      const user = await enter(username);
      const hours = (Date.parse((await sessionOf(user)).expiresAt) - Date.now()) / 3_600_000;
      expect(hours).toBeGreaterThan(11.9);
      expect(hours).toBeLessThanOrEqual(12);
      await age(username, `ends_at = ends_at - interval '12 hours'`);
      expect((await user.get('/consultation-requests')).status).toBe(401);
    });

    it('does not write each time it is read', async () => {
      const username = await world.person({ role: 'REQUESTER' });
      const user = await enter(username);
      const written = async () => (await test.owner.query(
        'select s.xmin::text from session s join person p on p.id = s.person_id where username = $1', [username])).rows; // prettier-ignore
      const before = await written();
      await user.get('/session');
      expect(await written()).toEqual(before);
    });
  });

  describe('when the assignment ends', () => {
    it('loses everything but the session itself, at once', async () => {
      const username = await world.person({ role: 'REQUESTER' });
      const user = await enter(username);
      expect((await user.get('/consultation-requests')).status).toBe(200);
      await endAssignments(username, '0 seconds');
      const { status, body } = await user.get('/consultation-requests');
      expect([status, body.type]).toEqual([403, '/problem/choose-assignment']);
      expect(await sessionOf(user)).toMatchObject({ assignments: [] });
      expect((await sessionOf(user)).acting).toBeUndefined();
    });

    it('goes on until the day that it ends', async () => {
      const username = await world.person({ role: 'REQUESTER' });
      const user = await enter(username);
      await endAssignments(username, '1 day');
      expect((await user.get('/consultation-requests')).status).toBe(200);
    });
  });
});
