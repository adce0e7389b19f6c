import { createTestApp, type TestApp } from '../../test/support/app.ts';
import { made } from '../../test/support/answer.ts';
import { ADVICE, Consulting } from '../../test/support/consultations.ts';
import type { TestUser } from '../../test/support/user.ts';
import { World } from '../../test/support/world.ts';

const REQUESTS = '/consultation-requests';

describe('who sees a question', () => {
  let test: TestApp;
  let people: Consulting;
  let elsewhere: Consulting;
  let colleague: TestUser;
  let otherUnit: TestUser;
  let sitting: string;

  beforeAll(async () => {
    test = await createTestApp({ worker: 'apart' });
    people = await Consulting.in(await World.create(test));
    elsewhere = await Consulting.in(await World.create(test, 'Björkby'));
    colleague = await people.world.user('REQUESTER', 'school');
    otherUnit = await people.world.user('REQUESTER', 'social');
    sitting = (await people.sitting()).id;
  });
  afterAll(() => test.close());

  const sees = async (user: TestUser, id: string): Promise<boolean> => {
    const { status } = await user.get(`${REQUESTS}/${id}`);
    expect([200, 404]).toContain(status);
    return status === 200;
  };
  const lists = async (user: TestUser, list = 'ALL'): Promise<string[]> =>
    (made(await user.get(`${REQUESTS}?list=${list}&limit=100`))['requests'] as { id: string }[]).map(({ id }) => id);
  const others = (): TestUser[] => [otherUnit, elsewhere.requester, elsewhere.coordinator, elsewhere.team];

  it('while it is a draft: its author, and nobody else', async () => {
    const { id, version } = await people.draft();
    expect(await sees(people.requester, id)).toBe(true);
    expect(await lists(people.requester, 'OPEN')).toContain(id);
    for (const user of [colleague, people.coordinator, people.team, ...others()])
      expect(await sees(user, id)).toBe(false);
    for (const user of [colleague, people.coordinator, otherUnit]) expect(await lists(user)).not.toContain(id);
    expect((await colleague.patch(`${REQUESTS}/${id}`, { tried: 'Nytt.' }, version)).status).toBe(404);
    expect((await colleague.delete(`${REQUESTS}/${id}`, version)).status).toBe(404);
    expect((await colleague.post(`${REQUESTS}/${id}/submission`, { childAtRisk: false }, version)).status).toBe(404);
  });

  it('once it is sent in: the asking unit and the coordinators of the area', async () => {
    const { id } = await people.submitted();
    for (const user of [people.requester, colleague, people.coordinator]) {
      expect(await sees(user, id)).toBe(true);
      expect(await lists(user, 'OPEN')).toContain(id);
    }
    for (const user of [people.team, ...others()]) expect(await sees(user, id)).toBe(false);
    for (const user of [otherUnit, elsewhere.requester, elsewhere.coordinator])
      expect(await lists(user)).not.toContain(id);
  });

  it('once it is placed: the team too, until it is taken off again', async () => {
    const { id, version } = await people.placed(sitting);
    expect(await sees(people.team, id)).toBe(true);
    for (const user of others()) expect(await sees(user, id)).toBe(false);
    made(await people.coordinator.delete(`${REQUESTS}/${id}/placement`, version));
    expect(await sees(people.team, id)).toBe(false);
  });

  it('cannot be changed from another unit or area, and looks as if it were not there', async () => {
    const { id, version } = await people.accepted();
    const nowhere = '01890a5d-ac96-774b-bcce-b302099a8057';
    const attempts: [TestUser, string, object | undefined][] = [
      [otherUnit, 'withdrawal', { reason: 'Det löste sig.' }],
      [elsewhere.requester, 'feedback', { helped: 1 }],
      [elsewhere.coordinator, 'return', { question: 'Vem?' }],
      [elsewhere.coordinator, 'placement', { sittingId: sitting, minutes: 20 }],
    ];
    for (const [user, step, body] of attempts) {
      const here = await user.post(`${REQUESTS}/${id}/${step}`, body, version);
      const there = await user.post(`${REQUESTS}/${nowhere}/${step}`, body, version);
      expect(here.status).toBe(404);
      expect({ ...here.body, instance: '' }).toEqual({ ...there.body, instance: '' });
    }
  });

  it('is not placed on the sitting of another area', async () => {
    const { id, version } = await people.accepted();
    const { id: sittingId } = await elsewhere.sitting();
    const { status, body } = await people.coordinator.post(
      `${REQUESTS}/${id}/placement`,
      { sittingId, minutes: 20 },
      version,
    );
    expect([status, body.errors[0].field]).toEqual([422, 'sittingId']);
  });

  it('shows the sitting and its sheets to the team and the coordinators of the area only', async () => {
    const { id: requestId } = await people.placed(sitting);
    const { id } = await people.consultation(sitting, requestId);
    for (const path of [`/sittings/${sitting}`, `/consultations/${id}`]) {
      for (const user of [people.team, people.coordinator]) expect((await user.get(path)).status).toBe(200);
      for (const user of [elsewhere.team, elsewhere.coordinator]) expect((await user.get(path)).status).toBe(404);
      for (const user of [people.requester, otherUnit]) expect((await user.get(path)).status).toBe(403);
    }
    const coming = async (user: TestUser) =>
      (made(await user.get('/sittings'))['sittings'] as { id: string }[]).map((each) => each.id);
    expect(await coming(people.team)).toContain(sitting);
    expect(await coming(elsewhere.team)).not.toContain(sitting);
  });

  it('keeps the advice from the asking unit until the answer is given', async () => {
    const held = await people.held(sitting);
    const path = `${REQUESTS}/${String(held['requestId'])}`;
    const drafted = made(
      await people.team.patch(`/consultations/${held.id}`, { ...ADVICE, advice: 'En halv tanke' }, held.version),
    );
    expect(drafted['advice']).toBe('En halv tanke');
    for (const user of [people.requester, colleague]) {
      const answer = await user.get(path);
      expect(answer.body.answers).toEqual([]);
      expect(answer.text).not.toMatch(/En halv tanke|ADVICE_ONLY/);
      expect((await user.get(`/consultations/${held.id}`)).status).toBe(403);
    }
    made(await people.team.post(`/consultations/${held.id}/conclusion`, ADVICE, drafted.version));
    expect((await colleague.get(path)).body.answers).toMatchObject([ADVICE]);
  });

  it("keeps the coordinator's preparation from the asking unit", async () => {
    const { id } = await people.accepted();
    made(await people.coordinator.put(`${REQUESTS}/${id}/preparation`, { checks: [], note: 'Mellan oss' }, 0));
    expect((await people.requester.get(`${REQUESTS}/${id}/preparation`)).status).toBe(403);
    expect((await people.requester.get(`${REQUESTS}/${id}`)).text).not.toContain('Mellan oss');
    expect((await people.team.get(`${REQUESTS}/${id}/preparation`)).status).toBe(404);
  });
});
