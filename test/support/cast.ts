import type { Role } from '../../libs/directory/index.ts';
import { addDays } from '../../libs/platform/index.ts';
import { Consulting } from './consultations.ts';
import { writePlan } from './plan.ts';
import { sealAll } from './sealed.ts';
import { TestUser } from './user.ts';
import { PASSWORD, World } from './world.ts';

/** The year that the cast's sittings and its action plan belong to. */
export const YEAR = 2025;

/** Somebody in every role of an area, with an action plan whose metric counts their consultations. */
export class Cast {
  private sittings = 0;

  private constructor(
    readonly world: World,
    readonly consulting: Consulting,
    readonly users: Record<Role, TestUser>,
    readonly plan: string,
    readonly metric: string,
  ) {}

  static async in(world: World): Promise<Cast> {
    const consulting = await Consulting.in(world);
    const others = (['MANAGER', 'LOG_REVIEWER', 'AREA_ADMINISTRATOR'] as const).map((role) =>
      world.user(role, 'office'),
    );
    const [manager, reviewer, administrator] = await Promise.all(others);
    const { planId, heldId } = await writePlan(world, YEAR);
    const users = {
      REQUESTER: consulting.requester,
      SIP_COORDINATOR: consulting.coordinator,
      TEAM_MEMBER: consulting.team,
      MANAGER: manager!,
      LOG_REVIEWER: reviewer!,
      AREA_ADMINISTRATOR: administrator!,
    };
    return new Cast(world, consulting, users, planId, heldId);
  }

  /** A local time that no sitting of the team has yet: one afternoon after another. */
  freeTime(): string {
    return `${addDays(`${YEAR}-01-01`, ++this.sittings)}T13:00`;
  }

  sitting() {
    return this.consulting.sitting(this.freeTime());
  }

  /** A sitting with one question placed on it. */
  async placed() {
    const sitting = await this.sitting();
    const request = await this.consulting.placed(sitting.id);
    return { sitting, request, consultation: await this.consulting.consultation(sitting.id, request.id) };
  }

  /** So many held consultations in the sealed log: enough for the figure to be shown. */
  async counted(held: number): Promise<void> {
    const sitting = await this.sitting();
    for (let i = 0; i < held; i++) await this.consulting.held(sitting.id);
    await this.seal();
  }

  async seal(): Promise<void> {
    await sealAll(this.world.test);
  }

  /** Somebody with two assignments, who has not chosen between them. */
  async undecided(): Promise<TestUser> {
    const places = [
      { role: 'REQUESTER', unit: 'school' },
      { role: 'SIP_COORDINATOR', unit: 'office' },
    ] as const;
    return TestUser.signIn(this.world.test.app, await this.world.person(...places), PASSWORD);
  }
}
