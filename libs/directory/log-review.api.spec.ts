import { createTestApp, type TestApp } from '../../test/support/app.ts';
import { Casework } from '../../test/support/casework.ts';
import { Consulting } from '../../test/support/consultations.ts';
import { allSealed } from '../../test/support/sealed.ts';
import type { TestUser } from '../../test/support/user.ts';
import { World } from '../../test/support/world.ts';
import { encodeEntry, leafHash } from '../evidence/index.ts';
import { newId } from '../platform/index.ts';
import type { LogEventView } from './log-review.dto.ts';

const NAME = 'Karin Bergdahl';

describe('the log, as its reviewer reads it', () => {
  let test: TestApp;
  let world: World;
  let work: Casework;
  let reviewer: TestUser;
  let sip: { id: string; reference: string; childId: string };

  beforeAll(async () => {
    test = await createTestApp();
    world = await World.create(test);
    work = await Casework.in(world);
    reviewer = await world.user('LOG_REVIEWER', 'office');
    const { id } = await work.offered();
    const { body } = await work.coordinator.get(`/cases/${id}`);
    sip = { id, reference: body.reference, childId: body.child.id };
    await work.coordinator.get(`/children/${sip.childId}`);
    const { person } = (await work.coordinator.get('/session')).body;
    await test.owner.query(`update person set name = $2 where id = $1`, [person.id, NAME]);
    const elsewhere = await Casework.in(await World.create(test, 'Bergby'));
    await elsewhere.offered();
    await allSealed(test);
  });
  afterAll(() => test?.close());

  async function found(search: object = {}): Promise<LogEventView[]> {
    await allSealed(test);
    const { status, body } = await reviewer.post('/log/search', search);
    expect([search, status]).toEqual([search, 200]);
    return body.events;
  }

  /** Events of invented moments, as a server that ran then would have left them. */
  async function happenedAt(...moments: string[]): Promise<void> {
    for (const at of moments) {
      const id = newId();
      const who = { area: world.area, actor: null, unit: null, activity: 'Läsa', outcome: 'done' } as const;
      const entry = encodeEntry({ v: 1, id, type: 'spec.moment', at, ...who });
      await test.owner.query(
        `insert into log_event (event_id, area_id, epoch, entry, leaf_hash) values ($1, $2, 1, $3, $4)`,
        [id, world.area, entry, leafHash(entry)],
      );
    }
  }

  it('says who, as what and where, about which case by its number, and never by whose it is', async () => {
    const events = await found({ reference: sip.reference });
    expect(events).toContainEqual({
      index: expect.any(Number),
      at: expect.any(String),
      type: 'sip-case.offered',
      activity: 'Skriva',
      outcome: 'done',
      subject: `sip-case:${sip.id}`,
      subjectName: sip.reference,
      actor: { name: NAME, roleName: 'SIP-samordnare', unit: 'Enheten office' },
    });
    expect(JSON.stringify(events)).not.toMatch(/Alva|Testsson/);
  });

  it("finds a case's number on the case and on its child, however it is written, and a question's on the question", async () => {
    const types = (await found({ reference: ` ${sip.reference.toLowerCase()} ` })).map(({ type }) => type);
    expect(types).toEqual(expect.arrayContaining(['sip-case.registered', 'sip-case.read', 'child.read']));
    const question = await (await Consulting.in(world)).submitted();
    const asked = await found({ reference: question.reference });
    expect(asked.length).toBeGreaterThan(1);
    expect(new Set(asked.map(({ subjectName }) => subjectName))).toEqual(new Set([question.reference]));
    expect(await found({ reference: 'S-0000-0000' })).toEqual([]);
  });

  it('finds by part of a name, sign-ins too, and by everything asked at once', async () => {
    const own = await found({ person: 'BERGDAHL', types: ['session.started', 'sip-case.offered'] });
    expect(own.map(({ type }) => type)).toEqual(['sip-case.offered', 'session.started']);
    expect(new Set(own.map(({ actor }) => actor?.name))).toEqual(new Set([NAME]));
    expect(await found({ person: 'Ingen Alls' })).toEqual([]);
    expect(await found({ person: NAME, reference: sip.reference, types: ['session.started'] })).toEqual([]);
  });

  it('counts the days of a period from midnight to midnight in Swedish time', async () => {
    await happenedAt(
      '2024-03-01T22:59:59.999Z',
      '2024-03-01T23:00:00.000Z',
      '2024-03-02T22:59:59.999Z',
      '2024-03-02T23:00:00.000Z',
    );
    const day = await found({ from: '2024-03-02', to: '2024-03-02' });
    expect(day.map(({ at }) => at)).toEqual(['2024-03-02T22:59:59.999Z', '2024-03-01T23:00:00.000Z']);
    const { status, body } = await reviewer.post('/log/search', { from: '2024-03-02', to: '2024-03-01' });
    expect([status, body.errors[0].field]).toEqual([422, 'to']);
  });

  it('goes back in time a page at a time, without gap or double', async () => {
    await happenedAt(...Array.from({ length: 60 }, (_, i) => `2023-05-05T10:00:${String(i).padStart(2, '0')}.000Z`));
    const moments: string[] = [];
    let olderThan: number | undefined;
    for (let pages = 1; ; pages++) {
      await allSealed(test);
      const { body } = await reviewer.post('/log/search', { types: ['spec.moment'], to: '2023-12-31', olderThan });
      moments.push(...body.events.map(({ at }: LogEventView) => at.slice(17, 19)));
      olderThan = body.events.at(-1).index;
      if (body.more) continue;
      expect(pages).toBe(3);
      break;
    }
    expect(moments).toEqual(Array.from({ length: 60 }, (_, i) => String(59 - i).padStart(2, '0')));
  });

  it('is read by reviewers alone, of their own area alone, and each reading is one event that says what it sought by', async () => {
    expect((await work.coordinator.post('/log/search', {})).status).toBe(403);
    const readings = () => found({ types: ['log.read'] });
    const before = (await readings()).length;
    await reviewer.post('/log/search', { person: 'Person', reference: sip.reference });
    expect(await readings()).toHaveLength(Math.min(before + 2, 25));
    await allSealed(test);
    const { rows } = await test.owner.query(
      `select convert_from(entry, 'UTF8')::json -> 'facts' as facts from log_leaf join log_event using (event_id) where type = 'log.read' order by idx desc limit 2`,
    );
    expect(rows[1].facts).toEqual({ soughtBy: ['person', 'reference'] });
    const foreign = await test.owner.query(`select count(*)::int as n from log_event where area_id <> $1`, [
      world.area,
    ]);
    expect(foreign.rows[0].n).toBeGreaterThan(0);
    expect((await found({ types: ['sip-case.offered'] })).map(({ subject }) => subject)).toEqual([
      `sip-case:${sip.id}`,
    ]);
  });
});
