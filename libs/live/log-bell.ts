import { Logger } from '@nestjs/common';
import pg from 'pg';
import { SEALED_CHANNEL } from '../audit/index.ts';

/** How long to wait before listening again after the connection was lost, in milliseconds: at first, and at most. */
const FIRST_WAIT = 100;
const LONGEST_WAIT = 5000;

/**
 * Rings when a sealer, in whichever process, says that a log has grown. It listens on a connection of its own, and makes
 * a lost one again; it also rings each time it begins to listen, for what was said while nobody heard.
 */
export class LogBell {
  private readonly logger = new Logger('log bell');
  private client: pg.Client | undefined;
  private retry: NodeJS.Timeout | undefined;
  private wait = FIRST_WAIT;
  private stopped = false;

  constructor(
    private readonly url: string,
    private readonly ring: () => void,
  ) {}

  async listen(): Promise<void> {
    const client = new pg.Client({ connectionString: this.url, keepAlive: true, application_name: 'samordna live' });
    this.client = client;
    client.on('notification', this.ring);
    // 'end' always follows, and says it once.
    client.on('error', () => undefined);
    client.once('end', () => this.listenLater());
    try {
      await client.connect();
      await client.query(`listen ${SEALED_CHANNEL}`);
      this.wait = FIRST_WAIT;
      this.ring();
    } catch {
      await client.end().catch(() => undefined);
    }
  }

  async stop(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.retry);
    await this.client?.end().catch(() => undefined);
  }

  private listenLater(): void {
    if (this.stopped) return;
    this.logger.warn(`the connection is lost; listening again in ${this.wait} ms`);
    this.retry = setTimeout(() => void this.listen(), this.wait);
    this.wait = Math.min(this.wait * 2, LONGEST_WAIT);
  }
}
