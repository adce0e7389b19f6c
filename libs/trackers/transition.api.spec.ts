import { createTestApp, type TestApp } from '../../test/support/app.ts';
import { Casework } from '../../test/support/casework.ts';
import type { Row } from '../../test/support/answer.ts';
import { World } from '../../test/support/world.ts';
import { addDays, Clock } from '../platform/index.ts';
import { ComingOfAge } from './transition.job.ts';

describe('the transition at 18', () => {
  let test: TestApp;
  let work: Casework;

  beforeAll(async () => {
    test = await createTestApp({ worker: 'apart' });
    work = await Casework.in(await World.create(test));
  });
  afterAll(() => test.close());
  afterEach(() => jest.restoreAllMocks());

  const turnTo = (instant: string) => jest.spyOn(test.app.get(Clock), 'now').mockReturnValue(new Date(instant));
  const read = async ({ id }: Row) => (await work.coordinator.get(`/cases/${id}/transition`)).body as Row;
  const put = ({ id }: Row, version: number, change: object = {}) =>
    work.coordinator.put(
      `/cases/${id}/transition`,
      { receiverUnitIds: [work.units.bup], outsideReceivers: [], ...change },
      version,
    );

  it('is planned from version 0, kept sealed, and is ready when nothing is missing', async () => {
    const sip = await work.nearlyAdult();
    expect(await read(sip)).toMatchObject({ version: 0, state: 'PLANNED', phase: 'TIME_TO_PLAN', receiverUnits: [] });
    const outsideReceivers = [{ name: 'Vuxenpsykiatrin Testköping', contact: 'Anna Ek' }];
    const { status, body } = await put(sip, 0, { outsideReceivers, note: 'Vill ha med sin storasyster.' });
    expect([status, body.version, body.state]).toEqual([200, 1, 'PLANNED']);
    expect(body).toMatchObject({ outsideReceivers, receiverUnits: [{ id: work.units.bup }] });
    const { rows } = await test.owner.query('select t::text as kept from transition t where case_id = $1', [sip.id]);
    expect(rows[0].kept).not.toContain('Testköping');
    const ready = await put(sip, 1, { handoverOn: work.today, informedOn: work.today });
    expect([ready.status, ready.body.version, ready.body.state]).toEqual([200, 2, 'READY']);
    expect((await put(sip, 1)).status).toBe(412);
  });

  it('takes only units that there are, and no information from days to come', async () => {
    const sip = await work.nearlyAdult();
    const fields = async (change: object) =>
      ((await put(sip, 0, change)).body as { errors: { field: string }[] }).errors.map(({ field }) => field);
    expect(await fields({ receiverUnitIds: [work.world.team] })).toEqual(['receiverUnitIds']);
    expect(await fields({ informedOn: addDays(work.today, 1) })).toEqual(['informedOn']);
  });

  it('begins half a year before the birthday and not earlier', async () => {
    const early = await work.planOf(365);
    const refused = await work.coordinator.post(`/cases/${early.id}/transition/start`, undefined, early.version);
    expect([refused.status, refused.body.detail]).toEqual([409, expect.stringContaining('6 månader före')]);
    const sip = await work.nearlyAdult();
    const begun = await work.coordinator.post(`/cases/${sip.id}/transition/start`, undefined, sip.version);
    expect([begun.status, begun.body.version]).toEqual([200, 1]);
    expect(await work.read(sip.id)).toMatchObject({ state: 'TRANSITION', version: sip.version + 1 });
  });

  it('ends with a plan of the young adult’s own: from the birthday, with a receiver and a consent of one’s own', async () => {
    const complete = ({ id, version }: Row) =>
      work.coordinator.post(`/cases/${id}/transition/completion`, undefined, version);
    const young = await work.planOf(1, 'TRANSITION');
    expect((await complete(young)).status).toBe(409);
    const sip = await work.planOf(0, 'TRANSITION');
    const lacking = await complete(sip);
    expect(lacking.status).toBe(422);
    expect((lacking.body as { errors: Row[] }).errors.map(({ field }) => field)).toEqual([
      'receiverUnitIds',
      'handoverOn',
      'informedOn',
    ]);
    await put(sip, 0, { handoverOn: work.today, informedOn: work.today });
    const without = await complete(sip);
    expect([without.status, without.body.detail]).toEqual([409, expect.stringContaining('själv samtycka')]);
    const handedOver = await work.handedOver();
    const done = await complete(handedOver);
    expect([done.status, done.body.state, done.body.doneOn]).toEqual([200, 'DONE', work.today]);
    expect(await work.read(handedOver.id)).toMatchObject({ state: 'PLAN_ACTIVE' });
    expect((await put(handedOver, done.body.version)).status).toBe(409);
  });

  it('lists who is near 18 or past it without being handed over, by birthday, in the own unit only', async () => {
    const own = await Casework.in(work.world, await work.world.user('SIP_COORDINATOR', 'nord'));
    const [soon, later, past, tooEarly] = [
      await own.planOf(20),
      await own.planOf(100),
      await own.planOf(1),
      await own.planOf(300),
    ];
    const handedOver = await own.handedOver();
    await own.coordinator.post(`/cases/${handedOver.id}/transition/completion`, undefined, handedOver.version);
    await test.owner.query(`update child set birth_date = birth_date - 10 where id = $1`, [(past['child'] as Row).id]);
    await put(later, 0);
    const list = (await own.coordinator.get('/transitions')).body as { total: number; transitions: Row[] };
    expect(list.transitions.map(({ caseId, phase }) => [caseId, phase])).toEqual([
      [past.id, 'OF_AGE'],
      [soon.id, 'ALARM'],
      [later.id, 'TIME_TO_PLAN'],
    ]);
    expect(list.total).toBe(3);
    expect(list.transitions.map(({ caseId }) => caseId)).not.toContain(tooEarly.id);
    const others = (await work.coordinator.get('/transitions?limit=100')).body as { transitions: Row[] };
    expect(others.transitions.map(({ caseId }) => caseId)).not.toContain(soon.id);
  });

  it('goes by the agreement that each case runs under', async () => {
    const world = await World.create(test);
    const own = await Casework.in(world);
    const before = await own.planOf(300);
    const administrator = await world.user('AREA_ADMINISTRATOR', 'office');
    const { version, content } = (await administrator.get('/agreement')).body;
    const { sip } = content;
    const earlier = { ...content, sip: { ...sip, ages: { ...sip.ages, transitionMonths: 12 } } };
    expect((await administrator.put('/agreement', earlier, version)).status).toBe(200);
    const after = await own.planOf(300);
    const list = (await own.coordinator.get('/transitions')).body as { total: number; transitions: Row[] };
    expect(list.transitions.map(({ caseId }) => caseId)).toEqual([after.id]);
    expect(list.total).toBe(1);
    expect((await own.coordinator.get(`/cases/${before.id}/transition`)).body).toMatchObject({ phase: 'NOT_YET' });
  });

  it.each([
    ['2008-08-31', '2026-02-27', []],
    ['2008-08-31', '2026-02-28', ['TIME_TO_PLAN']],
    ['2008-02-29', '2025-08-31', []],
    ['2008-02-29', '2025-09-01', ['TIME_TO_PLAN']],
    ['2008-02-29', '2026-02-28', ['ALARM']],
    ['2008-02-29', '2026-03-01', ['OF_AGE']],
  ])('lists a child born %s on %s as the days of the month allow', async (birthDate, today, phases) => {
    const own = await Casework.in(await World.create(test));
    const sip = await own.planOf(300);
    await test.owner.query('update child set birth_date = $2 where id = $1', [(sip['child'] as Row).id, birthDate]);
    await test.owner.query(`update sip_case set need_on = '2025-01-01' where id = $1`, [sip.id]);
    turnTo(`${today}T10:00:00Z`);
    const { body } = await own.coordinator.get('/transitions');
    expect(body.transitions.map(({ phase }: Row) => phase)).toEqual(phases);
  });

  it.each([
    ['in winter', '2026-11-23', '2026-11-22T22:59:59Z', '2026-11-22T23:00:00Z'],
    ['in summer', '2026-07-15', '2026-07-14T21:59:59Z', '2026-07-14T22:00:00Z'],
    ['on the day the clocks go forward', '2026-03-29', '2026-03-28T22:59:59Z', '2026-03-28T23:00:00Z'],
    ['the day after the clocks went back', '2026-10-26', '2026-10-25T22:59:59Z', '2026-10-25T23:00:00Z'],
  ])('comes at midnight in Stockholm, %s', async (_, adultOn, before, midnight) => {
    const sip = await work.planOf(30);
    const childId = (sip['child'] as Row).id;
    await test.owner.query('update child set birth_date = $2 where id = $1', [childId, `2008${adultOn.slice(4)}`]);
    const job = test.app.get(ComingOfAge);
    const guardians = async () =>
      (
        await test.owner.query(
          `select ended_on::text as "endedOn", ended_because as because from guardian where child_id = $1`,
          [childId],
        )
      ).rows;
    turnTo(before);
    await job.endGuardians();
    expect([await guardians(), (await read(sip))['phase']]).toEqual([[{ endedOn: null, because: null }], 'ALARM']);
    turnTo(midnight);
    // By rule at once, whatever the job does; on the rows when it has run.
    expect((await read(sip))['phase']).toBe('OF_AGE');
    await job.endGuardians();
    expect(await guardians()).toEqual([{ endedOn: adultOn, because: 'CHILD_IS_18' }]);
    expect(await job.endGuardians()).toBe(0);
  });

  it('leaves one event in the timeline of the case, told to whoever sees it', async () => {
    const sip = await work.planOf(1);
    const childId = (sip['child'] as Row).id;
    await work.guardian(childId, { name: 'En till' });
    await test.owner.query('update child set birth_date = birth_date - 1 where id = $1', [childId]);
    await test.app.get(ComingOfAge).endGuardians();
    const { body } = await work.coordinator.get(`/cases/${sip.id}/timeline`);
    const events = (body as { events: Row[] }).events.filter(({ type }) => type === 'transition.came-of-age');
    const holder = await work.world.unit('office');
    expect(events.map(({ facts }) => facts)).toEqual([{ guardians: 2, holder, reason: 'the child is of age' }]);
  });

  it('tells of a protected child those who are named for it, and nobody else', async () => {
    const sip = await work.planOf(1);
    const childId = (sip['child'] as Row).id;
    await test.owner.query(
      `with protected as (update child set birth_date = birth_date - 1, protection = 'SEKRETESSMARKERING' where id = $1),
            guarded as (update sip_case set guarded = true where child_id = $1)
       insert into named_reader (child_id, assignment_id, area_id, unit_id)
       select $1, coordinator_id, area_id, unit_id from sip_case where child_id = $1`,
      [childId],
    );
    await test.app.get(ComingOfAge).endGuardians();
    const { body } = await work.coordinator.get(`/cases/${sip.id}/timeline`);
    const [event] = (body as { events: { facts: object }[] }).events;
    expect(Object.keys(event!.facts)).toEqual(['guardians', 'named', 'reason']);
  });

  it('is another area’s secret, and no party’s', async () => {
    const sip = await work.nearlyAdult();
    await put(sip, 0);
    const strangers = await Casework.in(await World.create(test, 'Ekby'));
    expect((await strangers.coordinator.get(`/cases/${sip.id}/transition`)).status).toBe(404);
    expect(
      (await strangers.coordinator.put(`/cases/${sip.id}/transition`, { receiverUnitIds: [], outsideReceivers: [] }, 1))
        .status,
    ).toBe(404);
    expect((await work.staff.bup.get(`/cases/${sip.id}/transition`)).status).toBe(403);
  });
});
