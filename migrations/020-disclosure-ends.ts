import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A party is told that nothing more is handed out to it, and since when; not why (docs/adr/0007). */
export class DisclosureEnds1763800000020 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table disclosure_end (
        unit_id uuid not null references unit,
        case_id uuid not null references sip_case,
        area_id uuid not null default app_area(),
        -- A copy that was handed out later, on a legal ground, says that it is over no more.
        ended_at timestamptz not null,
        primary key (unit_id, case_id)
      );
      create index disclosure_end_case on disclosure_end (case_id);
      call belongs_to('disclosure_end', 'sip_case', 'case_id');
      grant delete on disclosure_end to samordna_sip_coordinator;

      -- Told to those who read copies of the case, and to nobody else.
      grant select on disclosure_end to samordna_requester;
      create policy disclosure_end_recipient on disclosure_end for select to samordna_requester
        using (unit_id = (select app_unit()) and exists (
          select from disclosure d where d.unit_id = disclosure_end.unit_id and d.case_id = disclosure_end.case_id));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table disclosure_end`);
  }
}
