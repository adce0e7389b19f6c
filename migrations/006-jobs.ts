import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When each job is due next (docs/adr/0006). */
export class Jobs1763800000006 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table job (
        name text primary key,
        due_at timestamptz not null
      );
      call protect('job');
      grant select, insert, update on job to samordna_jobs;
      create policy job_schedule on job to samordna_jobs using (true) with check (true);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table job');
  }
}
