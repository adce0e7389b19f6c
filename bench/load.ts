import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** Enough that a request seldom waits for one. */
const OPEN_LOOP_CONNECTIONS = 64;

/** An HTTP request ready to send, without its host. */
export interface Message {
  method: 'GET' | 'POST';
  path: string;
  cookie: string;
  body?: object;
}

export interface Answer {
  status: number;
  body: string;
}

/** One kept-alive HTTP/1.1 connection, one request at a time. No HTTP client: the load must cost less than what it measures. */
export class Connection {
  private received: Buffer = Buffer.alloc(0);
  private waiting: { resolve: (answer: Answer) => void; reject: (error: Error) => void } | undefined;

  private readonly socket: Socket;

  private constructor(socket: Socket) {
    this.socket = socket;
    socket.setNoDelay(true);
    socket.on('data', (data) => this.take(data));
    socket.on('error', (error) => this.waiting?.reject(error));
    socket.on('close', () => this.waiting?.reject(new Error('the server closed the connection')));
  }

  static async open(port: number): Promise<Connection> {
    const socket = connect(port, '127.0.0.1');
    await once(socket, 'connect');
    return new Connection(socket);
  }

  /** Throws when the server does not answer with success. */
  async ask({ method, path, cookie, body }: Message): Promise<Answer> {
    const text = body ? JSON.stringify(body) : '';
    const entity = body ? `content-type: application/json\r\ncontent-length: ${Buffer.byteLength(text)}\r\n` : '';
    const answer = await new Promise<Answer>((resolve, reject) => {
      this.waiting = { resolve, reject };
      this.socket.write(`${method} ${path} HTTP/1.1\r\nhost: localhost\r\ncookie: ${cookie}\r\n${entity}\r\n${text}`);
    });
    if (answer.status >= 300) throw new Error(`${method} ${path}: ${answer.status} ${answer.body}`);
    return answer;
  }

  close(): void {
    this.waiting = undefined;
    this.socket.destroy();
  }

  private take(data: Buffer): void {
    this.received = this.received.length === 0 ? data : Buffer.concat([this.received, data]);
    const head = this.received.indexOf('\r\n\r\n');
    if (head < 0) return;
    const headers = this.received.toString('latin1', 0, head);
    const end = head + 4 + Number(/content-length: (\d+)/i.exec(headers)?.[1] ?? 0);
    if (this.received.length < end) return;
    const answer = { status: Number(headers.slice(9, 12)), body: this.received.toString('utf8', head + 4, end) };
    this.received = Buffer.alloc(0);
    this.waiting?.resolve(answer);
  }
}

/** What a round of load came to. */
export interface Round {
  perSecond: number;
  /** Of every request, in milliseconds. */
  latencies: number[];
}

/** Closed loop: each connection asks again as soon as it is answered. */
export async function closedLoop(
  port: number,
  connections: number,
  milliseconds: number,
  next: () => Message,
): Promise<Round> {
  const open = await Promise.all(Array.from({ length: connections }, () => Connection.open(port)));
  const latencies: number[] = [];
  const began = performance.now();
  const end = began + milliseconds;
  await Promise.all(
    open.map(async (connection) => {
      for (let asked = performance.now(); asked < end;) {
        await connection.ask(next());
        const answered = performance.now();
        latencies.push(answered - asked);
        asked = answered;
      }
    }),
  );
  const seconds = (performance.now() - began) / 1000;
  for (const connection of open) connection.close();
  return { perSecond: latencies.length / seconds, latencies };
}

/** Open loop: requests come at a steady pace, whether or not the ones before are answered; those without a free connection wait in line. Answers each body with when it came. */
export async function openLoop(port: number, perSecond: number, seconds: number, next: () => Message) {
  const open = await Promise.all(Array.from({ length: OPEN_LOOP_CONNECTIONS }, () => Connection.open(port)));
  const answers: { body: string; at: number }[] = [];
  const began = performance.now();
  const due = (turn: number) => began + (turn / perSecond) * 1000;
  let turn = 0;
  await Promise.all(
    open.map(async (connection) => {
      while (turn < perSecond * seconds) {
        await sleep(Math.max(0, due(turn++) - performance.now()));
        const { body } = await connection.ask(next());
        answers.push({ body, at: performance.now() });
      }
    }),
  );
  for (const connection of open) connection.close();
  return { answers, perSecond: answers.length / ((performance.now() - began) / 1000) };
}

/** The value that a share of all values does not exceed; `share` from 0 to 1. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!;
}

export const median = (values: readonly number[]): number => quantile(values, 0.5);
