import { Injectable } from '@nestjs/common';
import { eventKind, Log } from '../audit/index.ts';
import { Database, newId, Problem, sql } from '../platform/index.ts';
import { assignmentEvents, personEvents } from './directory.events.ts';
import { type KnownPerson, PasswordCheck } from './password-check.service.ts';
import { ASSIGNMENT_RUNS, ROLES } from './role.ts';
import type { AssignmentView, SessionView } from './session.dto.ts';
import { IDLE_MINUTES, LIFETIME_HOURS, newToken, tokenHash } from './session.rules.ts';

const started = eventKind({ type: 'session.started', activity: 'Läsa' });
const refused = eventKind({ type: 'session.refused', activity: 'Läsa' });
const read = eventKind({ type: 'session.read', activity: 'Läsa' });
const acting = eventKind({ type: 'session.acting', activity: 'Läsa' });
const ended = eventKind({ type: 'session.ended', activity: 'Läsa' });

/** Events after which the open screens of their subject close: a session's, an assignment's or a person's. */
export const SESSION_CHANGES = [
  acting,
  ended,
  assignmentEvents.ended,
  personEvents.passwordRenewed,
  personEvents.passwordChanged,
].map(({ type }) => type);

/** The one assignment of somebody who has a single one: they need not choose. `person` is an SQL expression. */
export const ONLY_ASSIGNMENT = (person: string): string =>
  `(select case when count(*) = 1 then (array_agg(id))[1] end from assignment
      where person_id = ${person} and (ended_at is null or ended_at > now()))`;

// Whoever has been given a password acts in nothing until they have chosen one of their own. A password that has been
// changed since it was checked opens nothing.
const START = sql(
  'session.start',
  `insert into session (id, token_hash, person_id, assignment_id, ends_at, idle_minutes)
   select $1, $2, id, case when not must_change_password then ${ONLY_ASSIGNMENT('$3')} end,
          now() + make_interval(hours => $4), $5 from person where id = $3 and password_hash = $6`,
);
const READ = sql(
  'session.read',
  `with mine as (
     select a.id, json_build_object('id', a.id, 'role', a.role, 'unit', json_build_object('id', u.id, 'name', u.name),
              'principal', json_build_object('id', p.id, 'name', p.name), 'area', json_build_object('id', r.id, 'name', r.name),
              'team', case when t.id is not null then json_build_object('id', t.id, 'name', t.name) end) as view
       from assignment a join unit u on u.id = a.unit_id join principal p on p.id = u.principal_id
       join area r on r.id = a.area_id left join team t on t.id = a.team_id
      where a.person_id = app_person() and ${ASSIGNMENT_RUNS}
      order by a.started_at, u.name, a.role, a.id)
   select json_build_object('person', json_build_object('id', n.id, 'name', n.name),
            'username', n.username, 'passwordDue', n.must_change_password,
            'assignments', coalesce((select json_agg(view) from mine), '[]'),
            'acting', (select view from mine where id = s.assignment_id),
            'expiresAt', s.ends_at) as session
     from session s join person n on n.id = s.person_id where s.id = $1`,
);
const CHOOSE = sql(
  'session.choose',
  `update session set assignment_id = a.id from assignment a
    where session.id = $1 and a.id = $2 and a.person_id = app_person() and ${ASSIGNMENT_RUNS}
      and not exists (select from person n where n.id = a.person_id and n.must_change_password)
   returning a.area_id`,
);
const PASSWORD_DUE = sql(
  'session.password-due',
  `select must_change_password as due from person where id = app_person()`,
);
const END = sql('session.end', `update session set ended_at = now() where id = $1`);

/** Sign-in, the assignment acted in, and sign-out. Sessions live in the database, so ending one ends it everywhere at once. */
@Injectable()
export class SessionService {
  constructor(
    private readonly database: Database,
    private readonly log: Log,
    private readonly passwords: PasswordCheck,
  ) {}

  /** Starts a session; answers its secret. 401 for a wrong name or password alike, 429 after too many attempts. */
  async signIn(username: string, password: string, address: string): Promise<string> {
    const person = await this.passwords.check(username, password, address, refused);
    if (!person) throw signInRefused();
    return this.start(person);
  }

  async read(): Promise<SessionView> {
    const { session, area, assignment, person } = await this.database.scope.enter();
    this.log.record(read, {
      subject: `session:${session}`,
      by: { area: area ?? null, actor: assignment ?? person ?? null },
    });
    return this.view(session!);
  }

  async choose(assignmentId: string): Promise<SessionView> {
    const { session } = await this.database.scope.enter();
    const [chosen] = await this.database.query<{ area_id: string }>(CHOOSE(session, assignmentId));
    if (!chosen) throw await this.refusedChoice();
    this.log.record(acting, { subject: `session:${session}`, by: { area: chosen.area_id, actor: assignmentId } });
    return this.view(session!);
  }

  async end(): Promise<void> {
    const { session, area, assignment, person } = await this.database.scope.enter();
    await this.database.query(END(session));
    this.log.record(ended, {
      subject: `session:${session}`,
      by: { area: area ?? null, actor: assignment ?? person ?? null },
    });
  }

  private async refusedChoice(): Promise<Problem> {
    const [person] = await this.database.query<{ due: boolean }>(PASSWORD_DUE());
    if (person!.due)
      return new Problem('password-due', 'Det du har fick du av någon annan. Välj ett eget, och sedan uppdrag.');
    return Problem.field('assignmentId', 'Välj ett av dina egna uppdrag.');
  }

  private start({ id: personId, area, username, passwordHash }: KnownPerson): Promise<string> {
    const token = newToken();
    const id = newId();
    return this.database.asSystem('someone signs in', 'samordna_gate', async (scope) => {
      const start = START(id, tokenHash(token), personId, LIFETIME_HOURS, IDLE_MINUTES, passwordHash);
      if ((await scope.change(start)) === 0) throw signInRefused();
      await this.passwords.forget(username);
      this.log.record(started, { subject: `session:${id}`, by: { area, actor: personId } });
      return token;
    });
  }

  private async view(sessionId: string): Promise<SessionView> {
    const [row] = await this.database.query<{ session: SessionView & { acting: AssignmentView | null } }>(
      READ(sessionId),
    );
    const { assignments, acting: current, expiresAt, ...own } = row!.session;
    return {
      ...own,
      assignments: assignments.map(withRoleName),
      ...(current && { acting: withRoleName(current) }),
      expiresAt: new Date(expiresAt).toISOString(),
    };
  }
}

const signInRefused = (): Problem => new Problem('sign-in-refused', 'Kontrollera stavningen och försök igen.');

function withRoleName({ team, ...assignment }: AssignmentView): AssignmentView {
  return { ...assignment, roleName: ROLES[assignment.role], ...(team && { team }) };
}
