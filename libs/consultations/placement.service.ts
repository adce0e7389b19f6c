import { Injectable } from '@nestjs/common';
import { Database, newId, Problem, sql } from '../platform/index.ts';
import { Consultation } from './consultation.entity.ts';
import { consultationEvents } from './consultation.events.ts';
import type { RequestView } from './consultation-request.dto.ts';
import { ConsultationRequestReader } from './consultation-request.reader.ts';
import { RequestSteps } from './consultation-request.steps.ts';
import type { Placement } from './consultation.dto.ts';

const SITTING = sql(
  'placement.sitting',
  `select id, team_id as "teamId", state,
          (select coalesce(max(position), 0)::int from consultation c where c.sitting_id = s.id) as last
     from sitting s where id = $1 for update`,
);
// What is on an agenda belongs to the agenda's version, so that an order is not saved over a question it does not know.
const AGENDA_CHANGED = sql('placement.agenda-changed', `update sitting set version = version + 1 where id = $1`);
const AGENDA_LOSES = sql(
  'placement.agenda-loses',
  `update sitting set version = version + 1
    where id = (select sitting_id from consultation where request_id = $1 and state = 'PLACED') returning id`,
);
const PREPARATION_TO_TEAM = sql('placement.preparation', `update preparation set team_id = $2 where request_id = $1`);

/** Putting accepted questions on the agenda of an ordinary sitting, and taking them off. */
@Injectable()
export class PlacementService {
  constructor(
    private readonly database: Database,
    private readonly reader: ConsultationRequestReader,
    private readonly steps: RequestSteps,
  ) {}

  async place(id: string, version: number, { sittingId, minutes }: Placement): Promise<RequestView> {
    const request = await this.steps.begin(id, version, 'place');
    type SittingRow = { id: string; teamId: string; state: string; last: number };
    const [sitting] = await this.database.query<SittingRow>(SITTING(sittingId));
    if (!sitting) throw Problem.field('sittingId', 'Välj ett av teamets möten.');
    if (sitting.state !== 'PLANNED') throw Problem.field('sittingId', 'Mötet är avslutat. Välj ett kommande möte.');
    const { teamId } = sitting;
    await this.steps.take(request, 'place', { teamId });
    const manager = await this.database.scope.manager();
    await manager.insert(Consultation, {
      id: newId(),
      teamId,
      unitId: request.unitId,
      requestId: id,
      sittingId,
      position: sitting.last + 1,
      minutes,
    });
    await Promise.all([
      this.database.query(AGENDA_CHANGED(sittingId)),
      this.database.query(PREPARATION_TO_TEAM(id, teamId)),
    ]);
    this.steps.record(consultationEvents.placed, { ...request, teamId }, { sitting: sittingId, minutes });
    return this.reader.view(id);
  }

  async remove(id: string, version: number): Promise<RequestView> {
    const request = await this.steps.begin(id, version, 'remove');
    await this.steps.take(request, 'remove');
    // The sitting before its agenda, as whoever reorders it does: so neither waits for the other.
    const [sitting] = await this.database.query<{ id: string }>(AGENDA_LOSES(id));
    await this.steps.leaveAgenda(request);
    this.steps.record(consultationEvents.removed, request, { sitting: sitting?.id ?? '' });
    return this.reader.view(id);
  }
}
