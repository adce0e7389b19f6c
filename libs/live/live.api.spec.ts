import { setTimeout as pause } from 'node:timers/promises';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createServer } from '../../apps/api/server.ts';
import { createTestApp, type TestApp } from '../../test/support/app.ts';
import { Consulting, QUESTION } from '../../test/support/consultations.ts';
import { LiveClient, withoutLooks } from '../../test/support/live-client.ts';
import { allSealed } from '../../test/support/sealed.ts';
import { until } from '../../test/support/until.ts';
import { TestUser } from '../../test/support/user.ts';
import { PASSWORD, World } from '../../test/support/world.ts';
import { eventKind, Log } from '../audit/index.ts';
import { COOKIE, SessionGate } from '../directory/index.ts';
import { Database } from '../platform/index.ts';

const shared = eventKind({ type: 'spec.shared', activity: 'Skriva', reaches: ['coordinators', 'asking-unit'] });

describe('the live feed', () => {
  let test: TestApp;
  let world: World;
  // The screens are served by one process while the work is done in another.
  let node: NestFastifyApplication;
  let url: string;
  const clients: LiveClient[] = [];

  beforeAll(async () => {
    test = await createTestApp();
    world = await World.create(test);
    await startNode('http://127.0.0.1:0');
  });
  afterEach(() => {
    for (const client of clients.splice(0)) client.close();
  });
  afterAll(async () => {
    await node?.close();
    await test?.close();
  });

  async function startNode(at: string): Promise<void> {
    node = await createServer({ ...test.settings, worker: 'apart' });
    await node.listen(Number(new URL(at).port), '127.0.0.1');
    url = await node.getUrl();
  }

  function screen(user: Pick<TestUser, 'cookie'>, options?: { origin?: string; after?: unknown }): Promise<LiveClient> {
    const client = new LiveClient(url, user, options);
    clients.push(client);
    return client.settled();
  }

  function write({ cookie }: TestUser, subject: string, unit: string): Promise<void> {
    const gate = new SessionGate(cookie.slice(COOKIE.length + 1), 'live.listen');
    return test.app.get(Database).as(gate, async () => {
      test.app.get(Log).record(shared, { subject, facts: { askingUnit: unit } });
    });
  }

  /** The events of a kind in the area's sealed log, as a screen should have been told them. */
  async function sealed(type: string) {
    await allSealed(test);
    const { rows } = await test.owner.query<{ index: number; subject: string }>(
      `select l.idx::int as index, entry ->> 'subject' as subject
         from log_leaf l join (select event_id, convert_from(entry, 'UTF8')::json as entry from log_event) e using (event_id)
        where l.area_id = $1 and entry ->> 'type' = $2 order by l.idx`,
      [world.area, type],
    );
    return rows;
  }

  it('tells who is concerned, and says neither about whom nor what', async () => {
    const people = await Consulting.in(world);
    const manager = await world.user('MANAGER', 'office');
    const otherUnit = await world.user('REQUESTER', 'social');
    const otherArea = await (await World.create(test, 'Bergby')).user('SIP_COORDINATOR', 'office');
    const screens = {
      requester: await screen(people.requester),
      coordinator: await screen(people.coordinator),
      team: await screen(people.team),
      manager: await screen(manager),
      otherUnit: await screen(otherUnit),
      otherArea: await screen(otherArea),
    };
    const sitting = await people.sitting();
    const { id } = await people.submitted();
    await until(() => screens.coordinator.notices.some(({ type }) => type === 'consultation-request.submitted'));
    const held = await people.held(sitting.id);
    await until(() => screens.manager.notices.length > 0);
    await until(() => screens.team.notices.some(({ type }) => type === 'consultation.held'));

    const submitted = screens.requester.notices.find(({ type }) => type === 'consultation-request.submitted');
    expect(submitted).toEqual({
      index: expect.any(Number),
      type: 'consultation-request.submitted',
      subject: { kind: 'consultation-request', id },
    });
    const taken = screens.team.notices.find(({ type }) => type === 'consultation.held');
    expect(taken!.subject).toEqual({ kind: 'consultation-request', id: held['requestId'] });
    expect(screens.manager.notices).toEqual([{ index: expect.any(Number), type: 'consultation.held' }]);
    expect(screens.otherUnit.notices).toEqual([]);
    expect(screens.otherArea.notices).toEqual([]);
    const frames = Object.values(screens).flatMap(({ notices }) => notices);
    expect(
      frames.flatMap((frame) => Object.keys(frame)).filter((key) => !['index', 'type', 'subject'].includes(key)),
    ).toEqual([]);
    expect(JSON.stringify(frames)).not.toContain(QUESTION.question.slice(0, 12));
  });

  it('loses nothing, doubles nothing and keeps the order through drops and a restart, under many writers', async () => {
    const writers = await Promise.all(Array.from({ length: 4 }, () => world.user('REQUESTER', 'school')));
    const unit = await world.unit('school');
    const coordinator = await screen(await world.user('SIP_COORDINATOR', 'office'));
    const steady = await screen(writers[0]!);
    const other = await screen(await world.user('REQUESTER', 'clinic'));
    let writing = true;
    const drops = () => coordinator.endings.filter((reason) => reason === 'forced close').length;
    const dropping = (async () => {
      while (writing || drops() < 4) {
        await pause(60);
        coordinator.drop();
      }
    })();
    const work = writers.map(async (writer, w) => {
      for (let i = 0; i < 150; i++) {
        await write(writer, `spec:${w}-${i}`, unit);
        await pause(5);
      }
    });
    await pause(400);
    await node.close();
    await pause(200);
    await startNode(url);
    await Promise.all(work);
    writing = false;
    await dropping;

    const expected = await sealed(shared.type);
    expect(expected.length).toBe(600);
    for (const client of [coordinator, steady]) {
      await until(() => client.notices.filter(({ type }) => type === shared.type).length >= 600);
      expect(client.resets).toEqual([]);
      const told = client.notices.map(({ index, subject }) => ({ index, subject: `${subject!.kind}:${subject!.id}` }));
      expect(told).toEqual(expected);
    }
    expect(other.notices).toEqual([]);
  });

  it('hears again after its own connection to the database was cut', async () => {
    const writer = await world.user('REQUESTER', 'school');
    const client = await screen(writer);
    await test.owner.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'samordna live' and datname = current_database()`,
    );
    await write(writer, 'spec:cut', await world.unit('school'));
    await until(() => client.notices.length === 1);
    await until(async () => {
      const { rows } = await test.owner.query(
        `select count(*)::int as n from pg_stat_activity where application_name = 'samordna live' and datname = current_database()`,
      );
      return rows[0].n === 2;
    });
  });

  it('has everything read anew by a client that knows more than there is', async () => {
    const client = await screen(await world.user('REQUESTER', 'school'), { after: 1_000_000 });
    expect(client.resets).toHaveLength(1);
    expect(client.welcomes).toEqual([]);
    await write(await world.user('REQUESTER', 'school'), 'spec:after-reset', await world.unit('school'));
    await until(() => client.notices.length === 1);
  });

  describe('at once, with no look every so often to help,', () => {
    beforeAll(() => withoutLooks(node));
    afterAll(async () => {
      await node.close();
      await startNode(url);
    });

    it('tells what is sealed', async () => {
      const writer = await world.user('REQUESTER', 'school');
      const client = await screen(writer);
      for (let told = 1; told <= 4; told++) {
        await write(writer, `spec:soon-${told}`, await world.unit('school'));
        await until(() => client.notices.length === told);
      }
    });

    it('closes at sign-out, and leaves the person’s other session open', async () => {
      const username = await world.person({ role: 'SIP_COORDINATOR', unit: 'office' });
      const [here, there] = [
        await TestUser.signIn(test.app, username, PASSWORD),
        await TestUser.signIn(test.app, username, PASSWORD),
      ];
      const [ending, staying] = [await screen(here), await screen(there)];
      await here.delete('/session');
      await until(() => ending.endings.length > 0);
      expect(ending.endings).toEqual(['io server disconnect']);
      expect(staying.connected).toBe(true);
      expect((await screen(here)).endings).toEqual(['not-signed-in']);
    });

    it('closes the screens of the assignment that a person leaves, not those of the one they go on in', async () => {
      const username = await world.person(
        { role: 'REQUESTER', unit: 'school' },
        { role: 'SIP_COORDINATOR', unit: 'office' },
      );
      const user = await TestUser.signIn(test.app, username, PASSWORD);
      expect((await screen(user)).endings).toEqual(['choose-assignment']);
      const { assignments } = (await user.get('/session')).body as { assignments: { id: string }[] };
      await user.patch('/session', { assignmentId: assignments[0]!.id });
      const first = await screen(user);
      await user.patch('/session', { assignmentId: assignments[1]!.id });
      const second = await screen(user);
      await until(() => first.endings.length > 0);
      expect(first.endings).toEqual(['io server disconnect']);
      await allSealed(test);
      await pause(300);
      expect(second.connected).toBe(true);
    });
  });

  it('closes within some seconds when an assignment ends', async () => {
    const username = await world.person({ role: 'REQUESTER', unit: 'school' });
    const client = await screen(await TestUser.signIn(test.app, username, PASSWORD));
    await test.owner.query(
      `update assignment set ended_at = now() from person p where p.id = person_id and p.username = $1`,
      [username],
    );
    await until(() => client.endings.length > 0);
    expect(client.endings).toEqual(['io server disconnect']);
  });

  it('lets in nobody without a session and no page of another site, and leaves one event for each who is known', async () => {
    const before = await Promise.all([sealed('live.connected'), sealed('live.refused')]);
    const user = await world.user('MANAGER', 'office');
    expect((await screen({ cookie: '' })).endings).toEqual(['not-signed-in']);
    expect((await screen({ cookie: `${COOKIE}=${'a'.repeat(43)}` })).endings).toEqual(['not-signed-in']);
    const foreign = await screen(user, { origin: 'https://another.example' });
    expect(foreign.endings[0]).toBe('websocket error');
    expect(foreign.connected).toBe(false);
    foreign.close();
    const own = await screen(user, { origin: url });
    expect(own.connected).toBe(true);
    const after = await Promise.all([sealed('live.connected'), sealed('live.refused')]);
    expect(after.map((events, i) => events.length - before[i]!.length)).toEqual([1, 0]);
  });
});
