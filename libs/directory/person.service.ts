import { Injectable } from '@nestjs/common';
import { hash } from '@node-rs/argon2';
import { Log } from '../audit/index.ts';
import { Database, LIST_REACH, newId, type PageQuery, Problem, rowsOf, sql } from '../platform/index.ts';
import type { HeldAssignmentView, NewAssignment } from './assignment.dto.ts';
import { AssignmentService } from './assignment.service.ts';
import { assignmentEvents, personEvents } from './directory.events.ts';
import type { NewPerson, NewPersonView, PasswordView, PersonPage, PersonView } from './person.dto.ts';
import { asUsername, isUsername, newPassword } from './person.rules.ts';
import { ROLES } from './role.ts';

const ASSIGNMENT = `json_strip_nulls(json_build_object('id', a.id, 'role', a.role,
  'unit', json_build_object('id', u.id, 'name', u.name),
  'team', case when t.id is not null then json_build_object('id', t.id, 'name', t.name) end,
  'startedAt', a.started_at, 'endedAt', a.ended_at))`;
const VIEW = `json_build_object('id', n.id, 'name', n.name, 'username', n.username, 'assignments', coalesce(
  (select json_agg(${ASSIGNMENT} order by a.ended_at desc nulls first, a.started_at, a.id)
     from assignment a join unit u on u.id = a.unit_id left join team t on t.id = a.team_id where a.person_id = n.id), '[]'))`;

const LIST = sql(
  'person.list',
  `select json_build_object(
     'people', (select coalesce(json_agg(${VIEW} order by n.name collate "sv-x-icu", n.id), '[]')
        from (select id, name, username from person where area_id = app_area()
               order by name collate "sv-x-icu", id offset $1 limit $2) n),
     'total', (select count(*) from (select from person where area_id = app_area() limit ${LIST_REACH}) reached)) as page`,
);
const READ = sql(
  'person.read',
  `select ${VIEW} as view from (select id, name, username from person where area_id = app_area() and id = $1) n`,
);
// User names are one list for the whole product: somebody of another area may hold it.
const ADD = sql(
  'person.add',
  `insert into person (id, area_id, name, username, password_hash) values ($1, app_area(), $2, $3, $4)
   on conflict (username) do nothing`,
);
const KNOWN = sql('person.known', `select 1 from person where area_id = app_area() and id = $1`);
const RENEW = sql('person.renew-password', `update person set password_hash = $2 where id = $1`);
// What the old password opened is closed, except the session that asks.
const END_SESSIONS = sql(
  'person.end-sessions',
  `update session set ended_at = now() where person_id = $1 and ended_at is null and id <> $2`,
);

/** The area's people: who may sign in, and the assignments that they hold. */
@Injectable()
export class PersonService {
  constructor(
    private readonly database: Database,
    private readonly log: Log,
    private readonly assignments: AssignmentService,
  ) {}

  async list(query: PageQuery): Promise<PersonPage> {
    const { offset, limit } = rowsOf(query);
    const [row] = await this.database.query<{ page: Pick<PersonPage, 'people' | 'total'> }>(LIST(offset, limit));
    const { people, total } = row!.page;
    this.log.record(personEvents.listed, { facts: { rows: people.length } });
    return { people: people.map(withRoleNames), total, page: query.page, limit };
  }

  /** Adds somebody who can sign in at once. The password is answered here and nowhere else. */
  async make({ name, username, ...assignment }: NewPerson): Promise<NewPersonView> {
    const id = newId();
    const signInName = asUsername(username);
    if (!name.trim()) throw Problem.field('name', 'Skriv personens namn.');
    if (!isUsername(signInName)) {
      throw Problem.field(
        'username',
        'Skriv bokstäverna a–z och siffror, gärna med punkt emellan, till exempel sara.lind.',
      );
    }
    const { password, hashed } = await this.newPassword();
    const added = await this.database.scope.change(ADD(id, name.trim(), signInName, hashed));
    if (added === 0) throw usernameTaken();
    await this.assignments.add(id, assignment);
    this.log.record(personEvents.made, { subject: `person:${id}` });
    return { ...(await this.view(id)), password };
  }

  async renewPassword(id: string): Promise<PasswordView> {
    await this.mustBeKnown(id);
    const { password, hashed } = await this.newPassword();
    await this.database.query(RENEW(id, hashed));
    const { session } = await this.database.scope.enter();
    await this.database.query(END_SESSIONS(id, session));
    this.log.record(personEvents.passwordRenewed, { subject: `person:${id}` });
    return { password };
  }

  async assign(id: string, assignment: NewAssignment): Promise<PersonView> {
    await this.mustBeKnown(id);
    const assignmentId = await this.assignments.add(id, assignment);
    this.log.record(assignmentEvents.made, { subject: `assignment:${assignmentId}` });
    return this.view(id);
  }

  /** Hashing is costly: only those who may come in have it done. */
  private async newPassword(): Promise<{ password: string; hashed: string }> {
    await this.database.scope.enter();
    const password = newPassword();
    return { password, hashed: await hash(password) };
  }

  private async mustBeKnown(id: string): Promise<void> {
    const [person] = await this.database.query(KNOWN(id));
    if (!person) throw Problem.notFound();
  }

  private async view(id: string): Promise<PersonView> {
    const [row] = await this.database.query<{ view: PersonView }>(READ(id));
    return withRoleNames(row!.view);
  }
}

function withRoleNames({ assignments, ...person }: PersonView): PersonView {
  const named = (assignment: HeldAssignmentView) => ({ ...assignment, roleName: ROLES[assignment.role] });
  return { ...person, assignments: assignments.map(named) };
}

function usernameTaken(): Problem {
  const message = 'Användarnamnet är upptaget. Skriv ett annat, till exempel med en siffra efter.';
  return new Problem('already-there', message, { errors: [{ field: 'username', message }] });
}
