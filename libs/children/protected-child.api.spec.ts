import { Log } from '../audit/index.ts';
import { Database, sql } from '../platform/index.ts';
import { createTestApp, type TestApp } from '../../test/support/app.ts';
import { Casework } from '../../test/support/casework.ts';
import { made, type Row } from '../../test/support/answer.ts';
import { gateOf, type TestUser } from '../../test/support/user.ts';
import { World } from '../../test/support/world.ts';
import { childEvents } from './child.events.ts';

const PLACES = { address: 'Björkvägen 4', school: 'Björkängsskolan', phone: '070-174 06 06' };
const SEEN = sql(
  'spec.seen',
  `select (select count(*)::int from child where id = $1) as child, (select count(*)::int from sip_case where child_id = $1) as cases,
          (select count(*)::int from guardian where child_id = $1) as guardians,
          (select count(*)::int from maturity_assessment where child_id = $1) as assessments`,
);

describe('a child with protected personal data', () => {
  let test: TestApp;
  let work: Casework;
  let karin: TestUser;
  let colleague: TestUser;

  beforeAll(async () => {
    test = await createTestApp({ worker: 'apart' });
    const world = await World.create(test);
    work = await Casework.in(world);
    karin = work.coordinator;
    colleague = await world.user('SIP_COORDINATOR', 'office');
  });
  afterAll(() => test.close());

  const actingOf = async (user: TestUser) => ((await user.get('/session')).body as { acting: Row }).acting.id;
  const fields = (body: { errors: { field: string }[] }) => body.errors.map(({ field }) => field);
  const lastEvent = async (childId: string) => {
    const { rows } = await test.owner.query(
      `select e from (select seq, convert_from(entry, 'UTF8')::json as e from log_event) l where e ->> 'subject' = $1 order by seq desc limit 1`,
      [`child:${childId}`],
    );
    return rows[0].e as { type: string; facts: Record<string, unknown> };
  };
  /** What somebody sees who asks the database itself. */
  const seenBy = (user: TestUser, childId: string) =>
    test.app.get(Database).as(gateOf(user), async (scope) => {
      test.app.get(Log).record(childEvents.read);
      return (await scope.query(SEEN(childId)))[0];
    });
  /** A child with a guardian, an assessment and a case, that became protected. */
  const guarded = async () => {
    const { id } = await work.child(PLACES);
    made(
      await karin.post(`/children/${id}/maturity-assessments`, {
        assessedOn: work.today,
        mature: true,
        assessor: 'Sara Lind',
        reason: 'Förstår.',
      }),
    );
    const sip = await work.registered({ childId: id });
    expect((await colleague.get(`/children/${id}`)).status).toBe(200);
    const child = made(await karin.patch(`/children/${id}`, { protection: 'SEKRETESSMARKERING' }, 1));
    return { child, sip };
  };

  it('is open to whoever registered it and to nobody else, by HTTP and by SQL', async () => {
    const child = await work.child({ protection: 'SKYDDAD_FOLKBOKFORING' }, 0);
    expect((child['readers'] as Row[]).filter(({ named }) => named)).toMatchObject([
      { assignmentId: await actingOf(karin) },
    ]);
    expect((await karin.get(`/children/${child.id}`)).status).toBe(200);
    expect((await colleague.get(`/children/${child.id}`)).status).toBe(404);
    expect((await colleague.get(`/children/${child.id}/cover`)).status).toBe(404);
    expect(await seenBy(colleague, child.id)).toEqual({ child: 0, cases: 0, guardians: 0, assessments: 0 });
  });

  it('closes for the rest of the unit in the moment it becomes protected, its case and people too', async () => {
    const { child, sip } = await guarded();
    expect(await seenBy(karin, child.id)).toEqual({ child: 1, cases: 1, guardians: 1, assessments: 1 });
    expect(await seenBy(colleague, child.id)).toEqual({ child: 0, cases: 0, guardians: 0, assessments: 0 });
    for (const path of [`/children/${child.id}`, `/cases/${sip.id}`])
      expect((await colleague.get(path)).status).toBe(404);
    // The colleague's open screens are told once more, so that they close.
    expect((await lastEvent(child.id)).facts).toMatchObject({
      holder: expect.any(String),
      named: [await actingOf(karin)],
    });
  });

  it('stays open for whoever protected it and for the coordinator of its case', async () => {
    const { id } = await work.child();
    const sip = await work.registered({ childId: id });
    const third = await work.world.user('SIP_COORDINATOR', 'office');
    made(await colleague.patch(`/children/${id}`, { protection: 'SEKRETESSMARKERING' }, 1));
    for (const user of [karin, colleague]) expect((await user.get(`/cases/${sip.id}`)).status).toBe(200);
    expect((await third.get(`/cases/${sip.id}`)).status).toBe(404);
    const named = [await actingOf(karin), await actingOf(colleague)].toSorted();
    expect((await lastEvent(id)).facts['named']).toEqual(expect.arrayContaining(named));
  });

  it('opens for the unit again when the protection is lifted', async () => {
    const { child, sip } = await guarded();
    made(await karin.patch(`/children/${child.id}`, { protection: 'NONE' }, child.version));
    for (const path of [`/children/${child.id}`, `/cases/${sip.id}`])
      expect((await colleague.get(path)).status).toBe(200);
    // The places are there again: nothing was lost while they were hidden.
    expect(made(await colleague.get(`/children/${child.id}`))).toMatchObject({ ...PLACES, readers: [] });
  });

  it('whose protection was lifted and set again has none of those who were named before', async () => {
    const { child } = await guarded();
    const both = [await actingOf(karin), await actingOf(colleague)];
    const path = `/children/${child.id}`;
    made(await karin.put(`${path}/named-readers`, { assignmentIds: both }, child.version));
    for (const protection of ['NONE', 'SKYDDAD_FOLKBOKFORING'])
      made(await karin.patch(path, { protection }, made(await karin.get(path)).version));
    expect((await karin.get(path)).status).toBe(200);
    expect((await colleague.get(path)).status).toBe(404);
  });

  it('shows no place, school or contact, and none can be written', async () => {
    const { child } = await guarded();
    for (const view of [child, made(await karin.get(`/children/${child.id}`))])
      for (const place of Object.keys(PLACES)) expect(view).not.toHaveProperty(place);
    const written = await karin.patch(`/children/${child.id}`, PLACES, child.version);
    expect([written.status, fields(written.body)]).toEqual([422, ['address', 'school', 'phone']]);
    const registered = await karin.post('/children', {
      identityKind: 'LMA',
      identity: '1234567',
      givenName: 'Elin',
      familyName: 'Warsame',
      birthDate: '2013-05-30',
      protection: 'SEKRETESSMARKERING',
      school: 'Björkängsskolan',
    });
    expect([registered.status, fields(registered.body)]).toEqual([422, ['school']]);
  });

  it('is opened for colleagues by name; nobody takes themselves off, so somebody can always open it', async () => {
    const { child, sip } = await guarded();
    const [own, other] = [await actingOf(karin), await actingOf(colleague)];
    const named = made(
      await karin.put(`/children/${child.id}/named-readers`, { assignmentIds: [own, other] }, child.version),
    );
    expect((await colleague.get(`/children/${child.id}`)).status).toBe(200);
    const alone = await colleague.put(`/children/${child.id}/named-readers`, { assignmentIds: [own] }, named.version);
    expect([alone.status, fields(alone.body)]).toEqual([422, ['assignmentIds']]);
    // Karin coordinates the case, which would stand still without her: she hands it over before she is taken off.
    const withoutKarin = () =>
      colleague.put(`/children/${child.id}/named-readers`, { assignmentIds: [other] }, named.version);
    const refused = await withoutKarin();
    expect([refused.status, refused.body.detail]).toEqual([409, expect.stringContaining('lämna över ärendet först')]);
    const offer = made(await karin.post(`/cases/${sip.id}/handover`, { assignmentId: other }, sip.version));
    expect((await withoutKarin()).status).toBe(409);
    made(await colleague.post(`/cases/${sip.id}/handover/acceptance`, undefined, offer.version));
    made(await withoutKarin());
    expect((await karin.get(`/children/${child.id}`)).status).toBe(404);
    expect((await lastEvent(child.id)).facts['named']).toEqual([own, other].toSorted());
  });

  it('is taken from a coordinator of its case who has left, and the case is taken over', async () => {
    const leaver = await work.world.user('SIP_COORDINATOR', 'office');
    const { child, sip } = await guarded();
    const [own, left] = [await actingOf(karin), await actingOf(leaver)];
    const path = `/children/${child.id}/named-readers`;
    const named = made(await karin.put(path, { assignmentIds: [own, left] }, child.version));
    const offer = made(await karin.post(`/cases/${sip.id}/handover`, { assignmentId: left }, sip.version));
    const { version } = made(await leaver.post(`/cases/${sip.id}/handover/acceptance`, undefined, offer.version));
    await test.owner.query('update assignment set ended_at = now() where id = $1', [left]);
    made(await karin.put(path, { assignmentIds: [own] }, named.version));
    made(await karin.post(`/cases/${sip.id}/takeover`, undefined, version));
  });

  it('is opened only for coordinators of the own unit, and only a protected child has named readers', async () => {
    const { child } = await guarded();
    const own = await actingOf(karin);
    const strangers = [
      await work.world.user('SIP_COORDINATOR', 'social'),
      await work.world.user('REQUESTER', 'office'),
    ];
    for (const stranger of strangers) {
      const assignmentIds = [own, await actingOf(stranger)];
      const refused = await karin.put(`/children/${child.id}/named-readers`, { assignmentIds }, child.version);
      expect([refused.status, fields(refused.body)]).toEqual([422, ['assignmentIds']]);
    }
    const { id } = await work.child({}, 0);
    expect((await karin.put(`/children/${id}/named-readers`, { assignmentIds: [own] }, 1)).status).toBe(409);
  });

  it('is not found by those who may not open it, and is pointed at by no refusal', async () => {
    const { child } = await guarded();
    const number = child['identity'] as string;
    const hits = async (user: TestUser) => made(await user.post('/children/search', { number }))['hits'] as Row[];
    expect(await hits(karin)).toMatchObject([{ childId: child.id, protection: 'SEKRETESSMARKERING' }]);
    expect(await hits(colleague)).toEqual([]);
    const body = { identityKind: 'PERSONNUMMER', identity: number, givenName: 'Alva', familyName: 'Testsson' };
    const again = await colleague.post('/children', body);
    expect(again.status).toBe(409);
    expect(JSON.stringify(again.body)).not.toContain(child.id);
    const other = await work.child({}, 0);
    expect((await colleague.patch(`/children/${other.id}`, { identity: number }, 1)).status).toBe(409);
  });

  it('leaves an event that says so when it is opened', async () => {
    const { child } = await guarded();
    await karin.get(`/children/${child.id}`);
    const { type, facts } = await lastEvent(child.id);
    expect([type, facts]).toEqual(['child.read', { guarded: true, named: [await actingOf(karin)] }]);
  });
});
