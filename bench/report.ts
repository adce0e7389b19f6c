import { cpus, loadavg, totalmem } from 'node:os';
import type { Outcome } from './contest.ts';
import { CONNECTIONS } from './contest.ts';
import type { Job } from './jobs.ts';
import type { SealLag } from './seal-lag.ts';
import type { WarmStart } from './warm-start.ts';

/** Everything that a run has measured. */
export interface Measured {
  sizes: { small: number; large: number; rounds: number; milliseconds: number };
  postgres: string;
  /** Product beside bare server. */
  jobs: { job: Job; outcome: Outcome }[];
  /** The same work with more of something beside less of it, and how many times slower it may be. */
  growth: { what: string; outcome: Outcome; most: number }[];
  /** Large tables that a list or a case is read from row by row. */
  reads: string[];
  figureTimes: { statement: number; route: number };
  counted: { events: number; equal: boolean };
  /** With the log beside without. */
  logged: Outcome;
  lag: SealLag;
  start: WarmStart;
  /** Memory of the product after all load, in MiB. */
  afterLoad: number;
}

const began = performance.now();

/** Says on stderr what goes on: the table alone is on stdout. */
export function progress(line: string): void {
  console.error(`${((performance.now() - began) / 1000).toFixed(0).padStart(5)} s  ${line}`);
}

export function print(measured: Measured): void {
  console.log([machine(measured), '', beside(measured.jobs), '', targets(measured), ''].join('\n'));
}

function machine({ postgres, sizes }: Measured): string {
  const [first] = cpus();
  const load = loadavg().map((each) => each.toFixed(1));
  return [
    `${cpus().length} × ${first!.model}, ${(totalmem() / 2 ** 30).toFixed(0)} GiB, Node ${process.versions.node}, PostgreSQL ${postgres}`,
    `${count(sizes.large)} requests, as many held consultations and as many cases in one area; ${CONNECTIONS} connections, ${sizes.rounds} rounds of ${sizes.milliseconds / 1000} s by turns; load average ${load.join(' ')}`,
  ].join('\n');
}

function beside(jobs: Measured['jobs']): string {
  const head = ['job', 'product/s', 'bare/s', 'ratio', 'target', 'p50 ms', 'bare', 'p99 ms', 'bare', 'CPU µs', 'bare'];
  const rows = jobs.map(({ job, outcome: { first, second, ratio } }) => [
    job.name,
    first.perSecond.toFixed(0),
    second.perSecond.toFixed(0),
    ratio.toFixed(2),
    `≥ ${job.target} ${mark(ratio >= job.target)}`,
    first.p50.toFixed(1),
    second.p50.toFixed(1),
    first.p99.toFixed(1),
    second.p99.toFixed(1),
    first.cpu.toFixed(0),
    second.cpu.toFixed(0),
  ]);
  return table([head, ...rows]);
}

function targets({ growth, reads, figureTimes, counted, logged, lag, start, afterLoad }: Measured): string {
  const slower = growth.map(({ what, outcome, most }) => {
    const factor = 1 / outcome.ratio;
    return [`${what}: times slower`, factor.toFixed(2), `≤ ${most} ${mark(factor <= most)}`];
  });
  return table([
    ['what', 'measured', 'target'],
    ...slower,
    ['large tables read whole for a work list or a case', reads.join(', ') || 'none', mark(reads.length === 0)],
    ["a year's figures: statement, ms", figureTimes.statement.toFixed(2), `≤ 5 ${mark(figureTimes.statement <= 5)}`],
    ["a year's figures: whole request alone, ms", figureTimes.route.toFixed(2), `≤ 5 ${mark(figureTimes.route <= 5)}`],
    [`figures = recount of ${count(counted.events)} events`, counted.equal ? 'equal' : 'differ', mark(counted.equal)],
    ['writes with the log on, of those with it off', logged.ratio.toFixed(2), `≥ 0.8 ${mark(logged.ratio >= 0.8)}`],
    [`seal lag p50 at ${lag.reached.toFixed(0)} creates/s (of ${lag.asked} asked), ms`, lag.p50.toFixed(0), ''],
    ['seal lag p99, ms', lag.p99.toFixed(0), `< 1000 ${mark(lag.p99 < 1000)}`],
    ['ready on a warm data folder, s', (start.readyIn / 1000).toFixed(1), `≤ 5 ${mark(start.readyIn <= 5000)}`],
    ['server memory at rest, MiB', start.server.toFixed(0), `≤ 250 ${mark(start.server <= 250)}`],
    ['its PostgreSQL at rest, MiB', start.database.toFixed(0), ''],
    ['server memory after all this load, MiB', afterLoad.toFixed(0), ''],
  ]);
}

const mark = (reached: boolean) => (reached ? '✓' : '✗');

export const count = (value: number): string => value.toLocaleString('sv-SE');

export const sizesOf = ({ small, large }: Measured['sizes']): string => `${count(small)} → ${count(large)}`;

/** Columns as wide as their widest cell; the first to the left, the numbers to the right. */
function table(rows: string[][]): string {
  const widths = rows[0]!.map((_, i) => Math.max(...rows.map((row) => row[i]!.length)));
  const line = (row: string[]) =>
    row.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]!) : cell.padStart(widths[i]!))).join('  ');
  const [head, ...body] = rows;
  return [line(head!), widths.map((width) => '─'.repeat(width)).join('  '), ...body.map(line)].join('\n');
}
