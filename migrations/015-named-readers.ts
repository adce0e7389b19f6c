import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The assignment `a` runs at this moment: others may have ended it since this transaction began. */
const RUNS = `(a.ended_at is null or a.ended_at > clock_timestamp())`;

/**
 * Who may open a protected child changes only through three functions that ask as their owner (docs/adr/0009): whoever may open
 * the record names others, and where nobody is left, the area's administrator names one.
 */
export class NamedReaders1763800000015 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Protection and its readers stand and fall together, so neither can be written by itself.
      revoke insert, delete on named_reader from samordna_sip_coordinator;
      revoke insert, update on child from samordna_sip_coordinator;
      grant insert (id, key_id, identity_kind, identity_print, name_print, birth_date, details),
            update (identity_kind, identity_print, name_print, birth_date, details, version) on child to samordna_sip_coordinator;
      drop policy named_reader_unit on named_reader;
      create policy named_reader_unit on named_reader for select to samordna_sip_coordinator using (unit_id = (select app_unit()));

      -- When nobody was left, the administrator named somebody. Seen by whoever may open the child.
      create table reader_appointment (
        id uuid primary key,
        child_id uuid not null references child,
        area_id uuid not null,
        reader_id uuid not null references assignment,
        by_id uuid not null references assignment,
        appointed_at timestamptz not null default now(),
        -- Sealed: why.
        details bytea not null
      );
      create index reader_appointment_child on reader_appointment (child_id, id);
      call protect('reader_appointment');
      grant select on reader_appointment to samordna_sip_coordinator;
      create policy reader_appointment_coordinator on reader_appointment for select to samordna_sip_coordinator
        using (exists (select from child c where c.id = child_id));

      -- Copies of a case that were for a whole unit when the child became protected: nobody there reads them meanwhile.
      create table closed_copy (
        unit_id uuid not null references unit,
        case_id uuid not null references sip_case,
        area_id uuid not null,
        primary key (unit_id, case_id)
      );
      call protect('closed_copy');
      grant select on closed_copy to samordna_requester;
      create policy closed_copy_unit on closed_copy for select to samordna_requester using (unit_id = (select app_unit()));
      drop policy disclosure_recipient on disclosure;
      create policy disclosure_recipient on disclosure for select to samordna_requester
        using (unit_id = (select app_unit()) and area_id = (select app_area()) and case when reader_ids is null
          then not exists (select from closed_copy c where c.unit_id = disclosure.unit_id and c.case_id = disclosure.case_id)
          else (select app_assignment()) = any (reader_ids) end);

      -- The child's row, held until the transaction ends, for an assignment that may open it. Unit and role are read from the
      -- assignment itself, not from the settings beside it.
      create function held_child(of_child uuid) returns child language plpgsql set search_path = public, pg_temp as $f$
        declare held child;
        begin
          select c.* into held from child c where c.id = of_child for update;
          if not exists (select from assignment a where a.id = app_assignment() and a.role = 'SIP_COORDINATOR'
                            and a.unit_id = held.unit_id and ${RUNS})
             or (held.protection <> 'NONE' and not exists (
                   select from named_reader r where r.child_id = of_child and r.assignment_id = app_assignment())) then
            raise insufficient_privilege using message = 'only whoever may open the child';
          end if;
          return held;
        end $f$;

      -- Who protects a child may open it, and so may the coordinator of its open case: the case would stand still otherwise.
      -- Answers the units whose copies were closed or opened by it.
      create function set_protection(of_child uuid, to_protection text) returns uuid[]
        language plpgsql security definer set search_path = public, pg_temp as $f$
        declare
          held child := held_child(of_child);
          guards boolean := to_protection <> 'NONE';
          told uuid[];
        begin
          update child set protection = to_protection where id = of_child;
          if guards = (held.protection <> 'NONE') then return '{}'; end if;
          -- Whoever is handing something out holds the case, and is waited for.
          update sip_case set guarded = guards where child_id = of_child;
          delete from named_reader where child_id = of_child;
          if guards then
            insert into named_reader (child_id, assignment_id, area_id, unit_id)
            select of_child, a.id, held.area_id, held.unit_id from assignment a
             where a.unit_id = held.unit_id and a.role = 'SIP_COORDINATOR' and ${RUNS} and (a.id = app_assignment()
                   or a.id = (select s.coordinator_id from sip_case s where s.child_id = of_child and s.ended_on is null));
            with closed as (
              insert into closed_copy (unit_id, case_id, area_id)
              select distinct d.unit_id, d.case_id, d.area_id from disclosure d join sip_case s on s.id = d.case_id
               where s.child_id = of_child and d.unit_id is not null and d.reader_ids is null returning unit_id)
            select array_agg(distinct unit_id) into told from closed;
          else
            with opened as (
              delete from closed_copy where case_id in (select s.id from sip_case s where s.child_id = of_child) returning unit_id)
            select array_agg(distinct unit_id) into told from opened;
          end if;
          return coalesce(told, '{}');
        end $f$;

      -- Exactly these may open the child from now on. The one who names them is among them, so that somebody always is.
      create function name_readers(of_child uuid, reader_ids uuid[]) returns void
        language plpgsql security definer set search_path = public, pg_temp as $f$
        declare held child := held_child(of_child);
        begin
          -- An administrator who is ending one of them waits, or has.
          perform from assignment a where a.id = any (reader_ids) order by a.id for share;
          if held.protection = 'NONE' or not coalesce(app_assignment() = any (reader_ids), false)
             or exists (select from unnest(reader_ids) as one (id) where not exists (select from assignment a
                          where a.id = one.id and a.unit_id = held.unit_id and a.role = 'SIP_COORDINATOR' and ${RUNS})) then
            raise insufficient_privilege using message = 'only coordinators of the unit, the acting one among them';
          end if;
          delete from named_reader where child_id = of_child and assignment_id <> all (reader_ids);
          insert into named_reader (child_id, assignment_id, area_id, unit_id)
          select of_child, one.id, held.area_id, held.unit_id from unnest(reader_ids) as one (id) on conflict do nothing;
          update child set version = version + 1 where id = of_child;
        end $f$;

      -- A protected child that nobody may open gets a reader. Answers false, and does nothing, when somebody may, or when the
      -- one chosen is not a coordinator of the unit, or is the administrator in another assignment.
      create function appoint_reader(of_child uuid, reader uuid, appointment uuid, sealed bytea) returns boolean
        language plpgsql security definer set search_path = public, pg_temp as $f$
        declare
          actor assignment;
          held child;
        begin
          select a.* into actor from assignment a where a.id = app_assignment() and a.role = 'AREA_ADMINISTRATOR' and ${RUNS};
          select c.* into held from child c where c.id = of_child and c.area_id = actor.area_id and c.protection <> 'NONE' for update;
          perform from assignment a where a.id = reader for share;
          if not exists (select from assignment a where a.id = reader and a.unit_id = held.unit_id and a.role = 'SIP_COORDINATOR'
                            and a.person_id <> actor.person_id and ${RUNS})
             or exists (select from named_reader r join assignment a on a.id = r.assignment_id
                         where r.child_id = of_child and ${RUNS}) then
            return false;
          end if;
          delete from named_reader where child_id = of_child;
          insert into named_reader (child_id, assignment_id, area_id, unit_id)
          values (of_child, reader, held.area_id, held.unit_id);
          insert into reader_appointment (id, child_id, area_id, reader_id, by_id, details)
          values (appointment, of_child, held.area_id, reader, actor.id, sealed);
          update child set version = version + 1 where id = of_child;
          return true;
        end $f$;

      revoke execute on function held_child(uuid), set_protection(uuid, text), name_readers(uuid, uuid[]),
        appoint_reader(uuid, uuid, uuid, bytea) from public;
      grant execute on function set_protection(uuid, text), name_readers(uuid, uuid[]) to samordna_sip_coordinator;
      grant execute on function appoint_reader(uuid, uuid, uuid, bytea) to samordna_area_administrator;

      -- What the administrator sees of protected children: who is named for them, and which of them nobody may open.
      create index child_protected on child (area_id, id) where protection <> 'NONE';
      grant select (child_id, assignment_id, area_id) on named_reader to samordna_area_administrator;
      create policy named_reader_administration on named_reader for select to samordna_area_administrator
        using (area_id = (select app_area()));
      grant select (id, area_id, unit_id, key_id, protection) on child to samordna_area_administrator;
      create policy child_without_reader on child for select to samordna_area_administrator
        using (area_id = (select app_area()) and protection <> 'NONE' and not exists (
          select from named_reader r join assignment a on a.id = r.assignment_id
           where r.child_id = child.id and ${RUNS}));
      grant select (id, child_id, reference, ended_on) on sip_case to samordna_area_administrator;
      create policy case_without_reader on sip_case for select to samordna_area_administrator
        using (exists (select from child c where c.id = child_id));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop policy case_without_reader on sip_case;
      revoke select (id, child_id, reference, ended_on) on sip_case from samordna_area_administrator;
      drop policy child_without_reader on child;
      revoke select (id, area_id, unit_id, key_id, protection) on child from samordna_area_administrator;
      drop policy named_reader_administration on named_reader;
      revoke select (child_id, assignment_id, area_id) on named_reader from samordna_area_administrator;
      drop index child_protected;
      drop policy disclosure_recipient on disclosure;
      create policy disclosure_recipient on disclosure for select to samordna_requester
        using (unit_id = (select app_unit()) and area_id = (select app_area())
               and (reader_ids is null or (select app_assignment()) = any (reader_ids)));
      drop table closed_copy;
      drop function appoint_reader(uuid, uuid, uuid, bytea), name_readers(uuid, uuid[]), set_protection(uuid, text), held_child(uuid);
      drop table reader_appointment;
      drop policy named_reader_unit on named_reader;
      create policy named_reader_unit on named_reader to samordna_sip_coordinator
        using (unit_id = (select app_unit())) with check (unit_id = (select app_unit()) and area_id = (select app_area()));
      revoke insert (id, key_id, identity_kind, identity_print, name_print, birth_date, details),
             update (identity_kind, identity_print, name_print, birth_date, details, version) on child from samordna_sip_coordinator;
      grant select, insert, update on child to samordna_sip_coordinator;
      grant insert, delete on named_reader to samordna_sip_coordinator;
    `);
  }
}
