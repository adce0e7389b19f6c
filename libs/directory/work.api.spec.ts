import { createTestApp, type TestApp } from '../../test/support/app.ts';
import { Casework } from '../../test/support/casework.ts';
import { made } from '../../test/support/answer.ts';
import { Consulting } from '../../test/support/consultations.ts';
import { until } from '../../test/support/until.ts';
import { gateOf, type TestUser } from '../../test/support/user.ts';
import { World } from '../../test/support/world.ts';
import { eventKind, Log } from '../audit/index.ts';
import { Database } from '../platform/index.ts';
import type { SessionView } from './session.dto.ts';

const looked = eventKind({ type: 'spec.looked-at-work', activity: 'Läsa' });

describe('what is held, told before it ends', () => {
  let test: TestApp;
  let world: World;
  let administrator: TestUser;
  let cases: Casework;

  beforeAll(async () => {
    test = await createTestApp({ worker: 'apart' });
  });
  beforeEach(async () => {
    world = await World.create(test);
    administrator = await world.user('AREA_ADMINISTRATOR', 'office');
    cases = await Casework.in(world);
  });
  afterAll(() => test.close());

  const assignmentOf = async (user: TestUser) => ((await user.get('/session')).body as SessionView).acting!.id;
  const workOf = async (user: TestUser) =>
    made(await administrator.get(`/assignments/${await assignmentOf(user)}/work`)) as object;
  const end = async (user: TestUser) => administrator.delete(`/assignments/${await assignmentOf(user)}`);

  /** Lets what is asked come as far as a unit's assignments, all at once, before any of it goes on. */
  async function holdingUp<Answers>(unit: string, ask: () => Promise<Answers>): Promise<Answers> {
    const holder = await test.owner.connect();
    try {
      await holder.query('begin');
      await holder.query('select from assignment where unit_id = $1 for update', [unit]);
      const answers = ask();
      await until(async () => {
        const { rows } = await test.owner.query(
          `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
        );
        return rows.length === 2;
      });
      await holder.query('commit');
      return await answers;
    } finally {
      holder.release();
    }
  }

  it('in an assignment: cases, questions and drafts, and who could go on with them', async () => {
    await cases.registered();
    expect(await workOf(cases.coordinator)).toEqual({ cases: 1, questions: 0, drafts: 0, colleagues: 0 });
    await world.user('SIP_COORDINATOR', 'office');
    expect(await workOf(cases.coordinator)).toMatchObject({ colleagues: 1 });
    const consulting = await Consulting.in(world);
    await consulting.draft();
    const question = await consulting.submitted();
    made(
      await consulting.coordinator.post(`/consultation-requests/${question.id}/triage`, undefined, question.version),
    );
    expect(await workOf(consulting.requester)).toMatchObject({ cases: 0, drafts: 1 });
    expect(await workOf(consulting.coordinator)).toMatchObject({ cases: 0, questions: 1, drafts: 0 });
  });

  it('in a unit: its own cases, those it is a party to, and its questions', async () => {
    await cases.registered();
    const consulting = await Consulting.in(world);
    await consulting.submitted();
    const work = async (unit: string) =>
      made(await administrator.get(`/units/${await world.unit(unit)}/work`)) as object;
    expect(await work('office')).toEqual({ cases: 1, parties: 0, questions: 0 });
    expect(await work('bup')).toEqual({ cases: 0, parties: 1, questions: 0 });
    expect(await work('school')).toEqual({ cases: 0, parties: 0, questions: 1 });
  });

  it('keeps the last coordinator of a unit that holds cases, also of two who are ended at once', async () => {
    const alone = await Casework.in(world, await world.user('SIP_COORDINATOR', 'clinic'));
    await alone.registered();
    const refused = await end(alone.coordinator);
    expect([refused.status, refused.body.type]).toEqual([409, '/problem/coordinator-needed']);
    expect(refused.body.detail).toContain('(1)');
    const both = [alone.coordinator, await world.user('SIP_COORDINATOR', 'clinic')];
    const answers = await holdingUp(await world.unit('clinic'), () => Promise.all(both.map(end)));
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([204, 409]);
  });

  it('lets the last coordinator go where no case is under way', async () => {
    expect((await end(cases.coordinator)).status).toBe(204);
  });

  it('is told of the own area alone', async () => {
    const other = await (await World.create(test, 'Bergby')).user('AREA_ADMINISTRATOR');
    expect((await other.get(`/units/${await world.unit('office')}/work`)).status).toBe(404);
    expect((await other.get(`/assignments/${await assignmentOf(cases.coordinator)}/work`)).status).toBe(404);
    await cases.registered();
    const counted = await test.app.get(Database).as(gateOf(other), async (scope) => {
      test.app.get(Log).record(looked);
      return scope.query({ text: `select * from unit_work('${await world.unit('office')}')` });
    });
    expect(counted).toEqual([{ cases: 0, parties: 0, questions: 0 }]);
    const coordinator = cases.coordinator;
    expect((await coordinator.get(`/units/${await world.unit('office')}/work`)).status).toBe(403);
  });
});
