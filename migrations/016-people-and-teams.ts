import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A person changes their own password, and first of all one that somebody else has made. The area's administrator corrects
 * names, keeps the teams, and learns how much an assignment or a unit holds before ending it: numbers, and nothing of whom.
 */
export class PeopleAndTeams1763800000016 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table person add column version int not null default 1,
        -- Somebody else has made the password: until it is changed no assignment can be acted in.
        add column must_change_password boolean not null default false;
      grant select (version, must_change_password), update (name, username, version, must_change_password) on person
        to samordna_area_administrator;
      grant update (password_hash, must_change_password) on person to samordna_gate;
      create policy person_own_password on person for update to samordna_gate
        using (id = (select app_person())) with check (id = (select app_person()));

      -- Who works in a unit, and who has: whose cases wait for a colleague to take them over.
      create index assignment_unit on assignment (unit_id);

      alter table team add column version int not null default 1;
      grant insert, update (name, rhythm, version) on team to samordna_area_administrator;
      create policy team_administration on team for insert to samordna_area_administrator
        with check (area_id = (select app_area()));
      create policy team_change on team for update to samordna_area_administrator
        using (area_id = (select app_area())) with check (area_id = (select app_area()));

      -- How much somebody holds in an assignment: cases and questions under way, and drafts that nobody else can read.
      create function assignment_work(asked uuid) returns table (cases int, questions int, drafts int)
        language sql stable security definer set search_path = public, pg_temp as $f$
          select (select count(*)::int from sip_case s
                   where s.area_id = app_area() and s.coordinator_id = asked and s.ended_on is null),
                 (select count(*)::int from consultation_request r
                   where r.area_id = app_area() and r.coordinator_id = asked
                     and r.state not in ('DRAFT', 'FEEDBACK_DONE', 'CLOSED', 'WITHDRAWN', 'REDIRECTED')),
                 (select count(*)::int from consultation_request r
                   where r.area_id = app_area() and r.author_id = asked and r.state = 'DRAFT') $f$;
      -- How much a unit holds: cases of its own, others' cases that it is a party to, and questions that wait for an answer.
      create function unit_work(asked uuid) returns table (cases int, parties int, questions int)
        language sql stable security definer set search_path = public, pg_temp as $f$
          select (select count(*)::int from sip_case s
                   where s.area_id = app_area() and s.unit_id = asked and s.ended_on is null),
                 (select count(*)::int from party p join sip_case s on s.id = p.case_id
                   where p.area_id = app_area() and p.unit_id = asked and p.left_on is null
                     and s.unit_id <> asked and s.ended_on is null),
                 (select count(*)::int from consultation_request r
                   where r.area_id = app_area() and r.unit_id = asked
                     and r.state in ('SUBMITTED', 'TRIAGE', 'RETURNED', 'ACCEPTED', 'SCHEDULED', 'HELD')) $f$;
      revoke execute on function assignment_work(uuid), unit_work(uuid) from public;
      grant execute on function assignment_work(uuid), unit_work(uuid) to samordna_area_administrator;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function unit_work(uuid), assignment_work(uuid);
      drop policy team_change on team;
      drop policy team_administration on team;
      revoke insert, update (name, rhythm) on team from samordna_area_administrator;
      alter table team drop column version;
      drop index assignment_unit;
      drop policy person_own_password on person;
      revoke update (password_hash) on person from samordna_gate;
      revoke update (name, username) on person from samordna_area_administrator;
      alter table person drop column must_change_password, drop column version;
    `);
  }
}
