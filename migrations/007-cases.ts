import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Children, the people around them, and their SIP cases with parties, consents and disclosures (docs/adr/0007).
 * One unit holds a child's record and its cases, and its coordinators see them; of a protected child, only those named.
 * A party sees copies that were disclosed to it, and nothing else here.
 */
export class Cases1763800000007 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- What a list costs does not depend on who asks, since the policies' values are unknown until it runs. Left to choose,
      -- PostgreSQL takes the unknown length of a page for a tenth of everything, and plans a large unit's list anew each time.
      alter role samordna_login set plan_cache_mode = force_generic_plan;

      create table child (
        id uuid primary key,
        area_id uuid not null default app_area() references area,
        -- The unit that holds the record. Another authority's record of the same child is its own secret.
        unit_id uuid not null default app_unit() references unit,
        key_id uuid not null references data_key,
        identity_kind text not null check (identity_kind in ('PERSONNUMMER', 'SAMORDNINGSNUMMER', 'RESERVNUMMER', 'LMA')),
        identity_print bytea not null,
        name_print bytea not null,
        -- In clear, because what falls due at 17½, 18 and 21 is found by it.
        birth_date date not null,
        protection text not null default 'NONE' check (protection in ('NONE', 'SEKRETESSMARKERING', 'SKYDDAD_FOLKBOKFORING')),
        -- Sealed: identity number, names, address, school, contact, language.
        details bytea not null,
        version int not null default 1,
        made_at timestamptz not null default now(),
        unique (unit_id, identity_print)
      );
      create index child_name on child (unit_id, name_print);
      create index child_birth on child (birth_date);

      -- Who may open a protected child: named people, never a whole unit.
      create table named_reader (
        child_id uuid not null references child deferrable initially deferred,
        assignment_id uuid not null references assignment,
        area_id uuid not null default app_area(),
        unit_id uuid not null default app_unit(),
        named_at timestamptz not null default now(),
        primary key (child_id, assignment_id)
      );
      create index named_reader_assignment on named_reader (assignment_id, unit_id, child_id);

      create table guardian (
        id uuid primary key,
        child_id uuid not null references child,
        area_id uuid not null default app_area(),
        -- Sealed: name, identity number, address, telephone, e-mail.
        details bytea not null,
        language text not null default 'sv',
        interpreter boolean not null default false,
        protection text not null default 'NONE' check (protection in ('NONE', 'SEKRETESSMARKERING', 'SKYDDAD_FOLKBOKFORING')),
        -- The other guardian may not learn where this one is.
        hidden_from_other boolean not null default false,
        ended_on date,
        ended_because text check (ended_because in ('CHILD_IS_18', 'NO_LONGER_GUARDIAN', 'DECEASED', 'ENTERED_BY_MISTAKE')),
        version int not null default 1,
        check ((ended_on is null) = (ended_because is null))
      );
      create index guardian_child on guardian (child_id, id);

      create table maturity_assessment (
        id uuid primary key,
        child_id uuid not null references child,
        area_id uuid not null default app_area(),
        assessed_on date not null,
        mature boolean not null,
        -- Sealed: who assessed, and why.
        details bytea not null
      );
      create index maturity_assessment_child on maturity_assessment (child_id, assessed_on desc, id desc);

      create table sip_case (
        id uuid primary key,
        area_id uuid not null default app_area() references area,
        unit_id uuid not null default app_unit() references unit,
        child_id uuid not null references child,
        reference text not null,
        kind text not null check (kind in ('STATUTORY_SIP', 'AGREEMENT_SIP', 'DISCHARGE_SIP')),
        state text not null default 'NEED_IDENTIFIED' check (state in ('NEED_IDENTIFIED', 'OFFERED', 'DECLINED_BY_FAMILY',
          'DENIED_BY_SERVICE', 'CONSENT_PENDING', 'PREPARING', 'SUMMONED', 'MEETING_HELD', 'PLAN_DRAFT', 'PLAN_ACTIVE', 'FOLLOW_UP_DUE',
          'FOLLOW_UP_HELD', 'CONSENT_WITHDRAWN', 'TRANSITION', 'CLOSED')),
        version int not null default 1,
        agreement_version int not null,
        coordinator_id uuid not null default app_assignment() references assignment,
        initiating_unit_id uuid not null references unit,
        asked_by text not null check (asked_by in ('CHILD', 'GUARDIAN', 'STAFF', 'OTHER')),
        need_on date not null,
        discharge_ready_on date,
        offered_on date,
        consented_on date,
        summoned_on date,
        first_meeting_on date,
        plan_number int not null default 0,
        follow_up_on date,
        ended_on date,
        closing_reason text,
        recommendation_id uuid unique references sip_recommendation,
        continues_id uuid references sip_case,
        -- What the clocks say is next (case-clock.rules.ts), kept for the work list.
        next_due_on date,
        -- The child is protected: only named people see the case.
        guarded boolean not null default false,
        -- Sealed: need, how informed, reasons, questions, how the child takes part.
        details bytea not null,
        made_at timestamptz not null default now(),
        changed_at timestamptz not null default now(),
        unique (area_id, reference),
        foreign key (area_id, agreement_version) references agreement (area_id, version)
      );
      -- The narrow sorted relations that the work lists start from, with what the row policy reads: counting needs no rows.
      create index sip_case_work on sip_case (unit_id, next_due_on, id) include (guarded, child_id) where ended_on is null;
      create index sip_case_mine on sip_case (coordinator_id, next_due_on, id) include (unit_id, guarded, child_id)
        where ended_on is null;
      create index sip_case_consent on sip_case (unit_id, next_due_on, id) include (guarded, child_id)
        where ended_on is null and state = 'CONSENT_PENDING';
      create index sip_case_ended on sip_case (unit_id, changed_at desc, id desc) include (guarded, child_id)
        where ended_on is not null;
      create index sip_case_child on sip_case (child_id, id desc);
      create index sip_case_continues on sip_case (continues_id) where continues_id is not null;
      -- A child has one case at a time; what comes after is linked to it.
      create unique index sip_case_one_open on sip_case (child_id) where ended_on is null;
      create index sip_case_follow_up on sip_case (follow_up_on) where state = 'PLAN_ACTIVE';

      -- Every table of a child or a case is seen by whoever sees the child or the case, and by nobody else.
      create procedure belongs_to(t regclass, parent regclass, parent_id name) language plpgsql as $f$
        begin
          call protect(t);
          execute format('grant select, insert, update on %s to samordna_sip_coordinator', t);
          execute format('create policy %I on %s to samordna_sip_coordinator
            using (exists (select from %s p where p.id = %I)) with check (exists (select from %s p where p.id = %I))',
            t::text || '_coordinator', t, parent, parent_id, parent, parent_id);
        end $f$;

      create table party (
        id uuid primary key,
        case_id uuid not null references sip_case,
        area_id uuid not null default app_area(),
        unit_id uuid not null references unit,
        -- The key of the copies that this party holds: they outlive the case's own record.
        key_id uuid not null references data_key,
        joined_on date not null,
        left_on date,
        -- Sealed: why the party left.
        details bytea
      );
      create index party_case on party (case_id);
      create unique index party_once on party (case_id, unit_id) where left_on is null;

      create table case_role (
        id uuid primary key,
        case_id uuid not null references sip_case,
        area_id uuid not null default app_area(),
        role text not null check (role in ('COORDINATOR', 'INITIATOR', 'CONVENER', 'CHAIR', 'RECORDER', 'LEAD_UNIT', 'NAMED_CARE_CONTACT')),
        unit_id uuid references unit,
        assignment_id uuid references assignment,
        -- Held at once, except the coordinator's, which another takes over only by accepting.
        state text not null default 'HELD' check (state in ('OFFERED', 'HELD', 'DECLINED', 'TAKEN_BACK', 'ENDED')),
        -- Sealed: the name of someone who has no sign-in, and the note of an offer.
        details bytea,
        since timestamptz not null default now(),
        ended_at timestamptz
      );
      create index case_role_case on case_role (case_id);
      create unique index case_role_once on case_role (case_id, role) where state = 'HELD';
      create unique index case_role_offer on case_role (case_id, role) where state = 'OFFERED';
      create index case_role_offered_to on case_role (assignment_id) where state = 'OFFERED';

      -- One row for each consenter: may a plan be made (PLAN), and what may be disclosed to whom (DISCLOSURE).
      create table consent (
        id uuid primary key,
        case_id uuid not null references sip_case,
        area_id uuid not null default app_area(),
        purpose text not null check (purpose in ('PLAN', 'DISCLOSURE')),
        -- The child itself, or one guardian.
        guardian_id uuid references guardian,
        given boolean not null,
        form text not null check (form in ('WRITTEN', 'ORAL')),
        decided_on date not null,
        valid_to date,
        unit_ids uuid[] not null default '{}',
        categories text[] not null default '{}',
        withdrawn_at timestamptz,
        -- Sealed: exclusions, note, who documented, why withdrawn.
        details bytea not null,
        version int not null default 1,
        made_at timestamptz not null default now(),
        check (valid_to is not null or not given),
        check (valid_to >= decided_on)
      );
      create index consent_case on consent (case_id, id);

      -- Why one guardian's consent is not needed (domain reference 6.2.6).
      create table consent_exception (
        id uuid primary key,
        case_id uuid not null references sip_case,
        area_id uuid not null default app_area(),
        guardian_id uuid not null references guardian,
        kind text not null check (kind in ('OTHER_GUARDIAN_PREVENTED', 'SOCIAL_BOARD_6_13A')),
        decided_on date not null,
        ended_on date,
        -- Sealed: the reason, or the decision's reference and the measures that it covers.
        details bytea not null
      );
      create index consent_exception_case on consent_exception (case_id, id);

      -- A legal ground other than consent, with who decided (domain reference 6.2.5).
      create table disclosure_ground (
        id uuid primary key,
        case_id uuid not null references sip_case,
        area_id uuid not null default app_area(),
        ground text not null,
        unit_id uuid not null references unit,
        categories text[] not null,
        decided_on date not null,
        ended_on date,
        -- Sealed: who decided, and the note.
        details bytea not null
      );
      create index disclosure_ground_case on disclosure_ground (case_id, id);

      -- What has been handed out: a copy for its recipient, never changed and never taken back.
      create table disclosure (
        id uuid primary key,
        case_id uuid not null references sip_case,
        area_id uuid not null default app_area(),
        reference text not null,
        recipient text not null check (recipient in ('UNIT', 'GUARDIAN', 'CHILD')),
        unit_id uuid references unit,
        -- Of a protected child: the people at the unit who may read it. Null: the unit.
        reader_ids uuid[],
        guardian_id uuid references guardian,
        category text not null,
        -- What it is a copy of, and which of its versions.
        what text not null check (what in ('CASE', 'MEETING', 'PLAN', 'FOLLOW_UP')),
        source_id uuid not null,
        number int not null,
        -- What it rests on: consents, or one ground.
        consent_ids uuid[] not null default '{}',
        ground_id uuid references disclosure_ground,
        key_id uuid not null references data_key,
        content bytea not null,
        by_id uuid not null default app_assignment() references assignment,
        disclosed_at timestamptz not null default now(),
        check ((recipient = 'UNIT') = (unit_id is not null)),
        check ((recipient = 'GUARDIAN') = (guardian_id is not null)),
        check (recipient <> 'UNIT' or cardinality(consent_ids) > 0 or ground_id is not null)
      );
      create index disclosure_case on disclosure (case_id, id desc);
      create index disclosure_unit on disclosure (unit_id, case_id, id desc) where unit_id is not null;
      create trigger disclosure_insert_only before update or delete on disclosure for each row execute function refuse_change();
      create trigger disclosure_no_truncate before truncate on disclosure for each statement execute function refuse_change();

      call protect('child');
      call protect('named_reader');
      call protect('sip_case');
      grant select, insert, update on child, sip_case to samordna_sip_coordinator;
      grant select, insert, delete on named_reader to samordna_sip_coordinator;
      create policy named_reader_unit on named_reader to samordna_sip_coordinator
        using (unit_id = (select app_unit())) with check (unit_id = (select app_unit()) and area_id = (select app_area()));
      create policy child_unit on child to samordna_sip_coordinator
        using (unit_id = (select app_unit()) and (protection = 'NONE' or exists (
          select from named_reader r where r.child_id = child.id and r.assignment_id = (select app_assignment()))))
        with check (unit_id = (select app_unit()) and area_id = (select app_area()));
      create policy case_unit on sip_case to samordna_sip_coordinator
        using (unit_id = (select app_unit()) and (not guarded or exists (
          select from named_reader r where r.child_id = sip_case.child_id and r.assignment_id = (select app_assignment()))))
        with check (unit_id = (select app_unit()) and area_id = (select app_area()));

      call belongs_to('guardian', 'child', 'child_id');
      call belongs_to('maturity_assessment', 'child', 'child_id');
      call belongs_to('party', 'sip_case', 'case_id');
      call belongs_to('case_role', 'sip_case', 'case_id');
      call belongs_to('consent', 'sip_case', 'case_id');
      call belongs_to('consent_exception', 'sip_case', 'case_id');
      call belongs_to('disclosure_ground', 'sip_case', 'case_id');
      call belongs_to('disclosure', 'sip_case', 'case_id');

      -- The whole of what a party can read of a case: copies handed out to its own unit.
      grant select on disclosure to samordna_requester;
      create policy disclosure_recipient on disclosure for select to samordna_requester
        using (unit_id = (select app_unit()) and area_id = (select app_area())
               and (reader_ids is null or (select app_assignment()) = any (reader_ids)));

      -- A recommendation is taken up by one case; the asking unit learns that it was, and nothing of which.
      alter table sip_recommendation add column taken_up_on date;
      grant update (taken_up_on) on sip_recommendation to samordna_sip_coordinator;

      -- The case in whose timeline an event stands. The entry's own bytes are the evidence; this only finds them.
      alter table log_event add column timeline_of uuid;
      create index log_event_timeline on log_event (timeline_of, event_id desc) where timeline_of is not null;
      grant insert (timeline_of) on log_event to samordna_staff, samordna_gate, samordna_jobs;
      grant select (event_id, timeline_of, entry) on log_event to samordna_sip_coordinator;
      create policy log_event_timeline on log_event for select to samordna_sip_coordinator
        using (timeline_of is not null and exists (select from sip_case c where c.id = timeline_of));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter role samordna_login reset plan_cache_mode;
      drop policy log_event_timeline on log_event;
      revoke select (event_id, timeline_of, entry) on log_event from samordna_sip_coordinator;
      alter table log_event drop column timeline_of;
      revoke update (taken_up_on) on sip_recommendation from samordna_sip_coordinator;
      alter table sip_recommendation drop column taken_up_on;
      drop table disclosure, disclosure_ground, consent_exception, consent, case_role, party;
      drop procedure belongs_to(regclass, regclass, name);
      drop table sip_case, maturity_assessment, guardian, named_reader, child;
    `);
  }
}
