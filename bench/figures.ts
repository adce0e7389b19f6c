import { isDeepStrictEqual } from 'node:util';
import type pg from 'pg';
import { decodeEntry, FigureCount, type FigureDefinition, type Period } from '../libs/evidence/index.ts';
import { YEAR, type Area } from './area.ts';
import { closedLoop, median, type Message } from './load.ts';
import type { Server } from './server.ts';
import type { Texts } from './statements.ts';

const PERIOD: Period = { from: `${YEAR}-01-01`, to: `${YEAR + 1}-01-01` };

const ENTRIES_AT_A_TIME = 20_000;

/** A figure as its route answers it. */
interface FigureView {
  definition: FigureDefinition;
  cells: { key: string; value?: number }[];
}

/** How long the year's figures take, in milliseconds: the statement alone, and the whole request when nobody else asks. */
export async function timeFigures(owner: pg.Pool, area: Area, texts: Texts, server: Server, message: Message) {
  return {
    statement: await timeStatement(owner, area, texts['figure.read']!),
    route: median((await closedLoop(server.port, 1, 2000, () => message)).latencies),
  };
}

async function timeStatement(owner: pg.Pool, area: Area, text: string): Promise<number> {
  const client = await owner.connect();
  try {
    await client.query('begin');
    await client.query(`select set_config('role', 'samordna_manager', true), set_config('app.area', $1, true)`, [
      area.id,
    ]);
    const values = [['consultations-by-theme'], [1], PERIOD.from, PERIOD.to];
    const times: number[] = [];
    for (let i = 0; i < 200; i++) {
      const began = performance.now();
      await client.query({ name: 'figures', text, values });
      times.push(performance.now() - began);
    }
    await client.query('rollback');
    return median(times);
  } finally {
    client.release();
  }
}

/** Counts a figure again over every entry of the sealed log, as the offline verifier does. Answers how many events, and whether all cells agree. */
export async function recount(owner: pg.Pool, area: Area, answer: string): Promise<{ events: number; equal: boolean }> {
  const { definition, cells } = JSON.parse(answer) as FigureView;
  const count = new FigureCount(definition, area.id, PERIOD);
  let events = 0;
  for (;;) {
    const { rows } = await owner.query<{ entry: Buffer }>(
      `select e.entry from log_leaf l join log_event e using (event_id)
        where l.area_id = $1 and l.idx >= $2 and l.idx < $3`,
      [area.id, events, events + ENTRIES_AT_A_TIME],
    );
    if (rows.length === 0) break;
    for (const { entry } of rows) count.add(decodeEntry(entry));
    events += rows.length;
  }
  const shown = new Map(cells.flatMap(({ key, value }) => (value ? [[key, value] as const] : [])));
  return { events, equal: isDeepStrictEqual(sorted(shown), sorted(count.values())) };
}

const sorted = (cells: ReadonlyMap<string, number>) => [...cells].toSorted(([a], [b]) => (a < b ? -1 : 1));
