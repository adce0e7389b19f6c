import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { DataSource } from 'typeorm';
import { Clock } from '../../../libs/platform/index.ts';
import { ownerDataSource } from '../../../migrations/migrate.ts';
import { writeActionPlans } from './action-plan.ts';
import { liveThroughCases } from './cases.ts';
import { enterFigures } from './figures.ts';
import { liveThroughYear } from './history.ts';
import { DEMO_AREA, writePeople } from './people.ts';

export { DEMO_PASSWORD, DEMO_PEOPLE } from './people.ts';

/** There are areas of somebody's own in the database, which a reset would take with it. */
export class NotOnlyDemo extends Error {}

/** How the demo stands: not there, cut off while it was being made, or whole. */
export async function demoState(ownerUrl: string): Promise<'none' | 'half-made' | 'whole'> {
  return asOwner(ownerUrl, async (owner) => {
    const [area] = await owner.query(`select demo_made_at from area where id = $1`, [DEMO_AREA.id]);
    return !area ? 'none' : area.demo_made_at ? 'whole' : 'half-made';
  });
}

/** Makes the demo area: its people and plans, a year of consultations, figures entered by hand, and children's cases in every state. */
export async function makeDemo(app: NestFastifyApplication, ownerUrl: string): Promise<void> {
  await asOwner(ownerUrl, async (owner) => {
    await writePeople(owner);
    await writeActionPlans(owner, Number(app.get(Clock).today().slice(0, 4)));
  });
  await liveThroughYear(app);
  await enterFigures(app);
  await liveThroughCases(app);
  await asOwner(ownerUrl, (owner) => owner.query(`update area set demo_made_at = now() where id = $1`, [DEMO_AREA.id]));
}

/** Empties a database that holds nothing but the demo. Throws NotOnlyDemo when it holds more. */
export async function clearDemo(ownerUrl: string): Promise<void> {
  await asOwner(ownerUrl, async (owner) => {
    const [{ migrated }] = await owner.query(`select to_regclass('area') is not null as migrated`);
    const others = migrated ? await owner.query(`select 1 from area where id <> $1 limit 1`, [DEMO_AREA.id]) : [];
    if (others.length > 0)
      throw new NotOnlyDemo('Databasen har egna områden. Bara en databas med enbart demon kan återställas.');
    await owner.query(`drop schema public cascade; create schema public`);
  });
}

async function asOwner<Result>(url: string, work: (owner: DataSource) => Promise<Result>): Promise<Result> {
  const owner = await ownerDataSource(url).initialize();
  try {
    return await work(owner);
  } finally {
    await owner.destroy();
  }
}
