import { createTestApp, type TestApp } from '../../test/support/app.ts';
import { Casework } from '../../test/support/casework.ts';
import { made, type Row } from '../../test/support/answer.ts';
import { World } from '../../test/support/world.ts';

describe('a deviation in collaboration', () => {
  let test: TestApp;
  let work: Casework;

  beforeAll(async () => {
    test = await createTestApp();
    work = await Casework.in(await World.create(test));
  });
  afterAll(() => test?.close());

  const write = async (content: object = {}) => {
    const { id } = await work.registered();
    const deviation = {
      category: 'UNCLEAR_RESPONSIBILITY',
      happenedOn: work.today,
      guideline: 'Överenskommelsen, 3.2',
    };
    return work.coordinator.post(`/cases/${id}/deviations`, { ...deviation, ...content });
  };
  const change = ({ id, version }: Row, content: object) =>
    work.coordinator.patch(`/deviations/${id}`, content, version);

  it('is written, reported with its number in MedControl PRO, and closed with what was learnt', async () => {
    const deviation = made(await write({ concernedUnitId: work.units.bup }));
    expect(deviation).toMatchObject({ status: 'SUGGESTED', found: false, concernedUnit: { id: work.units.bup } });
    const early = await change(deviation, { status: 'REPORTED_IN_MCP' });
    expect(early.body).toMatchObject({ status: 422, errors: [{ field: 'mcpNumber' }] });
    const reported = made(await change(deviation, { status: 'REPORTED_IN_MCP', mcpNumber: '2026-4711' }));
    const closed = made(await change(reported, { status: 'CLOSED', learning: 'Vi ringer före.' }));
    expect(closed).toMatchObject({
      guideline: 'Överenskommelsen, 3.2',
      mcpNumber: '2026-4711',
      learning: 'Vi ringer före.',
    });
    expect((await change(closed, { status: 'ANALYSED' })).status).toBe(422);
    expect((await change(reported, { learning: 'Sen.' })).status).toBe(412);
  });

  it.each([
    ['a category that the agreement does not have', { category: 'WEATHER' }, 'category'],
    ['a day that has not been', { happenedOn: '2199-01-01' }, 'happenedOn'],
    ['a unit that is not there', { concernedUnitId: '01890a5d-ac96-774b-bcce-b302099a8057' }, 'concernedUnitId'],
  ])('is refused for %s', async (_, content, field) => {
    expect((await write(content)).body).toMatchObject({ status: 422, errors: [{ field }] });
  });

  it('names nothing but its category and status in the log', async () => {
    const { caseId } = made(await write()) as unknown as { caseId: string };
    const { events } = (await work.coordinator.get(`/cases/${caseId}/timeline`)).body as { events: Row[] };
    expect(Object.keys(events[0]!['facts'] as object).toSorted()).toEqual(['category', 'holder']);
  });

  it('is not there for the coordinators of another unit', async () => {
    const deviation = made(await write());
    const stranger = await work.world.user('SIP_COORDINATOR', 'school');
    const answer = await stranger.patch(`/deviations/${deviation.id}`, { learning: 'Mitt.' }, deviation.version);
    expect(answer.status).toBe(404);
  });
});
