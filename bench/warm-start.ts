import { median } from './load.ts';
import { Server } from './server.ts';

/** Starts after the first one. */
const STARTS = 3;

/** How long a process is left alone before its memory is read, in milliseconds. What it is then depends on when rubbish was last collected: the median of the starts is told. */
const REST = 5_000;

export interface WarmStart {
  /** From the start of the process to the line that says it is running, in milliseconds. */
  readyIn: number;
  /** At rest, in MiB. */
  server: number;
  database: number;
}

/** Starts the product as a newcomer does, demo and database of its own included, on a data folder that has been started before. */
export async function warmStart(folder: string): Promise<WarmStart> {
  await (await Server.product({ DATA_FOLDER: folder })).stop();
  const starts: WarmStart[] = [];
  for (let i = 0; i < STARTS; i++) {
    const server = await Server.product({ DATA_FOLDER: folder });
    await new Promise((later) => setTimeout(later, REST));
    starts.push({ readyIn: server.readyIn, server: server.memory(), database: server.databaseMemory() });
    await server.stop();
  }
  const medianOf = (what: keyof WarmStart) => median(starts.map((start) => start[what]));
  return { readyIn: medianOf('readyIn'), server: medianOf('server'), database: medianOf('database') };
}
