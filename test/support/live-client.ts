import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { io, type Socket } from 'socket.io-client';
import { LiveGateway } from '../../libs/live/live.gateway.ts';
import { LogTail } from '../../libs/live/log-tail.ts';
import { until } from './until.ts';
import type { TestUser } from './user.ts';

interface Notice {
  index: number;
  type: string;
  subject?: { kind: string; id: string };
}

/** From now on the server looks at nothing every so often: what reaches a screen was told as it happened, however long a busy machine took. */
export function withoutLooks(app: NestFastifyApplication): void {
  clearInterval(app.get(LogTail)['poll']);
  clearInterval(app.get(LiveGateway)['check']);
}

/** An open screen: remembers the last index it was told, and comes back when the connection is lost, as the web app does. */
export class LiveClient {
  readonly notices: Notice[] = [];
  readonly welcomes: number[] = [];
  readonly resets: number[] = [];
  readonly endings: string[] = [];
  after: unknown;
  private readonly socket: Socket;

  constructor(
    url: string,
    user: Pick<TestUser, 'cookie'>,
    { origin, after }: { origin?: string; after?: unknown } = {},
  ) {
    this.after = after;
    this.socket = io(url, {
      path: '/live',
      transports: ['websocket'],
      forceNew: true,
      reconnectionDelay: 20,
      reconnectionDelayMax: 100,
      auth: (send) => send({ after: this.after }),
      extraHeaders: { cookie: user.cookie, ...(origin && { origin }) },
    });
    this.socket.on('log', (notice: Notice) => {
      this.notices.push(notice);
      this.after = notice.index;
    });
    this.socket.on('welcome', ({ index }: { index: number }) => this.learn(this.welcomes, index));
    this.socket.on('reset', ({ index }: { index: number }) => this.learn(this.resets, index));
    this.socket.on('disconnect', (reason) => this.endings.push(reason));
    this.socket.on('connect_error', ({ message, data }: Error & { data?: { type: string } }) =>
      this.endings.push(data?.type ?? message),
    );
  }

  get connected(): boolean {
    return this.socket.connected;
  }

  /** Waits until the server has said where the log stands, or has refused. */
  async settled(): Promise<this> {
    await until(() => this.welcomes.length + this.resets.length + this.endings.length > 0);
    return this;
  }

  /** Cuts the connection, if there is one, as a lost network does. */
  drop(): void {
    if (this.socket.connected) this.socket.io.engine.close();
  }

  close(): void {
    this.socket.close();
  }

  private learn(heads: number[], index: number): void {
    heads.push(index);
    this.after = index;
  }
}
