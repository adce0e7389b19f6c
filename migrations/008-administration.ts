import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The agreement's rules for SIP as they first were, for areas made before there were any (domain reference 2.2). */
const SIP_RULES = `{
  "days": {"start": 5, "meeting": 21, "dischargeSummons": 3, "summonsLead": 10, "replyBefore": 5, "planSent": 7, "followUpDefault": 90, "followUpMax": 180, "followUpReminder": 14, "consentValid": 365, "examinationOffer": 28, "transitionAlarm": 30},
  "ages": {"from": 0, "to": 20, "transitionMonths": 6},
  "consentPolicy": {"variant": "GUARDIANS_AND_CHILD_FROM", "age": 12},
  "mayCall": ["PRESCHOOL", "SCHOOL", "PUPIL_HEALTH", "SOCIAL_SERVICES", "CHILD_PSYCHIATRY", "PRIMARY_CARE", "CHILD_MEDICINE", "HABILITATION", "YOUTH_CLINIC", "OTHER_SERVICE"],
  "originalHeldBy": "LEAD_UNIT",
  "legalReferences": [
    {"code": "SIP", "name": "SoL (2025:400) 10 kap. 8–9 §§ och HSL (2017:30) 16 kap. 4 §"},
    {"code": "DISCHARGE", "name": "Lag (2017:612) om samverkan vid utskrivning, 4 kap."},
    {"code": "SECRECY", "name": "OSL (2009:400) 10 kap. 1 § och 12 kap. 2 §"},
    {"code": "GUARDIANS", "name": "FB 6 kap. 11 och 13 §§"}
  ],
  "categories": [
    {"code": "IDENTITY", "name": "Vem barnet är och vad planen gäller"},
    {"code": "MEETING", "name": "Kallelser och möten"},
    {"code": "PLAN", "name": "Planen och dess uppföljning"},
    {"code": "HEALTH", "name": "Hälsa och vård"},
    {"code": "SCHOOL", "name": "Skolgång och närvaro"},
    {"code": "SOCIAL", "name": "Familj och insatser från socialtjänsten"}
  ],
  "disclosureGrounds": [
    {"code": "LEGAL_DUTY", "name": "Skyldighet enligt lag (OSL 10 kap. 28 §)"},
    {"code": "CARE_OF_YOUNG", "name": "Vård av unga (OSL 26 kap. 9 §, 25 kap. 12 §)"},
    {"code": "NECESSARY", "name": "Nödvändigt för den egna verksamheten (OSL 10 kap. 2 §)"}
  ],
  "closingReasons": [
    {"code": "GOALS_MET", "name": "Målen är nådda"},
    {"code": "NO_LONGER_NEEDED", "name": "Samordning behövs inte längre"},
    {"code": "FAMILY_WISH", "name": "Familjen vill avsluta"},
    {"code": "CONSENT_WITHDRAWN", "name": "Samtycket är återkallat"},
    {"code": "MOVED", "name": "Barnet har flyttat"},
    {"code": "TURNED_18_HANDED_OVER", "name": "Fyllt 18, överlämnad till vuxenverksamhet"},
    {"code": "TURNED_21", "name": "Fyllt 21"},
    {"code": "DECEASED", "name": "Avliden"},
    {"code": "OTHER", "name": "Annat"}
  ],
  "deviationCategories": [
    {"code": "SIP_NOT_INITIATED", "name": "SIP borde ha börjat men gjorde det inte"},
    {"code": "SUMMONED_PARTY_ABSENT", "name": "Kallad part kom inte"},
    {"code": "POOR_TREATMENT_AT_MEETING", "name": "Dåligt bemötande på mötet"},
    {"code": "PLAN_PART_NOT_FOLLOWED", "name": "Del av planen följdes inte"},
    {"code": "MEETING_NOT_WITHIN_DEADLINE", "name": "Mötet hölls inte i tid"},
    {"code": "CONSENT_OR_SECRECY_BREACH", "name": "Brist i samtycke eller sekretess"},
    {"code": "FOLLOW_UP_MISSED", "name": "Uppföljningen uteblev"},
    {"code": "UNCLEAR_RESPONSIBILITY", "name": "Oklart vem som ansvarar"},
    {"code": "TRANSITION_FAILURE", "name": "Brist i övergången till vuxen"},
    {"code": "OTHER", "name": "Annat"}
  ],
  "absenceBands": [
    {"code": "BELOW_20", "name": "Under 20 %"},
    {"code": "FROM_20_TO_40", "name": "20–40 %"},
    {"code": "FROM_40_TO_80", "name": "40–80 %"},
    {"code": "FROM_80", "name": "80–100 %"}
  ]
}`;

