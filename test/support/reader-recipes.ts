import { caseworkOf } from './case-recipes.ts';
import { made, type Row } from './answer.ts';
import type { Recipe } from './recipe.ts';

/** How the administrator succeeds with protected children that nobody may open. */
export const READER_RECIPES: Record<string, Recipe> = {
  'GET /children/without-reader': ({ users }) => ({ user: users.AREA_ADMINISTRATOR, path: '/children/without-reader' }),
  'POST /children/:id/reader-appointment': async (cast) => {
    const { world, users } = cast;
    const work = await caseworkOf(cast);
    const leaver = await world.user('SIP_COORDINATOR', 'office');
    const leaving = ((await leaver.get('/session')).body as { acting: Row }).acting.id;
    const staying = ((await work.coordinator.get('/session')).body as { acting: Row }).acting.id;
    const child = await work.child({ protection: 'SEKRETESSMARKERING' }, 0);
    const path = `/children/${child.id}/named-readers`;
    made(await work.coordinator.put(path, { assignmentIds: [staying, leaving] }, 1));
    made(await leaver.put(path, { assignmentIds: [leaving] }, 2));
    await world.test.owner.query('update assignment set ended_at = now() where id = $1', [leaving]);
    return {
      user: users.AREA_ADMINISTRATOR,
      path: `/children/${child.id}/reader-appointment`,
      body: { assignmentId: staying, reason: 'Den som kunde öppna uppgifterna har slutat.' },
    };
  },
};
