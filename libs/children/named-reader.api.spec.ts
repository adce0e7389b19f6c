import { eventKind, Log } from '../audit/index.ts';
import { Database, newId, type Scope } from '../platform/index.ts';
import { createTestApp, type TestApp } from '../../test/support/app.ts';
import { Casework } from '../../test/support/casework.ts';
import { made, type Row } from '../../test/support/answer.ts';
import { lockWait } from '../../test/support/lock-wait.ts';
import { gateOf, type TestUser } from '../../test/support/user.ts';
import { World } from '../../test/support/world.ts';

const looked = eventKind({ type: 'spec.named-reader', activity: 'Läsa' });

/** PostgreSQL's "permission denied". */
const DENIED = '42501';

describe('who may open a protected child, asked of the database itself', () => {
  let test: TestApp;
  let work: Casework;
  let karin: TestUser;
  let colleague: TestUser;
  let own: string;
  let other: string;

  beforeAll(async () => {
    test = await createTestApp({ worker: 'apart' });
    const world = await World.create(test);
    work = await Casework.in(world);
    karin = work.coordinator;
    colleague = await world.user('SIP_COORDINATOR', 'office');
    [own, other] = [await actingOf(karin), await actingOf(colleague)];
  });
  afterAll(() => test.close());

  const actingOf = async (user: TestUser) => ((await user.get('/session')).body as { acting: Row }).acting.id;
  const as = (user: TestUser, ask: (scope: Scope) => Promise<unknown>) =>
    test.app.get(Database).as(gateOf(user), (scope) => {
      test.app.get(Log).record(looked);
      return ask(scope);
    });
  const codeOf = (asking: Promise<unknown>): Promise<string | undefined> =>
    asking.then(
      () => 'allowed',
      (error: { code?: string }) => error.code,
    );
  /** What PostgreSQL says when somebody sends this, in their own role and with their own settings. */
  const sent = (user: TestUser, text: string, ...values: unknown[]) =>
    codeOf(as(user, (scope) => scope.query({ text, values })));
  const name = (user: TestUser, child: Row, ...readers: unknown[]) =>
    sent(user, 'select name_readers($1, $2)', child.id, readers);
  const readersOf = async ({ id }: Row) => {
    const { rows } = await test.owner.query('select assignment_id as id from named_reader where child_id = $1', [id]);
    return rows.map((row: Row) => row.id).toSorted();
  };
  const guarded = () => work.child({ protection: 'SEKRETESSMARKERING' }, 0);
  /** A protected child that both coordinators may open. */
  const shared = async () => {
    const child = await guarded();
    return made(await karin.put(`/children/${child.id}/named-readers`, { assignmentIds: [own, other] }, child.version));
  };
  it('neither the list nor the protection can be written beside the functions, by whoever may open it either', async () => {
    const child = await guarded();
    const key = newId();
    for (const user of [karin, colleague]) {
      expect(
        await sent(user, 'insert into named_reader (child_id, assignment_id) values ($1, $2)', child.id, other),
      ).toBe(DENIED);
      expect(await sent(user, 'delete from named_reader where child_id = $1', child.id)).toBe(DENIED);
      expect(await sent(user, `update child set protection = 'NONE' where id = $1`, child.id)).toBe(DENIED);
      const insert = `with key as (insert into data_key (id, wrapped) values ($1, ''))
        insert into child (id, key_id, identity_kind, identity_print, name_print, birth_date, details, protection)
        values ($1, $1, 'LMA', '', '', '2013-05-30', '', 'SEKRETESSMARKERING')`;
      expect(await sent(user, insert, key)).toBe(DENIED);
    }
    expect(await readersOf(child)).toEqual([own]);
  });

  it('what the functions are made of is nobody’s to call', async () => {
    const child = await guarded();
    expect(await sent(karin, `select guard_child($1, 'NONE')`, child.id)).toBe(DENIED);
    expect(await sent(karin, 'select write_readers($1, $2)', child.id, [own])).toBe(DENIED);
    expect(await sent(karin, 'select lapse_offers($1)', child.id)).toBe(DENIED);
  });

  it('nobody lets itself in, or takes the protection away from outside', async () => {
    const child = await guarded();
    const administrator = await work.world.user('AREA_ADMINISTRATOR', 'office');
    for (const user of [colleague, administrator, work.staff.bup]) {
      expect(await name(user, child, await actingOf(user))).toBe(DENIED);
      expect(await name(user, child, own, await actingOf(user))).toBe(DENIED);
      expect(await sent(user, `select set_protection($1, 'NONE')`, child.id)).toBe(DENIED);
      expect(await sent(user, 'select held_child($1)', child.id)).toBe(DENIED);
    }
    expect(await readersOf(child)).toEqual([own]);
  });

  it('goes by what the acting assignment is, and not by the settings beside it', async () => {
    const [child, open] = [await guarded(), await work.child({}, 0)];
    const stranger = await work.world.user('SIP_COORDINATOR', 'social');
    const strange = await actingOf(stranger);
    const unit = await work.world.unit('office');
    const saying = (user: TestUser, setting: string, value: string, text: string, ...values: unknown[]) =>
      codeOf(
        as(user, async (scope) => {
          await scope.query({ text: 'select set_config($1, $2, true)', values: [setting, value] });
          return scope.query({ text, values });
        }),
      );
    const protects = `select set_protection($1, 'SEKRETESSMARKERING')`;
    expect(await saying(stranger, 'app.unit', unit, protects, open.id)).toBe(DENIED);
    expect(await saying(stranger, 'app.unit', unit, 'select name_readers($1, $2)', child.id, [strange])).toBe(DENIED);
    expect(await saying(karin, 'app.assignment', '', 'select name_readers($1, $2)', child.id, [own])).toBe(DENIED);
  });

  it('names only running coordinators of the unit, the acting one always among them, and only while it is protected', async () => {
    const child = await guarded();
    const left = await actingOf(await work.world.user('SIP_COORDINATOR', 'office'));
    await test.owner.query('update assignment set ended_at = now() where id = $1', [left]);
    const outside = [
      await actingOf(await work.world.user('SIP_COORDINATOR', 'social')),
      await actingOf(await work.world.user('REQUESTER', 'office')),
      left,
      newId(),
      null,
    ];
    for (const reader of outside) expect([reader, await name(karin, child, own, reader)]).toEqual([reader, DENIED]);
    expect(await name(karin, child)).toBe(DENIED);
    expect(await name(karin, child, other)).toBe(DENIED);
    expect(await name(karin, await work.child({}, 0), own)).toBe(DENIED);
    expect(await name(karin, child, own, other)).toBe('allowed');
    expect(await readersOf(child)).toEqual([own, other].toSorted());
  });

  it('is left to one of two who take each other off at the same moment', async () => {
    const child = await shared();
    const taken = Promise.withResolvers<void>();
    const alone = (assignment: string) => ({ text: 'select name_readers($1, $2)', values: [child.id, [assignment]] });
    const first = as(karin, async (scope) => {
      await scope.query(alone(own));
      taken.resolve();
      await lockWait(test);
    });
    const second = as(colleague, async (scope) => {
      await scope.enter();
      await taken.promise;
      await scope.query(alone(other));
    });
    expect(await Promise.all([codeOf(first), codeOf(second)])).toEqual(['allowed', DENIED]);
    expect(await readersOf(child)).toEqual([own]);
  });

  it('over HTTP too, and the other is told that somebody was first', async () => {
    const child = await shared();
    const path = `/children/${child.id}/named-readers`;
    const answers = await Promise.all([
      karin.put(path, { assignmentIds: [own] }, child.version),
      colleague.put(path, { assignmentIds: [other] }, child.version),
    ]);
    const statuses = answers.map(({ status }) => status);
    expect(statuses).toContain(200);
    expect(statuses.some((status) => status === 404 || status === 412)).toBe(true);
    expect(await readersOf(child)).toHaveLength(1);
  });

  it('is not left to somebody whose assignment is ended at the same moment', async () => {
    const child = await guarded();
    const leaver = await work.world.user('SIP_COORDINATOR', 'office');
    const leaving = await actingOf(leaver);
    expect(await name(karin, child, own, leaving)).toBe('allowed');
    const ending = await test.owner.connect();
    const naming = as(leaver, async (scope) => {
      await scope.enter();
      await ending.query('begin');
      await ending.query('update assignment set ended_at = now() where id = $1', [leaving]);
      const named = scope.query({ text: 'select name_readers($1, $2)', values: [child.id, [leaving]] });
      await lockWait(test);
      await ending.query('commit');
      return named;
    });
    expect(await codeOf(naming)).toBe(DENIED);
    ending.release();
    expect(await readersOf(child)).toEqual([own, leaving].toSorted());
  });
});
