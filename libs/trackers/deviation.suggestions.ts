import { Injectable } from '@nestjs/common';
import { Log } from '../audit/index.ts';
import { concerns, type LockedCase } from '../cases/index.ts';
import { Clock, Database, newId, sql, type Statement } from '../platform/index.ts';
import { deviationEvents } from './deviation.events.ts';
import type { FoundCategory } from './deviation.rules.ts';

// What was taken back because a record was corrected comes again; what somebody dismissed does not.
const SUGGEST = sql(
  'deviation.suggest',
  `insert into deviation_reference (id, case_id, concerned_unit_id, category, happened_on, found)
   select d.id, $1, d.unit_id, $2, $3, true from unnest($4::uuid[], $5::uuid[]) as d (id, unit_id)
   on conflict (case_id, category, happened_on, concerned_unit_id) where found
     do update set status = 'SUGGESTED', version = deviation_reference.version + 1
     where deviation_reference.status = 'DISMISSED' and deviation_reference.details is null`,
);
const RETRACT = sql(
  'deviation.retract',
  `update deviation_reference set status = 'DISMISSED', version = version + 1
    where case_id = $1 and category = $2 and happened_on = $3 and found and status = 'SUGGESTED' and details is null`,
);

// One late case that nobody has been told about: a first meeting by the agreement's day, a follow-up by the plan's. Where a
// consent has run out first, that is what the case waits for.
const lateCase = (category: FoundCategory, dueOn: string, late: string) => `
  select s.id, s.area_id, s.unit_id, s.child_id, s.guarded, ${dueOn} as due_on, '${category}' as category from sip_case s
   where ${late} and not exists (select from deviation_reference d where d.found and d.case_id = s.id
           and d.category = '${category}' and d.happened_on = ${dueOn} and d.concerned_unit_id is null)`;
const NEXT_LATE = `with late as (
    (${lateCase(
      'MEETING_NOT_WITHIN_DEADLINE',
      's.next_due_on',
      `s.state in ('PREPARING', 'SUMMONED') and s.kind <> 'DISCHARGE_SIP' and s.next_due_on < $1::date
       and (s.consent_ends_on is null or s.next_due_on < s.consent_ends_on)`,
    )} limit 1)
    union all
    (${lateCase('FOLLOW_UP_MISSED', 's.follow_up_on', `s.state = 'FOLLOW_UP_DUE' and s.follow_up_on < $1::date`)} limit 1)
    limit 1),
  found as (insert into deviation_reference (id, case_id, area_id, reporting_unit_id, category, happened_on, found)
    select $2, id, area_id, unit_id, category, due_on, true from late on conflict do nothing returning case_id)`;
const SUGGEST_LATE = sql(
  'deviation.suggest-late',
  `${NEXT_LATE}
   select l.id as "caseId", l.area_id as "areaId", l.unit_id as "unitId", l.category,
          case when l.guarded then array(select r.assignment_id from named_reader r where r.child_id = l.child_id) end as named
     from late l join found f on f.case_id = l.id`,
);

/** A case where a job has found something. */
export interface FoundLate {
  caseId: string;
  areaId: string;
  unitId: string;
  named: string[] | null;
  category: FoundCategory;
}

/** Suggests deviations that the product can see for itself (domain reference 4.2). A person decides what becomes of them. */
@Injectable()
export class DeviationSuggestions {
  constructor(
    private readonly database: Database,
    private readonly log: Log,
    private readonly clock: Clock,
  ) {}

  /** Suggests one for each unit, in the access that found it. What is already suggested or dismissed is left as it is. Answers how many. */
  async suggest(
    { id }: LockedCase,
    { category, happenedOn, units }: { category: FoundCategory; happenedOn: string; units: readonly string[] },
  ): Promise<number> {
    if (units.length === 0) return 0;
    return this.database.scope.change(
      SUGGEST(
        id,
        category,
        happenedOn,
        units.map(() => newId()),
        units,
      ),
    );
  }

  /** Takes back what was suggested and nobody has touched: the ground for it is being corrected. */
  async retract({ id }: LockedCase, category: FoundCategory, happenedOn: string): Promise<void> {
    await this.database.query(RETRACT(id, category, happenedOn));
  }

  /** Suggests wherever a first meeting or a follow-up is past its day, each case in a transaction of its own. Answers how many. */
  suggestLate(): Promise<number> {
    return this.suggestEach(() => SUGGEST_LATE(this.clock.today(), newId()));
  }

  /** Runs a statement that finds and suggests one at a time, until nothing more is found. */
  suggestEach(next: () => Statement): Promise<number> {
    return this.database.asSystemEach('something that was to be done is late', 'samordna_jobs', async (scope) => {
      const [late] = await scope.query<FoundLate>(next());
      if (!late) return false;
      const { caseId, areaId, category } = late;
      this.log.record(deviationEvents.suggested, {
        subject: `sip-case:${caseId}`,
        timelineOf: caseId,
        facts: { ...concerns(late), category },
        by: { area: areaId, actor: null },
      });
      return true;
    });
  }
}
