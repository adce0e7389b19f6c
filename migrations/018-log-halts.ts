import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Areas whose log does not fit its own last checkpoint wait by themselves; what a backup held unsealed is sealed after a restore. */
export class LogHalts1763800000018 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- The epoch of the last sealed event; \`epoch\` is the one that is written now.
      alter table log_cursor add column at_epoch int not null default 1;
      update log_cursor set at_epoch = epoch;

      -- The last event of the area that was passed before its sealing stopped.
      create table log_halt (
        area_id uuid primary key,
        at_epoch int not null,
        xid xid8 not null,
        seq bigint not null,
        since timestamptz not null default now()
      );
      call protect('log_halt');
      grant select, insert, update, delete on log_halt to samordna_sealer;
      create policy log_halt_seal on log_halt to samordna_sealer using (true) with check (true);
      grant select on log_halt to samordna_manager, samordna_log_reviewer;
      create policy log_halt_area on log_halt for select to samordna_manager, samordna_log_reviewer using (area_id = (select app_area()));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table log_halt;
      alter table log_cursor drop column at_epoch;
    `);
  }
}
