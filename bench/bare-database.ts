import { createHash } from 'node:crypto';
import pg from 'pg';
import { canonicalJson } from '../libs/evidence/canonical-json.ts';
import { leafHash } from '../libs/evidence/merkle.ts';
import { newId } from '../libs/platform/id.ts';
import { Refusal } from './bare-refusal.ts';
import type { Texts } from './statements.ts';

/** Who the gate let in. */
export interface Visitor {
  role: string;
  area: string;
  assignment: string;
  unit: string;
}

/** Sends one of the product's statements by name. */
export type Send = <Row>(name: string, ...values: unknown[]) => Promise<Row[]>;

/** What is done inside an access: the answer, and what the log says of it. */
export interface Done<Answer> {
  answer: Answer;
  event: { type: string; activity: string; subject?: string; facts?: Record<string, unknown> };
}

/** One request = one transaction = one log event, as in the product, by hand. */
export class BareDatabase {
  private readonly pool: pg.Pool;
  private readonly texts: Texts;

  constructor({ databaseUrl, poolSize, texts }: { databaseUrl: string; poolSize: number; texts: Texts }) {
    this.pool = new pg.Pool({ connectionString: databaseUrl, max: poolSize, pipeline: true });
    this.texts = texts;
  }

  /** Begin, gate and the work's first statement travel together; so do the event and the commit. */
  async access<Answer>(
    token: string,
    role: string,
    work: (send: Send, visitor: Promise<Visitor>) => Promise<Done<Answer>>,
  ): Promise<Answer> {
    const client = await this.pool.connect();
    const send: Send = async (name, ...values) =>
      (await client.query({ name, text: this.texts[name]!, values })).rows as never[];
    try {
      const begun = client.query('BEGIN');
      const tokenHash = createHash('sha256').update(token).digest();
      const visitor = Promise.all([send<GateRow>('gate.session', tokenHash, false), begun]).then(([[row]]) =>
        admit(row, role),
      );
      visitor.catch(() => undefined);
      const { answer, event } = await work(send, visitor);
      const logged = send('log.insert', ...entryOf(await visitor, event));
      const committed = client.query('COMMIT');
      committed.catch(() => undefined);
      await logged;
      await committed;
      return answer;
    } catch (error) {
      await client.query('ROLLBACK');
      throw error;
    } finally {
      client.release();
    }
  }
}

interface GateRow {
  role: string;
  area_id: string;
  assignment_id: string;
  unit_id: string;
}

function admit(row: GateRow | undefined, role: string): Visitor {
  if (!row) throw new Refusal(401);
  if (row.role !== role) throw new Refusal(403);
  return { role: row.role, area: row.area_id, assignment: row.assignment_id, unit: row.unit_id };
}

function entryOf({ area, assignment, unit }: Visitor, event: Done<unknown>['event']): unknown[] {
  const id = newId();
  const at = new Date().toISOString();
  const { type, activity, subject, facts } = event;
  const entry = Buffer.from(
    canonicalJson({
      v: 1,
      id,
      type,
      at,
      area,
      actor: assignment,
      unit,
      activity,
      outcome: 'done',
      ...(subject && { subject }),
      ...(facts && { facts }),
    }),
  );
  return [id, area, 1, entry, leafHash(entry), null];
}
