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
      return (await this.sealer.seal()).more ? 0 : REST;
    } catch (error) {
      this.logger.error({ message: 'the log could not be sealed', cause: error instanceof Error ? error.message : '' });
      return REST_AFTER_FAULT;
    }
  }
}
