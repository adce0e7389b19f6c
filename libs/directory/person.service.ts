import { Injectable } from '@nestjs/common';
import { hash } from '@node-rs/argon2';
import { Log } from '../audit/index.ts';
import {
  Database,
  LIST_REACH,
  newId,
  type PageQuery,
  Problem,
  problemOf,
  rowsOf,
  sql,
  staleVersion,
} from '../platform/index.ts';
import type { HeldAssignmentView, NewAssignment } from './assignment.dto.ts';
import { AssignmentService } from './assignment.service.ts';
import { assignmentEvents, personEvents } from './directory.events.ts';
import { newPassword } from './password.rules.ts';
import type {
  NewPerson,
  NewPersonView,
  PasswordView,
  PersonChange,
  PersonPage,
  PersonSearch,
  PersonView,
} from './person.dto.ts';
import { asUsername, isUsername } from './person.rules.ts';
import { ASSIGNMENT_RUNS, ROLES } from './role.ts';

const ASSIGNMENT = `json_strip_nulls(json_build_object('id', a.id, 'role', a.role,
  'unit', json_build_object('id', u.id, 'name', u.name),
  'team', case when t.id is not null then json_build_object('id', t.id, 'name', t.name) end,
  'startedAt', a.started_at, 'endedAt', a.ended_at))`;
const VIEW = `json_build_object('id', n.id, 'name', n.name, 'username', n.username, 'passwordDue', n.must_change_password,
  'version', n.version, 'assignments', coalesce(
  (select json_agg(${ASSIGNMENT} order by a.ended_at desc nulls first, a.started_at, a.id)
     from assignment a join unit u on u.id = a.unit_id left join team t on t.id = a.team_id where a.person_id = n.id), '[]'))`;
/** So many of those found are shown: more than that, and one writes more of the name (our convention). */
const SEARCH_LIMIT = 50;

const COLUMNS = 'id, name, username, must_change_password, version';

const LIST = sql(
  'person.list',
  `select json_build_object(
     'people', (select coalesce(json_agg(${VIEW} order by n.name collate "sv-x-icu", n.id), '[]')
        from (select ${COLUMNS} from person where area_id = app_area()
               order by name collate "sv-x-icu", id offset $1 limit $2) n),
     'total', (select count(*) from (select from person where area_id = app_area() limit ${LIST_REACH}) reached)) as page`,
);
// The text may stand anywhere in the name, the user name or the name of a unit that the person works in now.
const SEARCH = sql(
  'person.search',
  `with found as materialized (
     select ${COLUMNS} from person p where p.area_id = app_area() and (
       strpos(lower(p.name), $1) > 0 or strpos(p.username, $1) > 0 or exists (
         select from assignment a join unit u on u.id = a.unit_id
          where a.person_id = p.id and ${ASSIGNMENT_RUNS} and strpos(lower(u.name), $1) > 0)))
   select json_build_object(
     'people', (select coalesce(json_agg(${VIEW} order by n.name collate "sv-x-icu", n.id), '[]')
        from (select * from found order by name collate "sv-x-icu", id limit $2) n),
     'total', (select least(count(*), ${LIST_REACH}) from found)) as page`,
);
const READ = sql(
  'person.read',
  `select ${VIEW} as view from (select ${COLUMNS} from person where area_id = app_area() and id = $1) n`,
);
// User names are one list for the whole product: somebody of another area may hold it.
const ADD = sql(
  'person.add',
  `insert into person (id, area_id, name, username, password_hash, must_change_password) values ($1, app_area(), $2, $3, $4, true)
   on conflict (username) do nothing`,
);
const KNOWN = sql('person.known', `select 1 from person where area_id = app_area() and id = $1`);
const LOCK = sql('person.lock', `select version from person where area_id = app_area() and id = $1 for update`);
const CHANGE = sql(
  'person.change',
  `update person set version = version + 1, name = coalesce($2, name), username = coalesce($3, username) where id = $1`,
);
const RENEW = sql(
  'person.renew-password',
  `update person set password_hash = $2, must_change_password = true where id = $1`,
);
const END_SESSIONS = sql(
  'person.end-sessions',
  `update session set ended_at = now() where person_id = $1 and ended_at is null`,
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

  /** The first of those whom a text fits: people, or the people of a unit. */
  async search({ text }: PersonSearch): Promise<PersonPage> {
    const [row] = await this.database.query<{ page: Pick<PersonPage, 'people' | 'total'> }>(
      SEARCH(text.trim().toLowerCase(), SEARCH_LIMIT),
    );
    const { people, total } = row!.page;
    this.log.record(personEvents.searched, { facts: { rows: people.length } });
    return { people: people.map(withRoleNames), total, page: 1, limit: SEARCH_LIMIT };
  }

  async read(id: string): Promise<PersonView> {
    this.log.record(personEvents.read, { subject: `person:${id}` });
    return this.view(id);
  }

  /** Adds somebody who can sign in at once. The password is answered here and nowhere else. */
  async make({ name, username, ...assignment }: NewPerson): Promise<NewPersonView> {
    const id = newId();
    const [fullName, signInName] = [nameOf(name), usernameOf(username)];
    const { password, hashed } = await this.newPassword();
    const added = await this.database.scope.change(ADD(id, fullName, signInName, hashed));
    if (added === 0) throw usernameTaken();
    await this.assignments.add(id, assignment);
    this.log.record(personEvents.made, { subject: `person:${id}` });
    return { ...(await this.view(id)), password };
  }

  /** Corrects a name or a user name. Documents that the person has signed keep the name that they were signed with. */
  async change(id: string, version: number, { name, username }: PersonChange): Promise<PersonView> {
    const [person] = await this.database.query<{ version: number }>(LOCK(id));
    if (!person) throw Problem.notFound();
    if (person.version !== version) throw staleVersion(person.version);
    const [fullName, signInName] = [name && nameOf(name), username && usernameOf(username)];
    await this.database.query(CHANGE(id, fullName, signInName)).catch((error: unknown) => {
      throw problemOf(error).type === 'already-there' ? usernameTaken() : error;
    });
    this.log.record(personEvents.changed, { subject: `person:${id}` });
    return this.view(id);
  }

  /** A password to hand over, which opens nothing but the choice of one's own. What the old one opened is closed. */
  async renewPassword(id: string): Promise<PasswordView> {
    const { person } = await this.database.scope.enter();
    if (id === person) throw new Problem('own-password', 'Byt det under Mitt konto, där du skriver det du har nu.');
    await this.mustBeKnown(id);
    const { password, hashed } = await this.newPassword();
    await this.database.query(RENEW(id, hashed));
    await this.database.query(END_SESSIONS(id));
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
    if (!row) throw Problem.notFound();
    return withRoleNames(row.view);
  }
}

/** A name as it is kept. */
function nameOf(written: string): string {
  if (!written.trim()) throw Problem.field('name', 'Skriv personens namn.');
  return written.trim();
}

function usernameOf(written: string): string {
  const username = asUsername(written);
  if (isUsername(username)) return username;
  throw Problem.field(
    'username',
    'Skriv bokstäverna a–z och siffror, gärna med punkt emellan, till exempel sara.lind.',
  );
}

function withRoleNames({ assignments, ...person }: PersonView): PersonView {
  const named = (assignment: HeldAssignmentView) => ({ ...assignment, roleName: ROLES[assignment.role] });
  return { ...person, assignments: assignments.map(named) };
}

function usernameTaken(): Problem {
  const message = 'Användarnamnet är upptaget. Skriv ett annat, till exempel med en siffra efter.';
  return new Problem('already-there', message, { errors: [{ field: 'username', message }] });
}
