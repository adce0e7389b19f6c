import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The work list knows when the family's consent ends, and a party's list what it is to do first (docs/adr/0007). */
export class WhatIsNext1763800000023 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- The last day that nobody's consent to the plan is missing (consenter.rules.ts). Null: everybody has not consented yet.
      alter table sip_case add column consent_ends_on date;
      grant select (consent_ends_on) on sip_case to samordna_jobs;
      -- Cases from before: the day the first yes runs out, 18 years at the latest; yesterday when a guardian has not said yes.
      -- What only the policy and the sealed texts tell, the next change of a consent sets right.
      update sip_case s set consent_ends_on = least(answered.first_out, (answered.birth_date + interval '18 years')::date - 1,
          case when exists (select from guardian g where g.child_id = s.child_id and g.ended_on is null
            and not exists (select from consent y where y.case_id = s.id and y.purpose = 'PLAN' and y.guardian_id = g.id and y.given and y.withdrawn_at is null)
            and not exists (select from consent_exception e where e.case_id = s.id and e.guardian_id = g.id and e.ended_on is null))
          then current_date - 1 end)
        from (select latest.case_id, latest.birth_date, min(latest.valid_to) as first_out
                from (select distinct on (t.case_id, t.guardian_id) t.case_id, c.birth_date, t.given, t.withdrawn_at, t.valid_to
                        from consent t join sip_case o on o.id = t.case_id join child c on c.id = o.child_id
                        left join guardian g on g.id = t.guardian_id
                       where t.purpose = 'PLAN' and g.ended_on is null
                       order by t.case_id, t.guardian_id, t.decided_on desc, t.made_at desc, t.id desc) latest
               where latest.given and latest.withdrawn_at is null group by 1, 2) answered
       where answered.case_id = s.id and s.consented_on is not null and s.ended_on is null
         and s.state not in ('CONSENT_PENDING', 'CONSENT_WITHDRAWN');
      update sip_case set next_due_on = least(next_due_on, consent_ends_on)
       where consent_ends_on is not null;

      -- The first day that the copy asks something of the unit: what it has promised, or a meeting. In clear, to list by.
      alter table disclosure add column due_on date;
      -- Whoever was called, and takes part, learns whether the meeting still is to be; when and where, only the copy tells.
      grant select (id, state) on meeting to samordna_requester;
      create policy meeting_called on meeting for select to samordna_requester
        using (exists (select from disclosure d where d.unit_id = (select app_unit()) and d.case_id = meeting.case_id
                          and d.what = 'MEETING' and d.source_id = meeting.id and not exists (
                            select from disclosure_end e where e.unit_id = d.unit_id and e.case_id = d.case_id and e.ended_at >= d.disclosed_at)));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop policy meeting_called on meeting;
      revoke select (id, state) on meeting from samordna_requester;
      alter table disclosure drop column due_on;
      revoke select (consent_ends_on) on sip_case from samordna_jobs;
      alter table sip_case drop column consent_ends_on;
    `);
  }
}
