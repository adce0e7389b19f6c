import { createTestApp, type TestApp } from '../../test/support/app.ts';
import { made } from '../../test/support/answer.ts';
import { ADVICE, Consulting } from '../../test/support/consultations.ts';
import { World } from '../../test/support/world.ts';
import type { SittingView } from './sitting.dto.ts';

const REQUESTS = '/consultation-requests';

describe('a sitting of the team', () => {
  let test: TestApp;
  let people: Consulting;
  let days = 0;

  beforeAll(async () => {
    test = await createTestApp({ worker: 'apart' });
    people = await Consulting.in(await World.create(test));
  });
  afterAll(() => test.close());

  const planned = async (): Promise<string> =>
    (await people.sitting(`2026-01-${String(++days).padStart(2, '0')}T13:00`)).id;
  const read = async (id: string): Promise<SittingView> => made(await people.team.get(`/sittings/${id}`)) as never;

  it('keeps the time that was meant, on either side of the clock change', async () => {
    const winter = await people.sitting('2026-03-28T13:00');
    const summer = await people.sitting('2026-03-29T13:00');
    expect(winter).toMatchObject({ localTime: '2026-03-28T13:00', startsAt: '2026-03-28T12:00:00+00:00' });
    expect(summer).toMatchObject({ localTime: '2026-03-29T13:00', startsAt: '2026-03-29T11:00:00+00:00' });
  });

  it.each(['2026-03-29T02:30', '2026-10-25T02:30'])(
    'is not planned at %s, when the clocks change',
    async (startsAt) => {
      const { status, body } = await people.coordinator.post('/sittings', { startsAt, minutes: 60, place: 'Rum 1' });
      expect([status, body.errors]).toEqual([
        422,
        [{ field: 'startsAt', message: 'Klockan ställs om just då. Välj en annan tid.' }],
      ]);
    },
  );

  it('is not planned twice at one time', async () => {
    const sitting = await read(await planned());
    const again = { startsAt: sitting.localTime, minutes: 60, place: 'Rum 2' };
    expect((await people.coordinator.post('/sittings', again)).status).toBe(409);
  });

  it('gives each question its time, in the order of the agenda', async () => {
    const id = await planned();
    const [first, second, third] = [await people.placed(id), await people.placed(id), await people.placed(id)];
    const day = (await read(id)).localTime.slice(0, 10);
    const agenda = async () => (await read(id)).agenda.map(({ requestId, slotTime }) => [requestId, slotTime]);
    expect(await agenda()).toEqual([
      [first.id, `${day}T13:00`],
      [second.id, `${day}T13:20`],
      [third.id, `${day}T13:40`],
    ]);

    const { agenda: items, version, questions, plannedMinutes } = await read(id);
    expect([questions, plannedMinutes]).toEqual([3, 60]);
    const consultationIds = [items[2]!.id, items[0]!.id, items[1]!.id];
    made(await people.coordinator.put(`/sittings/${id}/order`, { consultationIds }, version));
    expect(await agenda()).toEqual([
      [third.id, `${day}T13:00`],
      [first.id, `${day}T13:20`],
      [second.id, `${day}T13:40`],
    ]);
    for (const wrong of [consultationIds.slice(1), [...consultationIds, items[0]!.id.replace(/^./, 'f')]]) {
      expect(
        (await people.coordinator.put(`/sittings/${id}/order`, { consultationIds: wrong }, version + 1)).status,
      ).toBe(422);
    }
    expect((await people.team.put(`/sittings/${id}/order`, { consultationIds }, version + 1)).status).toBe(403);
  });

  it('is not reordered over a question that has come since', async () => {
    const id = await planned();
    await people.placed(id);
    const { agenda, version } = await read(id);
    await people.placed(id);
    const order = { consultationIds: agenda.map((item) => item.id) };
    expect((await people.coordinator.put(`/sittings/${id}/order`, order, version)).status).toBe(412);
  });

  it('notes who of the team came', async () => {
    const id = await planned();
    const [{ assignmentId, present } = { assignmentId: '' }] = (await read(id)).attendance;
    expect(present).toBeUndefined();
    const mark = (to: boolean, who = assignmentId) =>
      people.team.put(`/sittings/${id}/attendance`, { marks: [{ assignmentId: who, present: to }] });
    for (const to of [true, false]) {
      made(await mark(to));
      expect((await read(id)).attendance).toMatchObject([{ assignmentId, present: to }]);
    }
    const { rows } = await test.owner.query(`select id from assignment where role = 'REQUESTER' limit 1`);
    expect((await mark(true, rows[0].id)).status).toBe(422);
  });

  it('ends when every question has been answered, and is then as it is', async () => {
    const id = await planned();
    const end = async () => people.team.post(`/sittings/${id}/end`, undefined, (await read(id)).version);
    const held = await people.held(id);
    expect((await end()).status).toBe(409);
    made(await people.team.post(`/consultations/${held.id}/conclusion`, ADVICE, held.version));
    expect(made(await end())['state']).toBe('ENDED');

    const { version, agenda, attendance } = await read(id);
    const marks = attendance.map(({ assignmentId }) => ({ assignmentId, present: true }));
    expect((await people.team.put(`/sittings/${id}/attendance`, { marks })).status).toBe(409);
    const order = { consultationIds: agenda.map((item) => item.id) };
    expect((await people.coordinator.put(`/sittings/${id}/order`, order, version)).status).toBe(409);
    expect((await end()).status).toBe(409);
    expect((await people.team.delete(`/consultations/${held.id}/holding`, held.version + 1)).status).toBe(409);
    const next = await people.accepted();
    const { status, body } = await people.coordinator.post(
      `${REQUESTS}/${next.id}/placement`,
      { sittingId: id, minutes: 20 },
      next.version,
    );
    expect([status, body.errors[0].field]).toEqual([422, 'sittingId']);
    const list = async (which: string) =>
      (made(await people.team.get(`/sittings?list=${which}&limit=100`))['sittings'] as { id: string }[]).map(
        (each) => each.id,
      );
    expect([(await list('COMING')).includes(id), (await list('PAST')).includes(id)]).toEqual([false, true]);
  });

  it('ends although a question was taken off it, or taken back by those who asked', async () => {
    const id = await planned();
    const off = await people.placed(id);
    made(await people.coordinator.delete(`${REQUESTS}/${off.id}/placement`, off.version));
    const withdrawn = await people.placed(id);
    made(
      await people.requester.post(
        `${REQUESTS}/${withdrawn.id}/withdrawal`,
        { reason: 'Det löste sig.' },
        withdrawn.version,
      ),
    );
    for (const user of [people.team, people.coordinator]) {
      const sitting = made(await user.get(`/sittings/${id}`));
      expect(sitting).toMatchObject({ agenda: [], questions: 0, plannedMinutes: 0 });
    }
    made(await people.team.post(`/sittings/${id}/end`, undefined, (await read(id)).version));
  });

  it('takes a question up once, and again only at another sitting', async () => {
    const [id, later] = [await planned(), await planned()];
    const { requestId } = await people.concluded(id);
    const request = made(await people.coordinator.get(`${REQUESTS}/${String(requestId)}`));
    const place = (sittingId: string) =>
      people.coordinator.post(`${REQUESTS}/${request.id}/placement`, { sittingId, minutes: 20 }, request.version);
    expect((await place(id)).status).toBe(409);
    expect(made(await place(later))).toMatchObject({
      state: 'SCHEDULED',
      sitting: { id: later },
      answers: [{ advice: ADVICE.advice }],
    });
  });

  it('lets through one of taking up and taking back, when both happen at once', async () => {
    const id = await planned();
    for (let round = 0; round < 5; round++) {
      const request = await people.placed(id);
      const consultation = await people.consultation(id, request.id);
      const answers = await Promise.all([
        people.team.post(`/consultations/${consultation.id}/holding`, undefined, consultation.version),
        people.requester.post(`${REQUESTS}/${request.id}/withdrawal`, { reason: 'Löst.' }, request.version),
        people.coordinator.delete(`${REQUESTS}/${request.id}/placement`, request.version),
      ]);
      const statuses = answers.map(({ status }) => status);
      expect(statuses.filter((status) => status === 200)).toHaveLength(1);
      for (const status of statuses) expect([200, 404, 409, 412]).toContain(status);
    }
  });
});
