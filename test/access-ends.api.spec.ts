import { eventKind, Log } from '../libs/audit/index.ts';
import { addDays, Clock, Database } from '../libs/platform/index.ts';
import { createTestApp, type TestApp } from './support/app.ts';
import { Casework } from './support/casework.ts';
import { made, type Row } from './support/answer.ts';
import { until } from './support/until.ts';
import { gateOf, type TestUser } from './support/user.ts';
import { World } from './support/world.ts';

const looked = eventKind({ type: 'spec.looked-after-the-end', activity: 'Läsa' });

describe('access to a child ends', () => {
  let test: TestApp;
  let work: Casework;
  let karin: TestUser;
  let colleague: TestUser;

  beforeAll(async () => {
    test = await createTestApp({ worker: 'apart' });
    work = await Casework.in(await World.create(test));
    karin = work.coordinator;
    colleague = await work.world.user('SIP_COORDINATOR', 'office');
  });
  afterEach(() => jest.restoreAllMocks());
  afterAll(() => test.close());

  const protect = async (childId: string) => {
    const { version } = made(await karin.get(`/children/${childId}`));
    return karin.patch(`/children/${childId}`, { protection: 'SEKRETESSMARKERING' }, version);
  };

  it('for guardians at midnight before the 18th birthday, also while no job has written it down', async () => {
    const child = await work.child({ birthDate: '2010-11-22', identityKind: 'RESERVNUMMER', identity: '98240301AA19' });
    const sip = await work.consented({ childId: child.id });
    const { guardians } = made(await karin.get(`/children/${child.id}`)) as Row & { guardians: Row[] };
    const copy = { what: 'CASE', units: [], guardianIds: [guardians[0]!.id] };
    const at = (instant: string) => jest.spyOn(test.app.get(Clock), 'now').mockReturnValue(new Date(instant));
    at('2028-11-21T22:59:59Z');
    expect((await karin.post(`/cases/${sip.id}/disclosures`, copy)).status).toBe(201);
    at('2028-11-21T23:00:00Z');
    const refused = await karin.post(`/cases/${sip.id}/disclosures`, copy);
    expect([refused.status, refused.body]).toMatchObject([422, { errors: [{ field: 'guardianIds' }] }]);
    expect(made(await karin.get(`/cases/${sip.id}/consents`))).toMatchObject({
      consenters: [{ consenter: 'CHILD', required: true }],
    });
  });

  it('for everybody when somebody takes back their word, also when another’s had run out before', async () => {
    const sip = await work.planActive();
    await test.owner.query(
      `update consent set decided_on = decided_on - 30, valid_to = decided_on - 1
        where case_id = $1 and purpose = 'PLAN' and guardian_id is not null`,
      [sip.id],
    );
    type Consents = Row & { consents: { id: string; purpose: string; consenter: string }[] };
    const { consents } = made(await karin.get(`/cases/${sip.id}/consents`)) as Consents;
    const own = consents.find(({ purpose, consenter }) => purpose === 'PLAN' && consenter === 'CHILD')!;
    const withdrawn = made(await karin.post(`/consents/${own.id}/withdrawal`, { by: 'Barnet' }));
    expect(withdrawn['state']).toBe('CONSENT_WITHDRAWN');
    const copy = { what: 'PLAN', units: [{ unitId: work.units.bup }] };
    expect((await karin.post(`/cases/${sip.id}/disclosures`, copy)).status).toBe(422);
  });

  it('for the unit when a child becomes protected, to answers kept for repetition too', async () => {
    const key = { 'idempotency-key': 'registrera-1' };
    const lma = { identityKind: 'LMA', identity: '7766554433', birthDate: '2013-05-30' };
    const content = { ...lma, givenName: 'Siri', familyName: 'Testsson', address: 'Björkvägen 4' };
    const register = () => colleague.ask('post', '/children', content, undefined, key);
    const child = made(await register());
    expect((await register()).body).toEqual(child);
    expect((await protect(child.id)).status).toBe(200);
    const again = await register();
    expect([again.status, again.text.includes('Siri')]).toEqual([404, false]);
  });

  it('to the place of a meeting when a child becomes protected: nobody chose to show it to a party', async () => {
    const child = await work.child({ birthDate: '2019-01-15', identityKind: 'RESERVNUMMER', identity: '98240301AA20' });
    const sip = (await work.summoned({ childId: child.id })) as Row & { parties: { id: string; unit: Row }[] };
    expect((await work.staff.bup.get(`/received-cases/${sip.id}`)).text).toContain('rum 12');
    expect((await protect(child.id)).status).toBe(200);
    const { meetings } = made(await karin.get(`/cases/${sip.id}/meetings`)) as Row & { meetings: Row[] };
    const move = { startsAt: `${addDays(work.today, 3)}T10:00`, reason: 'BUP kunde inte.' };
    expect((await karin.patch(`/meetings/${meetings[0]!.id}`, move, meetings[0]!.version)).status).toBe(409);
    const { id: partyId } = sip.parties.find(({ unit }) => unit.id === work.units.bup)!;
    const { readers } = made(await karin.get(`/parties/${partyId}/readers`)) as Row & {
      readers: { assignmentId: string }[];
    };
    const bup = { unitId: work.units.bup, readerIds: readers.map(({ assignmentId }) => assignmentId) };
    made(await karin.post(`/cases/${sip.id}/disclosures`, { what: 'MEETING', units: [bup] }));
    const { copies } = made(await work.staff.bup.get(`/received-cases/${sip.id}`)) as Row & { copies: object[] };
    expect([copies.length, JSON.stringify(copies).includes('rum 12')]).toEqual([1, false]);
  });

  it('for the units that hold copies when a child becomes protected, until new ones are for people by name', async () => {
    const child = await work.child({ birthDate: '2019-02-16', identityKind: 'RESERVNUMMER', identity: '98240301AA21' });
    const sip = (await work.summoned({ childId: child.id })) as Row & { parties: { id: string; unit: Row }[] };
    const held = async (user: TestUser) => {
      const { status, body } = await user.get(`/received-cases/${sip.id}`);
      const { cases } = made(await user.get('/received-cases?limit=100')) as Row & { cases: { caseId: string }[] };
      expect(cases.some(({ caseId }) => caseId === sip.id)).toBe(status === 200);
      return status === 200 ? (body as { copies: object[] }).copies.length : status;
    };
    const { social, bup } = work.staff;
    expect([await held(social), await held(bup)]).toEqual([1, 1]);
    expect((await protect(child.id)).status).toBe(200);
    expect([await held(social), await held(bup)]).toEqual([404, 404]);
    const { id: partyId } = sip.parties.find(({ unit }) => unit.id === work.units.bup)!;
    const { readers } = made(await karin.get(`/parties/${partyId}/readers`)) as Row & {
      readers: { assignmentId: string }[];
    };
    const named = { unitId: work.units.bup, readerIds: readers.map(({ assignmentId }) => assignmentId) };
    made(await karin.post(`/cases/${sip.id}/disclosures`, { what: 'CASE', units: [named] }));
    expect([await held(social), await held(bup)]).toEqual([404, 1]);
    const { version } = made(await karin.get(`/children/${child.id}`));
    made(await karin.patch(`/children/${child.id}`, { protection: 'NONE' }, version));
    expect([await held(social), await held(bup)]).toEqual([1, 2]);
  });

  describe('to a case that a colleague was offered', () => {
    type Roles = Row & { roles: { role: string; state: string; name: string }[] };
    const acting = async (user: TestUser) => ((await user.get('/session')).body as { acting: Row }).acting.id;
    const offered = async (to: TestUser, by = karin) => {
      const sip = await work.registered();
      const { id: childId } = (sip as Row & { child: Row }).child;
      const offer = { assignmentId: await acting(to), note: 'Ledig från måndag.' };
      const { version } = made(await by.post(`/cases/${sip.id}/handover`, offer, sip.version));
      return { id: sip.id, childId, version };
    };
    const answer = (user: TestUser, { id, version }: Row, how: string) =>
      user.post(`/cases/${id}/handover/${how}`, undefined, version);
    const offers = async (user: TestUser, { id }: Row) =>
      (made(await user.get(`/cases/${id}`)) as Roles).roles.filter(
        ({ role, state }) => role === 'COORDINATOR' && state !== 'HELD',
      );
    const nameReaders = async (childId: string, ...readers: TestUser[]) => {
      const { version } = made(await karin.get(`/children/${childId}`));
      const assignmentIds = await Promise.all(readers.map(acting));
      return made(await karin.put(`/children/${childId}/named-readers`, { assignmentIds }, version));
    };

    it('when the child becomes protected, with a word to whoever offered it', async () => {
      const sip = await offered(colleague);
      made(await protect(sip.childId));
      expect((await answer(colleague, sip, 'acceptance')).status).toBe(404);
      expect((made(await colleague.get('/cases/day')) as Row & { offers: Row[] }).offers).not.toContainEqual(
        expect.objectContaining({ id: sip.id }),
      );
      expect(await offers(karin, sip)).toMatchObject([{ state: 'LAPSED', name: expect.any(String) }]);
      const { events } = made(await karin.get(`/cases/${sip.id}/timeline`)) as Row & { events: Row[] };
      expect(events[0]).toMatchObject({ type: 'child.protection-changed', facts: { offerLapsed: true } });

      // To be named afterwards brings the case before their eyes, and not the offer back.
      await nameReaders(sip.childId, karin, colleague);
      const tooLate = await answer(colleague, sip, 'acceptance');
      expect([tooLate.status, tooLate.body.detail]).toEqual([409, expect.stringContaining('gäller inte längre')]);
      const anew = made(
        await karin.post(`/cases/${sip.id}/handover`, { assignmentId: await acting(colleague) }, sip.version),
      );
      expect((await answer(colleague, anew, 'acceptance')).status).toBe(200);
      expect(await offers(colleague, sip)).toEqual([]);
    });

    it('unless it is they who protect the child', async () => {
      const sip = await offered(colleague);
      const { version } = made(await colleague.get(`/children/${sip.childId}`));
      made(await colleague.patch(`/children/${sip.childId}`, { protection: 'SEKRETESSMARKERING' }, version));
      expect((await answer(colleague, sip, 'acceptance')).status).toBe(200);
    });

    it('when they are taken off the list of those who may open it', async () => {
      const sip = await offered(colleague);
      made(await protect(sip.childId));
      await nameReaders(sip.childId, karin, colleague);
      const anew = made(
        await karin.post(`/cases/${sip.id}/handover`, { assignmentId: await acting(colleague) }, sip.version),
      );
      await nameReaders(sip.childId, karin);
      expect((await answer(colleague, anew, 'acceptance')).status).toBe(404);
      expect(await offers(karin, sip)).toMatchObject([{ state: 'LAPSED' }]);
      const { version } = made(await answer(karin, anew, 'withdrawal'));
      expect(await offers(karin, { id: sip.id, version })).toEqual([]);
    });

    it('when the case has ended', async () => {
      const sip = await offered(colleague);
      made(
        await karin.post(
          `/cases/${sip.id}/denial`,
          { on: work.today, reason: 'Behovet möts på annat sätt.' },
          sip.version,
        ),
      );
      expect((made(await colleague.get('/cases/day')) as Row & { offers: Row[] }).offers).not.toContainEqual(
        expect.objectContaining({ id: sip.id }),
      );
      expect(await offers(karin, sip)).toMatchObject([{ state: 'LAPSED' }]);
    });
  });

  it('for a guardian who is one no more: the meeting is moved without calling them anew', async () => {
    const child = await work.child({}, 2);
    const { guardians } = made(await karin.get(`/children/${child.id}`)) as Row & { guardians: Row[] };
    const called = { guardianIds: guardians.map(({ id }) => id) };
    const meeting = await work.meeting(await work.consented({ childId: child.id }), called);
    const { id, version } = guardians[1]!;
    made(await karin.post(`/guardians/${id}/end`, { reason: 'NO_LONGER_GUARDIAN' }, version));
    const move = { startsAt: `${addDays(work.today, 3)}T10:00`, reason: 'BUP kunde inte.' };
    const moved = made(await karin.patch(`/meetings/${meeting.id}`, move, meeting.version));
    expect(moved['guardians']).toMatchObject([{ id: guardians[0]!.id }]);
  });

  it('for a unit that has left: it does not learn that a meeting it was called to is cancelled', async () => {
    const sip = await work.consented();
    const meeting = await work.meeting(sip);
    const { parties, version } = (await work.read(sip.id)) as Row & { parties: { id: string; unit: Row }[] };
    const { id: partyId } = parties.find(({ unit }) => unit.id === work.units.bup)!;
    const leaving = { leftOn: work.today, reason: 'Insatsen är avslutad.' };
    made(await karin.post(`/parties/${partyId}/leaving`, leaving, version));
    made(await karin.post(`/meetings/${meeting.id}/cancellation`, { reason: 'Inlagd.' }, meeting.version));
    const { events } = made(await karin.get(`/cases/${sip.id}/timeline`)) as Row & { events: Row[] };
    expect(events[0]).toMatchObject({ type: 'meeting.cancelled', facts: { recipients: [work.units.social] } });
    const states = (user: TestUser) =>
      test.app.get(Database).as(gateOf(user), (scope) => {
        test.app.get(Log).record(looked);
        return scope.query({ text: 'select state from meeting where id = $1', values: [meeting.id] });
      });
    expect(await states(work.staff.social)).toEqual([{ state: 'CANCELLED' }]);
    expect(await states(work.staff.bup)).toEqual([]);
  });

  it('for the unit when a child becomes protected, to a case that was being registered too', async () => {
    const child = await work.child();
    const waiting = (count: number) =>
      until(async () => {
        const { rows } = await test.owner.query(
          `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
        );
        return rows.length === count;
      });
    // Whoever registers is held up until the other change waits for it.
    await test.owner.query(
      `create function wait_for_protection() returns trigger language plpgsql as $f$ begin perform pg_advisory_xact_lock(18); return new; end $f$;
       create trigger wait_for_protection before insert on sip_case for each row execute function wait_for_protection()`,
    );
    const holder = await test.owner.connect();
    await holder.query('select pg_advisory_lock(18)');
    const registering = work.registered({ childId: child.id });
    await waiting(1);
    const protecting = protect(child.id);
    await waiting(2);
    await holder.query('select pg_advisory_unlock(18)');
    holder.release();
    const [sip] = await Promise.all([registering, protecting]);
    await test.owner.query('drop trigger wait_for_protection on sip_case; drop function wait_for_protection');
    expect((await protecting).status).toBe(200);
    const { rows } = await test.owner.query('select guarded from sip_case where id = $1', [sip.id]);
    expect(rows).toEqual([{ guarded: true }]);
    expect((await colleague.get(`/cases/${sip.id}/cover`)).status).toBe(404);
  });
});
