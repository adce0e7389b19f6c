import { median } from './load.ts';
import { Server } from './server.ts';

/** Starts after the first one. */
const STARTS = 3;

/** How long a process is left alone before its memory is read, in milliseconds. */
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
  const times: number[] = [];
  for (let i = 1; i < STARTS; i++) {
    const server = await Server.product({ DATA_FOLDER: folder });
    times.push(server.readyIn);
    await server.stop();
  }
  const server = await Server.product({ DATA_FOLDER: folder });
  await new Promise((later) => setTimeout(later, REST));
  const memory = { server: server.memory(), database: server.databaseMemory() };
  await server.stop();
  return { readyIn: median([...times, server.readyIn]), ...memory };
}
