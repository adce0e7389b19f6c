import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is followed beside the plan: the way to 18, health examinations, absence; and evaluations that nobody can be found by. */
export class Trackers1763800000013 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table transition (
        case_id uuid primary key references sip_case,
        area_id uuid not null default app_area(),
        state text not null check (state in ('PLANNED', 'READY', 'DONE')),
        receiver_ids uuid[] not null default '{}',
        -- A unit of the area or somebody outside it takes over.
        has_receiver boolean not null,
        handover_on date,
        informed_on date,
        done_on date,
        -- Sealed: receivers outside the area, and a note.
        details bytea not null,
        version int not null default 1,
        check ((state = 'DONE') = (done_on is not null))
      );
      call belongs_to('transition', 'sip_case', 'case_id');
      -- Whose 18th birthday is near, in the unit that holds them.
      create index child_unit_birth on child (unit_id, birth_date, id);

      create table health_examination (
        case_id uuid not null references sip_case,
        kind text not null check (kind in ('PHYSICAL', 'PSYCHOLOGICAL', 'ORAL')),
        area_id uuid not null default app_area(),
        requested_on date,
        offered_on date check (offered_on >= requested_on),
        held_on date check (held_on >= offered_on),
        statement_on date check (statement_on >= held_on),
        not_needed boolean not null,
        -- Sealed: why it is not needed, and where the child was referred.
        details bytea not null,
        version int not null default 1,
        primary key (case_id, kind)
      );
      call belongs_to('health_examination', 'sip_case', 'case_id');

      -- How much of school the child misses, in the agreement's bands and never in hours or days. Nothing that is disclosed reads it.
      create table attendance_band (
        case_id uuid not null references sip_case,
        point text not null check (point in ('START', 'FOLLOW_UP', 'END')),
        area_id uuid not null default app_area(),
        band text,
        recorded_on date,
        version int not null default 1,
        primary key (case_id, point),
        check ((band is null) = (recorded_on is null))
      );
      call belongs_to('attendance_band', 'sip_case', 'case_id');

      -- Sums, and no answers (docs/adr/0008): five at a time move from what waits to what is shown, so that no two readings
      -- differ by fewer than five people's answers. What waits is granted to nobody.
      create table evaluation (
        area_id uuid not null references area,
        year int not null,
        variant text not null check (variant in ('CHILD', 'GUARDIAN', 'STAFF')),
        answers int not null default 0 check (answers % 5 = 0),
        sums int[] not null default '{0,0,0,0,0,0,0,0}' check (cardinality(sums) = 8),
        waiting int not null check (waiting between 0 and 4),
        waiting_sums int[] not null check (cardinality(waiting_sums) = 8),
        primary key (area_id, year, variant)
      );
      call protect('evaluation');
      grant select (area_id, year, variant, answers, sums) on evaluation to samordna_sip_coordinator, samordna_manager;
      create policy evaluation_shown on evaluation for select to samordna_sip_coordinator, samordna_manager
        using (area_id = (select app_area()) and answers > 0);

      create function add_each(a int[], b int[]) returns int[] language sql immutable
        return array(select x + y from unnest(a, b) with ordinality as t (x, y, n) order by n);
      -- The only way in. Asks as its owner: whoever hands an answer over can neither read nor change what is there.
      create function give_evaluation(given_variant text, given_year int, scores int[]) returns void
        language plpgsql security definer set search_path = public, pg_temp as $f$
        begin
          if cardinality(scores) <> 8 or not (1 <= all (scores) and 5 >= all (scores)) then
            raise check_violation using message = 'eight scores from 1 to 5';
          end if;
          insert into evaluation as e (area_id, year, variant, waiting, waiting_sums)
          values (app_area(), given_year, given_variant, 1, scores)
          on conflict (area_id, year, variant) do update set
            waiting = (e.waiting + 1) % 5,
            waiting_sums = case when e.waiting = 4 then '{0,0,0,0,0,0,0,0}' else add_each(e.waiting_sums, scores) end,
            answers = case when e.waiting = 4 then e.answers + 5 else e.answers end,
            sums = case when e.waiting = 4 then add_each(e.sums, add_each(e.waiting_sums, scores)) else e.sums end;
        end $f$;
      revoke execute on function give_evaluation(text, int, int[]) from public;
      grant execute on function give_evaluation(text, int, int[]) to samordna_sip_coordinator, samordna_requester;

      -- On the 18th birthday a job ends what guardians were.
      grant select (id, unit_id, area_id, birth_date, protection) on child to samordna_jobs;
      grant select (ended_on) on sip_case to samordna_jobs;
      grant select (id, child_id, ended_on, version), update (ended_on, ended_because, version) on guardian to samordna_jobs;
      create policy child_birthday on child for select to samordna_jobs using (true);
      create policy guardian_birthday on guardian to samordna_jobs using (true) with check (ended_because = 'CHILD_IS_18');
      create index guardian_standing on guardian (child_id) where ended_on is null;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index guardian_standing, child_unit_birth;
      drop policy guardian_birthday on guardian;
      drop policy child_birthday on child;
      revoke select (id, child_id, ended_on, version), update (ended_on, ended_because, version) on guardian from samordna_jobs;
      revoke select (ended_on) on sip_case from samordna_jobs;
      revoke select (id, unit_id, area_id, birth_date, protection) on child from samordna_jobs;
      drop function give_evaluation(text, int, int[]), add_each(int[], int[]);
      drop table evaluation, attendance_band, health_examination, transition;
    `);
  }
}
