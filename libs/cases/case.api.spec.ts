import { createTestApp, type TestApp } from '../../test/support/app.ts';
import { Casework } from '../../test/support/casework.ts';
import { made, type Row } from '../../test/support/answer.ts';
import { Consulting } from '../../test/support/consultations.ts';
import type { TestUser } from '../../test/support/user.ts';
import { World } from '../../test/support/world.ts';

const assignmentOf = async (user: TestUser): Promise<string> =>
  ((await user.get('/session')).body as { acting: Row }).acting.id;

describe('a SIP case', () => {
  let test: TestApp;
  let world: World;
  let work: Casework;

  beforeAll(async () => {
    test = await createTestApp();
    world = await World.create(test);
    work = await Casework.in(world);
  });
  afterAll(() => test.close());

  it('begins with a need, its parties, its coordinator and its clock', async () => {
    const sip = await work.registered();
    expect(sip).toMatchObject({
      reference: expect.stringMatching(/^S-/),
      state: 'NEED_IDENTIFIED',
      version: 1,
      agreementVersion: 1,
      child: { name: 'Alva Testsson', initials: 'AT', protection: 'NONE' },
      roles: [{ role: 'COORDINATOR', state: 'HELD', mine: true }, { role: 'INITIATOR' }],
      clocks: [{ clock: 'START', from: work.today, late: false }],
      steps: expect.arrayContaining(['offer', 'deny']),
    });
    expect(
      (sip as Row & { parties: { unit: { id: string } }[] }).parties.map(({ unit }) => unit.id).toSorted(),
    ).toEqual([work.units.social, work.units.bup].toSorted());
  });

  it('runs from need to consent, and each step says what it did', async () => {
    const sip = await work.consentPending();
    expect(sip).toMatchObject({
      state: 'CONSENT_PENDING',
      informed: 'Samtal med vårdnadshavaren.',
      offeredOn: work.today,
    });
    const { events } = made(await work.coordinator.get(`/cases/${sip.id}/timeline`)) as unknown as {
      events: { type: string; byName: string }[];
    };
    expect(events.map(({ type }) => type)).toEqual(['sip-case.accepted', 'sip-case.offered', 'sip-case.registered']);
    expect(events[0]!.byName).toMatch(/^Person/);
  });

  it('ends when the family declines or the service denies, with the reason kept', async () => {
    const declined = await work.step(await work.offered(), 'decline', { on: work.today, reason: 'Vill vänta.' });
    expect(declined).toMatchObject({
      state: 'DECLINED_BY_FAMILY',
      refusal: 'Vill vänta.',
      endedOn: work.today,
      steps: [],
    });
    const sip = await work.registered();
    const unfounded = await work.coordinator.post(`/cases/${sip.id}/denial`, { on: work.today }, sip.version);
    expect(unfounded.body).toMatchObject({ status: 422, errors: [{ field: 'reason' }] });
    expect(await work.step(sip, 'denial', { on: work.today, reason: 'Planen finns.' })).toMatchObject({
      state: 'DENIED_BY_SERVICE',
    });
  });

  it('is one at a time for each child; the next one is linked to the one before', async () => {
    const first = (await work.registered()) as Row & { child: { id: string } };
    const childId = first.child.id;
    const body = {
      childId,
      kind: 'AGREEMENT_SIP',
      needOn: work.today,
      askedBy: 'CHILD',
      initiatingUnitId: work.units.school,
      need: 'Nytt behov.',
    };
    const second = await work.coordinator.post('/cases', body);
    expect(second.body).toMatchObject({ status: 409, type: '/problem/already-there', caseId: first.id });
    await work.step(first, 'denial', { on: work.today, reason: 'Inte nu.' });
    const next = await work.coordinator.post('/cases', { ...body, continuesId: first.id });
    expect(next.body).toMatchObject({ continues: { id: first.id, reference: first['reference'] } });
    expect(await work.read(first.id)).toMatchObject({ continuedBy: { id: (next.body as Row).id } });
  });

  it('registered twice at once is made once', async () => {
    const childId = (await work.child()).id;
    const body = {
      childId,
      kind: 'AGREEMENT_SIP',
      needOn: work.today,
      askedBy: 'CHILD',
      initiatingUnitId: work.units.school,
      need: 'Samma behov.',
    };
    const answers = await Promise.all([1, 2, 3].map(() => work.coordinator.post('/cases', body)));
    expect(answers.map(({ status }) => String(status)).toSorted()).toEqual(['201', '409', '409']);
  });

  it('takes up a recommendation of the consultation team, once, and the asking unit learns only that it was taken up', async () => {
    const consulting = await Consulting.in(world);
    const sitting = await consulting.sitting('2026-04-09T13:00');
    const held = await consulting.held(sitting.id);
    const advice = { advice: 'Starta en SIP.', outcomes: ['RECOMMEND_SIP'] };
    const concluded = made(await consulting.team.post(`/consultations/${held.id}/conclusion`, advice, held.version));
    const recommendation = concluded['sipRecommendation'] as string;

    const sip = await work.registered({ recommendation });
    expect(sip).toMatchObject({ takenUp: { reference: recommendation, requestId: concluded['requestId'] } });
    const again = await work.coordinator.post('/cases', {
      childId: (await work.child()).id,
      kind: 'AGREEMENT_SIP',
      needOn: work.today,
      askedBy: 'STAFF',
      initiatingUnitId: work.units.school,
      need: 'Behov.',
      recommendation,
    });
    expect(again.body).toMatchObject({ status: 422, errors: [{ field: 'recommendation' }] });

    const request = await consulting.requester.get(`/consultation-requests/${String(concluded['requestId'])}`);
    expect(request.body).toMatchObject({ answers: [{ sipTakenUpOn: work.today }] });
    expect(JSON.stringify(request.body)).not.toContain(sip.id);
    expect(JSON.stringify(request.body)).not.toContain(sip['reference'] as string);
  });

  it('is not for who may not call, nor outside the agreement’s ages, nor for a day to come', async () => {
    const childId = (await work.child({ identityKind: 'PERSONNUMMER', identity: '199002222397' }, 0)).id;
    const answer = await work.coordinator.post('/cases', {
      childId,
      kind: 'DISCHARGE_SIP',
      needOn: '2199-01-01',
      askedBy: 'STAFF',
      initiatingUnitId: childId,
      need: 'Behov.',
      recommendation: 'R-2222-2222',
      continuesId: childId,
      unitIds: [childId],
    });
    expect(answer.status).toBe(422);
    expect((answer.body as { errors: { field: string }[] }).errors.map(({ field }) => field)).toEqual([
      'needOn',
      'childId',
      'initiatingUnitId',
      'unitIds',
      'dischargeReadyOn',
      'recommendation',
      'continuesId',
    ]);
  });

  it('changes hands only when the other accepts', async () => {
    const colleague = await world.user('SIP_COORDINATOR', 'office');
    const receiver = await assignmentOf(colleague);
    const sip = await work.registered();
    const offered = await work.step(sip, 'handover', { assignmentId: receiver, note: 'Ledig från måndag.' });
    expect(offered).toMatchObject({ coordinator: { id: await assignmentOf(work.coordinator) } });

    const ownAnswer = await work.coordinator.post(`/cases/${sip.id}/handover/acceptance`, undefined, offered.version);
    expect(ownAnswer.status).toBe(409);
    const accepted = made(await colleague.post(`/cases/${sip.id}/handover/acceptance`, undefined, offered.version));
    expect(accepted).toMatchObject({ coordinator: { id: receiver }, steps: expect.arrayContaining(['offer']) });
    const tooLate = await work.coordinator.post(`/cases/${sip.id}/handover/withdrawal`, undefined, accepted.version);
    expect(tooLate.status).toBe(409);
  });

  it('is taken over by a colleague when the coordinator has left, and not before', async () => {
    const unit = await Casework.in(world, await world.user('SIP_COORDINATOR', 'left'));
    const [colleague, another] = [
      await world.user('SIP_COORDINATOR', 'left'),
      await world.user('SIP_COORDINATOR', 'left'),
    ];
    const sip = await unit.registered();
    const offer = await unit.step(sip, 'handover', { assignmentId: await assignmentOf(another) });
    const takeOver = (user = colleague) => user.post(`/cases/${sip.id}/takeover`, undefined, offer.version);
    expect((await takeOver()).status).toBe(409);
    await test.owner.query('update assignment set ended_at = now() where id = $1', [
      await assignmentOf(unit.coordinator),
    ]);
    expect(made(await colleague.get(`/cases/${sip.id}`))).toMatchObject({ coordinator: { hasLeft: true } });
    expect((await takeOver(work.coordinator)).status).toBe(404);
    const taken = made(await takeOver()) as Row & { coordinator: object; roles: { state: string; role: string }[] };
    expect(taken.coordinator).toEqual({ id: await assignmentOf(colleague), name: expect.any(String) });
    expect(taken.roles.filter(({ role }) => role === 'COORDINATOR').map(({ state }) => state)).toEqual(['HELD']);
    expect((await another.post(`/cases/${sip.id}/handover/acceptance`, undefined, taken.version)).status).toBe(409);
  });

  it('is unknown to other units, and to everybody who is not a coordinator', async () => {
    const sip = await work.registered();
    const elsewhere = await world.user('SIP_COORDINATOR', 'clinic');
    expect((await elsewhere.get(`/cases/${sip.id}`)).status).toBe(404);
    expect((await elsewhere.get('/cases')).body).toMatchObject({ cases: [], total: 0 });
    expect((await elsewhere.post(`/cases/${sip.id}/offer`, {}, sip.version)).status).toBe(422);
    expect((await elsewhere.get(`/cases/${sip.id}/timeline`)).status).toBe(404);
    for (const role of ['REQUESTER', 'TEAM_MEMBER', 'MANAGER', 'LOG_REVIEWER', 'AREA_ADMINISTRATOR'] as const) {
      expect((await (await world.user(role, 'office')).get(`/cases/${sip.id}`)).status).toBe(403);
    }
  });

  it('refuses a step from an old version and a step that its state does not allow', async () => {
    const sip = await work.offered();
    const stale = await work.coordinator.post(`/cases/${sip.id}/acceptance`, undefined, sip.version - 1);
    expect(stale.body).toMatchObject({ status: 412, currentVersion: sip.version });
    const early = await work.coordinator.post(
      `/cases/${sip.id}/offer`,
      {
        offeredOn: work.today,
        informed: 'x',
        childInformed: 'x',
      },
      sip.version,
    );
    expect(early.body).toMatchObject({ status: 409, state: 'OFFERED' });
  });

  it('lists a unit’s own work by what is due first, with initials and age', async () => {
    const own = await Casework.in(await World.create(test, 'Bergby'));
    const later = await own.registered({ needOn: own.today });
    const sooner = await own.registered({ needOn: own.daysAgo(2) });
    const late = await own.registered({ needOn: own.daysAgo(30) });
    const page = made(await own.coordinator.get('/cases')) as unknown as { cases: Row[]; total: number };
    expect(page.cases.map(({ id }) => id)).toEqual([late.id, sooner.id, later.id]);
    expect(page.cases[0]).toMatchObject({ initials: 'AT', age: expect.any(Number), guarded: false });
    expect(JSON.stringify(page)).not.toContain('Testsson');
    expect((await own.coordinator.get('/cases?list=LATE')).body).toMatchObject({ total: 1, cases: [{ id: late.id }] });
    expect((await own.coordinator.get('/cases?list=MINE')).body).toMatchObject({ total: 3 });
    await own.step(late, 'denial', { on: own.today, reason: 'Inte nu.' });
    expect((await own.coordinator.get('/cases?list=ENDED')).body).toMatchObject({ total: 1, cases: [{ id: late.id }] });
  });

  it('lets a unit leave, with the reason, and not twice', async () => {
    const sip = (await work.registered()) as Row & { parties: Row[] };
    const [party] = sip.parties;
    const leaving = { leftOn: work.today, reason: 'Insatsen är avslutad.' };
    const left = made(await work.coordinator.post(`/parties/${party!.id}/leaving`, leaving, sip.version));
    expect((left as Row & { parties: Row[] }).parties.find(({ id }) => id === party!.id)).toMatchObject({
      leftOn: work.today,
      leftReason: leaving.reason,
    });
    expect((await work.coordinator.post(`/parties/${party!.id}/leaving`, leaving, left.version)).status).toBe(409);
  });
});
