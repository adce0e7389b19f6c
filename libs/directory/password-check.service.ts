import { Injectable } from '@nestjs/common';
import { hash, verify } from '@node-rs/argon2';
import { type EventKind, Log } from '../audit/index.ts';
import { Clock, Database, Encryption, Problem, sql } from '../platform/index.ts';
import { asPassword } from './password.rules.ts';
import { asUsername } from './person.rules.ts';
import { ATTEMPT_WINDOW_MINUTES, ATTEMPTS_PER_ADDRESS, ATTEMPTS_PER_NAME } from './session.rules.ts';

const CREDENTIALS = sql(
  'password-check.credentials',
  `select id, area_id as area, username, name, password_hash as "passwordHash" from person where username = $1`,
);
// As many attempts as are allowed, back in time: when the oldest of them is out of the window, there is room for one more.
const WAIT = sql(
  'password-check.wait',
  `select ceil(extract(epoch from max(at) + make_interval(mins => $5) - now()))::int as seconds
     from ((select at from sign_in_attempt where key = $1 order by at desc offset $2::int - 1 limit 1) union all
           (select at from sign_in_attempt where key = $3 order by at desc offset $4::int - 1 limit 1)) last
    where at > now() - make_interval(mins => $5)`,
);
const NOTE_ATTEMPT = sql('password-check.note-attempt', `insert into sign_in_attempt (key) select unnest($1::bytea[])`);
const FORGET_ATTEMPTS = sql('password-check.forget-attempts', `delete from sign_in_attempt where key = $1`);

/** Somebody whose password was right. */
export interface KnownPerson {
  id: string;
  area: string;
  username: string;
  name: string;
  passwordHash: string;
}

/** Whether a password is right, and not to be guessed at: wrong ones are counted by name and by address. */
@Injectable()
export class PasswordCheck {
  private decoy: Promise<string> | undefined;

  constructor(
    private readonly database: Database,
    private readonly log: Log,
    private readonly encryption: Encryption,
    private readonly clock: Clock,
  ) {}

  /**
   * Whose name and password these are, or nobody: then the attempt is counted and recorded as `refused`. 429 after too many.
   * Runs outside any scope, since a refused access leaves nothing behind and an attempt has to be remembered.
   */
  async check(
    username: string,
    password: string,
    address: string,
    refused: EventKind,
  ): Promise<KnownPerson | undefined> {
    const keys = [this.nameKey(username), this.encryption.fingerprint('sign-in address', address)];
    const person = await this.find(asUsername(username), keys);
    // An unknown name takes as long as a wrong password.
    const right = await verify(person?.passwordHash ?? (await this.decoyHash()), asPassword(password));
    if (person && right) return person;
    await this.database.asSystem('a password was wrong', 'samordna_gate', async (scope) => {
      await scope.query(NOTE_ATTEMPT(keys));
      this.log.record(refused, { outcome: 'refused', by: { area: person?.area ?? null, actor: null } });
    });
    return undefined;
  }

  /** After a right password the wrong ones before it are forgotten. Inside the access that it let in. */
  async forget(username: string): Promise<void> {
    await this.database.query(FORGET_ATTEMPTS(this.nameKey(username)));
  }

  private find(username: string, keys: Buffer[]): Promise<KnownPerson | undefined> {
    return this.database.maintain('find whose password it is', 'samordna_gate', async (scope) => {
      const [[wait], [person]] = await Promise.all([
        scope.query<{ seconds: number | null }>(
          WAIT(keys[0], ATTEMPTS_PER_NAME, keys[1], ATTEMPTS_PER_ADDRESS, ATTEMPT_WINDOW_MINUTES),
        ),
        scope.query<KnownPerson>(CREDENTIALS(username)),
      ]);
      if (wait!.seconds !== null) throw tooManyAttempts(wait!.seconds);
      return person;
    });
  }

  private nameKey(username: string): Buffer {
    return this.encryption.fingerprint('sign-in name', asUsername(username));
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
