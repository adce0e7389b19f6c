import { createTestApp, type TestApp } from '../../test/support/app.ts';
import { made } from '../../test/support/answer.ts';
import { ADVICE, Consulting, QUESTION } from '../../test/support/consultations.ts';
import { World } from '../../test/support/world.ts';
import { sealAll } from '../../test/support/sealed.ts';
import { Clock } from '../platform/index.ts';
import { FeedbackService } from './feedback.service.ts';

const REQUESTS = '/consultation-requests';

describe('the number of consultations', () => {
  let test: TestApp;
  let people: Consulting;

  beforeAll(async () => {
    test = await createTestApp({ worker: 'apart' });
  });
  // Each test counts in an area of its own.
  beforeEach(async () => {
    people = await Consulting.in(await World.create(test));
  });
  afterEach(() => jest.restoreAllMocks());
  afterAll(() => test.close());

  const turnClock = (instant: string): void => {
    jest.spyOn(test.app.get(Clock), 'now').mockImplementation(() => new Date(instant));
  };

  /** What the area's log counts to, year by year; a theme under its code. */
  async function counted(): Promise<Record<string, number>> {
    await sealAll(test);
    const { rows } = await test.owner.query(
      `select extract(year from month) || case key when '' then '' else ' ' || key end as cell, sum(value)::int as value
         from figure_total where area_id = $1 group by definition, 1 having sum(value) <> 0 order by 1`,
      [people.world.area],
    );
    return Object.fromEntries(rows.map(({ cell, value }) => [cell, value]));
  }

  const place = async (sittingId: string, requestId: string) => {
    const { version } = made(await people.coordinator.get(`${REQUESTS}/${requestId}`));
    made(await people.coordinator.post(`${REQUESTS}/${requestId}/placement`, { sittingId, minutes: 20 }, version));
    return people.consultation(sittingId, requestId);
  };

  it('counts each once when it is held, and under each of its themes', async () => {
    const { id } = await people.sitting();
    await people.submitted();
    await people.placed(id);
    expect(await counted()).toEqual({});
    await people.held(id, { ...QUESTION, themes: ['SCHOOL_ABSENCE', 'SUICIDE_RISK'] });
    await people.concluded(id);
    expect(await counted()).toEqual({ '2026': 2, '2026 SCHOOL_ABSENCE': 2, '2026 SUICIDE_RISK': 1 });
  });

  it('falls in the year that the sitting falls in, Swedish time', async () => {
    await people.held((await people.sitting('2025-12-31T23:30')).id);
    expect(await counted()).toEqual({ '2025': 1, '2025 SCHOOL_ABSENCE': 1 });
    await people.held((await people.sitting('2026-01-01T00:30')).id);
    expect(await counted()).toEqual({ '2025': 1, '2025 SCHOOL_ABSENCE': 1, '2026': 1, '2026 SCHOOL_ABSENCE': 1 });
  });

  it('falls in the year of the sitting, not of the click', async () => {
    const { id } = await people.sitting('2025-12-31T13:00');
    turnClock('2026-01-07T09:00:00Z');
    await people.held(id);
    expect(await counted()).toEqual({ '2025': 1, '2025 SCHOOL_ABSENCE': 1 });
  });

  it('does not count before the day of the sitting has come in Sweden', async () => {
    const { id } = await people.sitting('2027-01-01T00:30');
    const { id: requestId } = await people.placed(id);
    const consultation = await people.consultation(id, requestId);
    const hold = () => people.team.post(`/consultations/${consultation.id}/holding`, undefined, consultation.version);
    turnClock('2026-12-31T22:59:59Z');
    const { status, body } = await hold();
    expect([status, body.detail]).toEqual([409, 'Mötet har inte varit än. Markera frågan som hållen på mötesdagen.']);
    expect(await counted()).toEqual({});
    turnClock('2026-12-31T23:00:00Z');
    expect((await hold()).status).toBe(200);
    expect(await counted()).toEqual({ '2027': 1, '2027 SCHOOL_ABSENCE': 1 });
  });

  it('is taken back when the mark is, as often as that happens', async () => {
    const { id } = await people.sitting();
    const held = await people.held(id);
    const holding = `/consultations/${held.id}/holding`;
    const unheld = made(await people.team.delete(holding, held.version));
    expect(unheld).toMatchObject({ state: 'PLACED', requestState: 'SCHEDULED', steps: ['hold'] });
    expect(unheld).not.toHaveProperty('heldAt');
    expect(await counted()).toEqual({});
    const again = made(await people.team.post(holding, undefined, unheld.version));
    expect(await counted()).toEqual({ '2026': 1, '2026 SCHOOL_ABSENCE': 1 });
    made(await people.team.delete(holding, again.version));
    expect(await counted()).toEqual({});
    const { rows } = await test.owner.query(
      `select delta from figure_evidence where area_id = $1 and definition = 'consultations-held' order by idx`,
      [people.world.area],
    );
    expect(rows.map(({ delta }) => delta)).toEqual([1, -1, 1, -1]);
  });

  it('counts a question again when it is taken up at another sitting', async () => {
    const first = await people.concluded((await people.sitting('2025-11-05T13:00')).id);
    const { id } = await people.sitting('2026-02-05T13:00');
    const { id: second, version } = await place(id, String(first['requestId']));
    const held = made(await people.team.post(`/consultations/${second}/holding`, undefined, version));
    made(await people.team.post(`/consultations/${second}/conclusion`, { ...ADVICE, advice: 'Nu SIP.' }, held.version));
    expect(await counted()).toMatchObject({ '2025': 1, '2026': 1 });
    const { body } = await people.requester.get(`${REQUESTS}/${String(first['requestId'])}`);
    expect(body.answers.map(({ advice, heldOn }: Record<string, string>) => [heldOn, advice])).toEqual([
      ['2025-11-05', ADVICE.advice],
      ['2026-02-05', 'Nu SIP.'],
    ]);
  });

  it('keeps what was counted when a question is taken off one agenda and put on another', async () => {
    const [first, second] = [await people.sitting('2026-01-05T13:00'), await people.sitting('2027-01-05T13:00')];
    const request = await people.placed(first.id);
    made(await people.coordinator.delete(`${REQUESTS}/${request.id}/placement`, request.version));
    const consultation = await place(second.id, request.id);
    turnClock('2027-01-05T14:00:00Z');
    made(await people.team.post(`/consultations/${consultation.id}/holding`, undefined, consultation.version));
    expect(await counted()).toEqual({ '2027': 1, '2027 SCHOOL_ABSENCE': 1 });
  });

  it('counts each area by itself', async () => {
    await people.held((await people.sitting()).id);
    people = await Consulting.in(await World.create(test, 'Björkby'));
    expect(await counted()).toEqual({});
  });

  it('of many at once counts every one', async () => {
    const { id } = await people.sitting();
    const placed: { id: string; version: number }[] = [];
    for (let i = 0; i < 8; i++) placed.push(await people.consultation(id, (await people.placed(id)).id));
    const answers = await Promise.all(
      placed.flatMap((each) =>
        [people.team, people.coordinator].map((user) =>
          user.post(`/consultations/${each.id}/holding`, undefined, each.version),
        ),
      ),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(8);
    expect(answers.filter(({ status }) => status === 412)).toHaveLength(8);
    expect(await counted()).toEqual({ '2026': 8, '2026 SCHOOL_ABSENCE': 8 });
  });

  describe('did it help', () => {
    const ask = () => test.app.get(FeedbackService, { strict: false }).askWhereDue();
    const open = async () =>
      made(await people.requester.get(`${REQUESTS}?list=OPEN`))['requests'] as { state: string }[];

    // Whatever the tests before have left unasked is asked first.
    beforeEach(async () => {
      turnClock('2030-01-01T00:00:00Z');
      await ask();
    });

    it('is asked eight weeks after the sitting, once, by the job', async () => {
      await people.concluded((await people.sitting('2026-03-05T23:30')).id);
      turnClock('2026-04-29T21:59:59Z');
      await ask();
      expect(await open()).toMatchObject([{ state: 'CONCLUDED', version: 6 }]);
      turnClock('2026-04-29T22:00:00Z');
      expect(await ask()).toBe(1);
      expect(await open()).toMatchObject([{ state: 'FEEDBACK_DUE', version: 7 }]);
      expect(await ask()).toBe(0);
    });

    it('leaves an event for each question asked, and none when nothing is due', async () => {
      const events = async () => Number((await test.owner.query('select count(*) from log_event')).rows[0].count);
      await people.concluded((await people.sitting('2026-03-05T13:00')).id);
      await people.concluded((await people.sitting('2026-03-06T13:00')).id);
      const before = await events();
      turnClock('2026-05-01T00:00:00Z');
      expect(await Promise.all([ask(), ask()]).then(([one, other]) => one + other)).toBe(2);
      expect(await events()).toBe(before + 2);
      await ask();
      expect(await events()).toBe(before + 2);
    });

    it('can be answered before it is asked', async () => {
      const { requestId } = await people.concluded((await people.sitting()).id);
      const path = `${REQUESTS}/${String(requestId)}`;
      const { version } = made(await people.requester.get(path));
      for (const feedback of [
        {},
        { helped: 0 },
        { helped: 6 },
        { helped: 2.5 },
        { helped: 3, adviceFollowed: 'MAYBE' },
      ]) {
        expect((await people.requester.post(`${path}/feedback`, feedback, version)).status).toBe(422);
      }
      const answered = made(await people.requester.post(`${path}/feedback`, { helped: 5 }, version));
      expect(answered).toMatchObject({ state: 'FEEDBACK_DONE', feedback: { helped: 5 } });
    });
  });
});
