import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Consultation requests, their preparation, the team's sittings, and consultations: one request taken up at one sitting. */
export class Consultations1763800000004 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table consultation_request (
        id uuid primary key,
        area_id uuid not null default app_area() references area,
        reference text not null,
        unit_id uuid not null default app_unit() references unit,
        author_id uuid not null default app_assignment() references assignment,
        team_id uuid references team,
        agreement_version int,
        mode text not null default 'ANONYMISED' check (mode in ('ANONYMISED')),
        state text not null default 'DRAFT' check (state in ('DRAFT', 'SUBMITTED', 'TRIAGE', 'RETURNED', 'REDIRECTED', 'ACCEPTED',
          'SCHEDULED', 'HELD', 'CONCLUDED', 'FEEDBACK_DUE', 'FEEDBACK_DONE', 'CLOSED', 'WITHDRAWN')),
        version int not null default 1,
        key_id uuid not null references data_key,
        question bytea,
        tried bytea,
        themes text[] not null default '{}',
        age_band text,
        services text[] not null default '{}',
        coordinator_id uuid references assignment,
        return_question bytea,
        redirected_to text,
        redirect_reason bytea,
        withdrawal_reason bytea,
        feedback_due_on date,
        advice_followed text check (advice_followed in ('YES', 'PARTLY', 'NO')),
        sip_started boolean,
        helped int check (helped between 1 and 5),
        created_at timestamptz not null default now(),
        changed_at timestamptz not null default now(),
        submitted_at timestamptz,
        unique (area_id, reference)
      );
      -- The narrow sorted relations that the work lists start from.
      create index consultation_request_area on consultation_request (area_id, submitted_at desc, id desc) where submitted_at is not null;
      create index consultation_request_open on consultation_request (area_id, submitted_at, id)
        where state in ('SUBMITTED', 'TRIAGE', 'RETURNED', 'ACCEPTED', 'SCHEDULED', 'HELD', 'FEEDBACK_DONE');
      create index consultation_request_unit on consultation_request (unit_id, changed_at desc, id desc);
      create index consultation_request_feedback on consultation_request (feedback_due_on) where state = 'CONCLUDED';

      -- What the coordinator has checked before the team meets (domain: preparation checklist).
      create table preparation (
        request_id uuid primary key references consultation_request,
        area_id uuid not null default app_area(),
        team_id uuid,
        checks text[] not null default '{}',
        note bytea,
        version int not null default 1
      );

      create table sitting (
        id uuid primary key,
        area_id uuid not null default app_area() references area,
        team_id uuid not null references team,
        starts_at timestamptz not null,
        wall_time timestamp not null,
        zone text not null default 'Europe/Stockholm',
        minutes int not null check (minutes between 15 and 480),
        place text not null,
        state text not null default 'PLANNED' check (state in ('PLANNED', 'ENDED', 'CANCELLED')),
        version int not null default 1,
        unique (team_id, starts_at)
      );
      create index sitting_team on sitting (team_id, starts_at desc);
      create table attendance (
        sitting_id uuid not null references sitting,
        assignment_id uuid not null references assignment,
        area_id uuid not null default app_area(),
        team_id uuid not null,
        present boolean not null,
        primary key (sitting_id, assignment_id)
      );

      create table consultation (
        id uuid primary key,
        area_id uuid not null default app_area() references area,
        team_id uuid not null,
        unit_id uuid not null,
        request_id uuid not null references consultation_request,
        sitting_id uuid not null references sitting,
        position int not null,
        minutes int not null check (minutes between 5 and 240),
        state text not null default 'PLACED' check (state in ('PLACED', 'HELD', 'CONCLUDED', 'MOVED')),
        advice bytea,
        outcomes text[] not null default '{}',
        referrals text[] not null default '{}',
        follow_up_on date,
        held_at timestamptz,
        concluded_at timestamptz,
        version int not null default 1
      );
      create unique index consultation_once on consultation (request_id, sitting_id) where state <> 'MOVED';
      create index consultation_sitting on consultation (sitting_id, position);
      create index consultation_request_latest on consultation (request_id, id desc);

      -- A recommendation to start a SIP: a link that a later case can take up.
      create table sip_recommendation (
        id uuid primary key,
        area_id uuid not null default app_area(),
        unit_id uuid not null,
        consultation_id uuid not null unique references consultation,
        reference text not null,
        made_at timestamptz not null default now(),
        unique (area_id, reference)
      );

      do $$
      declare t text;
      begin
        foreach t in array array['consultation_request', 'preparation', 'sitting', 'attendance', 'consultation', 'sip_recommendation']
        loop call protect(t); end loop;
      end $$;

      -- Requesters: their own drafts, and what their own unit has asked.
      grant select, insert, update, delete on consultation_request to samordna_requester;
      grant delete on data_key to samordna_requester;
      create policy request_unit on consultation_request to samordna_requester
        using (unit_id = (select app_unit()) and (state <> 'DRAFT' or author_id = (select app_assignment())))
        with check (unit_id = (select app_unit()) and area_id = (select app_area()));
      grant select on consultation, sip_recommendation, sitting to samordna_requester;
      create policy consultation_unit on consultation for select to samordna_requester using (unit_id = (select app_unit()));
      -- A question that is taken back leaves the agenda it waits on.
      grant update (state, version) on consultation to samordna_requester;
      create policy consultation_withdrawn on consultation for update to samordna_requester
        using (unit_id = (select app_unit()) and state = 'PLACED') with check (unit_id = (select app_unit()) and state = 'MOVED');
      create policy recommendation_unit on sip_recommendation for select to samordna_requester using (unit_id = (select app_unit()));
      create policy sitting_area on sitting for select to samordna_requester using (area_id = (select app_area()));

      -- Coordinators: everything that has been sent in, in their area.
      grant select, update on consultation_request to samordna_sip_coordinator;
      create policy request_coordinator on consultation_request to samordna_sip_coordinator
        using (area_id = (select app_area()) and submitted_at is not null) with check (area_id = (select app_area()));
      grant select, insert, update on preparation, sitting, attendance, consultation to samordna_sip_coordinator;
      grant select, insert on sip_recommendation to samordna_sip_coordinator, samordna_team_member;
      create policy preparation_coordinator on preparation to samordna_sip_coordinator
        using (area_id = (select app_area())) with check (area_id = (select app_area()));
      create policy sitting_coordinator on sitting to samordna_sip_coordinator
        using (area_id = (select app_area())) with check (area_id = (select app_area()));
      create policy attendance_coordinator on attendance to samordna_sip_coordinator
        using (area_id = (select app_area())) with check (area_id = (select app_area()));
      create policy consultation_coordinator on consultation to samordna_sip_coordinator
        using (area_id = (select app_area())) with check (area_id = (select app_area()));
      create policy recommendation_coordinator on sip_recommendation to samordna_sip_coordinator
        using (area_id = (select app_area())) with check (area_id = (select app_area()));

      -- The team: what has been placed on its own sittings.
      grant select, update on consultation_request, consultation to samordna_team_member;
      grant select on preparation, sitting to samordna_team_member;
      grant update (state, version) on sitting to samordna_team_member;
      grant select, insert, update on attendance to samordna_team_member;
      create policy request_team on consultation_request to samordna_team_member
        using (team_id = (select app_team()) and state in ('SCHEDULED', 'HELD', 'CONCLUDED', 'FEEDBACK_DUE', 'FEEDBACK_DONE', 'CLOSED'))
        with check (team_id = (select app_team()));
      create policy preparation_team on preparation for select to samordna_team_member using (team_id = (select app_team()));
      create policy sitting_team on sitting to samordna_team_member
        using (team_id = (select app_team())) with check (team_id = (select app_team()));
      create policy attendance_team on attendance to samordna_team_member
        using (team_id = (select app_team())) with check (team_id = (select app_team()));
      create policy consultation_team on consultation to samordna_team_member
        using (team_id = (select app_team())) with check (team_id = (select app_team()));
      create policy recommendation_team on sip_recommendation to samordna_team_member
        using (area_id = (select app_area())) with check (area_id = (select app_area()));

      -- Jobs: the eight-week question falls due.
      grant select (id, area_id, unit_id, state, feedback_due_on), update (state, changed_at, version) on consultation_request to samordna_jobs;
      grant select (version) on consultation_request to samordna_jobs;
      create policy request_feedback_job on consultation_request to samordna_jobs using (state in ('CONCLUDED', 'FEEDBACK_DUE'));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      revoke delete on data_key from samordna_requester;
      drop table sip_recommendation, consultation, attendance, sitting, preparation, consultation_request;
    `);
  }
}
