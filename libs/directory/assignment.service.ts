import { Injectable } from '@nestjs/common';
import { Log } from '../audit/index.ts';
import { Database, newId, Problem, sql } from '../platform/index.ts';
import type { AssignmentEnding, AssignmentWork, NewAssignment } from './assignment.dto.ts';
import { assignmentEvents } from './directory.events.ts';
import type { Role } from './role.ts';
import { UnitService } from './unit.service.ts';

// At this moment: whoever was waited for may have ended it since this transaction began.
const RUNS = `(ended_at is null or ended_at > clock_timestamp())`;

const TEAMS = sql('assignment.teams', `select id from team where area_id = app_area()`);
// Nobody holds the same assignment twice.
const ADD = sql(
  'assignment.add',
  `insert into assignment (id, area_id, person_id, unit_id, team_id, role)
   select $1, app_area(), $2, $3, $4, $5
    where not exists (select from assignment
      where person_id = $2 and unit_id = $3 and team_id is not distinct from $4::uuid and role = $5 and ${RUNS})`,
);
const FIND = sql(
  'assignment.find',
  `select role, unit_id as "unitId" from assignment where area_id = app_area() and id = $1 and ${RUNS}`,
);
// Two who are ended at once wait for one another here.
const COORDINATORS = sql(
  'assignment.coordinators',
  `select id from assignment where unit_id = $1 and role = 'SIP_COORDINATOR' and ${RUNS} order by id for update`,
);
// Protected children that nobody else may open (docs/adr/0009): the directory knows their number, and nothing more of them.
const READ_ALONE = sql(
  'assignment.read-alone',
  `select count(*)::int as children from named_reader r
    where r.assignment_id = $1 and not exists (select from named_reader o join assignment on id = o.assignment_id
      where o.child_id = r.child_id and id <> $1 and ${RUNS})`,
);
const UNIT_CASES = sql('assignment.unit-cases', `select cases from unit_work($1)`);
const WORK = sql(
  'assignment.work',
  `select w.cases, w.questions, w.drafts,
          (select count(*)::int from assignment c
            where c.unit_id = a.unit_id and c.id <> a.id and c.role = 'SIP_COORDINATOR'
              and (c.ended_at is null or c.ended_at > now())) as colleagues
     from assignment a, assignment_work(a.id) w where a.area_id = app_area() and a.id = $1`,
);
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

  /** What is held in an assignment, to be told before it ends. */
  async work(id: string): Promise<AssignmentWork> {
    const [work] = await this.database.query<AssignmentWork>(WORK(id));
    if (!work) throw Problem.notFound();
    this.log.record(assignmentEvents.workRead, { subject: `assignment:${id}` });
    return work;
  }

  /** Ends an assignment at once: the next thing done in it is refused, and its open screens close. */
  async end(id: string, { unreadChildren }: AssignmentEnding): Promise<void> {
    const [assignment] = await this.database.query<{ role: Role; unitId: string }>(FIND(id));
    if (!assignment) throw Problem.notFound();
    if (assignment.role === 'AREA_ADMINISTRATOR') await this.anotherMustRemain();
    if (assignment.role === 'SIP_COORDINATOR') await this.casesMustBeSeen(assignment.unitId);
    const unread = assignment.role === 'SIP_COORDINATOR' ? await this.childrenReadAlone(id) : 0;
    if (unread > 0 && unreadChildren !== 'LEAVE') throw readerNeeded(unread);
    if ((await this.database.scope.change(END(id))) === 0) throw Problem.notFound();
    const { role, unitId } = assignment;
    this.log.record(assignmentEvents.ended, {
      subject: `assignment:${id}`,
      facts: { ...(role === 'SIP_COORDINATOR' && { holder: unitId }), ...(unread > 0 && { unreadChildren: unread }) },
    });
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

  /** How many protected children only this assignment may open. The unit's coordinators are held: no two end at once. */
  private async childrenReadAlone(id: string): Promise<number> {
    const [row] = await this.database.query<{ children: number }>(READ_ALONE(id));
    return row!.children;
  }

  /** A unit's cases are seen by its coordinators alone: without one, nobody would carry them on. */
  private async casesMustBeSeen(unitId: string): Promise<void> {
    if ((await this.database.query(COORDINATORS(unitId))).length > 1) return;
    const [unit] = await this.database.query<{ cases: number }>(UNIT_CASES(unitId));
    if (unit!.cases === 0) return;
    throw new Problem(
      'coordinator-needed',
      `Enheten har pågående ärenden (${unit!.cases}) och ingen annan SIP-samordnare. Ge först någon annan det uppdraget på enheten.`,
    );
  }
}

/** Somebody whose access must end now is ended all the same, with `unreadChildren=LEAVE`: the children wait in a list. */
function readerNeeded(children: number): Problem {
  const one = children === 1;
  return new Problem(
    'reader-needed',
    `Personen är ensam om att kunna öppna ${one ? 'ett barn' : `${children} barn`} med skyddade personuppgifter. Be personen först namnge en kollega på ${one ? 'barnets sida' : 'barnens sidor'}. Måste uppdraget sluta nu, avsluta ändå och utse genast någon annan under Skyddade barn.`,
    { members: { children } },
  );
}

function alreadyHeld(): Problem {
  const message = 'Personen har redan det uppdraget. Välj en annan roll eller enhet.';
  return new Problem('already-there', message, { errors: [{ field: 'role', message }] });
}
