import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Forms of a case that are being filled in: saved as they are typed, until they are sent in. */
export class Drafts1763800000017 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table form_draft (
        case_id uuid not null references sip_case,
        form text not null check (form in ('SUMMONS', 'FOLLOW_UP', 'CLOSING')),
        area_id uuid not null default app_area(),
        -- Sealed: the form as it stands, under the child's key. Null once it has been sent in or thrown away; the version stays,
        -- so that a window that was opened before does not write over the next draft.
        content bytea,
        version int not null check (version > 0),
        saved_by_id uuid not null default app_assignment() references assignment,
        saved_at timestamptz not null,
        primary key (case_id, form)
      );
      create index form_draft_saved on form_draft (saved_at);
      call belongs_to('form_draft', 'sip_case', 'case_id');
      create policy form_draft_disposal on form_draft to samordna_jobs using (true);
      grant select (saved_at), delete on form_draft to samordna_jobs;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table form_draft`);
  }
}
