import { readdir, readlink, rm, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { FolderBusy } from './local-postgres.errors.ts';
import { startOf } from './local-postgres.process.ts';

const LOCK = /^postgres\.lock\.(\d+)$/;

/**
 * Takes the database of a folder for this process; returns the function that gives it back. Throws FolderBusy when a living process has it.
 *
 * The lock is a symbolic link whose target names its owner (pid and start of the process): one system call makes it, exclusively and complete.
 * A dead owner's lock is not removed and made again, for two newcomers would then remove each other's: it is outbid. The locks are numbered, the
 * highest one counts, and only one newcomer can make the next number.
 */
export async function takeLock(home: string, folder: string): Promise<() => Promise<void>> {
  const highest = (await locksIn(home)).at(-1) ?? 0;
  const holder = await ownerOf(home, highest);
  if (holder && startOf(holder.pid) === holder.start) throw busy(folder, holder.pid);

  const mine = highest + 1;
  const give = () => rm(lockPath(home, mine), { force: true });
  try {
    await symlink(`pid-${process.pid}-start-${startOf(process.pid)}`, lockPath(home, mine));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') throw busy(folder, (await ownerOf(home, mine))?.pid);
    throw error;
  }

  const others = (await locksIn(home)).filter((number) => number !== mine);
  const higher = others.find((number) => number > mine);
  if (higher) {
    // Somebody outbid the lock we looked at, and cleared it away, before ours was made.
    await give();
    throw busy(folder, (await ownerOf(home, higher))?.pid);
  }
  await Promise.all(others.map((number) => rm(lockPath(home, number), { force: true })));
  return give;
}

function busy(folder: string, pid: number | undefined): FolderBusy {
  const owner = pid ? ` (process ${pid})` : '';
  return new FolderBusy(
    `Databasen i ${folder} används redan av en Samordna som är igång${owner}. Avsluta den först, eller starta med en annan datamapp.`,
  );
}

async function locksIn(home: string): Promise<number[]> {
  const numbers = (await readdir(home)).map((name) => Number(LOCK.exec(name)?.[1] ?? 0));
  return numbers.filter((number) => number > 0).sort((a, b) => a - b);
}

async function ownerOf(home: string, number: number): Promise<{ pid: number; start: string } | undefined> {
  const target = await readlink(lockPath(home, number)).catch(() => '');
  const [, pid, start] = /^pid-(\d+)-start-(.+)$/.exec(target) ?? [];
  return pid && start ? { pid: Number(pid), start } : undefined;
}

function lockPath(home: string, number: number): string {
  return join(home, `postgres.lock.${number}`);
}
