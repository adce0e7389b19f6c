import { Injectable } from '@nestjs/common';
import { Log } from '../audit/index.ts';
import { Database, newId, Problem, sql } from '../platform/index.ts';
import type { NewAssignment } from './assignment.dto.ts';
import { assignmentEvents } from './directory.events.ts';
import type { Role } from './role.ts';
import { UnitService } from './unit.service.ts';

const RUNS = `(ended_at is null or ended_at > now())`;

const TEAMS = sql('assignment.teams', `select id from team where area_id = app_area()`);
// Nobody holds the same assignment twice.
const ADD = sql(
  'assignment.add',
  `insert into assignment (id, area_id, person_id, unit_id, team_id, role)
   select $1, app_area(), $2, $3, $4, $5
    where not exists (select from assignment
      where person_id = $2 and unit_id = $3 and team_id is not distinct from $4::uuid and role = $5 and ${RUNS})`,
);
const FIND = sql('assignment.find', `select role from assignment where area_id = app_area() and id = $1 and ${RUNS}`);
const ADMINISTRATORS = sql(
  'assignment.administrators',
  `select id from assignment where area_id = app_area() and role = 'AREA_ADMINISTRATOR' and ${RUNS} order by id for update`,
);
const END = sql('assignment.end', `update assignment set ended_at = now() where id = $1 and ${RUNS}`);

/** Who works in which unit, as what: begun and ended by the area's administrator. */
@Injectable()
export class AssignmentService {
  constructor(
    private readonly database: Database,
    private readonly log: Log,
    private readonly units: UnitService,
  ) {}

  /** Gives a person an assignment, inside the access that asked for it. Answers its id. */
  async add(personId: string, { role, unitId, teamId }: NewAssignment): Promise<string> {
    await this.units.mustBeOpen(unitId, 'unitId');
    await this.teamMustFit(role, teamId);
    const id = newId();
    const added = await this.database.scope.change(ADD(id, personId, unitId, teamId ?? null, role));
    if (added === 0) throw alreadyHeld();
    return id;
  }

  /** Ends an assignment at once: the next thing done in it is refused, and its open screens close. */
  async end(id: string): Promise<void> {
    const [assignment] = await this.database.query<{ role: Role }>(FIND(id));
    if (!assignment) throw Problem.notFound();
    if (assignment.role === 'AREA_ADMINISTRATOR') await this.anotherMustRemain();
    if ((await this.database.scope.change(END(id))) === 0) throw Problem.notFound();
    this.log.record(assignmentEvents.ended, { subject: `assignment:${id}` });
  }

  private async teamMustFit(role: Role, teamId: string | undefined): Promise<void> {
    if (role !== 'TEAM_MEMBER') {
      if (teamId) throw Problem.field('teamId', 'Bara medlemmar i ett konsultationsteam har ett team. Ta bort det.');
      return;
    }
    const teams = await this.database.query<{ id: string }>(TEAMS());
    if (!teams.some(({ id }) => id === teamId)) throw Problem.field('teamId', 'Välj ett team i listan.');
  }

  /** Without an administrator nobody could let anybody in. Two who end each other's wait for one another here. */
  private async anotherMustRemain(): Promise<void> {
    if ((await this.database.query(ADMINISTRATORS())).length > 1) return;
    throw new Problem('administrator-needed', 'Ge först någon annan den rollen, och avsluta sedan det här uppdraget.');
  }
}

function alreadyHeld(): Problem {
  const message = 'Personen har redan det uppdraget. Välj en annan roll eller enhet.';
  return new Problem('already-there', message, { errors: [{ field: 'role', message }] });
}
