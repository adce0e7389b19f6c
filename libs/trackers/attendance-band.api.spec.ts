import { createTestApp, type TestApp } from '../../test/support/app.ts';
import { Casework } from '../../test/support/casework.ts';
import type { Row } from '../../test/support/answer.ts';
import { sealAll } from '../../test/support/sealed.ts';
import { gateOf } from '../../test/support/user.ts';
import { World } from '../../test/support/world.ts';
import { Database } from '../platform/index.ts';

describe('absence from school, in bands', () => {
  let test: TestApp;
  let work: Casework;

  beforeAll(async () => {
    test = await createTestApp({ worker: 'apart' });
    work = await Casework.in(await World.create(test));
  });
  afterAll(() => test.close());

  const put = ({ id }: Row, version: number, change: object) =>
    work.coordinator.put(`/cases/${id}/attendance`, change, version);
  const noted = (point: string, band: string, daysAgo: number) => ({ point, band, recordedOn: work.daysAgo(daysAgo) });

  it('is noted at the start, on the way and at the end, compared and counted, and taken back', async () => {
    const sip = await work.registered();
    const figure = async () => {
      await sealAll(test);
      const { rows } = await test.owner.query(
        `select key, sum(value)::int as value from figure_total where area_id = $1 and definition = 'absence-changes' group by key having sum(value) <> 0`,
        [work.world.area],
      );
      return rows;
    };
    await put(sip, 0, noted('START', 'FROM_80', 100));
    await put(sip, 0, noted('FOLLOW_UP', 'FROM_80', 50));
    expect(await figure()).toEqual([]);
    const ended = await put(sip, 0, noted('END', 'FROM_20_TO_40', 1));
    expect([ended.status, ended.body]).toMatchObject([200, { change: 'IMPROVED' }]);
    expect(await figure()).toEqual([{ key: 'IMPROVED', value: 1 }]);
    const corrected = await put(sip, 1, noted('END', 'FROM_80', 1));
    expect([corrected.status, (corrected.body as { errors: Row[] }).errors[0]!['field']]).toEqual([422, 'band']);
    expect((await put(sip, 1, { point: 'END' })).body).not.toHaveProperty('change');
    expect(await figure()).toEqual([]);
    expect((await put(sip, 1, { point: 'END' })).status).toBe(412);
    expect((await put(sip, 2, noted('END', 'FROM_80', 1))).body).toMatchObject({ change: 'SAME' });
  });

  it('is half an answer without its day or its band', async () => {
    const sip = await work.registered();
    const field = async (change: object) =>
      ((await put(sip, 0, { point: 'START', ...change })).body as { errors: Row[] }).errors[0]!['field'];
    expect(await field({ band: 'FROM_80' })).toBe('recordedOn');
    expect(await field({ recordedOn: work.today })).toBe('band');
    expect(await field({ band: 'MYCKET', recordedOn: work.today })).toBe('band');
  });

  it('is read by the case’s coordinators alone: no party, not the school, by HTTP or SQL, and no other area', async () => {
    const school = await work.world.user('REQUESTER', 'school');
    const sip = await work.registered({ unitIds: [work.units.school, work.units.bup] });
    await put(sip, 0, noted('START', 'FROM_80', 3));
    const strangers = await Casework.in(await World.create(test, 'Ekby'));
    const path = `/cases/${sip.id}/attendance`;
    expect((await school.get(path)).status).toBe(403);
    expect((await strangers.coordinator.get(path)).status).toBe(404);
    const asked = test.app
      .get(Database)
      .as(gateOf(school), (scope) => scope.query({ text: 'select band from attendance_band' }));
    await expect(asked).rejects.toMatchObject({ code: '42501' });
  });
});
