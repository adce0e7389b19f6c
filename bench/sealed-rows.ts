import { createHash } from 'node:crypto';
import type pg from 'pg';
import { canonicalJson } from '../libs/evidence/canonical-json.ts';
import { leafHash } from '../libs/evidence/merkle.ts';
import { newId } from '../libs/platform/id.ts';
import type { Holder } from './area.ts';
import { BareFields, seal } from './bare-fields.ts';

type Row = Record<string, unknown>;

/** One child's key: seals an object for its place, as the product does. */
export interface Key {
  id: string;
  seal(field: string, rowId: string, content: object): string;
}

/** Parents before children, as the references want it. */
const TABLES = [
  'data_key',
  'child',
  'guardian',
  'sip_case',
  'case_role',
  'party',
  'consent',
  'meeting',
  'meeting_party',
  'plan_version',
  'intervention',
  'follow_up',
  'log_event',
] as const;

type Table = (typeof TABLES)[number];

/** Rows whose sealed parts open. Collected first, then written a table at a time. */
export class SealedRows {
  private readonly tables = new Map<Table, Row[]>(TABLES.map((table) => [table, []]));
  private readonly fields: BareFields;
  private readonly area: string;

  constructor(area: string, masterKey: Buffer) {
    this.area = area;
    this.fields = new BareFields(masterKey.toString('hex'));
  }

  key(): Key {
    const id = newId();
    const { key, wrapped } = this.fields.newKey(id);
    this.add('data_key', { id, wrapped: bytes(wrapped) });
    return { id, seal: (field, rowId, content) => bytes(seal(key, JSON.stringify(content), `${field}:${rowId}`)) };
  }

  add(table: Table, row: Row): void {
    this.tables.get(table)!.push({ area_id: this.area, ...row });
  }

  change(table: Table, id: string, change: Row): void {
    Object.assign(
      this.tables.get(table)!.find((row) => row['id'] === id)!,
      change,
    );
  }

  /** An event in a case's timeline, as the log writes it. */
  addEvent(caseId: string, { unit, coordinator }: Holder, at: Date): void {
    const id = newId();
    const entry = Buffer.from(
      canonicalJson({
        v: 1,
        id,
        type: 'sip-case.changed',
        at: at.toISOString(),
        area: this.area,
        actor: coordinator,
        unit,
        activity: 'Skriva',
        outcome: 'done',
        subject: `sip-case:${caseId}`,
        facts: { holder: unit, fields: ['questions', 'participation'] },
      }),
    );
    this.add('log_event', {
      event_id: id,
      epoch: 1,
      entry: bytes(entry),
      leaf_hash: bytes(leafHash(entry)),
      timeline_of: caseId,
    });
  }

  /** Something that no two rows share. */
  print = (text: string): string => bytes(createHash('sha256').update(text).digest());

  async write(owner: pg.Pool): Promise<void> {
    for (const [table, rows] of this.tables) {
      const columns = Object.keys(rows[0]!).join(', ');
      await owner.query(
        `insert into ${table} (${columns}) select ${columns} from jsonb_populate_recordset(null::${table}, $1)`,
        [JSON.stringify(rows)],
      );
    }
  }
}

/** As PostgreSQL reads bytes from JSON. */
const bytes = (buffer: Uint8Array): string => `\\x${Buffer.from(buffer).toString('hex')}`;
