import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The database roles (docs/adr/0002). `samordna_login` is what the product connects as: it owns nothing, may read nothing
 * and inherits nothing; each transaction takes on exactly one of the other roles.
 */
export class Roles1763800000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      do $$
      declare role_name text;
      begin
        -- Two processes may start at the same moment.
        perform pg_advisory_xact_lock(7267736);
        foreach role_name in array array['samordna_login', 'samordna_staff', 'samordna_gate', 'samordna_requester',
          'samordna_sip_coordinator', 'samordna_team_member', 'samordna_manager', 'samordna_log_reviewer',
          'samordna_area_administrator', 'samordna_sealer', 'samordna_live', 'samordna_jobs']
        loop
          if not exists (select from pg_roles where rolname = role_name) then
            execute format('create role %I nologin noinherit', role_name);
          end if;
        end loop;
        foreach role_name in array array['samordna_gate', 'samordna_requester', 'samordna_sip_coordinator',
          'samordna_team_member', 'samordna_manager', 'samordna_log_reviewer', 'samordna_area_administrator',
          'samordna_sealer', 'samordna_live', 'samordna_jobs']
        loop
          execute format('grant %I to samordna_login with inherit false, set true', role_name);
        end loop;
        foreach role_name in array array['samordna_requester', 'samordna_sip_coordinator', 'samordna_team_member',
          'samordna_manager', 'samordna_log_reviewer', 'samordna_area_administrator']
        loop
          execute format('grant samordna_staff to %I with inherit true, set false', role_name);
        end loop;
      end $$;
      alter role samordna_login login;
      alter role samordna_login set statement_timeout = '15s';
      alter role samordna_login set lock_timeout = '5s';
      alter role samordna_login set idle_in_transaction_session_timeout = '20s';
      alter role samordna_login set jit = off;
      alter role samordna_login set timezone = 'UTC';

      revoke all on schema public from public;
      grant usage on schema public to samordna_login, samordna_staff, samordna_gate, samordna_sealer, samordna_live, samordna_jobs;

      -- Who acts, as the gate set it for this transaction. After a transaction the setting is '' and not null.
      create function app_area() returns uuid language sql stable as $f$ select nullif(current_setting('app.area', true), '')::uuid $f$;
      create function app_person() returns uuid language sql stable as $f$ select nullif(current_setting('app.person', true), '')::uuid $f$;
      create function app_assignment() returns uuid language sql stable as $f$ select nullif(current_setting('app.assignment', true), '')::uuid $f$;
      create function app_unit() returns uuid language sql stable as $f$ select nullif(current_setting('app.unit', true), '')::uuid $f$;
      create function app_team() returns uuid language sql stable as $f$ select nullif(current_setting('app.team', true), '')::uuid $f$;

      -- Rows of evidence are never changed or deleted, not even by mistake and not even by their owner.
      create function refuse_change() returns trigger language plpgsql as $f$
        begin raise insufficient_privilege using message = 'the log is insert only'; end $f$;

      -- Every table is born closed: row policies also bind its owner, who gets one policy by name (migrations, demo data).
      create procedure protect(t regclass) language plpgsql as $f$
        begin
          execute format('alter table %s enable row level security', t);
          execute format('alter table %s force row level security', t);
          execute format('create policy owner on %s to current_user using (true) with check (true)', t);
        end $f$;

      -- The wrapped key of one child's or one request's fields. Deleting the row is erasure.
      create table data_key (
        id uuid primary key,
        area_id uuid not null default app_area(),
        wrapped bytea not null,
        made_at timestamptz not null default now()
      );
      call protect('data_key');
      grant select, insert on data_key to samordna_staff;
      create policy data_key_area on data_key to samordna_staff using (area_id = (select app_area())) with check (area_id = (select app_area()));

      -- Answers given to creates that carried an Idempotency-Key; kept a day.
      create table idempotency (
        assignment_id uuid not null default app_assignment(),
        route text not null,
        key text not null,
        fingerprint bytea not null,
        status int not null,
        answer bytea not null,
        made_at timestamptz not null default now(),
        primary key (assignment_id, route, key)
      );
      call protect('idempotency');
      grant select, insert on idempotency to samordna_staff;
      create policy idempotency_own on idempotency to samordna_staff
        using (assignment_id = (select app_assignment())) with check (assignment_id = (select app_assignment()));
      grant select, delete on idempotency to samordna_jobs;
      create policy idempotency_disposal on idempotency to samordna_jobs using (true);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    // The roles stay: they belong to the cluster, where other databases may use them.
    await runner.query(`
      drop table idempotency, data_key;
      drop procedure protect(regclass);
      drop function refuse_change(), app_area(), app_person(), app_assignment(), app_unit(), app_team();
    `);
  }
}
