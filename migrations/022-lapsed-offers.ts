import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What stood open to somebody who may not open a child any more is over at once, and a number that is taken counts as a search. */
export class LapsedOffers1763800000022 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- LAPSED: nobody took the offer back, but the one it was made to may not open the case, or the case has ended.
      alter table case_role drop constraint case_role_state_check;
      alter table case_role add constraint case_role_state_check
        check (state in ('OFFERED', 'HELD', 'DECLINED', 'TAKEN_BACK', 'LAPSED', 'ENDED'));
      update case_role l set state = 'LAPSED', ended_at = now() from sip_case s
       where s.id = l.case_id and l.state = 'OFFERED' and (s.ended_on is not null or s.guarded and not exists (
         select from named_reader r where r.child_id = s.child_id and r.assignment_id = l.assignment_id));

      -- Answers the child's open case, and whether an offer to take it over has lapsed.
      create function lapse_offers(of_child uuid, out open_case uuid, out lapsed boolean)
        language plpgsql set search_path = public, pg_temp as $f$
        begin
          -- Whoever makes or answers an offer holds the case, and is waited for.
          select s.id into open_case from sip_case s where s.child_id = of_child and s.ended_on is null for update;
          update case_role l set state = 'LAPSED', ended_at = now() from sip_case s
           where s.id = open_case and s.guarded and l.case_id = s.id and l.state = 'OFFERED' and not exists (
             select from named_reader r where r.child_id = of_child and r.assignment_id = l.assignment_id);
          lapsed := found;
        end $f$;

      -- Who may open the child is written as before (docs/adr/0009), and the offers go along.
      alter function set_protection(uuid, text) rename to guard_child;
      alter function name_readers(uuid, uuid[]) rename to write_readers;
      alter function guard_child(uuid, text) security invoker;
      alter function write_readers(uuid, uuid[]) security invoker;
      revoke execute on function guard_child(uuid, text), write_readers(uuid, uuid[]) from samordna_sip_coordinator;
      create function set_protection(of_child uuid, to_protection text, out told uuid[], out open_case uuid, out lapsed boolean)
        language plpgsql security definer set search_path = public, pg_temp as $f$
        begin
          told := guard_child(of_child, to_protection);
          select l.open_case, l.lapsed into open_case, lapsed from lapse_offers(of_child) l;
        end $f$;
      create function name_readers(of_child uuid, reader_ids uuid[], out open_case uuid, out lapsed boolean)
        language plpgsql security definer set search_path = public, pg_temp as $f$
        begin
          perform write_readers(of_child, reader_ids);
          select l.open_case, l.lapsed into open_case, lapsed from lapse_offers(of_child) l;
        end $f$;

      -- Says no more than the register itself does to whoever tries to write the number down.
      create function is_number_taken(print bytea) returns boolean
        language sql volatile security definer set search_path = public, pg_temp as $f$
          select exists (select from child c join assignment a on a.unit_id = c.unit_id
                          where a.id = app_assignment() and c.identity_print = print) $f$;

      revoke execute on function lapse_offers(uuid), set_protection(uuid, text), name_readers(uuid, uuid[]),
        is_number_taken(bytea) from public;
      grant execute on function set_protection(uuid, text), name_readers(uuid, uuid[]), is_number_taken(bytea)
        to samordna_sip_coordinator;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function set_protection(uuid, text), name_readers(uuid, uuid[]), lapse_offers(uuid), is_number_taken(bytea);
      alter function guard_child(uuid, text) rename to set_protection;
      alter function write_readers(uuid, uuid[]) rename to name_readers;
      alter function set_protection(uuid, text) security definer;
      alter function name_readers(uuid, uuid[]) security definer;
      grant execute on function set_protection(uuid, text), name_readers(uuid, uuid[]) to samordna_sip_coordinator;
      update case_role set state = 'TAKEN_BACK' where state = 'LAPSED';
      alter table case_role drop constraint case_role_state_check;
      alter table case_role add constraint case_role_state_check
        check (state in ('OFFERED', 'HELD', 'DECLINED', 'TAKEN_BACK', 'ENDED'));
    `);
  }
}
