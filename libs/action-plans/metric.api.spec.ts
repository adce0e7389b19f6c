import { createTestApp, type TestApp } from '../../test/support/app.ts';
import { made } from '../../test/support/answer.ts';
import { Consulting, QUESTION } from '../../test/support/consultations.ts';
import { allSealed } from '../../test/support/sealed.ts';
import type { TestUser } from '../../test/support/user.ts';
import { World } from '../../test/support/world.ts';
import { openCheckpoint, parseProof, parseVerifierKey, verifyInclusion, verifyProof } from '../evidence/index.ts';
import { newId } from '../platform/index.ts';

const TWO_THEMES = { ...QUESTION, themes: ['SCHOOL_ABSENCE', 'SUBSTANCE_USE'] };

/** A plan for 2026 with a metric for each definition; answers the metrics' ids. */
async function planWith({ test, area }: World, ...definitions: string[]): Promise<string[]> {
  const [plan, focus, objective] = [newId(), newId(), newId()];
  await test.owner.query(
    `insert into action_plan (id, area_id, body, year, name) values ($1, $2, 'NOSAM', 2026, 'Planen')`,
    [plan, area],
  );
  await test.owner.query(`insert into focus_area (id, area_id, plan_id, position, name) values ($1, $2, $3, 1, 'F')`, [
    focus,
    area,
    plan,
  ]);
  await test.owner.query(
    `insert into objective (id, area_id, focus_area_id, position, name, text) values ($1, $2, $3, 1, 'M', 'T')`,
    [objective, area, focus],
  );
  const metrics = definitions.map((definition) => ({ id: newId(), definition }));
  for (const [i, { id, definition }] of metrics.entries()) {
    await test.owner.query(
      `insert into metric (id, area_id, objective_id, position, name, definition) values ($1, $2, $3, $4, 'Antal', $5)`,
      [id, area, objective, i + 1, definition],
    );
  }
  return metrics.map(({ id }) => id);
}

describe('the evidence of a figure', () => {
  let test: TestApp;
  let people: Consulting;
  let manager: TestUser;
  let whole: string;
  let byTheme: string;
  let sitting: string;

  beforeAll(async () => {
    test = await createTestApp();
    const world = await World.create(test);
    people = await Consulting.in(world);
    manager = await world.user('MANAGER', 'office');
    [whole, byTheme] = (await planWith(world, 'consultations-held', 'consultations-by-theme')) as [string, string];
    sitting = (await people.sitting('2026-03-05T13:00')).id;
    for (let i = 0; i < 4; i++) await people.held(sitting, TWO_THEMES);
    await allSealed(test);
  });
  afterAll(() => test.close());

  it.each([
    ['the whole', () => whole],
    ['a split figure', () => byTheme],
  ])('is not opened for %s of four: too few to show', async (_, metric) => {
    const { status, body } = await manager.get(`/metrics/${metric()}/evidence`);
    expect(status).toBe(409);
    expect(body).toMatchObject({ type: '/problem/too-few-to-show', title: 'För få för att visas' });
  });

  it('is not opened for a year in which nothing was counted', async () => {
    expect((await manager.get(`/metrics/${whole}/evidence?year=2025`)).status).toBe(409);
  });

  describe('when there are six, and one that was taken back', () => {
    beforeAll(async () => {
      for (let i = 0; i < 2; i++) await people.held(sitting, TWO_THEMES);
      const { id, version } = await people.held(sitting, TWO_THEMES);
      made(await people.team.delete(`/consultations/${id}/holding`, version));
      await allSealed(test);
    });

    it('is every event once, also for a figure that counted it under two themes', async () => {
      const [one, split] = await Promise.all(
        [whole, byTheme].map(async (metric) => made(await manager.get(`/metrics/${metric}/evidence`))),
      );
      const events = one!['events'] as { index: number; delta: number }[];
      expect(events).toHaveLength(8);
      expect(one).toMatchObject({ total: 8, page: 1 });
      expect(events.map(({ delta }) => delta).filter((delta) => delta === -1)).toHaveLength(1);
      expect(events.map(({ index }) => index)).toEqual(events.map(({ index }) => index).toSorted((a, b) => a - b));
      const where = ({ events: rows }: typeof one & object) =>
        (rows as typeof events).map(({ index, delta }) => [index, delta]);
      expect(where(split!)).toEqual(where(one!));
      expect(split).toMatchObject({ total: 8 });
    });

    it('comes page by page', async () => {
      const page = made(await manager.get(`/metrics/${byTheme}/evidence?page=2&limit=5`));
      expect(page['events']).toHaveLength(3);
      expect(page).toMatchObject({ total: 8, page: 2, limit: 5 });
    });

    it('is proved under the signed checkpoint, and says nothing else', async () => {
      const { verifierKey, plan } = made(await manager.get(`/metrics/${whole}/figure`));
      expect(plan).toEqual({ id: expect.any(String), name: 'Planen' });
      const { events } = made(await manager.get(`/metrics/${whole}/evidence`));
      for (const event of events as { index: number; leafHash: string; proof: string }[]) {
        expect(Object.keys(event).toSorted()).toEqual(['delta', 'index', 'leafHash', 'proof']);
        const { index, hashes, checkpoint: note } = parseProof(event.proof);
        const { size, root } = openCheckpoint(note, parseVerifierKey(verifierKey as string));
        expect(index).toBe(event.index);
        expect(verifyInclusion(Buffer.from(event.leafHash, 'base64'), index, size, hashes, root)).toBe(true);
        const { rows } = await test.owner.query(
          `select e.entry from log_leaf l join log_event e using (event_id) where l.area_id = $1 and l.idx = $2`,
          [people.world.area, index],
        );
        expect(verifyProof(event.proof, rows[0].entry, parseVerifierKey(verifierKey as string)).index).toBe(index);
      }
    });

    it('is never listed for one theme: that would single out small groups', async () => {
      const { status, body } = await manager.get(`/metrics/${byTheme}/evidence?key=SUBSTANCE_USE`);
      expect(status).toBe(422);
      expect(body.errors[0].field).toBe('key');
    });
  });

  it('is the manager’s alone', async () => {
    expect((await people.coordinator.get(`/metrics/${whole}/evidence`)).status).toBe(403);
    expect((await manager.get(`/metrics/${newId()}/evidence`)).status).toBe(404);
  });
});
