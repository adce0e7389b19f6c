import { setTimeout as pause } from 'node:timers/promises';
import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Sealer } from '../../libs/audit/index.ts';

/** How long the sealer rests when there was nothing more to seal, in milliseconds. */
const REST = 100;

/** Its rest after a fault: the log waits unsealed, nothing is lost. */
const REST_AFTER_FAULT = 2000;

/** Seals the log as long as the process lives. */
@Injectable()
export class Sealing implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger('sealing');
  private readonly stopping = new AbortController();
  private running: Promise<void> | undefined;
  private halted: string[] = [];

  constructor(private readonly sealer: Sealer) {}

  onApplicationBootstrap(): void {
    this.running = this.run();
  }

  async onModuleDestroy(): Promise<void> {
    this.stopping.abort();
    await this.running;
  }

  private async run(): Promise<void> {
    const { signal } = this.stopping;
    while (!signal.aborted) {
      const rest = await this.sealOnce();
      if (rest > 0) await pause(rest, undefined, { signal }).catch(() => undefined);
    }
  }

  private async sealOnce(): Promise<number> {
    try {
      const { more, halted } = await this.sealer.seal();
      this.tell(halted);
      return more ? 0 : REST;
    } catch (error) {
      this.logger.error({ message: 'the log could not be sealed', cause: error instanceof Error ? error.message : '' });
      return REST_AFTER_FAULT;
    }
  }

  /** Says once that an area's log has stopped, and once that it goes on. */
  private tell(halted: string[]): void {
    for (const area of halted.filter((one) => !this.halted.includes(one))) {
      this.logger.error({
        message: 'the log of an area does not fit its last checkpoint: it is not sealed further',
        area,
      });
    }
    for (const area of this.halted.filter((one) => !halted.includes(one))) {
      this.logger.warn({ message: 'the log of an area fits its last checkpoint again: it is sealed on', area });
    }
    this.halted = halted;
  }
}
