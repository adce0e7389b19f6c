import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Areas, agreements, principals, units, teams, people, assignments and sessions. */
export class Directory1763800000003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table area (
        id uuid primary key,
        name text not null,
        slug text not null unique check (slug ~ '^[a-z0-9-]+$'),
        municipality_code text not null check (municipality_code ~ '^[0-9]{4}$'),
        -- Rises with each change of the list of blocked names.
        blocked_names_version int not null default 1,
        -- When the demo's year had been lived through; null for a real area.
        demo_made_at timestamptz
      );
      create table agreement (
        area_id uuid not null references area,
        version int not null check (version > 0),
        valid_from date not null,
        content jsonb not null,
        made_by uuid,
        made_at timestamptz not null default now(),
        primary key (area_id, version)
      );
      -- Names that may not stand in an anonymised text: the area's own list, lower case.
      create table blocked_name (
        area_id uuid not null references area,
        name text not null check (name = lower(name) and name <> ''),
        primary key (area_id, name)
      );
      create table principal (
        id uuid primary key,
        area_id uuid not null references area,
        name text not null,
        kind text not null check (kind in ('MUNICIPALITY', 'REGION'))
      );
      create table unit (
        id uuid primary key,
        area_id uuid not null references area,
        principal_id uuid not null references principal,
        name text not null,
        service_type text not null
      );
      create index unit_area on unit (area_id);
      create table team (
        id uuid primary key,
        area_id uuid not null references area,
        name text not null,
        rhythm text not null
      );
      create table person (
        id uuid primary key,
        area_id uuid not null references area,
        username text not null unique check (username = lower(username)),
        name text not null,
        password_hash text not null
      );
      create table assignment (
        id uuid primary key,
        area_id uuid not null references area,
        person_id uuid not null references person,
        unit_id uuid not null references unit,
        team_id uuid references team,
        role text not null check (role in ('REQUESTER', 'SIP_COORDINATOR', 'TEAM_MEMBER', 'MANAGER', 'LOG_REVIEWER', 'AREA_ADMINISTRATOR')),
        started_at timestamptz not null default now(),
        ended_at timestamptz,
        check ((role = 'TEAM_MEMBER') = (team_id is not null))
      );
      create index assignment_person on assignment (person_id);
      create index assignment_team on assignment (team_id) where team_id is not null;
      create table session (
        id uuid primary key,
        token_hash bytea not null unique,
        person_id uuid not null references person,
        assignment_id uuid references assignment,
        started_at timestamptz not null default now(),
        seen_at timestamptz not null default now(),
        ends_at timestamptz not null,
        idle_minutes int not null,
        ended_at timestamptz
      );
      create index session_ends on session (ends_at);
      create table sign_in_attempt (
        key bytea not null,
        at timestamptz not null default now()
      );
      create index sign_in_attempt_key on sign_in_attempt (key, at);

      do $$
      declare t text;
      begin
        foreach t in array array['area', 'agreement', 'blocked_name', 'principal', 'unit', 'team', 'person', 'assignment', 'session', 'sign_in_attempt']
        loop
          call protect(t);
        end loop;
        foreach t in array array['agreement', 'blocked_name', 'principal', 'unit', 'team', 'person', 'assignment']
        loop
          execute format('create policy %I on %I for select to samordna_staff using (area_id = (select app_area()))', t || '_area', t);
          execute format('create policy %I on %I for select to samordna_gate using (true)', t || '_gate', t);
        end loop;
      end $$;
      create policy area_own on area for select to samordna_staff using (id = (select app_area()));
      create policy area_gate on area for select to samordna_gate using (true);
      grant select on area, agreement, blocked_name, principal, unit, team, assignment to samordna_staff;
      grant select (id, area_id, name) on person to samordna_staff;
      grant select on area, agreement, principal, unit, team, person, assignment to samordna_gate;

      create policy session_gate on session to samordna_gate using (true) with check (true);
      grant select, insert, update on session to samordna_gate;
      create policy attempt_gate on sign_in_attempt to samordna_gate using (true) with check (true);
      grant select, insert, delete on sign_in_attempt to samordna_gate;
      create policy session_disposal on session to samordna_jobs using (true);
      create policy attempt_disposal on sign_in_attempt to samordna_jobs using (true);
      grant select, delete on session, sign_in_attempt to samordna_jobs;
      create policy area_jobs on area for select to samordna_jobs using (true);
      create policy agreement_jobs on agreement for select to samordna_jobs using (true);
      grant select on area, agreement to samordna_jobs;

      create policy agreement_administration on agreement for insert to samordna_area_administrator with check (area_id = (select app_area()));
      create policy blocked_name_administration on blocked_name to samordna_area_administrator
        using (area_id = (select app_area())) with check (area_id = (select app_area()));
      grant insert on agreement to samordna_area_administrator;
      grant insert, delete on blocked_name to samordna_area_administrator;
      create policy area_names_administration on area for update to samordna_area_administrator
        using (id = (select app_area())) with check (id = (select app_area()));
      grant update (blocked_names_version) on area to samordna_area_administrator;

      -- The gate: who holds this session, if it is alive and its assignment still runs. One row, or none.
      -- 'seen_at' is moved once a minute, so that reading does not mean writing.
      create function enter(token bytea)
      returns table (session_id uuid, person_id uuid, assignment_id uuid, area_id uuid, unit_id uuid, team_id uuid, role text)
      language plpgsql security definer set search_path = public, pg_temp as $f$
      #variable_conflict use_column
      declare s record;
      begin
        select n.id, n.person_id, n.seen_at, a.id as assignment_id, a.area_id, a.unit_id, a.team_id, a.role into s
          from session n
          left join assignment a on a.id = n.assignment_id and (a.ended_at is null or a.ended_at > now())
         where n.token_hash = token and n.ended_at is null and n.ends_at > now()
           and n.seen_at > now() - make_interval(mins => n.idle_minutes);
        if not found then return; end if;
        if s.seen_at < now() - interval '1 minute' then
          update session set seen_at = now() where id = s.id;
        end if;
        return query select s.id, s.person_id, s.assignment_id, s.area_id, s.unit_id, s.team_id, s.role;
      end $f$;
      revoke all on function enter(bytea) from public;
      grant execute on function enter(bytea) to samordna_login;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function enter(bytea);
      drop table sign_in_attempt, session, assignment, person, team, unit, principal, blocked_name, agreement, area;
    `);
  }
}
