import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What became of a plan: followed up goal by goal, and how the case ended. */
export class FollowUp1763800000012 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table follow_up (
        id uuid primary key,
        case_id uuid not null references sip_case,
        area_id uuid not null default app_area(),
        -- The plan that was followed up.
        plan_number int not null,
        meeting_id uuid unique references meeting,
        held_on date not null,
        -- The day that the plan had set.
        due_on date not null,
        decision text not null check (decision in ('CONTINUE', 'CLOSE')),
        -- Sealed: the result of each goal and intervention, with notes.
        details bytea not null,
        by_id uuid not null default app_assignment() references assignment,
        unique (case_id, plan_number),
        foreign key (case_id, plan_number) references plan_version (case_id, number)
      );
      create index follow_up_case on follow_up (case_id, held_on desc, id desc);

      create table closing (
        case_id uuid primary key references sip_case,
        area_id uuid not null default app_area(),
        with_family boolean not null,
        -- Sealed: the note, and the result of each goal.
        details bytea not null,
        by_id uuid not null default app_assignment() references assignment
      );

      call belongs_to('follow_up', 'sip_case', 'case_id');
      call belongs_to('closing', 'sip_case', 'case_id');
      revoke update on follow_up, closing from samordna_sip_coordinator;

      -- The job that says when a plan is to be followed up, and the one that finds what was promised and not done.
      grant update (state, version, changed_at) on sip_case to samordna_jobs;
      create policy intervention_jobs on intervention for select to samordna_jobs using (true);
      grant select on intervention to samordna_jobs;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      revoke select on intervention from samordna_jobs;
      drop policy intervention_jobs on intervention;
      revoke update (state, version, changed_at) on sip_case from samordna_jobs;
      drop table closing, follow_up;
    `);
  }
}
