import { caseworkOf } from './case-recipes.ts';
import type { Recipe } from './recipe.ts';

export const CASE_FILE_RECIPES: Record<string, Recipe> = {
  'GET /cases/:id/file': async (cast) => {
    const work = await caseworkOf(cast);
    return { user: work.coordinator, path: `/cases/${(await work.followedUp()).id}/file` };
  },
};
