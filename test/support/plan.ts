import { newId } from '../../libs/platform/index.ts';
import type { World } from './world.ts';

/** An action plan for a year with the objective "Konsultationsteam" and its two computed metrics. */
export async function writePlan(
  { area, test: { owner } }: World,
  year: number,
): Promise<{ planId: string; heldId: string; themesId: string }> {
  const [planId, focus, objective, heldId, themesId] = [newId(), newId(), newId(), newId(), newId()];
  await owner.query(`insert into action_plan (id, area_id, body, year, name) values ($1, $2, 'NOSAM', $3, $4)`, [
    planId,
    area,
    year,
    `Handlingsplan ${year}`,
  ]);
  await owner.query(
    `insert into focus_area (id, area_id, plan_id, position, name) values ($1, $2, $3, 1, 'Rätt hjälp')`,
    [focus, area, planId],
  );
  await owner.query(
    `insert into objective (id, area_id, focus_area_id, position, name, text) values ($1, $2, $3, 1, 'Konsultationsteam', 'Lätt att fråga.')`,
    [objective, area, focus],
  );
  await owner.query(
    `insert into metric (id, area_id, objective_id, position, name, definition) values ($1, $2, $3, 1, 'Antal konsultationer', 'consultations-held'), ($4, $2, $3, 2, 'Vad de har handlat om', 'consultations-by-theme')`,
    [heldId, area, objective, themesId],
  );
  return { planId, heldId, themesId };
}
