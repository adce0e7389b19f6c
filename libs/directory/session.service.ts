import { Injectable } from '@nestjs/common';
import { hash, verify } from '@node-rs/argon2';
import { eventKind, Log } from '../audit/index.ts';
import { Clock, Database, Encryption, newId, Problem, sql } from '../platform/index.ts';
import { assignmentEvents, personEvents } from './directory.events.ts';
import { ROLES } from './role.ts';
import type { AssignmentView, SessionView } from './session.dto.ts';
import {
  ATTEMPT_WINDOW_MINUTES,
  ATTEMPTS_PER_ADDRESS,
  ATTEMPTS_PER_NAME,
  IDLE_MINUTES,
  LIFETIME_HOURS,
  newToken,
  tokenHash,
} from './session.rules.ts';

const started = eventKind({ type: 'session.started', activity: 'Läsa' });
const refused = eventKind({ type: 'session.refused', activity: 'Läsa' });
const read = eventKind({ type: 'session.read', activity: 'Läsa' });
const acting = eventKind({ type: 'session.acting', activity: 'Läsa' });
const ended = eventKind({ type: 'session.ended', activity: 'Läsa' });

/** Events after which the open screens of their subject close: a session's, an assignment's or a person's. */
export const SESSION_CHANGES = [acting, ended, assignmentEvents.ended, personEvents.passwordRenewed].map(
  ({ type }) => type,
);

const CREDENTIALS = sql('session.credentials', `select id, area_id, password_hash from person where username = $1`);
// As many attempts as are allowed, back in time: when the oldest of them is out of the window, there is room for one more.
const WAIT = sql(
  'session.wait',
  `select ceil(extract(epoch from max(at) + make_interval(mins => $5) - now()))::int as seconds
     from ((select at from sign_in_attempt where key = $1 order by at desc offset $2::int - 1 limit 1) union all
           (select at from sign_in_attempt where key = $3 order by at desc offset $4::int - 1 limit 1)) last
    where at > now() - make_interval(mins => $5)`,
);
const NOTE_ATTEMPT = sql('session.note-attempt', `insert into sign_in_attempt (key) select unnest($1::bytea[])`);
const FORGET_ATTEMPTS = sql('session.forget-attempts', `delete from sign_in_attempt where key = $1`);
// Someone with a single assignment need not choose.
const START = sql(
  'session.start',
  `insert into session (id, token_hash, person_id, assignment_id, ends_at, idle_minutes)
   select $1, $2, $3, (select case when count(*) = 1 then (array_agg(id))[1] end from assignment
                        where person_id = $3 and (ended_at is null or ended_at > now())),
          now() + make_interval(hours => $4), $5`,
);
const READ = sql(
  'session.read',
  `with mine as (
     select a.id, json_build_object('id', a.id, 'role', a.role, 'unit', json_build_object('id', u.id, 'name', u.name),
              'principal', json_build_object('id', p.id, 'name', p.name), 'area', json_build_object('id', r.id, 'name', r.name),
              'team', case when t.id is not null then json_build_object('id', t.id, 'name', t.name) end) as view
       from assignment a join unit u on u.id = a.unit_id join principal p on p.id = u.principal_id
       join area r on r.id = a.area_id left join team t on t.id = a.team_id
      where a.person_id = app_person() and (a.ended_at is null or a.ended_at > now())
      order by a.started_at, u.name, a.role, a.id)
   select json_build_object('person', json_build_object('id', n.id, 'name', n.name),
            'assignments', coalesce((select json_agg(view) from mine), '[]'),
            'acting', (select view from mine where id = s.assignment_id),
            'expiresAt', s.ends_at) as session
     from session s join person n on n.id = s.person_id where s.id = $1`,
);
const CHOOSE = sql(
  'session.choose',
  `update session set assignment_id = a.id from assignment a
    where session.id = $1 and a.id = $2 and a.person_id = app_person() and (a.ended_at is null or a.ended_at > now())
   returning a.area_id`,
);
const END = sql('session.end', `update session set ended_at = now() where id = $1`);

