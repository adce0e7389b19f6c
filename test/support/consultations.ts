import { made, type Row } from './answer.ts';
import type { TestUser } from './user.ts';
import type { World } from './world.ts';

/** A whole question, as a requester writes it. */
export const QUESTION = {
  question: 'Eleven är borta allt mer. Vem tar nästa steg?',
  tried: 'Anpassad skolgång sedan i våras.',
  themes: ['SCHOOL_ABSENCE'],
  ageBand: 'AGE_13_15',
  services: ['SCHOOL'],
};

export const ADVICE = { advice: 'Kalla till ett gemensamt möte.', outcomes: ['ADVICE_ONLY'] };

/** The people of a consultation, and the steps that take a question as far as a test needs it. */
export class Consulting {
  private constructor(
    readonly world: World,
    readonly requester: TestUser,
    readonly coordinator: TestUser,
    readonly team: TestUser,
  ) {}

  static async in(world: World): Promise<Consulting> {
    const [requester, coordinator, team] = await Promise.all([
      world.user('REQUESTER', 'school'),
      world.user('SIP_COORDINATOR', 'office'),
      world.user('TEAM_MEMBER', 'bup'),
    ]);
    return new Consulting(world, requester, coordinator, team);
  }

  async draft(content: object = QUESTION): Promise<Row> {
    return made(await this.requester.post('/consultation-requests', content));
  }

  async submitted(content: object = QUESTION): Promise<Row> {
    const { id, version } = await this.draft(content);
    return made(await this.requester.post(`/consultation-requests/${id}/submission`, { childAtRisk: false }, version));
  }

  async accepted(content: object = QUESTION): Promise<Row> {
    const { id, version } = await this.submitted(content);
    return made(await this.coordinator.post(`/consultation-requests/${id}/acceptance`, undefined, version));
  }

  /** A sitting at a local time in Stockholm; long past unless said otherwise. */
  async sitting(startsAt = '2026-03-05T13:00'): Promise<Row> {
    return made(
      await this.coordinator.post('/sittings', { startsAt, minutes: 120, place: 'Rum 1', teamId: this.world.team }),
    );
  }

  async placed(sittingId: string, content: object = QUESTION): Promise<Row> {
    const { id, version } = await this.accepted(content);
    return made(
      await this.coordinator.post(`/consultation-requests/${id}/placement`, { sittingId, minutes: 20 }, version),
    );
  }

  /** The consultation of a request on a sitting, as the agenda has it. */
  async consultation(sittingId: string, requestId: string): Promise<Row> {
    const sitting = made(await this.team.get(`/sittings/${sittingId}`)) as Row & {
      agenda: { id: string; requestId: string }[];
    };
    const item = sitting.agenda.find((each) => each.requestId === requestId)!;
    return made(await this.team.get(`/consultations/${item.id}`));
  }

  async held(sittingId: string, content: object = QUESTION): Promise<Row> {
    const request = await this.placed(sittingId, content);
    const { id, version } = await this.consultation(sittingId, request.id);
    return made(await this.team.post(`/consultations/${id}/holding`, undefined, version));
  }

  async concluded(sittingId: string, advice: object = ADVICE): Promise<Row> {
    const { id, version } = await this.held(sittingId);
    return made(await this.team.post(`/consultations/${id}/conclusion`, advice, version));
  }
}
