import type { Client, PoolClient, QueryResult } from 'pg';
import type { EntityManager, QueryRunner } from 'typeorm';
import type { Statement } from './statement.ts';

/** Who acts: a person in exactly one assignment, or the system for a stated reason. */
export interface Actor {
  /** Database role of the transaction. */
  role: string;
  reason?: string;
  area?: string;
  person?: string;
  assignment?: string;
  unit?: string;
  team?: string;
  session?: string;
}

/**
 * How a transaction begins: one statement that takes on the role and sets `app.*` for the row policies, and what to make
 * of its answer. `admit` throws a Problem when the one who knocks may not come in.
 */
export interface Gate {
  statement: Statement;
  admit(row: Record<string, unknown> | undefined): Actor;
}

/** Builds the statement that records the scope's log event, once it is known who acts. */
export type Recording = (actor: Actor) => Statement;

/** One transaction as one actor. Begin, gate and first statement travel together; so do the event and the commit. */
export class Scope {
  private entering: Promise<Actor> | undefined;
  private recording: Recording | undefined;
  /** What the scope's event is about, as `kind:id`, once it is recorded. */
  subject: string | undefined;

  constructor(
    private readonly client: PoolClient,
    private readonly runner: QueryRunner,
    readonly gate: Gate,
  ) {}

  /** Begins the transaction and passes the gate, unless that is done. */
  enter(): Promise<Actor> {
    if (!this.entering) {
      this.sendTogether();
      const begun = this.client.query('BEGIN');
      const answer = this.client.query(this.gate.statement);
      this.entering = Promise.all([begun, answer]).then(([, { rows }]) => this.gate.admit(rows[0]));
      this.entering.catch(() => undefined);
    }
    return this.entering;
  }

  get entered(): boolean {
    return this.entering !== undefined;
  }

  async query<Row>(statement: Statement): Promise<Row[]> {
    return (await this.send(statement)).rows as Row[];
  }

  /** Runs a statement that changes rows and answers how many it changed. */
  async change(statement: Statement): Promise<number> {
    return (await this.send(statement)).rowCount ?? 0;
  }

  /** TypeORM's manager inside this transaction, for small writes. */
  async manager(): Promise<EntityManager> {
    await this.enter();
    return this.runner.manager;
  }

  /** The scope's one log event. A second one is a fault in the code. */
  record(recording: Recording, subject?: string): void {
    if (this.recording) throw new Error('a second log event in one access');
    this.recording = recording;
    this.subject = subject;
  }

  async commit(kind: 'logged' | 'upkeep'): Promise<void> {
    const actor = await this.enter();
    if (kind === 'logged' && !this.recording) throw new Error('an access without its log event');
    this.sendTogether();
    const recorded = this.recording && this.client.query(this.recording(actor));
    const committed = this.client.query('COMMIT');
    committed.catch(() => undefined);
    await recorded;
    if ((await committed).command !== 'COMMIT') throw new Error('the transaction could not be committed');
  }

  async rollback(): Promise<void> {
    if (!this.entering) return;
    await this.client.query('ROLLBACK').catch(() => undefined);
  }

  /** When the gate refused, later statements failed only because of that: the refusal is what the caller should hear. */
  async firstCause(error: unknown): Promise<unknown> {
    if (!this.entering) return error;
    return this.entering.then(
      () => error,
      (refusal: unknown) => refusal,
    );
  }

  /** Whatever is sent in this turn of the event loop leaves in one write: PostgreSQL is woken once for it. */
  private sendTogether(): void {
    const { stream } = (this.client as unknown as Client).connection;
    stream.cork();
    process.nextTick(() => stream.uncork());
  }

  private async send(statement: Statement): Promise<QueryResult> {
    const entering = this.enter();
    const answer = this.client.query(statement);
    answer.catch(() => undefined);
    await entering;
    return answer;
  }
}
