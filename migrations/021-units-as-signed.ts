import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A confirmed plan keeps what its units and their principals were called when it was confirmed. So principals too can be renamed.
 */
export class UnitsAsSigned1763800000021 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Units that are or were parties, as they are called now: what a plan may name, and what older plans name.
      create function plan_units(asked uuid) returns jsonb language sql stable as $f$
        select coalesce(jsonb_agg(jsonb_build_object('id', u.id, 'name', u.name, 'principal', r.kind, 'principalName', r.name,
                 'service', u.service_type, 'active', t.active) order by u.name, u.id), '[]')
          from (select unit_id, bool_or(left_on is null) as active from party where case_id = asked group by unit_id) t
          join unit u on u.id = t.unit_id join principal r on r.id = u.principal_id $f$;
      alter table plan_version add column units jsonb;
      -- Plans that were confirmed before this get the names of today: what they were called then was not kept.
      alter table plan_version disable trigger plan_version_insert_only;
      update plan_version set units = plan_units(case_id);
      alter table plan_version enable trigger plan_version_insert_only;
      alter table plan_version alter column units set not null;
      create function plan_version_units() returns trigger language plpgsql as $f$
        begin
          new.units := plan_units(new.case_id);
          return new;
        end $f$;
      create trigger plan_version_units before insert on plan_version for each row execute function plan_version_units();

      alter table principal add column version int not null default 1;
      grant update (name, version) on principal to samordna_area_administrator;
      create policy principal_change on principal for update to samordna_area_administrator
        using (area_id = (select app_area())) with check (area_id = (select app_area()));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop policy principal_change on principal;
      revoke update (name) on principal from samordna_area_administrator;
      alter table principal drop column version;
      drop trigger plan_version_units on plan_version;
      drop function plan_version_units();
      alter table plan_version drop column units;
      drop function plan_units(uuid);
    `);
  }
}
