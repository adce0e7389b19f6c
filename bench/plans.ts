import type pg from 'pg';
import type { Area } from './area.ts';
import type { Askers } from './jobs.ts';
import type { Texts } from './statements.ts';

/** A table from which a list or a case may not be read row by row. */
const LARGE = 10_000;

interface PlanNode {
  'Node Type': string;
  'Relation Name'?: string;
  Plans?: PlanNode[];
}

/** Large tables that the work list or a whole case reads from end to end, as the prepared statements are planned for a coordinator. */
export async function wholeReads(
  owner: pg.Pool,
  { id, quiet }: Area,
  texts: Texts,
  { cases }: Askers,
): Promise<string[]> {
  const client = await owner.connect();
  try {
    await client.query('begin');
    const { rows } = await client.query<{ relname: string }>('select relname from pg_class where reltuples > $1', [
      LARGE,
    ]);
    const large = rows.map(({ relname }) => relname);
    await client.query(
      `select set_config('role', 'samordna_sip_coordinator', true), set_config('app.area', $1, true), set_config('app.unit', $2, true),
              set_config('app.assignment', $3, true), set_config('plan_cache_mode', 'force_generic_plan', true)`,
      [id, quiet.unit, quiet.coordinator],
    );
    const asked = { 'sip-case.list-open': '0, 20', 'case-file.read': `'${cases.heavy[0]!}'` };
    const reads: string[] = [];
    for (const [name, values] of Object.entries(asked)) {
      await client.query(`prepare measured as ${texts[name]!}`);
      const explained = await client.query(`explain (format json) execute measured (${values})`);
      await client.query('deallocate measured');
      const [{ Plan }] = explained.rows[0]['QUERY PLAN'] as [{ Plan: PlanNode }];
      reads.push(...sequential(Plan).filter((table) => large.includes(table)));
    }
    await client.query('rollback');
    return reads;
  } finally {
    client.release();
  }
}

const sequential = (node: PlanNode): string[] => [
  ...(node['Node Type'] === 'Seq Scan' ? [node['Relation Name']!] : []),
  ...(node.Plans ?? []).flatMap(sequential),
];
