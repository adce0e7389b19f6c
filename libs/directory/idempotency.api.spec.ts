import { createTestApp, type TestApp } from '../../test/support/app.ts';
import { QUESTION } from '../../test/support/consultations.ts';
import type { TestUser } from '../../test/support/user.ts';
import { World } from '../../test/support/world.ts';

const REQUESTS = '/consultation-requests';

describe('a create that carries an Idempotency-Key', () => {
  let test: TestApp;
  let world: World;
  let user: TestUser;

  beforeAll(async () => {
    test = await createTestApp({ worker: 'apart' });
    world = await World.create(test);
    user = await world.user('REQUESTER');
  });
  afterAll(() => test.close());

  const create = (key: string, content: object = QUESTION, by = user) =>
    by.ask('post', REQUESTS, content, undefined, { 'idempotency-key': key });
  const rows = async () => Number((await test.owner.query('select count(*) from consultation_request')).rows[0].count);
  const events = async () => Number((await test.owner.query('select count(*) from log_event')).rows[0].count);

  it('sent again gets the same answer, and makes nothing more', async () => {
    const [rowsBefore, eventsBefore] = [await rows(), await events()];
    const first = await create('a');
    expect(first.status).toBe(201);
    const again = await create('a');
    expect([again.status, again.body]).toEqual([201, first.body]);
    expect([await rows(), await events()]).toEqual([rowsBefore + 1, eventsBefore + 2]);
  });

  it('gets the first answer even when the row has changed since', async () => {
    const { body } = await create('b');
    await user.patch(`${REQUESTS}/${body.id}`, { tried: 'Nytt.' }, 1);
    expect((await create('b')).body).toEqual(body);
  });

  it('is refused with another body', async () => {
    await create('c');
    const before = await rows();
    const { status, body } = await create('c', { ...QUESTION, tried: 'Något annat.' });
    expect([status, body.type]).toEqual([422, '/problem/key-reused']);
    expect(await rows()).toBe(before);
  });

  it('of ten at once makes one row', async () => {
    // With every connection of the pool open they do meet.
    await Promise.all(Array.from({ length: 10 }, () => user.get('/session')));
    const before = await rows();
    const answers = await Promise.all(Array.from({ length: 10 }, () => create('d')));
    expect(await rows()).toBe(before + 1);
    const made = answers.filter(({ status }) => status === 201);
    expect(new Set(made.map(({ body }) => body.id)).size).toBe(1);
    for (const { status, body } of answers) {
      if (status !== 201) expect([status, body.type]).toEqual([409, '/problem/request-in-progress']);
    }
    expect((await create('d')).body).toEqual(made[0]!.body);
  });

  it('means something else from somebody else', async () => {
    const colleague = await world.user('REQUESTER');
    const [mine, theirs] = [await create('e'), await create('e', QUESTION, colleague)];
    expect([mine.status, theirs.status]).toEqual([201, 201]);
    expect(mine.body.id).not.toBe(theirs.body.id);
  });

  it('means something else on another route', async () => {
    const coordinator = await world.user('SIP_COORDINATOR');
    const plan = (startsAt: string) =>
      coordinator.ask('post', '/sittings', { startsAt, minutes: 60, place: 'Rum 1' }, undefined, {
        'idempotency-key': 'a',
      });
    const first = await plan('2026-03-05T13:00');
    expect(first.status).toBe(201);
    expect((await plan('2026-03-05T13:00')).body).toEqual(first.body);
    expect((await plan('2026-03-06T13:00')).status).toBe(422);
  });

  it('keeps the key free when what was sent is refused', async () => {
    expect((await create('f', { question: 'Ring 070-174 06 05' })).status).toBe(422);
    expect((await create('f')).status).toBe(201);
  });

  it.each(['', 'två ord', 'å', 'x'.repeat(256)])('is refused when the key is %j', async (key) => {
    const before = await rows();
    // Node sends header values as bytes; what is not ASCII has to be given so.
    const { status, body } = await create(Buffer.from(key).toString('latin1'));
    expect([status, body.errors[0].field]).toEqual([422, 'Idempotency-Key']);
    expect(await rows()).toBe(before);
  });

  it('is taken with the longest key there is', async () => {
    expect((await create('x'.repeat(255))).status).toBe(201);
  });

  it('leaves the answer unreadable in the database', async () => {
    await create('g', { ...QUESTION, question: 'kanariefågel' });
    const { rows: kept } = await test.owner.query(`select encode(answer, 'escape') as answer from idempotency`);
    expect(kept.length).toBeGreaterThan(0);
    expect(JSON.stringify(kept)).not.toContain('kanarie');
  });
});
