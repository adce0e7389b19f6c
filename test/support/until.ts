import { setTimeout as pause } from 'node:timers/promises';

/** Waits until it is so; throws after `patience` milliseconds, which a busy machine may need. */
export async function until(isSo: () => boolean | Promise<boolean>, patience = 30_000): Promise<void> {
  const end = performance.now() + patience;
  while (!(await isSo())) {
    if (performance.now() > end) throw new Error(`not within ${patience} ms: ${isSo.toString()}`);
    await pause(10);
  }
}
