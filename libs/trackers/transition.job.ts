import { Injectable } from '@nestjs/common';
import { Log } from '../audit/index.ts';
import { concerns } from '../cases/index.ts';
import { adultFrom, isProtected, type Protection } from '../children/index.ts';
import { Clock, Database, sql } from '../platform/index.ts';
import { transitionEvents } from './transition.events.ts';
import { bornBy } from './transition.rules.ts';

const NEXT = sql(
  'coming-of-age.next',
  `select c.id, c.area_id as "areaId", c.unit_id as "unitId", c.birth_date::text as "birthDate", c.protection,
          (select s.id from sip_case s where s.child_id = c.id and s.ended_on is null) as "caseId",
          array(select r.assignment_id from named_reader r where r.child_id = c.id) as readers
     from child c
    where c.birth_date <= $1::date and exists (select from guardian g where g.child_id = c.id and g.ended_on is null)
    order by c.birth_date desc, c.id limit 1`,
);
const END = sql(
  'coming-of-age.end',
  `update guardian set ended_on = $2, ended_because = 'CHILD_IS_18', version = version + 1
    where child_id = $1 and ended_on is null`,
);

interface NewlyAdult {
  id: string;
  areaId: string;
  unitId: string;
  birthDate: string;
  protection: Protection;
  caseId: string | null;
  readers: string[];
}

/**
 * Writes down on the guardians' rows what holds from midnight by rule (consenter.rules.ts) whether this has run or not, and
 * leaves the event that open screens follow.
 */
@Injectable()
export class ComingOfAge {
  constructor(
    private readonly database: Database,
    private readonly log: Log,
    private readonly clock: Clock,
  ) {}

  /** Ends the standing of the guardians of everyone who is of age, each child in a transaction of its own. Answers how many children. */
  endGuardians(): Promise<number> {
    return this.database.asSystemEach('the child is of age', 'samordna_jobs', async (scope) => {
      const [child] = await scope.query<NewlyAdult>(NEXT(bornBy(this.clock.today())));
      const guardians = child ? await scope.change(END(child.id, adultFrom(child.birthDate))) : 0;
      if (!child || guardians === 0) return false;
      const { caseId, unitId, readers, protection } = child;
      this.log.record(transitionEvents.cameOfAge, {
        subject: caseId ? `sip-case:${caseId}` : `child:${child.id}`,
        ...(caseId && { timelineOf: caseId }),
        facts: { ...concerns({ unitId, named: isProtected(protection) ? readers : null }), guardians },
        by: { area: child.areaId, actor: null },
      });
      return true;
    });
  }
}