/** Sign-in, the assignment acted in, and sign-out. Sessions live in the database, so ending one ends it everywhere at once. */
@Injectable()
export class SessionService {
  private decoy: Promise<string> | undefined;

  constructor(
    private readonly database: Database,
    private readonly log: Log,
    private readonly encryption: Encryption,
    private readonly clock: Clock,
  ) {}

  /** Starts a session; answers its secret. 401 for a wrong name or password alike, 429 after too many attempts. */
  async signIn(username: string, password: string, address: string): Promise<string> {
    const name = username.trim().toLowerCase();
    const keys = [
      this.encryption.fingerprint('sign-in name', name),
      this.encryption.fingerprint('sign-in address', address),
    ];
    const person = await this.credentials(name, keys);
    // An unknown name takes as long as a wrong password.
    const right = await verify(person?.password_hash ?? (await this.decoyHash()), password);
    if (!person || !right) {
      await this.refuse(keys, person?.area_id);
      throw new Problem('sign-in-refused', 'Kontrollera stavningen och försök igen.');
    }
    return this.start(person, keys[0]!);
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
    if (!chosen) throw Problem.field('assignmentId', 'Välj ett av dina egna uppdrag.');
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

  private credentials(name: string, keys: Buffer[]) {
    return this.database.maintain('find who signs in', 'samordna_gate', async (scope) => {
      const [[wait], [person]] = await Promise.all([
        scope.query<{ seconds: number | null }>(
          WAIT(keys[0], ATTEMPTS_PER_NAME, keys[1], ATTEMPTS_PER_ADDRESS, ATTEMPT_WINDOW_MINUTES),
        ),
        scope.query<{ id: string; area_id: string; password_hash: string }>(CREDENTIALS(name)),
      ]);
      if (wait!.seconds !== null) throw tooManyAttempts(wait!.seconds);
      return person;
    });
  }

  private refuse(keys: Buffer[], area: string | undefined): Promise<void> {
    return this.database.asSystem('someone signs in', 'samordna_gate', async (scope) => {
      await scope.query(NOTE_ATTEMPT(keys));
      this.log.record(refused, { outcome: 'refused', by: { area: area ?? null, actor: null } });
    });
  }

  private start(person: { id: string; area_id: string }, nameKey: Buffer): Promise<string> {
    const token = newToken();
    const id = newId();
    return this.database.asSystem('someone signs in', 'samordna_gate', async (scope) => {
      await scope.query(START(id, tokenHash(token), person.id, LIFETIME_HOURS, IDLE_MINUTES));
      await scope.query(FORGET_ATTEMPTS(nameKey));
      this.log.record(started, { subject: `session:${id}`, by: { area: person.area_id, actor: person.id } });
      return token;
    });
  }

  private async view(sessionId: string): Promise<SessionView> {
    const [row] = await this.database.query<{ session: SessionView & { acting: AssignmentView | null } }>(
      READ(sessionId),
    );
    const { person, assignments, acting: current, expiresAt } = row!.session;
    return {
      person,
      assignments: assignments.map(withRoleName),
      ...(current && { acting: withRoleName(current) }),
      expiresAt: new Date(expiresAt).toISOString(),
    };
  }

  private decoyHash(): Promise<string> {
    return (this.decoy ??= hash(`${this.clock.now().getTime()}`));
  }
}

function tooManyAttempts(seconds: number): Problem {
  const minutes = Math.ceil(seconds / 60);
  return new Problem('too-many-attempts', `Vänta ${minutes} ${minutes === 1 ? 'minut' : 'minuter'} och försök igen.`, {
    headers: { 'retry-after': String(seconds) },
    members: { retryAfterSeconds: seconds },
  });
}

function withRoleName({ team, ...assignment }: AssignmentView): AssignmentView {
  return { ...assignment, roleName: ROLES[assignment.role], ...(team && { team }) };
}
