import { eventKind, Log } from '../audit/index.ts';
import { addDays, Clock, Database } from '../platform/index.ts';
import { createTestApp, type TestApp } from '../../test/support/app.ts';
import { Casework } from '../../test/support/casework.ts';
import { made, type Row } from '../../test/support/answer.ts';
import { gateOf, type TestUser } from '../../test/support/user.ts';
import { World } from '../../test/support/world.ts';
import type { ReceivedCasePage, ReceivedCaseView } from './received.dto.ts';

const looked = eventKind({ type: 'spec.looked-for-a-meeting', activity: 'Läsa' });

describe('what a unit is to do next', () => {
  let test: TestApp;
  let work: Casework;

  beforeAll(async () => {
    test = await createTestApp({ worker: 'apart' });
    work = await Casework.in(await World.create(test));
  });
  afterEach(() => jest.restoreAllMocks());
  afterAll(() => test.close());

  const list = async (user: TestUser) =>
    (made(await user.get('/received-cases?limit=60')) as unknown as ReceivedCasePage).cases;
  /** The meeting that a case's row and its page show, alike. */
  const meetingOf = async (user: TestUser, { id }: Pick<Row, 'id'>) => {
    const row = (await list(user)).find(({ caseId }) => caseId === id)!;
    const page = made(await user.get(`/received-cases/${id}`)) as unknown as ReceivedCaseView;
    expect(row.meeting).toEqual(page.meeting);
    return row.meeting;
  };
  const at = (days: number) => `${addDays(work.today, days)}T13:30`;

  it('is the meeting that it is called to: where only if the place is told, by when and to whom to answer', async () => {
    const sip = await work.consented();
    const { social, bup } = work.units;
    await work.meeting(sip, {
      startsAt: at(7),
      replyBy: addDays(work.today, 3),
      calls: [
        { unitId: social, call: 'SUMMONS' },
        { unitId: bup, call: 'INVITATION', showsPlace: false },
      ],
    });
    const { unit, coordinator } = (await work.read(sip.id)) as Row & { unit: Row; coordinator: Row };
    const replyTo = [coordinator, unit].map(({ name }) => name).join(', ');
    const time = { localTime: at(7), minutes: 60, replyBy: addDays(work.today, 3), replyTo, cancelled: false };
    expect(await meetingOf(work.staff.social, sip)).toEqual({ ...time, place: 'Björkskolan, rum 12' });
    expect(await meetingOf(work.staff.bup, sip)).toEqual(time);
    const { text } = await work.staff.bup.get(`/received-cases/${sip.id}`);
    expect(text).toContain(`{"label":"Svara till","text":"${replyTo}"}`);
  });

  it('follows a meeting that is moved, and says of one that is cancelled that it is', async () => {
    const sip = await work.consented();
    const meeting = await work.meeting(sip, { startsAt: at(7) });
    const moved = made(
      await work.coordinator.patch(`/meetings/${meeting.id}`, { startsAt: at(9), reason: 'Sjukdom.' }, meeting.version),
    );
    expect(await meetingOf(work.staff.bup, sip)).toMatchObject({ localTime: at(9), cancelled: false });
    made(await work.coordinator.post(`/meetings/${meeting.id}/cancellation`, { reason: 'Sjukdom.' }, moved.version));
    expect(await meetingOf(work.staff.bup, sip)).toMatchObject({ localTime: at(9), cancelled: true });
  });

  it('is no meeting that has been held, is past, or that the unit takes no part in any more', async () => {
    const held = await work.meetingHeld();
    expect(await meetingOf(work.staff.bup, held)).toBeUndefined();

    const past = await work.consented();
    await work.meeting(past, { startsAt: at(2) });
    const left = await work.consented();
    await work.meeting(left, { startsAt: at(20) });
    const { parties, version } = (await work.read(left.id)) as Row & { parties: (Row & { unit: Row })[] };
    const party = parties.find(({ unit }) => unit.id === work.units.bup)!;
    made(await work.coordinator.post(`/parties/${party.id}/leaving`, { leftOn: work.today, reason: 'Klar.' }, version));
    expect(await meetingOf(work.staff.bup, left)).toBeUndefined();
    expect(await meetingOf(work.staff.social, left)).toBeDefined();

    expect(await meetingOf(work.staff.bup, past)).toBeDefined();
    const threeDaysOn = new Date(`${addDays(work.today, 3)}T10:00:00Z`);
    jest.spyOn(test.app.get(Clock), 'now').mockReturnValue(threeDaysOn);
    expect(await meetingOf(work.staff.bup, past)).toBeUndefined();
  });

  it('of a protected child is for those named, and names nobody', async () => {
    const sip = await work.consented({ childId: (await work.child({ protection: 'SEKRETESSMARKERING' }, 1)).id });
    const calls = await Promise.all(
      (['social', 'bup'] as const).map(async (who) => {
        const { acting } = made(await work.staff[who].get('/session')) as unknown as { acting: Row };
        return { unitId: work.units[who], call: 'SUMMONS', readerIds: [acting.id] };
      }),
    );
    await work.meeting(sip, { startsAt: at(7), calls });
    const meeting = await meetingOf(work.staff.bup, sip);
    expect(meeting).toMatchObject({ localTime: at(7) });
    expect(meeting).not.toHaveProperty('place');
    const { coordinator, unit } = (await work.read(sip.id)) as Row & { coordinator: Row; unit: Row };
    const { text } = await work.staff.bup.get(`/received-cases/${sip.id}`);
    expect(text).toContain('"Svara till"');
    expect(text).not.toContain(String(coordinator['name']));
    expect(text).not.toContain(String(unit['name']));
  });

  it('comes first that is to be done first, promised or met; then what was handed out last', async () => {
    const own = await Casework.in(work.world, await work.world.user('SIP_COORDINATOR', 'apart'));
    const promised = async (days: number) => {
      const dueOn = addDays(own.today, days);
      const interventions = [
        { id: 'i1', text: 'Samtal.', unitId: own.units.bup, goalId: 'g1', dueOn: addDays(own.today, 80) },
        { id: 'i2', text: 'Kartläggning.', unitId: own.units.bup, goalId: 'g1', dueOn },
      ];
      const { id } = await own.planActive({ interventions });
      made(
        await own.coordinator.post(`/cases/${id}/disclosures`, { what: 'PLAN', units: [{ unitId: own.units.bup }] }),
      );
      return id;
    };
    const [soon, late] = [await promised(20), await promised(10)];
    const called = await own.consented();
    await own.meeting(called, { startsAt: `${addDays(own.today, 15)}T13:30` });
    const order = async () => (await list(own.staff.bup)).map(({ caseId }) => caseId);
    const of = (ids: string[]) => ids.filter((id) => [soon, late, called.id].includes(id));
    expect(of(await order())).toEqual([late, called.id, soon]);
    // When the day of the meeting has passed it asks nothing more of anybody; what was promised still does.
    jest.spyOn(test.app.get(Clock), 'now').mockReturnValue(new Date(`${addDays(own.today, 16)}T10:00:00Z`));
    expect(of(await order())).toEqual([late, soon, called.id]);
  });

  it('is told by SQL too to those called alone, and of the meeting no more than whether it is to be', async () => {
    const sip = await work.consented();
    const { id } = await work.meeting(sip, { startsAt: at(7) });
    const asked = (user: TestUser, what: string) =>
      test.app.get(Database).as(gateOf(user), async (scope) => {
        test.app.get(Log).record(looked);
        return scope.query({ text: `select ${what} from meeting where id = $1`, values: [id] });
      });
    expect(await asked(work.staff.bup, 'id, state')).toEqual([{ id, state: 'PLANNED' }]);
    expect(await asked(await work.world.user('REQUESTER', 'school'), 'id, state')).toEqual([]);
    await expect(asked(work.staff.bup, 'starts_at')).rejects.toThrow('permission denied');
  });
});
