import pg from 'pg';
import { createTestApp, type TestApp } from '../../test/support/app.ts';
import { Casework } from '../../test/support/casework.ts';
import { made } from '../../test/support/answer.ts';
import { World } from '../../test/support/world.ts';

const PLACES = { address: 'Björkvägen 4', school: 'Björkängsskolan', phone: '070-174 06 06' };

describe('the whole of a case', () => {
  let test: TestApp;
  let work: Casework;

  beforeAll(async () => {
    test = await createTestApp({ worker: 'apart' });
    work = await Casework.in(await World.create(test));
  });
  afterEach(() => jest.restoreAllMocks());
  afterAll(() => test.close());

  const read = async (path: string) => made(await work.coordinator.get(path));
  const fileOf = (id: string) => read(`/cases/${id}/file`);

  it('is what each of its parts is by itself', async () => {
    const { id } = await work.closed();
    const file = await fileOf(id);
    const sip = await read(`/cases/${id}`);
    const childId = (sip as unknown as { child: { id: string } }).child.id;
    expect(file).toEqual({
      case: sip,
      child: await read(`/children/${childId}`),
      consents: await read(`/cases/${id}/consents`),
      meetings: (await read(`/cases/${id}/meetings`))['meetings'],
      plan: await read(`/cases/${id}/plan/versions/1`),
      followUps: await read(`/cases/${id}/follow-ups`),
      timeline: (await read(`/cases/${id}/timeline?limit=100`))['events'],
    });
    expect((file['meetings'] as unknown[]).length).toBe(1);
    expect((file['timeline'] as unknown[]).length).toBeGreaterThan(8);
  });

  it('is there before there is a plan', async () => {
    const { id } = await work.registered();
    const file = await fileOf(id);
    expect(file).toMatchObject({ meetings: [], followUps: { followUps: [] } });
    expect(file).not.toHaveProperty('plan');
  });

  it('is one statement, however much there is', async () => {
    const [small, large] = [await work.registered(), await work.followedUp()];
    await fileOf(small.id);
    const sent: string[] = [];
    const { query } = pg.Client.prototype as unknown as { query: (...given: unknown[]) => unknown };
    jest.spyOn(pg.Client.prototype, 'query').mockImplementation(function (this: pg.Client, ...given: unknown[]) {
      const [statement] = given as [string | pg.QueryConfig];
      sent.push(typeof statement === 'string' ? statement : (statement.name ?? statement.text));
      return query.apply(this, given);
    } as never);
    await fileOf(large.id);
    expect(sent).toEqual(['BEGIN', 'gate.session', 'case-file.read', 'log.insert', 'COMMIT']);
  });

  it('leaves one event, as a printout, outside the timeline', async () => {
    const { id } = await work.registered();
    await fileOf(id);
    const { rows } = await test.owner.query(
      `select e ->> 'type' as type, e ->> 'activity' as activity, e -> 'facts' as facts, timeline_of as "timelineOf"
         from (select seq, timeline_of, convert_from(entry, 'UTF8')::json as e from log_event) events
        where e ->> 'subject' = $1 order by seq desc limit 1`,
      [`sip-case:${id}`],
    );
    expect(rows).toEqual([
      { type: 'case-file.read', activity: 'Utskrift', facts: { guarded: false }, timelineOf: null },
    ]);
  });

  it('shows no place, school or contact of a protected child, and only to those named', async () => {
    const child = await work.child(PLACES, 0);
    await work.guardian(child.id, { name: 'Robin Testsson', address: 'Björkvägen 4', phone: '070-174 06 05' });
    const { id } = await work.registered({ childId: child.id });
    expect(JSON.stringify(await fileOf(id))).toContain('Björkvägen');
    const { version } = await read(`/children/${child.id}`);
    made(await work.coordinator.patch(`/children/${child.id}`, { protection: 'SEKRETESSMARKERING' }, version));

    const file = await fileOf(id);
    expect(file).toMatchObject({
      case: { guarded: true },
      child: { givenName: 'Alva', guardians: [{ name: 'Robin Testsson' }] },
    });
    expect(JSON.stringify(file)).not.toMatch(/Björk|070-174/);
    const colleague = await work.world.user('SIP_COORDINATOR', 'office');
    expect((await colleague.get(`/cases/${id}/file`)).status).toBe(404);
  });

  it("is not another unit's, and not a party's", async () => {
    const { id } = await work.consented();
    const elsewhere = await work.world.user('SIP_COORDINATOR', 'elsewhere');
    expect((await elsewhere.get(`/cases/${id}/file`)).status).toBe(404);
    expect((await work.staff.bup.get(`/cases/${id}/file`)).status).toBe(403);
  });
});
