import files, { mkdtemp, readdir, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FolderBusy } from './local-postgres.errors.ts';
import { takeLock } from './local-postgres.lock.ts';
import { startOf } from './local-postgres.process.ts';

let home: string;

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'samordna-lock-'));
});

afterEach(() => rm(home, { recursive: true }));

describe('the lock of a folder', () => {
  it.each(['free', 'left by a dead owner'])(
    'goes to exactly one of many who reach for it at once: %s',
    async (state) => {
      for (let round = 0; round < 100; round++) {
        if (state !== 'free') await symlink('pid-999999-start-1', join(home, `postgres.lock.${round + 1}`));
        const attempts = await Promise.allSettled(Array.from({ length: 8 }, () => takeLock(home, home)));
        const won = attempts.filter((attempt) => attempt.status === 'fulfilled');
        const lost = attempts.filter((attempt) => attempt.status === 'rejected');
        expect(won).toHaveLength(1);
        for (const { reason } of lost) expect(reason).toBeInstanceOf(FolderBusy);
        expect(await readdir(home)).toHaveLength(1);
        await won[0]!.value();
        expect(await readdir(home)).toEqual([]);
      }
    },
  );

  it('stays with somebody who took it over, and cleared up, between our look and our own lock', async () => {
    const make = files.symlink;
    const late = jest.spyOn(files, 'symlink').mockImplementationOnce(async (target, path) => {
      await make(`pid-${process.pid}-start-${startOf(process.pid)}`, join(home, 'postgres.lock.2'));
      await make(target, path);
    });
    await expect(takeLock(home, home)).rejects.toThrow(FolderBusy);
    expect(late).toHaveBeenCalledTimes(1);
    expect(await readdir(home)).toEqual(['postgres.lock.2']);
  });
});
