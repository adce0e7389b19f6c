import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { basename } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const hasProc = existsSync('/proc/self/stat');

/**
 * When a process began, in the operating system's own units: together with the pid it names one process for ever, which the pid alone does not.
 * Undefined when the process is gone. A zombie counts as gone: it runs nothing, and in a container perhaps nobody ever reaps it.
 */
export function startOf(pid: number): string | undefined {
  if (!hasProc) {
    const [state = '', ...began] = ps(pid, 'stat=,lstart=').split(/\s+/);
    return state === '' || state.startsWith('Z') ? undefined : began.join('-');
  }
  const stat = readProc(pid, 'stat');
  // The second field is the program's name in parentheses, which may hold spaces itself: count from behind it (proc_pid_stat(5)).
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return ['', 'Z', 'X'].includes(fields[0] ?? '') ? undefined : fields[19];
}

/** Whether a process is the PostgreSQL server of this cluster (given by its real path), or one of the server's children. */
export function serves(pid: number, cluster: string): boolean {
  if (!hasProc) return commandLineOf(pid).includes(cluster);
  // A server works in its cluster's folder, and /proc follows that folder even when it is renamed. So may somebody's shell: the program counts too.
  return basename(linkOf(pid, 'exe')).startsWith('postgres') && linkOf(pid, 'cwd') === cluster;
}

/** The command line of a process, or '' when it is gone. */
export function commandLineOf(pid: number): string {
  return hasProc ? readProc(pid, 'cmdline').replaceAll('\0', ' ') : ps(pid, 'command=');
}

/** Ends a PostgreSQL server: fast shutdown, and if that takes more than half a minute, the harder ways. Returns when the process is gone. */
export async function endServer(pid: number): Promise<void> {
  const ways: [NodeJS.Signals, number][] = [
    ['SIGINT', 30_000],
    ['SIGQUIT', 5_000],
    ['SIGKILL', 5_000],
  ];
  for (const [signal, patience] of ways) {
    signalIfThere(pid, signal);
    if (await isGoneWithin(pid, patience)) return;
  }
}

/** Ends the processes that a killed server left behind in its cluster: they go by themselves, but only when their statement is done. */
export async function endLeftBehind(cluster: string): Promise<void> {
  if (!hasProc) return;
  const left = readdirSync('/proc')
    .map(Number)
    .filter((pid) => pid > 0 && serves(pid, cluster));
  for (const pid of left) {
    signalIfThere(pid, 'SIGQUIT');
    await isGoneWithin(pid, 5_000);
  }
}

/** Whether the operating system still knows the number: a process, or a dead one that nobody has reaped. */
export function isTaken(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function signalIfThere(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

async function isGoneWithin(pid: number, milliseconds: number): Promise<boolean> {
  const deadline = Date.now() + milliseconds;
  while (startOf(pid) !== undefined) {
    if (Date.now() > deadline) return false;
    await sleep(10);
  }
  return true;
}

function linkOf(pid: number, name: 'cwd' | 'exe'): string {
  try {
    return readlinkSync(`/proc/${pid}/${name}`);
  } catch {
    return '';
  }
}

function readProc(pid: number, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return '';
  }
}

function ps(pid: number, columns: string): string {
  try {
    return execFileSync('ps', ['-ww', '-o', columns, '-p', String(pid)], { encoding: 'utf8' }).trim();
  } catch {
    return '';
  }
}
