import { Sealer } from '../../libs/audit/index.ts';
import { ROLE_CODES, type Role } from '../../libs/directory/index.ts';
import { addDays, newId } from '../../libs/platform/index.ts';
import { Consulting } from './consultations.ts';
import { TestUser } from './user.ts';
import { PASSWORD, World } from './world.ts';

/** The year that the cast's sittings and its action plan belong to. */
export const YEAR = 2025;

/** Somebody in every role of an area, with an action plan whose metric counts their consultations. */
export class Cast {
  readonly plan = newId();
  readonly metric = newId();
  private sittings = 0;

  private constructor(
    readonly world: World,
    readonly consulting: Consulting,
    readonly users: Record<Role, TestUser>,
  ) {}

  static async in(world: World): Promise<Cast> {
    const consulting = await Consulting.in(world);
    const others = (['MANAGER', 'LOG_REVIEWER', 'AREA_ADMINISTRATOR'] as const).map((role) =>
      world.user(role, 'office'),
    );
    const [manager, reviewer, administrator] = await Promise.all(others);
    const cast = new Cast(world, consulting, {
      REQUESTER: consulting.requester,
      SIP_COORDINATOR: consulting.coordinator,
      TEAM_MEMBER: consulting.team,
      MANAGER: manager!,
      LOG_REVIEWER: reviewer!,
      AREA_ADMINISTRATOR: administrator!,
    });
    await cast.makePlan();
    return cast;
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
    const sealer = this.world.test.app.get(Sealer);
    while ((await sealer.seal()).sealed > 0);
  }

  /** Somebody with two assignments, who has not chosen between them. */
  async undecided(): Promise<TestUser> {
    const places = [
      { role: 'REQUESTER', unit: 'school' },
      { role: 'SIP_COORDINATOR', unit: 'office' },
    ] as const;
    return TestUser.signIn(this.world.test.app, await this.world.person(...places), PASSWORD);
  }

  /** Who does not hold one of the roles. */
  others(roles: readonly Role[]): TestUser[] {
    return ROLE_CODES.filter((role) => !roles.includes(role)).map((role) => this.users[role]);
  }

  private async makePlan(): Promise<void> {
    const { owner } = this.world.test;
    const [focus, objective] = [newId(), newId()];
    const area = this.world.area;
    await owner.query(
      `insert into action_plan (id, area_id, body, year, name) values ($1, $2, 'NOSAM', $3, 'Handlingsplan')`,
      [this.plan, area, YEAR],
    );
    await owner.query(
      `insert into focus_area (id, area_id, plan_id, position, name) values ($1, $2, $3, 1, 'Rätt hjälp')`,
      [focus, area, this.plan],
    );
    await owner.query(
      `insert into objective (id, area_id, focus_area_id, position, name, text) values ($1, $2, $3, 1, 'Konsultationsteam', '')`,
      [objective, area, focus],
    );
    await owner.query(
      `insert into metric (id, area_id, objective_id, position, name, definition) values ($1, $2, $3, 1, 'Antal', 'consultations-held')`,
      [this.metric, area, objective],
    );
  }
}
