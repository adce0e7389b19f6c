import { AsyncLocalStorage } from 'node:async_hooks';
import { Injectable } from '@nestjs/common';
import type { PoolClient } from 'pg';
import { DataSource } from 'typeorm';
import { Scope, type Gate } from './scope.ts';
import type { Statement } from './statement.ts';

/** Does a later part of work whose own scope has ended, in a transaction of its own. */
export type Reentry = <Result>(work: () => Promise<Result>) => Promise<Result>;

/**
 * The one way to the data. Everything happens in a scope: one transaction, as one actor, with exactly one log event
 * (docs/adr/0002). The login role owns nothing and may read nothing, so a query outside a scope is refused by PostgreSQL.
 */
@Injectable()
export class Database {
  private readonly scopes = new AsyncLocalStorage<Scope>();

  constructor(private readonly dataSource: DataSource) {}

  /** The scope of the work going on. Throws outside one. */
  get scope(): Scope {
    const scope = this.scopes.getStore();
    if (!scope) throw new Error('no database scope: wrap the work in Database.as');
    return scope;
  }

  query<Row>(statement: Statement): Promise<Row[]> {
    return this.scope.query<Row>(statement);
  }

  /** Does the work as whoever the gate admits. Commits when it is done and its event is recorded, rolls back when it throws. */
  as<Result>(gate: Gate, work: (scope: Scope) => Promise<Result>): Promise<Result> {
    return this.run(gate, work, 'logged');
  }

  /**
   * The named way for jobs: does the work in a role of its own, without a person. `reason` is written in the log.
   * It still leaves exactly one event.
   */
  asSystem<Result>(reason: string, role: string, work: (scope: Scope) => Promise<Result>): Promise<Result> {
    return this.run(systemGate(reason, role), work, 'logged');
  }

  /**
   * Work of that kind that takes one thing at a time: done again, each time in a transaction of its own, until it answers
   * that nothing is left. Answers how many times it did something.
   */
  async asSystemEach(reason: string, role: string, takeNext: (scope: Scope) => Promise<boolean>): Promise<number> {
    const nothingLeft = new Error('nothing is left');
    const takeOne = async (scope: Scope): Promise<void> => {
      if (!(await takeNext(scope))) throw nothingLeft;
    };
    for (let taken = 0; ; taken++) {
      try {
        await this.asSystem(reason, role, takeOne);
      } catch (error) {
        if (error === nothingLeft) return taken;
        throw error;
      }
    }
  }

  /** Upkeep that touches nobody's data (sealing, tailing, sessions): the only work that leaves no event of its own. */
  maintain<Result>(reason: string, role: string, work: (scope: Scope) => Promise<Result>): Promise<Result> {
    return this.run(systemGate(reason, role), work, 'upkeep');
  }

  /**
   * A way to go on after the answer has begun (an export takes longer than a transaction may): each part comes in through
   * the same gate once more, so a session that ends stops it. The scope's own event has told of all of it.
   */
  reentry(): Reentry {
    const { gate } = this.scope;
    return (work) => this.scopes.exit(() => this.run(gate, work, 'upkeep'));
  }

  private async run<Result>(gate: Gate, work: (scope: Scope) => Promise<Result>, kind: 'logged' | 'upkeep') {
    if (this.scopes.getStore()) throw new Error('a scope is already open: one request has one actor');
    const runner = this.dataSource.createQueryRunner();
    const client = (await runner.connect()) as PoolClient;
    const scope = new Scope(client, runner, gate);
    try {
      const result = await this.scopes.run(scope, () => work(scope));
      await scope.commit(kind);
      return result;
    } catch (error) {
      await scope.rollback();
      throw await scope.firstCause(error);
    } finally {
      // A connection goes back idle, or not at all: one left inside a transaction would carry one person's rights to the next.
      if (client.getTransactionStatus() !== 'I') await client.end().catch(() => undefined);
      await runner.release();
    }
  }
}

function systemGate(reason: string, role: string): Gate {
  return {
    statement: {
      name: 'gate.system',
      text: `select set_config('role', $1, true), set_config('app.reason', $2, true)`,
      values: [role, reason],
    },
    admit: () => ({ role, reason }),
  };
}
