import { Injectable } from '@nestjs/common';
import { hash } from '@node-rs/argon2';
import { Log } from '../audit/index.ts';
import { Database, Problem, sql } from '../platform/index.ts';
import { personEvents } from './directory.events.ts';
import type { OwnPassword } from './own-password.dto.ts';
import { type KnownPerson, PasswordCheck } from './password-check.service.ts';
import { asPassword, passwordFault } from './password.rules.ts';
import { newToken, tokenHash } from './session.rules.ts';
import { ONLY_ASSIGNMENT } from './session.service.ts';

const USERNAME = sql(
  'own-password.username',
  `select n.username from session s join person n on n.id = s.person_id
    where s.token_hash = $1 and s.ended_at is null and s.ends_at > now()
      and s.seen_at > now() - make_interval(mins => s.idle_minutes)`,
);
// Nothing is changed if somebody else has made a new password in the meantime. What the old one opened is closed: other
// sessions end, and this one goes on under a new secret, in the assignment that a new password was waited for.
const CHANGE = sql(
  'own-password.change',
  `with changed as (
     update person set password_hash = $2, must_change_password = false
      where id = app_person() and password_hash = $3 returning id, area_id),
   ended as (
     update session set ended_at = now() where person_id = (select id from changed) and ended_at is null and id <> $1),
   kept as (
     update session set token_hash = $4, assignment_id = coalesce(assignment_id, ${ONLY_ASSIGNMENT('app_person()')})
      where id = $1 and exists (select from changed))
   select area_id as area from changed`,
);

/** A person changes their own password. */
@Injectable()
export class OwnPasswordService {
  constructor(
    private readonly database: Database,
    private readonly log: Log,
    private readonly passwords: PasswordCheck,
  ) {}

  /** Whose session it is, once they have written the password that they have now; 422 when it is wrong. Outside any scope. */
  async prove(token: string, currentPassword: string, address: string): Promise<KnownPerson | undefined> {
    const [owner] = await this.database.maintain('find whose session it is', 'samordna_gate', (scope) =>
      scope.query<{ username: string }>(USERNAME(tokenHash(token))),
    );
    if (!owner) return undefined;
    const person = await this.passwords.check(owner.username, currentPassword, address, personEvents.passwordMistaken);
    if (!person) throw mistaken();
    return person;
  }

  /** Changes the password of somebody who has proven the one they have. Answers the session's new secret. */
  async change(proven: KnownPerson | undefined, { currentPassword, newPassword }: OwnPassword): Promise<string> {
    const { session, assignment, person } = await this.database.scope.enter();
    if (!proven) throw mistaken();
    const fault = passwordFault(asPassword(newPassword), proven);
    if (fault) throw Problem.field('newPassword', fault);
    if (asPassword(newPassword) === asPassword(currentPassword)) {
      throw Problem.field('newPassword', 'Skriv ett annat lösenord än det du har nu.');
    }
    const token = newToken();
    const [changed] = await this.database.query<{ area: string }>(
      CHANGE(session, await hash(asPassword(newPassword)), proven.passwordHash, tokenHash(token)),
    );
    if (!changed) throw mistaken();
    await this.passwords.forget(proven.username);
    this.log.record(personEvents.passwordChanged, {
      subject: `person:${person}`,
      by: { area: changed.area, actor: assignment ?? person ?? null },
    });
    return token;
  }
}

const mistaken = (): Problem =>
  Problem.field('currentPassword', 'Det stämmer inte. Skriv lösenordet du loggar in med nu.');
