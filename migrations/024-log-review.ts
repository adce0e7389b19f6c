import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The log reviewer finds events by who, what, when and which case. What is searched the sealer takes out of the entry when it gives
 * the event its place, so that nobody's access waits for it; what is shown is the entry itself.
 */
export class LogReview1763800000024 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table log_leaf add column at timestamptz, add column type text, add column actor uuid, add column subject text;
      alter table log_leaf disable trigger log_leaf_insert_only;
      update log_leaf l set at = r.at, type = r.type, actor = r.actor, subject = r.subject
        from log_event e cross join lateral json_to_record(convert_from(e.entry, 'UTF8')::json)
               as r (at timestamptz, type text, actor uuid, subject text)
       where e.event_id = l.event_id;
      alter table log_leaf enable trigger log_leaf_insert_only;
      alter table log_leaf alter column at set not null, alter column type set not null;
      -- Managers see the proof of a figure, not who did what.
      revoke select on log_leaf from samordna_manager;
      grant select (area_id, idx, event_id, leaf_hash) on log_leaf to samordna_manager;
      create index log_leaf_newest on log_leaf (area_id, at, idx) include (type);
      create index log_leaf_actor on log_leaf (area_id, actor, at, idx) include (type);
      create index log_leaf_subject on log_leaf (area_id, subject, at, idx) include (type);

      -- What a subject of the log (\`kind:id\`) is called by those who work with it: a child by its latest case's number, never by name.
      create function subject_name(subject text) returns text
        language plpgsql stable security definer set search_path = public, pg_temp as $f$
        declare
          area constant uuid := app_area();
          about uuid;
        begin
          if subject !~ ':[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then return null; end if;
          about := split_part(subject, ':', 2);
          return case split_part(subject, ':', 1)
            when 'sip-case' then (select s.reference from sip_case s where s.area_id = area and s.id = about)
            when 'child' then (select s.reference from sip_case s where s.area_id = area and s.child_id = about order by s.id desc limit 1)
            when 'consultation-request' then (select r.reference from consultation_request r where r.area_id = area and r.id = about)
            when 'person' then (select p.name from person p where p.area_id = area and p.id = about)
            when 'assignment' then (select p.name from assignment a join person p on p.id = a.person_id where a.area_id = area and a.id = about)
            when 'unit' then (select u.name from unit u where u.area_id = area and u.id = about)
            when 'team' then (select t.name from team t where t.area_id = area and t.id = about)
            when 'action-plan' then (select a.name from action_plan a where a.area_id = area and a.id = about)
            when 'metric' then (select m.name from metric m where m.area_id = area and m.id = about)
            when 'sitting' then (select t.name || ' ' || to_char(s.wall_time, 'YYYY-MM-DD') from sitting s join team t on t.id = s.team_id
                                  where s.area_id = area and s.id = about)
          end;
        end $f$;
      -- The subjects that a case's or a question's number stands for: the case and its child, or the question.
      create function subjects_called(asked text) returns setof text rows 2
        language sql stable security definer set search_path = public, pg_temp as $f$
          select unnest(array['sip-case:' || s.id, 'child:' || s.child_id])
            from sip_case s where s.area_id = app_area() and s.reference = asked
          union all
          select 'consultation-request:' || r.id
            from consultation_request r where r.area_id = app_area() and r.reference = asked $f$;
      revoke execute on function subject_name(text), subjects_called(text) from public;
      grant execute on function subject_name(text), subjects_called(text) to samordna_log_reviewer;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function subjects_called(text), subject_name(text);
      revoke select (area_id, idx, event_id, leaf_hash) on log_leaf from samordna_manager;
      -- Both anew, in the order they were granted: a table's privileges are kept as a list.
      revoke select on log_leaf from samordna_log_reviewer;
      grant select on log_leaf to samordna_manager, samordna_log_reviewer;
      alter table log_leaf drop column at, drop column type, drop column actor, drop column subject;
    `);
  }
}
