import { caseworkOf } from './case-recipes.ts';
import type { Casework } from './casework.ts';
import type { Row } from './answer.ts';
import type { Recipe } from './recipe.ts';

/** Something done with the plan of a case that is as far as `stage` says; `version` is the draft's. */
const withPlan =
  (stage: (work: Casework) => Promise<Row>, step = '', change: { version?: number; body?: boolean } = {}): Recipe =>
  async (cast) => {
    const work = await caseworkOf(cast);
    const { id } = await stage(work);
    const { version, body } = change;
    return {
      user: work.coordinator,
      path: `/cases/${id}/plan${step}`,
      ...(version !== undefined && { version }),
      ...(body && { body: work.plan() }),
    };
  };

const drafted = (work: Casework) => work.planDrafted();
const active = (work: Casework) => work.planActive();

export const PLAN_RECIPES: Record<string, Recipe> = {
  'GET /cases/:id/plan': withPlan(drafted),
  'PUT /cases/:id/plan': withPlan(drafted, '', { version: 1, body: true }),
  'POST /cases/:id/plan/confirmation': withPlan(drafted, '/confirmation', { version: 1 }),
  'GET /cases/:id/plan/versions/:number': withPlan(active, '/versions/1'),
  'GET /cases/:id/plan/versions/:number/changes': withPlan(active, '/versions/1/changes'),
  'GET /cases/:id/plan/versions/:number/pdf': withPlan(active, '/versions/1/pdf'),
};
