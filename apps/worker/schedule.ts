import { Inject, Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Clock, Database, sql, type Statement } from '../../libs/platform/index.ts';
import type { Job } from './job.ts';

export const JOBS = Symbol('jobs');

/** How often the schedule looks for work, in milliseconds. */
const LOOK = 30_000;

/** When a job that failed is tried again, in milliseconds. */
const RETRY = 300_000;

// Of several processes one gets the row, and with it the work; the others find that it is not due.
const CLAIM = sql(
  'job.claim',
  `insert into job (name, due_at) values ($1, $2)
   on conflict (name) do update set due_at = excluded.due_at where job.due_at <= $3 returning name`,
);
const POSTPONE = sql('job.postpone', `update job set due_at = $2 where name = $1`);

/** Runs each job when it is due, in one process at a time (docs/adr/0006). */
@Injectable()
export class Schedule implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger('jobs');
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> | undefined;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    @Inject(JOBS) private readonly jobs: readonly Job[],
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => void this.runDue(), LOOK);
  }

  async onModuleDestroy(): Promise<void> {
    clearInterval(this.timer);
    await this.running;
  }

  /** Runs what is due, one job after the other. */
  runDue(): Promise<void> {
    return (this.running ??= this.runEach().finally(() => (this.running = undefined)));
  }

  private async runEach(): Promise<void> {
    for (const job of this.jobs) {
      try {
        if (await this.claim(job)) await this.run(job);
      } catch (error) {
        this.logger.error({
          message: `the job ${job.name} failed`,
          cause: error instanceof Error ? error.message : '',
        });
      }
    }
  }

  private claim(job: Job): Promise<boolean> {
    const now = this.clock.now();
    return this.inJobs(CLAIM(job.name, job.next(now), now));
  }

  private async run(job: Job): Promise<void> {
    try {
      await job.run();
    } catch (error) {
      await this.inJobs(POSTPONE(job.name, new Date(this.clock.now().getTime() + RETRY)));
      throw error;
    }
  }

  private inJobs(statement: Statement): Promise<boolean> {
    return this.database.maintain(
      'run the jobs',
      'samordna_jobs',
      async (scope) => (await scope.change(statement)) > 0,
    );
  }
}
