import { createTestApp, type TestApp } from '../../test/support/app.ts';
import { Casework } from '../../test/support/casework.ts';
import type { Row } from '../../test/support/answer.ts';
import { sealAll } from '../../test/support/sealed.ts';
import { World } from '../../test/support/world.ts';
import { addDays } from '../platform/index.ts';

describe('health examinations of a placed child', () => {
  let test: TestApp;
  let work: Casework;

  beforeAll(async () => {
    test = await createTestApp({ worker: 'apart' });
    work = await Casework.in(await World.create(test));
  });
  afterAll(() => test.close());

  const path = ({ id }: Row) => `/cases/${id}/health-examinations`;
  const put = (sip: Row, version: number, change: object) =>
    work.coordinator.put(path(sip), { kind: 'ORAL', ...change }, version);
  const oral = ({ body }: { body: unknown }) => (body as { examinations: Row[] }).examinations.at(-1)!;
  /** The sealed figures of the area, as `definition key value`. */
  const figures = async () => {
    await sealAll(test);
    const { rows } = await test.owner.query(
      `select definition || ' ' || key || ' ' || sum(value) as line from figure_total
        where area_id = $1 and definition like 'examinations-%' group by definition, key having sum(value) <> 0 order by line`,
      [work.world.area],
    );
    return rows.map(({ line }: { line: string }) => line);
  };

  it('are three, each with a version of its own, and their texts are sealed', async () => {
    const sip = await work.registered();
    const empty = (await work.coordinator.get(path(sip))).body as { examinations: Row[] };
    expect(empty.examinations).toEqual(
      ['PHYSICAL', 'PSYCHOLOGICAL', 'ORAL'].map((kind) => ({ kind, version: 0, late: false })),
    );
    const asked = await put(sip, 0, { requestedOn: work.daysAgo(28), referral: 'Till Testköpings tandvård.' });
    expect(oral(asked)).toMatchObject({
      version: 1,
      late: false,
      offerDueOn: work.today,
      referral: expect.any(String),
    });
    const { rows } = await test.owner.query('select e::text as kept from health_examination e where case_id = $1', [
      sip.id,
    ]);
    expect(rows.map(({ kept }) => kept).join()).not.toContain('Testköping');
    expect((await put(sip, 0, {})).status).toBe(412);
    expect(oral(await put(sip, 1, { requestedOn: work.daysAgo(29) }))).toMatchObject({ version: 2, late: true });
    const notNeeded = await put(sip, 2, { requestedOn: work.daysAgo(29), notNeededReason: 'Nyligen undersökt.' });
    expect(oral(notNeeded)).toMatchObject({ version: 3, late: false });
  });

  it('say which day is wrong', async () => {
    const sip = await work.registered();
    const { status, body } = await put(sip, 0, { requestedOn: work.today, offeredOn: work.daysAgo(1) });
    expect([status, (body as { errors: object[] }).errors]).toEqual([
      422,
      [{ field: 'offeredOn', message: 'Ange den dag den begärdes eller senare.' }],
    ]);
  });

  it('are counted in the sealed log: offered in time or not, made, and taken back', async () => {
    const sip = await work.registered();
    const [requestedOn, offeredOn] = [work.daysAgo(60), work.daysAgo(40)];
    await put(sip, 0, { requestedOn, offeredOn });
    expect(await figures()).toEqual(['examinations-offered YES 1']);
    // In another month than yesterday, whatever the day.
    await put(sip, 1, { requestedOn, offeredOn, heldOn: work.daysAgo(35) });
    const other = { kind: 'PHYSICAL', requestedOn, offeredOn: work.daysAgo(31), heldOn: work.daysAgo(31) };
    await work.coordinator.put(path(sip), other, 0);
    expect(await figures()).toEqual([
      'examinations-held ORAL 1',
      'examinations-held PHYSICAL 1',
      'examinations-offered NO 1',
      'examinations-offered YES 1',
    ]);
    const moved = await put(sip, 2, { requestedOn, offeredOn, heldOn: addDays(work.today, -1) });
    expect([moved.status, (moved.body as { errors: Row[] }).errors[0]!['field']]).toEqual([422, 'heldOn']);
    await put(sip, 2, { requestedOn });
    expect(await figures()).toEqual(['examinations-held PHYSICAL 1', 'examinations-offered NO 1']);
  });

  it('are another area’s secret, and no party’s', async () => {
    const sip = await work.registered();
    const strangers = await Casework.in(await World.create(test, 'Ekby'));
    expect((await strangers.coordinator.get(path(sip))).status).toBe(404);
    expect((await strangers.coordinator.put(path(sip), { kind: 'ORAL' }, 0)).status).toBe(404);
    expect((await work.staff.bup.get(path(sip))).status).toBe(403);
  });
});
