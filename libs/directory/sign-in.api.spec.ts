import supertest from 'supertest';
import { createTestApp, type TestApp } from '../../test/support/app.ts';
import { TestUser } from '../../test/support/user.ts';
import { PASSWORD, World } from '../../test/support/world.ts';
import type { SessionView } from './session.dto.ts';

describe('signing in', () => {
  let test: TestApp;
  let world: World;

  beforeAll(async () => {
    test = await createTestApp();
    world = await World.create(test);
  });
  beforeEach(() => test.owner.query('delete from sign_in_attempt'));
  afterAll(() => test.close());

  const tryIn = (username: unknown, password: unknown, headers: Record<string, string> = {}) =>
    supertest(test.app.getHttpServer())
      .post('/api/v1/sessions')
      .set(headers)
      .send({ username, password } as object);
  const enter = (username: string) => TestUser.signIn(test.app, username, PASSWORD);
  const sessionOf = async (user: TestUser) => (await user.get('/session')).body as SessionView;
  const failTimes = async (times: number, username: string) => {
    for (let i = 0; i < times; i++) expect((await tryIn(username, 'fel')).status).toBe(401);
  };
  const count = async (sql: string) => Number((await test.owner.query(`select count(*) from ${sql}`)).rows[0].count);

  describe('with the right password', () => {
    it('answers a cookie that only this host gets, and no script', async () => {
      const answer = await tryIn(await world.person({ role: 'REQUESTER' }), PASSWORD);
      expect(answer.status).toBe(204);
      expect(answer.get('Set-Cookie')).toEqual([
        expect.stringMatching(/^__Host-samordna=[\w-]{43}; Path=\/; Secure; HttpOnly; SameSite=Strict; Max-Age=43200$/),
      ]);
      expect(answer.get('cache-control')).toBe('no-store');
    });

    it('puts whoever has one assignment straight into it', async () => {
      const { acting, assignments, person } = await sessionOf(
        await enter(await world.person({ role: 'MANAGER', unit: 'office' })),
      );
      expect(assignments).toHaveLength(1);
      expect(acting).toEqual(assignments[0]);
      expect(acting).toMatchObject({
        role: 'MANAGER',
        roleName: 'Chef',
        unit: { name: 'Enheten office' },
        area: { id: world.area },
      });
      expect(person.name).toMatch(/^Person /);
    });

    it('does not mind how the user name is spelled', async () => {
      const username = await world.person({ role: 'REQUESTER' });
      expect((await tryIn(` ${username.toUpperCase()} `, PASSWORD)).status).toBe(204);
    });

    it('leaves only the hash of the secret in the database', async () => {
      const { cookie } = await enter(await world.person({ role: 'REQUESTER' }));
      const { rows } = await test.owner.query('select s::text as row from session s');
      const secret = Buffer.from(cookie.split('=')[1]!).toString('hex');
      const bytes = Buffer.from(cookie.split('=')[1]!, 'base64url').toString('hex');
      for (const { row } of rows) {
        expect(row).not.toContain(secret);
        expect(row).not.toContain(bytes);
      }
    });

    it('names the team of a team member', async () => {
      const { acting } = await sessionOf(await enter(await world.person({ role: 'TEAM_MEMBER', unit: 'bup' })));
      expect(acting!.team).toEqual({ id: world.team, name: 'Teamet' });
    });
  });

  describe('with the wrong one', () => {
    it('is refused in the same words as an unknown name', async () => {
      const wrong = await tryIn(await world.person({ role: 'REQUESTER' }), 'fel');
      const unknown = await tryIn('finns.inte', 'fel');
      for (const answer of [wrong, unknown]) {
        expect(answer.status).toBe(401);
        expect(answer.get('content-type')).toContain('application/problem+json');
        expect(answer.get('Set-Cookie')).toBeUndefined();
      }
      expect({ ...wrong.body, instance: '' }).toEqual({ ...unknown.body, instance: '' });
    });

    it('leaves exactly one event for each attempt, and no session', async () => {
      const username = await world.person({ role: 'REQUESTER' });
      const before = await Promise.all([count('log_event'), count('session')]);
      await failTimes(2, username);
      expect(await Promise.all([count('log_event'), count('session')])).toEqual([before[0]! + 2, before[1]]);
    });

    it.each([
      ['', '', ['username', 'password']],
      ['någon', '', ['password']],
      [undefined, 'lösen', ['username']],
      [{ $ne: 1 }, 'lösen', ['username']],
      ['a'.repeat(201), 'lösen', ['username']],
    ])('with %j and %j is told which field', async (username, password, fields) => {
      const { status, body } = await tryIn(username, password);
      expect(status).toBe(422);
      expect(body.errors.map(({ field }: { field: string }) => field)).toEqual(fields);
    });
  });

  describe('too often wrong', () => {
    it('waits, with the right password too, and says how long', async () => {
      const username = await world.person({ role: 'REQUESTER' });
      await failTimes(5, username);
      const answer = await tryIn(username, PASSWORD);
      expect(answer.status).toBe(429);
      const seconds = Number(answer.get('retry-after'));
      expect(seconds).toBeGreaterThan(890);
      expect(seconds).toBeLessThanOrEqual(900);
      expect(answer.body).toMatchObject({
        title: 'För många försök',
        detail: 'Vänta 15 minuter och försök igen.',
        retryAfterSeconds: seconds,
      });
    });

    it('counts the wait from the attempts that are too many, not from somebody else’s', async () => {
      await failTimes(1, 'nagon.annan');
      await test.owner.query(`update sign_in_attempt set at = at - interval '10 minutes'`);
      const username = await world.person({ role: 'REQUESTER' });
      await failTimes(5, username);
      expect(Number((await tryIn(username, PASSWORD)).get('retry-after'))).toBeGreaterThan(890);
    });

    it('says no longer than until one more attempt is allowed', async () => {
      const username = await world.person({ role: 'REQUESTER' });
      await failTimes(1, username);
      await test.owner.query(`update sign_in_attempt set at = at - interval '10 minutes'`);
      await failTimes(4, username);
      expect(Number((await tryIn(username, PASSWORD)).get('retry-after'))).toBeLessThanOrEqual(300);
    });

    it('lets them in again when the time has passed', async () => {
      const username = await world.person({ role: 'REQUESTER' });
      await failTimes(5, username);
      await test.owner.query(`update sign_in_attempt set at = at - interval '15 minutes'`);
      expect((await tryIn(username, PASSWORD)).status).toBe(204);
    });

    it('holds for that name only', async () => {
      await failTimes(5, await world.person({ role: 'REQUESTER' }));
      expect((await tryIn(await world.person({ role: 'REQUESTER' }), PASSWORD)).status).toBe(204);
    });

    it('is forgotten after a right password', async () => {
      const username = await world.person({ role: 'REQUESTER' });
      await failTimes(4, username);
      expect((await tryIn(username, PASSWORD)).status).toBe(204);
      await failTimes(4, username);
      expect((await tryIn(username, PASSWORD)).status).toBe(204);
    });

    it('holds for every name from an address that has tried fifty times', async () => {
      await failTimes(1, 'nagon');
      await test.owner.query(
        'insert into sign_in_attempt (key) select key from sign_in_attempt, generate_series(1, 48)',
      );
      const username = await world.person({ role: 'REQUESTER' });
      await failTimes(1, 'nagon.annan');
      expect((await tryIn(username, PASSWORD)).status).toBe(429);
    });

    it('does not keep the names or addresses that were tried', async () => {
      await failTimes(1, 'kanarie.fagel');
      const { rows } = await test.owner.query(`select encode(key, 'escape') as key from sign_in_attempt`);
      expect(rows).toHaveLength(2);
      expect(JSON.stringify(rows)).not.toMatch(/kanarie|127\.0\.0\.1/);
    });
  });

  describe('from elsewhere', () => {
    it.each(['https://evil.example', 'null', 'http://127.0.0.1.evil.example', 'not an address'])(
      'is refused when the page came from %s',
      async (origin) => {
        const username = await world.person({ role: 'REQUESTER' });
        const sessions = await count('session');
        const { status, body } = await tryIn(username, PASSWORD, { origin });
        expect([status, body.type]).toEqual([403, '/problem/foreign-origin']);
        expect(await count('session')).toBe(sessions);
        const user = await enter(username);
        const drafts = await count('consultation_request');
        expect((await user.ask('post', '/consultation-requests', {}, undefined, { origin })).status).toBe(403);
        expect(await count('consultation_request')).toBe(drafts);
      },
    );

    it('works when the page came from this address', async () => {
      const own = { host: 'samordna.example.se', origin: 'https://samordna.example.se' };
      expect((await tryIn(await world.person({ role: 'REQUESTER' }), PASSWORD, own)).status).toBe(204);
    });

    it.each(['__Host-samordna=', '__Host-samordna=gissad', 'samordna=x', ''])(
      'is nobody with the cookie %j',
      async (cookie) => {
        const { status } = await supertest(test.app.getHttpServer()).get('/api/v1/session').set({ cookie });
        expect(status).toBe(401);
      },
    );
  });
});
