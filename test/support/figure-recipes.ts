import { localDate, newId } from '../../libs/platform/index.ts';
import type { MetricKind } from '../../libs/action-plans/metric-value.rules.ts';
import { made, type Row } from './answer.ts';
import { YEAR } from './cast.ts';
import type { Recipe } from './recipe.ts';
import type { World } from './world.ts';

interface EnteredMetric {
  kind?: MetricKind;
  unit?: string;
  countsPeople?: boolean;
}

/** A metric entered by hand on the first objective of a plan; answers its id. */
export async function writeEnteredMetric(
  { area, test: { owner } }: World,
  plan: string,
  { kind = 'COUNT', unit = 'skolor', countsPeople = false }: EnteredMetric = {},
): Promise<string> {
  const id = newId();
  await owner.query(
    `insert into metric (id, area_id, objective_id, position, name, kind, unit, counts_people)
     select $1, $2, o.id, (select max(position) + 1 from metric where objective_id = o.id), 'Antal som är med', $4, $5, $6
       from objective o join focus_area f on f.id = o.focus_area_id where f.plan_id = $3 order by f.position, o.position limit 1`,
    [id, area, plan, kind, unit, countsPeople],
  );
  return id;
}

const entryOf = (year: number) => ({
  from: `${year}-01-01`,
  to: `${year}-06-30`,
  value: '9',
  source: 'Skolornas redovisning',
  note: 'I juni.',
});
const ENTRY = entryOf(YEAR);

/** A metric of this year's plan with a value of few people that has been corrected once; answers its id. */
export async function correctedFigure(world: World, plan: string): Promise<string> {
  const id = await writeEnteredMetric(world, plan, { unit: 'barn', countsPeople: true });
  const manager = await world.user('MANAGER', 'office');
  const entry = { ...entryOf(Number(localDate(new Date()).slice(0, 4))), value: '3' };
  const { values } = made(await manager.post(`/metrics/${id}/values`, entry)) as unknown as { values: Row[] };
  made(await manager.post(`/metric-values/${values[0]!.id}/correction`, { ...entry, value: '4' }, values[0]!.version));
  return id;
}

export const FIGURE_RECIPES: Record<string, Recipe> = {
  'GET /metrics/:id/values': async ({ world, plan, users }) => ({
    user: users.MANAGER,
    path: `/metrics/${await writeEnteredMetric(world, plan)}/values`,
  }),
  'POST /metrics/:id/values': async ({ world, plan, users }) => ({
    user: users.MANAGER,
    path: `/metrics/${await writeEnteredMetric(world, plan)}/values`,
    body: ENTRY,
  }),
  'POST /metric-values/:id/correction': async ({ world, plan, users }) => {
    const path = `/metrics/${await writeEnteredMetric(world, plan)}/values`;
    const { values } = made(await users.MANAGER.post(path, ENTRY)) as unknown as { values: Row[] };
    const { id, version } = values[0]!;
    return { user: users.MANAGER, path: `/metric-values/${id}/correction`, version, body: { ...ENTRY, value: '10' } };
  },
};
