import { createTestApp, type TestApp } from '../../test/support/app.ts';
import { made } from '../../test/support/answer.ts';
import { ADVICE, Consulting, QUESTION } from '../../test/support/consultations.ts';
import { World } from '../../test/support/world.ts';

const REQUESTS = '/consultation-requests';

describe('a question to the consultation team', () => {
  let test: TestApp;
  let people: Consulting;

  beforeAll(async () => {
    test = await createTestApp();
    people = await Consulting.in(await World.create(test));
  });
  afterAll(() => test.close());

  it('goes from draft to answer and on to its end, and each sees what to do next', async () => {
    const { requester, coordinator, team } = people;
    const draft = made(await requester.post(REQUESTS, {}));
    expect(draft).toMatchObject({
      state: 'DRAFT',
      version: 1,
      mode: 'ANONYMISED',
      question: '',
      themes: [],
      answers: [],
    });
    expect(draft['steps']).toEqual(['edit', 'discard', 'submit']);
    const path = `${REQUESTS}/${draft.id}`;

    const written = made(await requester.patch(path, QUESTION, 1));
    expect(written).toMatchObject({ ...QUESTION, version: 2 });
    const kept = made(await requester.patch(path, { tried: 'Nytt.' }, 2));
    expect(kept).toMatchObject({ ...QUESTION, tried: 'Nytt.', version: 3 });
    const sent = made(await requester.post(`${path}/submission`, { childAtRisk: false }, 3));
    expect(sent).toMatchObject({ state: 'SUBMITTED', steps: ['withdraw'] });

    const returned = made(await coordinator.post(`${path}/return`, { question: 'Hur länge?' }, 4));
    expect(returned).toMatchObject({ state: 'RETURNED', returnQuestion: 'Hur länge?', steps: [] });
    expect(made(await requester.get(path))['steps']).toEqual(['edit', 'submit', 'withdraw']);
    made(await requester.patch(path, { question: 'Sedan i våras. Vem tar nästa steg?' }, 5));
    made(await requester.post(`${path}/submission`, { childAtRisk: false }, 6));
    made(await coordinator.post(`${path}/triage`, undefined, 7));
    made(await coordinator.post(`${path}/acceptance`, undefined, 8));

    const preparation = { checks: ['QUESTION_CLEAR'], note: 'Bjud in skolsköterskan.' };
    expect(made(await coordinator.put(`${path}/preparation`, preparation, 0))).toMatchObject({
      ...preparation,
      version: 1,
    });
    const sitting = await people.sitting('2026-03-05T13:00');
    const placed = made(await coordinator.post(`${path}/placement`, { sittingId: sitting.id, minutes: 20 }, 9));
    expect(placed).toMatchObject({
      state: 'SCHEDULED',
      sitting: { id: sitting.id, place: 'Rum 1', startsAt: '2026-03-05T12:00:00+00:00' },
    });

    const sheet = await people.consultation(sitting.id, draft.id);
    expect(sheet).toMatchObject({
      question: 'Sedan i våras. Vem tar nästa steg?',
      tried: 'Nytt.',
      note: 'Bjud in skolsköterskan.',
      checks: ['QUESTION_CLEAR'],
      slotTime: '2026-03-05T13:00',
      steps: ['hold'],
    });
    const consultation = `/consultations/${sheet.id}`;
    made(await team.post(`${consultation}/holding`, undefined, 1));
    made(await team.patch(consultation, { ...ADVICE, advice: 'Första tanken.' }, 2));
    const answer = { advice: 'Kalla till SIP.', outcomes: ['ADVICE_ONLY', 'RECOMMEND_SIP'], followUpOn: '2026-04-01' };
    const concluded = made(await team.post(`${consultation}/conclusion`, answer, 3));
    expect(concluded).toMatchObject({
      ...answer,
      state: 'CONCLUDED',
      sipRecommendation: expect.stringMatching(/^R-/),
      steps: [],
    });

    const answered = made(await requester.get(path));
    expect(answered).toMatchObject({
      state: 'CONCLUDED',
      feedbackDueOn: '2026-04-30',
      answers: [{ ...answer, heldOn: '2026-03-05', referrals: [], sipRecommendation: concluded['sipRecommendation'] }],
      steps: ['give-feedback'],
    });
    const feedback = { helped: 4, adviceFollowed: 'PARTLY', sipStarted: true };
    const done = made(await requester.post(`${path}/feedback`, feedback, answered.version));
    expect(done).toMatchObject({ state: 'FEEDBACK_DONE', feedback, steps: [] });
    const closed = made(await coordinator.post(`${path}/closing`, undefined, done.version));
    expect(closed).toMatchObject({ state: 'CLOSED', steps: [] });
  });

  it('says where it belongs when it is redirected, and why when it is taken back', async () => {
    const { requester, coordinator } = people;
    const redirected = await people.submitted();
    const where = { to: 'SOCIAL_SERVICES', reason: 'Det avgörs av socialtjänsten.' };
    made(await coordinator.post(`${REQUESTS}/${redirected.id}/redirection`, where, redirected.version));
    expect(made(await requester.get(`${REQUESTS}/${redirected.id}`))).toMatchObject({
      state: 'REDIRECTED',
      redirection: where,
    });
    const withdrawn = await people.accepted();
    made(
      await requester.post(`${REQUESTS}/${withdrawn.id}/withdrawal`, { reason: 'Det löste sig.' }, withdrawn.version),
    );
    expect(made(await coordinator.get(`${REQUESTS}/${withdrawn.id}`))).toMatchObject({
      state: 'WITHDRAWN',
      withdrawalReason: 'Det löste sig.',
    });
  });

  it('stops where a child is at risk now, and points to the report of concern', async () => {
    const { id, version } = await people.draft();
    const { status, body } = await people.requester.post(
      `${REQUESTS}/${id}/submission`,
      { childAtRisk: true },
      version,
    );
    expect(status).toBe(422);
    expect(body).toMatchObject({
      type: '/problem/report-of-concern',
      detail: expect.stringContaining('orosanmälan'),
      legalReference: 'SoL (2025:400) 19 kap. 1 §',
    });
    expect(made(await people.requester.get(`${REQUESTS}/${id}`))).toMatchObject({ state: 'DRAFT', version });
    expect((await people.coordinator.get(`${REQUESTS}/${id}`)).status).toBe(404);
  });

  it('is not sent in before it is whole', async () => {
    const { id, version } = await people.draft({});
    const { status, body } = await people.requester.post(
      `${REQUESTS}/${id}/submission`,
      { childAtRisk: false },
      version,
    );
    expect(status).toBe(422);
    expect(body.errors.map(({ field }: { field: string }) => field)).toEqual([
      'question',
      'themes',
      'ageBand',
      'tried',
      'services',
    ]);
  });

  it('gets an answer only with advice, outcomes and receivers on the lists', async () => {
    const { id } = await people.sitting('2026-03-06T13:00');
    const held = await people.held(id);
    const conclude = (advice: object) =>
      people.team.post(`/consultations/${held.id}/conclusion`, { ...ADVICE, ...advice }, held.version);
    for (const [advice, field] of [
      [{ advice: '' }, 'advice'],
      [{ outcomes: [] }, 'outcomes'],
      [{ outcomes: ['GONE'] }, 'outcomes'],
      [{ outcomes: ['RECOMMEND_REFERRAL'] }, 'referrals'],
      [{ referrals: ['FIRST_LINE'] }, 'referrals'],
      [{ followUpOn: '2026-03-06' }, 'followUpOn'],
      [{ followUpOn: 'i april' }, 'followUpOn'],
      [{ followUpOn: '2026-02-30' }, 'followUpOn'],
    ] as const) {
      const { status, body } = await conclude(advice);
      expect([advice, status, body.errors?.[0].field]).toEqual([advice, 422, field]);
    }
    made(await conclude({ followUpOn: null }));
  });

  describe('built on an old version', () => {
    const versioned = async () => {
      const sitting = await people.sitting(`2026-05-${String(10 + sittings++)}T13:00`);
      const held = await people.held(sitting.id);
      const request = made(await people.coordinator.get(`${REQUESTS}/${String(held['requestId'])}`));
      const draft = await people.draft();
      const { version } = made(await people.team.get(`/sittings/${sitting.id}`));
      return [
        {
          user: people.requester,
          method: 'patch',
          path: `${REQUESTS}/${draft.id}`,
          body: { tried: 'Nytt.' },
          version: draft.version,
        },
        { user: people.requester, method: 'delete', path: `${REQUESTS}/${draft.id}`, version: draft.version },
        {
          user: people.coordinator,
          method: 'post',
          path: `${REQUESTS}/${request.id}/closing`,
          version: request.version,
        },
        {
          user: people.coordinator,
          method: 'put',
          path: `${REQUESTS}/${request.id}/preparation`,
          body: { checks: [], note: '' },
          version: 0,
        },
        { user: people.team, method: 'patch', path: `/consultations/${held.id}`, body: ADVICE, version: held.version },
        { user: people.team, method: 'post', path: `/sittings/${sitting.id}/end`, version },
      ] as const;
    };
    let sittings = 0;

    it('is refused with 412 and the version to read, before anything else', async () => {
      for (const { user, method, path, version, ...more } of await versioned()) {
        const { status, body } = await user.ask(method, path, 'body' in more ? more.body : undefined, version + 7);
        expect([path, status, body.currentVersion]).toEqual([path, 412, version]);
      }
    });

    it('is refused with 428 when it says no version, and 422 when what it says is none', async () => {
      for (const { user, method, path, ...more } of await versioned()) {
        const body = 'body' in more ? more.body : undefined;
        expect([path, (await user.ask(method, path, body)).status]).toEqual([path, 428]);
        for (const version of ['1', '*', 'W/"1"', '"-1"', '"1", "2"', '"1e3"']) {
          const answer = await user.ask(method, path, body, undefined, { 'if-match': version });
          expect([path, version, answer.status, answer.body.errors[0].field]).toEqual([path, version, 422, 'If-Match']);
        }
      }
    });

    it('of two at once lets one through', async () => {
      const { id, version } = await people.submitted();
      const answers = await Promise.all(
        ['acceptance', 'triage', 'acceptance', 'triage'].map((step) =>
          people.coordinator.post(`${REQUESTS}/${id}/${step}`, undefined, version),
        ),
      );
      expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 412, 412, 412]);
      expect(made(await people.coordinator.get(`${REQUESTS}/${id}`)).version).toBe(version + 1);
    });
  });

  it('destroys the key of a draft that is thrown away', async () => {
    const { id, version } = await people.draft();
    const keys = `select count(*)::int as keys from data_key where area_id = $1`;
    const before = (await test.owner.query(keys, [people.world.area])).rows[0].keys;
    expect((await people.requester.delete(`/consultation-requests/${id}`, version)).status).toBe(204);
    expect((await test.owner.query(keys, [people.world.area])).rows[0].keys).toBe(before - 1);
  });
});
