import { createTestApp, type TestApp } from '../../test/support/app.ts';
import { World } from '../../test/support/world.ts';
import { Disposal } from '../../libs/directory/index.ts';
import { Clock, Database } from '../../libs/platform/index.ts';
import { hourly, type Job } from './job.ts';
import { Schedule } from './schedule.ts';

class StoppedClock extends Clock {
  constructor(private instant: string) {
    super();
  }

  override now = () => new Date(this.instant);

  turnTo(instant: string): void {
    this.instant = instant;
  }
}

describe('the schedule', () => {
  let test: TestApp;
  const clock = new StoppedClock('2026-11-22T10:15:00Z');

  beforeAll(async () => (test = await createTestApp()));
  afterAll(() => test?.close());

  /** The schedules of two processes, with the same job. */
  function two(job: Pick<Job, 'name' | 'run'>): [Schedule, Schedule] {
    const jobs = [{ ...job, next: hourly }];
    const database = test.app.get(Database);
    return [new Schedule(database, clock, jobs), new Schedule(database, clock, jobs)];
  }

  it('runs a job that is due in one process, and again when it comes round', async () => {
    const run = jest.fn(async () => undefined);
    const [here, there] = two({ name: 'spec.once', run });
    await Promise.all([here.runDue(), there.runDue()]);
    expect(run).toHaveBeenCalledTimes(1);
    clock.turnTo('2026-11-22T10:59:59Z');
    await Promise.all([here.runDue(), there.runDue()]);
    expect(run).toHaveBeenCalledTimes(1);
    clock.turnTo('2026-11-22T11:00:00Z');
    await Promise.all([here.runDue(), there.runDue()]);
    expect(run).toHaveBeenCalledTimes(2);
  });

  it('tries a job that failed again after five minutes, and runs the others meanwhile', async () => {
    clock.turnTo('2026-11-22T12:00:00Z');
    const run = jest.fn(async (): Promise<void> => {
      throw new Error('the spec says so');
    });
    const other = jest.fn(async () => undefined);
    const jobs: Job[] = [
      { name: 'spec.fails', next: hourly, run },
      { name: 'spec.other', next: hourly, run: other },
    ];
    const schedule = new Schedule(test.app.get(Database), clock, jobs);
    await schedule.runDue();
    expect([run.mock.calls.length, other.mock.calls.length]).toEqual([1, 1]);
    clock.turnTo('2026-11-22T12:04:59Z');
    await schedule.runDue();
    expect(run).toHaveBeenCalledTimes(1);
    clock.turnTo('2026-11-22T12:05:00Z');
    await schedule.runDue();
    expect([run.mock.calls.length, other.mock.calls.length]).toEqual([2, 1]);
  });

  it('removes what was kept for a time, leaves the rest, and says how much it was', async () => {
    const { owner } = test;
    const world = await World.create(test);
    const user = await world.user('REQUESTER', 'school');
    await owner.query(
      `insert into session (id, token_hash, person_id, started_at, ends_at, idle_minutes)
       select gen_random_uuid(), decode(md5(d::text), 'hex'), p.id, now() - d, now() - d, 60
         from person p, unnest(array[interval '29 days', interval '31 days']) d where p.area_id = $1`,
      [world.area],
    );
    await owner.query(
      `insert into sign_in_attempt (key, at) values ('a', now() - interval '23 hours'), ('a', now() - interval '25 hours')`,
    );
    await owner.query(
      `insert into idempotency (assignment_id, route, key, fingerprint, status, answer, made_at)
       select gen_random_uuid(), 'POST /spec', d::text, '', 201, '', now() - d
         from unnest(array[interval '23 hours', interval '25 hours']) d`,
    );
    await test.app.get(Disposal).dispose();
    const { rows } = await owner.query(
      `select (select count(*)::int from session where person_id in (select id from person where area_id = $1)) as sessions,
              (select count(*)::int from sign_in_attempt where key = 'a') as attempts,
              (select count(*)::int from idempotency where route = 'POST /spec') as answers`,
      [world.area],
    );
    expect(rows[0]).toEqual({ sessions: 2, attempts: 1, answers: 1 });
    expect((await user.get('/session')).status).toBe(200);
    const events = await owner.query(
      `select convert_from(entry, 'UTF8')::json -> 'facts' as facts from log_event
        where convert_from(entry, 'UTF8')::json ->> 'type' = 'disposal.done'`,
    );
    expect(events.rows.map(({ facts }) => facts)).toEqual([
      { answers: 1, attempts: 1, drafts: 0, sessions: 1, reason: 'what was kept for a time is removed' },
    ]);
  });
});