/** The area's administrator adds units and people, ends assignments, and writes new versions of the agreement. */
export class Administration1763800000008 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- A closed unit takes no new assignments and becomes no party; what it has done stays.
      alter table unit add column closed_at timestamptz, add column version int not null default 1;

      grant insert on principal, unit to samordna_area_administrator;
      grant update (name, closed_at, version) on unit to samordna_area_administrator;
      create policy principal_administration on principal for insert to samordna_area_administrator
        with check (area_id = (select app_area()));
      create policy unit_administration on unit for insert to samordna_area_administrator
        with check (area_id = (select app_area()) and exists (select from principal p where p.id = principal_id));
      create policy unit_change on unit for update to samordna_area_administrator
        using (area_id = (select app_area())) with check (area_id = (select app_area()));

      -- A password's hash can be written and never read.
      grant select (username), insert, update (password_hash) on person to samordna_area_administrator;
      create policy person_administration on person for insert to samordna_area_administrator
        with check (area_id = (select app_area()));
      create policy person_password on person for update to samordna_area_administrator
        using (area_id = (select app_area())) with check (area_id = (select app_area()));

      grant insert (id, area_id, person_id, unit_id, team_id, role), update (ended_at) on assignment to samordna_area_administrator;
      create policy assignment_administration on assignment for insert to samordna_area_administrator
        with check (area_id = (select app_area()) and exists (select from person p where p.id = person_id)
          and exists (select from unit u where u.id = unit_id and u.closed_at is null)
          and (team_id is null or exists (select from team t where t.id = team_id)));
      create policy assignment_end on assignment for update to samordna_area_administrator
        using (area_id = (select app_area())) with check (area_id = (select app_area()));

      -- A new password ends what the old one opened.
      grant select (id, person_id, ended_at), update (ended_at) on session to samordna_area_administrator;
      create policy session_administration on session to samordna_area_administrator
        using (exists (select from person p where p.id = person_id)) with check (exists (select from person p where p.id = person_id));
    `);
    // The former version stays as it was.
    await runner.query(
      `insert into agreement (area_id, version, valid_from, content)
       select area_id, version + 1, (now() at time zone 'Europe/Stockholm')::date, content || jsonb_build_object('sip', $1::jsonb)
         from (select distinct on (area_id) area_id, version, content from agreement order by area_id, version desc) latest
        where not content ? 'sip'`,
      [SIP_RULES],
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    // Versions of an agreement are never taken back: cases may run under them.
    await runner.query(`
      drop policy session_administration on session;
      revoke select (id, person_id, ended_at), update (ended_at) on session from samordna_area_administrator;
      drop policy assignment_end on assignment;
      drop policy assignment_administration on assignment;
      revoke insert (id, area_id, person_id, unit_id, team_id, role), update (ended_at) on assignment from samordna_area_administrator;
      drop policy person_password on person;
      drop policy person_administration on person;
      revoke select (username), insert, update (password_hash) on person from samordna_area_administrator;
      drop policy unit_change on unit;
      drop policy unit_administration on unit;
      drop policy principal_administration on principal;
      revoke update (name) on unit from samordna_area_administrator;
      revoke insert on principal, unit from samordna_area_administrator;
      alter table unit drop column version, drop column closed_at;
    `);
  }
}
