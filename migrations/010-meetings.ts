import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The meetings of a case, who was called and came, and what went wrong between the parties. */
export class Meetings1763800000010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table meeting (
        id uuid primary key,
        case_id uuid not null references sip_case,
        area_id uuid not null default app_area(),
        -- The unit that holds the case, for its list of coming meetings.
        unit_id uuid not null default app_unit(),
        kind text not null check (kind in ('FIRST', 'FOLLOW_UP')),
        -- REOPENED: the record of a held meeting is being corrected, and counts again when it is done.
        state text not null default 'PLANNED' check (state in ('PLANNED', 'HELD', 'REOPENED', 'CANCELLED')),
        -- The instant, with the wall time and zone that the person chose.
        starts_at timestamptz not null,
        wall_time timestamp not null,
        zone text not null default 'Europe/Stockholm',
        minutes int not null check (minutes between 15 and 480),
        reply_by date not null,
        held_on date,
        child_part text check (child_part in ('PRESENT', 'IN_PART', 'REPRESENTED', 'ABSENT')),
        -- What the log counted of it, so that exactly that is taken back when the record is opened again.
        counted jsonb,
        -- Sealed: place, purpose, questions, how the child takes part, guardians, and what the record says in words.
        details bytea not null,
        version int not null default 1,
        called_on date not null,
        check (state <> 'HELD' or (held_on is not null and child_part is not null and counted is not null))
      );
      create index meeting_case on meeting (case_id, starts_at, id);
      create index meeting_coming on meeting (unit_id, starts_at, id) where state = 'PLANNED';

      create table meeting_party (
        meeting_id uuid not null references meeting,
        case_id uuid not null references sip_case,
        area_id uuid not null default app_area(),
        unit_id uuid not null references unit,
        -- Who is summoned must come; who is invited may (domain reference 2.1).
        call text not null check (call in ('SUMMONS', 'INVITATION')),
        shows_place boolean not null,
        -- Of a protected child: the people at the unit who are called, and may read the summons.
        reader_ids uuid[] not null default '{}',
        attendance text check (attendance in ('PRESENT', 'ABSENT', 'ABSENT_WITH_NOTICE')),
        primary key (meeting_id, unit_id)
      );

      -- A deviation in collaboration is handled in MedControl PRO; here stands only the reference to it (domain reference 4.2).
      create table deviation_reference (
        id uuid primary key,
        case_id uuid not null references sip_case,
        area_id uuid not null default app_area(),
        reporting_unit_id uuid not null default app_unit() references unit,
        concerned_unit_id uuid references unit,
        category text not null,
        happened_on date not null,
        status text not null default 'SUGGESTED'
          check (status in ('SUGGESTED', 'REPORTED_IN_MCP', 'ANALYSED', 'ACTION_AGREED', 'CLOSED', 'DISMISSED')),
        -- Found by the product and not written by a person.
        found boolean not null default false,
        mcp_number text,
        -- Sealed: what was not followed, what was learnt, why a suggestion was dismissed. Null until somebody has written.
        details bytea,
        version int not null default 1,
        made_at timestamptz not null default now(),
        check (status not in ('REPORTED_IN_MCP', 'ANALYSED', 'ACTION_AGREED', 'CLOSED') or mcp_number is not null)
      );
      create index deviation_case on deviation_reference (case_id, happened_on desc, id desc);
      -- The same thing is found once, also when it was dismissed.
      create unique index deviation_found on deviation_reference (case_id, category, happened_on, concerned_unit_id)
        nulls not distinct where found;

      call belongs_to('meeting', 'sip_case', 'case_id');
      call belongs_to('meeting_party', 'sip_case', 'case_id');
      call belongs_to('deviation_reference', 'sip_case', 'case_id');
      grant delete on meeting_party to samordna_sip_coordinator;

      -- The jobs that find what is late see dates and states, and nothing of whom a case is about.
      create index sip_case_meeting_due on sip_case (next_due_on) where state in ('PREPARING', 'SUMMONED');
      create policy case_jobs on sip_case to samordna_jobs using (true) with check (true);
      grant select (id, area_id, unit_id, child_id, kind, state, version, first_meeting_on, follow_up_on, next_due_on, guarded)
        on sip_case to samordna_jobs;
      create policy named_reader_jobs on named_reader for select to samordna_jobs using (true);
      grant select (child_id, assignment_id) on named_reader to samordna_jobs;
      create policy deviation_jobs on deviation_reference to samordna_jobs using (true) with check (found);
      grant select, insert on deviation_reference to samordna_jobs;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table deviation_reference, meeting_party, meeting;
      revoke select (child_id, assignment_id) on named_reader from samordna_jobs;
      drop policy named_reader_jobs on named_reader;
      revoke select (id, area_id, unit_id, child_id, kind, state, version, first_meeting_on, follow_up_on, next_due_on, guarded)
        on sip_case from samordna_jobs;
      drop policy case_jobs on sip_case;
      drop index sip_case_meeting_due;
    `);
  }
}
