import { createTestApp, type TestApp } from '../../test/support/app.ts';
import { SCORES } from '../../test/support/tracker-recipes.ts';
import { gateOf, type TestUser } from '../../test/support/user.ts';
import { World } from '../../test/support/world.ts';
import { eventKind, Log } from '../audit/index.ts';
import { Database, localDate } from '../platform/index.ts';

const looked = eventKind({ type: 'spec.evaluations-looked', activity: 'Läsa' });

interface Summary {
  variants: { variant: string; answers: number; means: { question: string; meanTenths: number }[] }[];
}

describe('evaluations', () => {
  let test: TestApp;
  let world: World;
  let coordinator: TestUser;
  let manager: TestUser;

  beforeAll(async () => (test = await createTestApp({ worker: 'apart' })));
  afterAll(() => test.close());
  beforeEach(async () => {
    world = await World.create(test);
    coordinator = await world.user('SIP_COORDINATOR');
    manager = await world.user('MANAGER');
  });

  const year = Number(localDate(new Date()).slice(0, 4));
  const give = (content: object = {}, user = coordinator) =>
    user.post('/evaluations', { variant: 'CHILD', ...SCORES, ...content });
  const summaryOf = async (variant: string, user = manager) => {
    const { variants } = (await user.get(`/evaluations?year=${year}`)).body as Summary;
    return variants.find((each) => each.variant === variant)!;
  };
  const asking = (user: TestUser, text: string) =>
    test.app.get(Database).as(gateOf(user), (scope) => {
      test.app.get(Log).record(looked);
      return scope.query({ text });
    });
  const refusal = (work: Promise<unknown>) => work.catch((error: { code: string }) => error.code);

  it('are shown from five answers, as means', async () => {
    for (const knewWhy of [1, 2, 3, 4]) expect((await give({ knewWhy })).status).toBe(204);
    expect(await summaryOf('CHILD')).toEqual({ variant: 'CHILD', answers: 0, means: [] });
    await give({ knewWhy: 4 });
    const { answers, means } = await summaryOf('CHILD');
    expect([answers, means.length, means[0]]).toEqual([5, 8, { question: 'knewWhy', meanTenths: 28 }]);
    expect(means.at(-1)).toEqual({ question: 'meaningful', meanTenths: 40 });
    expect(await summaryOf('STAFF')).toMatchObject({ answers: 0 });
    expect(await summaryOf('CHILD', coordinator)).toMatchObject({ answers: 5 });
  });

  it('come into view five at a time, so that no single answer is the difference between two looks', async () => {
    for (let i = 0; i < 5; i++) await give({ knewWhy: 5 });
    const first = await summaryOf('CHILD');
    for (let i = 0; i < 4; i++) {
      await give({ knewWhy: 1 });
      expect(await summaryOf('CHILD')).toEqual(first);
    }
    await give({ knewWhy: 1 });
    expect((await summaryOf('CHILD')).means[0]).toEqual({ question: 'knewWhy', meanTenths: 30 });
  });

  it('are all there when ten are given at once', async () => {
    await Promise.all(Array.from({ length: 10 }, () => give({ variant: 'STAFF' })));
    expect(await summaryOf('STAFF')).toMatchObject({ answers: 10 });
  });

  it('cannot be read one by one, nor while they wait, in SQL by anybody; nor put in by another way', async () => {
    for (let i = 0; i < 4; i++) await give({}, await world.user('REQUESTER'));
    const seen = asking(coordinator, 'select variant, answers, sums from evaluation');
    expect(await seen).toEqual([]);
    const columns = ['waiting', 'waiting_sums', '*'].map((column) => `select ${column} from evaluation`);
    for (const user of [coordinator, manager]) {
      for (const query of columns) expect(await refusal(asking(user, query))).toBe('42501');
      expect(await refusal(asking(user, `insert into evaluation (area_id) values (app_area())`))).toBe('42501');
      expect(await refusal(asking(user, `update evaluation set answers = 5`))).toBe('42501');
    }
    expect(await refusal(asking(manager, `select give_evaluation('CHILD', 2026, '{1,1,1,1,1,1,1,1}')`))).toBe('42501');
    expect(await refusal(asking(coordinator, `select give_evaluation('CHILD', 2026, '{9,1,1,1,1,1,1,1}')`))).toBe(
      '23514',
    );
  });

  it('leave nothing in the log of who answered or of what: no subject, no facts, pushed to nobody', async () => {
    await give();
    const { rows } = await test.owner.query(
      `select convert_from(entry, 'UTF8')::json as entry from log_event where area_id = $1 order by event_id desc limit 1`,
      [world.area],
    );
    expect(Object.keys(rows[0].entry).toSorted()).toEqual(
      ['v', 'id', 'type', 'at', 'area', 'actor', 'unit', 'activity', 'outcome'].toSorted(),
    );
  });

  it('are kept as sums alone: the database has no row for an answer and no key for one', async () => {
    const rows = async () =>
      (await test.owner.query('select count(*)::int as n from evaluation where area_id = $1', [world.area])).rows[0].n;
    for (let i = 0; i < 7; i++) await give();
    expect(await rows()).toBe(1);
    const repeated = await coordinator.ask('post', '/evaluations', { variant: 'CHILD', ...SCORES }, undefined, {
      'idempotency-key': 'samma-svar-igen',
    });
    expect(repeated.status).toBe(422);
    const kept = await test.owner.query(`select from idempotency where key = 'samma-svar-igen'`);
    expect(kept.rowCount).toBe(0);
  });

  it('ask for all eight answers, each from 1 to 5', async () => {
    const { status, body } = await give({ knewWhy: 6, couldSay: undefined });
    expect([status, (body as { errors: { field: string }[] }).errors.map(({ field }) => field)]).toEqual([
      422,
      ['knewWhy', 'couldSay'],
    ]);
  });

  it('of one area are not counted in another', async () => {
    for (let i = 0; i < 5; i++) await give();
    const elsewhere = await (await World.create(test, 'Ekby')).user('MANAGER');
    expect(await summaryOf('CHILD', elsewhere)).toMatchObject({ answers: 0 });
  });
});
