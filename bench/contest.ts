import { closedLoop, median, quantile, type Message, type Round } from './load.ts';
import type { Server } from './server.ts';

/** Requests that are asked at the same time. */
export const CONNECTIONS = 16;

/** One of two servers that do the same job. */
export interface Side {
  server: Server;
  next: () => Message;
}

export interface Length {
  rounds: number;
  milliseconds: number;
}

/** What a side came to over all its rounds. */
export interface Score {
  /** The median round. */
  perSecond: number;
  /** Milliseconds, over every request. */
  p50: number;
  p99: number;
  /** Processor time of the server process for each request, in microseconds. */
  cpu: number;
}

export interface Outcome {
  first: Score;
  second: Score;
  /** Requests per second of the first side over those of the second: the median of the pairs of rounds. */
  ratio: number;
}

interface Played extends Round {
  cpu: number;
}

/** Has two servers take turns (A B, B A, A B …), so that whatever else the machine does falls on both. */
export async function contest(first: Side, second: Side, { rounds, milliseconds }: Length): Promise<Outcome> {
  for (const side of [first, second]) await play(side, milliseconds);
  const played: [Played[], Played[]] = [[], []];
  for (let round = 0; round < rounds; round++) {
    for (const turn of round % 2 === 0 ? [0, 1] : [1, 0]) {
      played[turn]!.push(await play(turn === 0 ? first : second, milliseconds));
    }
  }
  const [ours, theirs] = played;
  return {
    first: score(ours),
    second: score(theirs),
    ratio: median(ours.map(({ perSecond }, i) => perSecond / theirs[i]!.perSecond)),
  };
}

async function play({ server, next }: Side, milliseconds: number): Promise<Played> {
  const before = server.cpu();
  const round = await closedLoop(server.port, CONNECTIONS, milliseconds, next);
  return { ...round, cpu: server.cpu() - before };
}

function score(played: Played[]): Score {
  const latencies = played.flatMap((round) => round.latencies);
  return {
    perSecond: median(played.map(({ perSecond }) => perSecond)),
    p50: quantile(latencies, 0.5),
    p99: quantile(latencies, 0.99),
    cpu: played.reduce((sum, { cpu }) => sum + cpu, 0) / latencies.length,
  };
}
