import { addDays } from '../platform/index.ts';
import { createTestApp, type TestApp } from '../../test/support/app.ts';
import { Casework } from '../../test/support/casework.ts';
import { made, type Row } from '../../test/support/answer.ts';
import { World } from '../../test/support/world.ts';
import type { DayView } from './day.dto.ts';

describe("the coordinator's day", () => {
  let test: TestApp;
  let world: World;
  let work: Casework;

  beforeAll(async () => {
    test = await createTestApp({ worker: 'apart' });
    world = await World.create(test);
    work = await Casework.in(world);
  });
  afterAll(() => test.close());

  const day = async (user = work.coordinator): Promise<DayView> => made(await user.get('/cases/day')) as never;
  const ids = (rows: { id: string }[]) => rows.map(({ id }) => id);

  it('says nothing of what is not there', async () => {
    const empty = await Casework.in(world, await world.user('SIP_COORDINATOR', 'elsewhere'));
    expect(await day(empty.coordinator)).toEqual({
      counts: { late: 0, soon: 0, consent: 0, mine: 0 },
      late: [],
      work: [],
      meetings: [],
      offers: [],
      left: [],
    });
  });

  it('has the cases whose coordinator has left, until somebody has taken them over', async () => {
    const unit = await Casework.in(world, await world.user('SIP_COORDINATOR', 'left'));
    const colleague = await world.user('SIP_COORDINATOR', 'left');
    const sip = (await unit.registered()) as Row & { coordinator: Row };
    expect((await day(colleague)).left).toEqual([]);
    await test.owner.query('update assignment set ended_at = now() where id = $1', [sip.coordinator.id]);
    expect(ids((await day(colleague)).left)).toEqual([sip.id]);
    expect(ids((await day()).left)).toEqual([]);
    made(await colleague.post(`/cases/${sip.id}/takeover`, undefined, sip.version));
    expect((await day(colleague)).left).toEqual([]);
    expect(ids((await day(colleague)).work)).toEqual([sip.id]);
  });

  it("has the late ones first, then one's own by what is due, each counted where its list counts it", async () => {
    const late = await work.registered({ needOn: work.daysAgo(6) });
    const soon = await work.registered({ needOn: work.today });
    const waiting = await work.consentPending();
    const read = await day();
    expect(ids(read.late)).toEqual([late.id]);
    expect(ids(read.work)).toEqual([soon.id, waiting.id]);
    expect(read.counts).toEqual({ late: 1, soon: 1, consent: 1, mine: 3 });
    for (const [list, count] of [
      ['LATE', 1],
      ['SOON', 1],
      ['CONSENT', 1],
      ['MINE', 3],
    ] as const) {
      expect(made(await work.coordinator.get(`/cases?list=${list}`))).toMatchObject({ total: count });
    }
    expect(read.late[0]).toMatchObject({ initials: 'AT', guarded: false, nextDueOn: work.daysAgo(1) });
  });

  it('has the meetings of today and the seven days after, and no others', async () => {
    const meetingIn = async (days: number) => {
      const sip = await work.consented();
      return work.meeting(sip, { startsAt: `${addDays(work.today, days)}T10:00` });
    };
    const [coming] = [await meetingIn(7), await meetingIn(8)];
    const cancelled = await meetingIn(6);
    made(
      await work.coordinator.post(`/meetings/${cancelled.id}/cancellation`, { reason: 'Sjukdom.' }, cancelled.version),
    );
    expect((await day()).meetings).toMatchObject([
      { id: coming.id, kind: 'FIRST', minutes: 60, case: { id: coming['caseId'], initials: 'AT' } },
    ]);
  });

  it('shows an offer to take over to the one who is asked, and a protected child to nobody who is not named', async () => {
    const colleague = await world.user('SIP_COORDINATOR', 'office');
    const { acting } = made(await colleague.get('/session')) as unknown as { acting: Row };
    const sip = await work.registered();
    made(await work.coordinator.post(`/cases/${sip.id}/handover`, { assignmentId: acting.id }, sip.version));
    const guarded = await work.registered({
      childId: (await work.child({ protection: 'SEKRETESSMARKERING' }, 0)).id,
      needOn: work.daysAgo(20),
    });

    const theirs = await day(colleague);
    expect(ids(theirs.offers)).toEqual([sip.id]);
    expect(ids(theirs.late)).not.toContain(guarded.id);
    const own = await day();
    expect(own.offers).toEqual([]);
    const row = own.late.find(({ id }) => id === guarded.id)!;
    expect(row.guarded).toBe(true);
    expect(row).not.toHaveProperty('initials');
    expect(row).not.toHaveProperty('age');
  });

  it('lists who can take over, and offers a protected child to nobody who is not named', async () => {
    const colleague = await world.user('SIP_COORDINATOR', 'office');
    const { acting } = made(await colleague.get('/session')) as unknown as { acting: Row };
    const childId = (await work.child({ protection: 'SEKRETESSMARKERING' }, 0)).id;
    const sip = await work.registered({ childId });
    expect(made(await work.coordinator.get(`/cases/${sip.id}/cover`))).toEqual({
      id: sip.id,
      reference: sip['reference'],
      childId,
      protection: 'SEKRETESSMARKERING',
    });
    expect((await colleague.get(`/cases/${sip.id}/cover`)).status).toBe(404);
    const { receivers } = made(await work.coordinator.get(`/cases/${sip.id}/receivers`)) as unknown as {
      receivers: Row[];
    };
    expect(receivers.find(({ id }) => id === acting.id)).toMatchObject({ mayOpen: false });
    const offer = await work.coordinator.post(`/cases/${sip.id}/handover`, { assignmentId: acting.id }, sip.version);
    expect([offer.status, offer.body.errors[0].field]).toEqual([422, 'assignmentId']);
  });
});
