import { fork, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { freePort } from '../libs/platform/local-postgres.ts';

export const FOLDER = join(import.meta.dirname, '..');

/** The tick of /proc/<pid>/stat in microseconds: USER_HZ is 100 on every Linux that Node runs on (proc_pid_stat(5)). */
const TICK = 10_000;

/** A server in a process of its own. */
export class Server {
  readonly port: number;
  /** From the start of the process until it took requests, in milliseconds. */
  readonly readyIn: number;
  private readonly child: ChildProcess;

  private constructor(child: ChildProcess, port: number, readyIn: number) {
    this.child = child;
    this.port = port;
    this.readyIn = readyIn;
  }

  /** The product, as `npm start` starts it. */
  static async product(env: Record<string, string>): Promise<Server> {
    const port = await freePort();
    const began = performance.now();
    const child = spawn(process.execPath, ['start.ts'], {
      cwd: FOLDER,
      env: { ...process.env, ...env, PORT: String(port), HOST: '127.0.0.1' },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    for await (const line of createInterface(child.stdout)) {
      if (line.startsWith('Samordna är igång')) return new Server(child, port, performance.now() - began);
    }
    throw new Error('the product did not start');
  }

  /** A script of this folder; it says its port when it takes requests. */
  static async script(name: string, setup: object): Promise<Server> {
    const began = performance.now();
    const child = fork(join(import.meta.dirname, name));
    child.send(setup);
    const ended = once(child, 'exit').then(() => Promise.reject(new Error(`${name} did not start`)));
    const [port] = (await Promise.race([once(child, 'message'), ended])) as [number];
    ended.catch(() => undefined);
    return new Server(child, port, performance.now() - began);
  }

  get origin(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** Processor time that the process has used, in microseconds. */
  cpu(): number {
    const fields = readFileSync(`/proc/${this.child.pid}/stat`, 'utf8')
      .replace(/^.*\) /, '')
      .split(' ');
    return (Number(fields[11]) + Number(fields[12])) * TICK;
  }

  /** Resident memory of the process, in MiB. */
  memory(): number {
    return mebibytes(readFileSync(`/proc/${this.child.pid}/status`, 'utf8'), 'VmRSS');
  }

  /** Memory of the PostgreSQL that the process has started, shared pages counted once, in MiB. */
  databaseMemory(): number {
    const postmaster = childrenOf(this.child.pid!)[0];
    const all = postmaster ? [postmaster, ...childrenOf(postmaster)] : [];
    return all.reduce((sum, pid) => sum + mebibytes(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'), 'Pss'), 0);
  }

  async stop(): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const ended = once(this.child, 'exit');
    this.child.kill('SIGTERM');
    await ended;
  }
}

function mebibytes(report: string, name: string): number {
  return Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(report)![1]) / 1024;
}

function childrenOf(parent: number): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => parentOf(pid) === parent);
}

/** 0 for a process that has just ended. */
function parentOf(pid: number): number {
  try {
    return Number(
      readFileSync(`/proc/${pid}/stat`, 'utf8')
        .replace(/^.*\) /, '')
        .split(' ')[1],
    );
  } catch {
    return 0;
  }
}
