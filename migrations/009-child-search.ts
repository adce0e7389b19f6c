import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How often each assignment has searched for a child lately; what it searched for stands nowhere. */
export class ChildSearch1763800000009 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table child_search (
        assignment_id uuid primary key default app_assignment() references assignment,
        -- The newest first, no more than count against the limit.
        searched_at timestamptz[] not null
      );
      call protect('child_search');
      grant select, insert, update on child_search to samordna_sip_coordinator;
      create policy child_search_own on child_search to samordna_sip_coordinator
        using (assignment_id = (select app_assignment())) with check (assignment_id = (select app_assignment()));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table child_search`);
  }
}
