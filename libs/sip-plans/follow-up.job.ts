import { Injectable } from '@nestjs/common';
import { Log } from '../audit/index.ts';
import { concerns } from '../cases/index.ts';
import { Clock, Database, newId, sql } from '../platform/index.ts';
import { DeviationSuggestions } from '../trackers/index.ts';
import { followUpEvents } from './follow-up.events.ts';

const NEXT_DUE = sql(
  'follow-up.next-due',
  `update sip_case s set state = 'FOLLOW_UP_DUE', version = version + 1, changed_at = $2
    where id = (select id from sip_case where state = 'PLAN_ACTIVE' and follow_up_on <= $1::date
                 order by follow_up_on, id limit 1 for update skip locked)
   returning id as "caseId", area_id as "areaId", unit_id as "unitId", follow_up_on::text as "dueOn",
     case when guarded then array(select r.assignment_id from named_reader r where r.child_id = s.child_id) end as named`,
);
// What was promised and is past its day, in a plan that runs. One suggestion for each unit and day.
const NEXT_UNDONE = sql(
  'follow-up.next-undone',
  `with late as (
     select s.id, s.area_id, s.unit_id, s.child_id, s.guarded, i.unit_id as concerned, i.due_on
       from intervention i join sip_case s on s.id = i.case_id
      where i.state in ('AGREED', 'ONGOING') and i.due_on < $1::date and s.state in ('PLAN_ACTIVE', 'FOLLOW_UP_DUE')
        and not exists (select from deviation_reference d where d.found and d.case_id = s.id
              and d.category = 'PLAN_PART_NOT_FOLLOWED' and d.happened_on = i.due_on and d.concerned_unit_id = i.unit_id)
      order by i.due_on limit 1),
   found as (insert into deviation_reference (id, case_id, area_id, reporting_unit_id, concerned_unit_id, category, happened_on, found)
     select $2, id, area_id, unit_id, concerned, 'PLAN_PART_NOT_FOLLOWED', due_on, true from late
     on conflict do nothing returning case_id)
   select l.id as "caseId", l.area_id as "areaId", l.unit_id as "unitId", 'PLAN_PART_NOT_FOLLOWED' as category,
          case when l.guarded then array(select r.assignment_id from named_reader r where r.child_id = l.child_id) end as named
     from late l join found f on f.case_id = l.id`,
);

interface DueCase {
  caseId: string;
  areaId: string;
  unitId: string;
  dueOn: string;
  named: string[] | null;
}

/** What the calendar does to a plan: the day comes to follow it up, and promises pass their day. */
@Injectable()
export class FollowUpJob {
  constructor(
    private readonly database: Database,
    private readonly log: Log,
    private readonly clock: Clock,
    private readonly deviations: DeviationSuggestions,
  ) {}

  /** Says of every plan whose day has come (Swedish time) that it is to be followed up, each in a transaction of its own. Answers how many. */
  fallDue(): Promise<number> {
    return this.database.asSystemEach('the day to follow up has come', 'samordna_jobs', async (scope) => {
      const [due] = await scope.query<DueCase>(NEXT_DUE(this.clock.today(), this.clock.now()));
      if (!due) return false;
      const { caseId, areaId, dueOn } = due;
      this.log.record(followUpEvents.due, {
        subject: `sip-case:${caseId}`,
        timelineOf: caseId,
        facts: { ...concerns(due), dueOn },
        by: { area: areaId, actor: null },
      });
      return true;
    });
  }

  /** Suggests a deviation wherever a meeting, a follow-up or an intervention is past its day. Answers how many. */
  async suggestDeviations(): Promise<number> {
    const cases = await this.deviations.suggestLate();
    return cases + (await this.deviations.suggestEach(() => NEXT_UNDONE(this.clock.today(), newId())));
  }
}
