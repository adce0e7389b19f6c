import fc from 'fast-check';
import { createTestApp, type TestApp } from '../../test/support/app.ts';
import { made } from '../../test/support/answer.ts';
import { writeEnteredMetric } from '../../test/support/figure-recipes.ts';
import { writePlan } from '../../test/support/plan.ts';
import type { TestUser } from '../../test/support/user.ts';
import { World } from '../../test/support/world.ts';
import type { MetricKind } from './metric-value.rules.ts';

const HALF = { from: '2026-01-01', to: '2026-06-30', source: 'Skolornas redovisning' };
const REST = { from: '2026-07-01', to: '2026-12-31', source: 'Skolornas redovisning' };

interface Value {
  id: string;
  version: number;
  value?: string;
  numerator?: number;
  suppressed: boolean;
  earlier: Omit<Value, 'id' | 'earlier'>[];
  [field: string]: unknown;
}

describe('6.2.13 figures entered by hand', () => {
  let test: TestApp;
  let world: World;
  let plan: string;
  let computed: string;
  let manager: TestUser;
  let colleague: TestUser;

  beforeAll(async () => {
    test = await createTestApp({ worker: 'apart' });
    world = await World.create(test);
    ({ planId: plan, heldId: computed } = await writePlan(world, 2026));
    manager = await world.user('MANAGER', 'office');
    colleague = await world.user('MANAGER', 'bup');
  });
  afterAll(() => test.close());

  const metric = (kind: MetricKind, countsPeople = false) => writeEnteredMetric(world, plan, { kind, countsPeople });
  const valuesOf = (answer: Record<string, unknown>) => answer['values'] as Value[];
  const enter = async (id: string, body: object, by = manager) =>
    valuesOf(made(await by.post(`/metrics/${id}/values`, body)));
  const read = async (id: string, by = manager) => valuesOf(made(await by.get(`/metrics/${id}/values`)));
  const correct = ({ id, version }: Value, body: object, by = manager) =>
    by.post(`/metric-values/${id}/correction`, body, version);
  const faulty = async (id: string, body: object) => {
    const { status, body: problem } = await manager.post(`/metrics/${id}/values`, body);
    return [status, ...((problem.errors ?? []) as { field: string }[]).map(({ field }) => field)];
  };
  const onPlan = async (id: string, by = manager) => {
    const { focusAreas } = made(await by.get(`/action-plans/${plan}`)) as unknown as {
      focusAreas: { objectives: { metrics: { id: string; entered?: { latest?: object } }[] }[] }[];
    };
    return focusAreas[0]!.objectives[0]!.metrics.find((each) => each.id === id)!;
  };
  const facts = async (id: string) => {
    const { rows } = await test.owner.query(
      `select e ->> 'type' as type, e -> 'facts' as facts from (select seq, convert_from(entry, 'UTF8')::json as e
         from log_event where area_id = $1) events where e ->> 'subject' = $2 order by seq`,
      [world.area, `metric:${id}`],
    );
    return rows as { type: string; facts: Record<string, unknown> | null }[];
  };

  it('stand with their source, who entered them and when, on the plan too', async () => {
    const id = await metric('RATIO');
    const [value] = await enter(id, { ...HALF, numerator: 9, denominator: 24, note: 'Två har inte svarat.' });
    expect(value).toMatchObject({
      ...HALF,
      value: '37.5',
      numerator: 9,
      denominator: 24,
      note: 'Två har inte svarat.',
      suppressed: false,
      version: 1,
      enteredAtUnit: 'Enheten office',
      earlier: [],
    });
    expect(Date.parse(String(value!['enteredAt']))).toBeGreaterThan(Date.now() - 60_000);
    expect(await read(id, colleague)).toEqual([value]);
    expect(await onPlan(id)).toMatchObject({
      entered: { kind: 'RATIO', unit: 'skolor', latest: { ...HALF, value: '37.5', numerator: 9, suppressed: false } },
    });
  });

  it('are refused field by field when they are not within the rule', async () => {
    const [count, percent, ratio] = await Promise.all([metric('COUNT'), metric('PERCENT'), metric('RATIO')]);
    expect(await faulty(count, { ...HALF, value: '-3' })).toEqual([422, 'value']);
    expect(await faulty(count, { ...HALF, value: '3', from: '2025-12-31' })).toEqual([422, 'from']);
    expect(await faulty(count, { ...HALF, value: '3', source: '' })).toEqual([422, 'source']);
    expect(await faulty(percent, { ...HALF, value: '101' })).toEqual([422, 'value']);
    expect(await faulty(ratio, { ...HALF, value: '37,5' })).toEqual([422, 'value', 'numerator', 'denominator']);
    expect(await faulty(ratio, { ...HALF, numerator: 0, denominator: 0 })).toEqual([422, 'denominator']);
    expect(await faulty(ratio, { ...HALF, numerator: -1, denominator: 5 })).toEqual([422, 'numerator']);
    for (const id of [count, percent, ratio]) expect(await read(id)).toEqual([]);
  });

  it('6.2.14 are not for a day that does not exist', async () => {
    expect(await faulty(await metric('COUNT'), { ...HALF, value: '3', to: '2026-06-31' })).toEqual([422, 'to']);
  });

  it('have a unit: a metric without one cannot be written', async () => {
    const without = test.owner.query(
      `insert into metric (id, area_id, objective_id, position, name, kind)
       select gen_random_uuid(), area_id, objective_id, 99, name, 'COUNT' from metric where id = $1`,
      [computed],
    );
    await expect(without).rejects.toMatchObject({ code: '23514' });
  });

  it('are one for each period, also when two enter at once', async () => {
    const id = await metric('COUNT');
    // With every connection of the pool open they do meet.
    await Promise.all(Array.from({ length: 8 }, () => manager.get('/session')));
    const answers = await Promise.all(
      ['1', '2', '3', '4'].map((value) => manager.post(`/metrics/${id}/values`, { ...HALF, value })),
    );
    expect(answers.map(({ status }) => String(status)).toSorted()).toEqual(['201', '422', '422', '422']);
    await enter(id, { ...REST, value: '7' });
    expect((await read(id)).map(({ from }) => from)).toEqual(['2026-07-01', '2026-01-01']);
    expect(await onPlan(id)).toMatchObject({ entered: { latest: { from: '2026-07-01', value: '7' } } });
  });

  it('are corrected in a new version, and the earlier one stays to be seen', async () => {
    const id = await metric('COUNT');
    const [first] = await enter(id, { ...HALF, value: '90' });
    const corrected = await correct(first!, { ...HALF, to: '2026-05-31', value: '9', note: 'En nolla för mycket.' });
    expect(corrected.status).toBe(200);
    const [value] = await read(id);
    expect(value).toMatchObject({ id: first!.id, version: 2, value: '9', to: '2026-05-31' });
    expect(value!.earlier).toMatchObject([{ version: 1, value: '90', to: '2026-06-30' }]);
    expect(await onPlan(id)).toMatchObject({ entered: { latest: { value: '9', to: '2026-05-31' } } });
    // The days that the correction let go of are free, and a correction may not take another's.
    const [second] = await enter(id, { ...REST, from: '2026-06-01', value: '4' });
    expect((await correct(second!, { ...REST, from: '2026-05-31', value: '4' })).status).toBe(422);
  });

  it('are not corrected by somebody who has not seen the last correction', async () => {
    const id = await metric('COUNT');
    const [first] = await enter(id, { ...HALF, value: '90' });
    const answers = await Promise.all([
      correct(first!, { ...HALF, value: '9' }),
      correct(first!, { ...HALF, value: '8' }, colleague),
    ]);
    expect(answers.map(({ status }) => String(status)).toSorted()).toEqual(['200', '412']);
    expect((await read(id))[0]).toMatchObject({ version: 2 });
  });

  it('leave one event each, with the numbers and never the source or the note', async () => {
    const id = await metric('MEAN');
    const [first] = await enter(id, { ...HALF, value: '4,10', denominator: 32, note: 'Enkäten till personalen.' });
    await correct(first!, { ...HALF, value: '4,2', denominator: 33 });
    await read(id);
    const period = { from: HALF.from, to: HALF.to };
    expect(await facts(id)).toEqual([
      {
        type: 'metric.value-entered',
        facts: { entry: first!.id, version: 1, ...period, value: '4.1', denominator: 32 },
      },
      {
        type: 'metric.value-corrected',
        facts: { entry: first!.id, version: 2, ...period, value: '4.2', denominator: 33 },
      },
      { type: 'metric.values-read', facts: null },
    ]);
  });

  it('of few people are seen by the unit that wrote them and nobody else, in the log neither', async () => {
    const [count, ratio] = await Promise.all([metric('COUNT', true), metric('RATIO', true)]);
    await enter(count, { ...HALF, value: '3' });
    await enter(ratio, { ...HALF, numerator: 22, denominator: 24 });
    expect((await read(count))[0]).toMatchObject({ value: '3', suppressed: true });
    for (const id of [count, ratio]) {
      const [seen] = await read(id, colleague);
      expect(seen).toMatchObject({ suppressed: true, source: HALF.source });
      const { latest } = (await onPlan(id)).entered!;
      expect(latest).toEqual({ ...HALF, suppressed: true });
      for (const shown of [seen!, (await facts(id))[0]!.facts!])
        expect(Object.keys(shown)).not.toEqual(
          expect.arrayContaining([expect.stringMatching(/value|numerator|denom/)]),
        );
    }
    const [mine] = await read(count);
    expect((await correct(mine!, { ...HALF, value: '12' })).status).toBe(200);
    const [after] = await read(count, colleague);
    expect(after).toMatchObject({ value: '12', suppressed: false });
    expect(after!.earlier[0]).not.toHaveProperty('value');
  });

  it('are the managers’ of the area, and not of metrics that the log counts', async () => {
    const id = await metric('COUNT');
    const stranger = await (await World.create(test, 'Bergby')).user('MANAGER');
    const [value] = await enter(id, { ...HALF, value: '9' });
    const body = { ...REST, value: '9' };
    for (const answer of [
      await stranger.get(`/metrics/${id}/values`),
      await stranger.post(`/metrics/${id}/values`, body),
      await correct(value!, body, stranger),
      await manager.get(`/metrics/${computed}/values`),
      await manager.post(`/metrics/${computed}/values`, body),
      await manager.get(`/metrics/${id}/figure`),
    ]) {
      expect(answer.status).toBe(404);
    }
    const coordinator = await world.user('SIP_COORDINATOR', 'office');
    expect((await coordinator.post(`/metrics/${id}/values`, body)).status).toBe(403);
    expect((await coordinator.get(`/metrics/${id}/values`)).status).toBe(403);
  });

  it('are never changed or taken away, not even past the product’s own words', async () => {
    const { rows } = await test.owner.query(
      `select privilege_type as may from information_schema.role_table_grants
        where table_name = 'metric_value' and grantee = 'samordna_manager' order by 1`,
    );
    expect(rows.map(({ may }) => may)).toEqual(['INSERT', 'SELECT']);
  });

  it('whatever is sent is stored within the rule, or refused', async () => {
    const kinds = ['COUNT', 'PERCENT', 'RATIO', 'MEAN'] as const;
    const metrics: string[] = [];
    const odd = fc.oneof(
      fc.constantFrom('5', '99999999999', '1e9', '-0', '1,', ' ', '٣', '１２', '\0'),
      fc.jsonValue(),
    );
    const often = <T>(usual: T[], unusual: fc.Arbitrary<unknown>) =>
      fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...usual) }, { weight: 1, arbitrary: unusual });
    const day = (usual: string) =>
      often([usual], fc.constantFrom('2026-02-29', '0000-00-00', '2027-01-01', '2025-01-01'));
    const number = (usual?: number) => often([usual], fc.constantFrom(-1, 0, 4, 1e9, 1e10, 0.5, null));
    // Each field is mostly what the kind asks for, so that enough is stored to hold against the rule.
    const bodyOf = (isRatio: boolean) =>
      fc.record({
        from: day('2026-01-01'),
        to: day('2026-12-31'),
        value: often(isRatio ? [undefined] : ['5', '0', '43,5', '100'], odd),
        numerator: number(isRatio ? 9 : undefined),
        denominator: number(isRatio ? 24 : undefined),
        source: often(['Enkät'], odd),
        note: often([undefined, 'I juni.'], odd),
      });
    const sent = fc.constantFrom(...kinds).chain((kind) => fc.tuple(fc.constant(kind), bodyOf(kind === 'RATIO')));
    await fc.assert(
      fc.asyncProperty(sent, async ([kind, body]) => {
        const id = await metric(kind);
        metrics.push(id);
        const { status } = await manager.post(`/metrics/${id}/values`, body);
        expect([201, 422]).toContain(status);
      }),
      { numRuns: 150 },
    );
    const { rows } = await test.owner.query(
      `select m.kind, v.* from metric_value v join metric m on m.id = v.metric_id where m.id = any ($1)
          and not (extract(year from period_from) = 2026 and extract(year from period_to) = 2026 and trim(source) <> ''
            and case m.kind when 'RATIO' then value is null and numerator <= denominator
              when 'PERCENT' then value between 0 and 100 when 'COUNT' then value >= 0 and value = trunc(value) else value >= 0 end)`,
      [metrics],
    );
    expect(rows).toEqual([]);
    const stored = await test.owner.query(`select from metric_value where metric_id = any ($1)`, [metrics]);
    expect(stored.rowCount).toBeGreaterThan(5);
  });
});
