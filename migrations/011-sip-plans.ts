import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The plan of a case: the draft being written, the versions that were confirmed, and who has promised what. */
export class SipPlans1763800000011 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- One draft for each case; after a confirmation it is what the next version begins from.
      create table plan (
        case_id uuid primary key references sip_case,
        area_id uuid not null default app_area(),
        -- Sealed: the whole plan, under the child's key.
        content bytea not null,
        version int not null default 1,
        saved_by_id uuid not null default app_assignment() references assignment,
        saved_at timestamptz not null default now()
      );

      -- A confirmed plan, as it was confirmed.
      create table plan_version (
        id uuid primary key,
        case_id uuid not null references sip_case,
        area_id uuid not null default app_area(),
        number int not null check (number > 0),
        follow_up_on date not null,
        family_agrees boolean not null,
        -- Sealed: the whole plan, under the child's key.
        content bytea not null,
        confirmed_by_id uuid not null default app_assignment() references assignment,
        confirmed_on date not null,
        unique (case_id, number)
      );
      create trigger plan_version_insert_only before update or delete on plan_version for each row execute function refuse_change();
      create trigger plan_version_no_truncate before truncate on plan_version for each statement execute function refuse_change();

      -- What a unit has promised, in clear but for the words: those stand in the plan. The id is the row's own in the plan.
      create table intervention (
        case_id uuid not null references sip_case,
        id text not null,
        area_id uuid not null default app_area(),
        unit_id uuid not null references unit,
        start_on date,
        due_on date,
        -- The last confirmed plan that has it.
        number int not null,
        state text not null default 'AGREED' check (state in ('AGREED', 'ONGOING', 'DONE', 'NOT_DONE', 'TAKEN_OUT')),
        primary key (case_id, id)
      );
      create index intervention_due on intervention (due_on) where state in ('AGREED', 'ONGOING');

      call belongs_to('plan', 'sip_case', 'case_id');
      call belongs_to('plan_version', 'sip_case', 'case_id');
      call belongs_to('intervention', 'sip_case', 'case_id');
      revoke update on plan_version from samordna_sip_coordinator;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table intervention, plan_version, plan`);
  }
}
