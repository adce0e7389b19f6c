import { Injectable } from '@nestjs/common';
import { Clock, Database, newId, Problem, sql } from '../platform/index.ts';
import type { AssessmentView, NewAssessment } from './child.dto.ts';
import { childEvents } from './child.events.ts';
import { ChildRecords } from './child.records.ts';

const ASSESS = sql(
  'maturity.assess',
  `insert into maturity_assessment (id, child_id, assessed_on, mature, details) values ($1, $2, $3, $4, $5)`,
);

/** Assessments of a child's maturity (domain reference 1.5). They are added to and never changed. */
@Injectable()
export class MaturityService {
  constructor(
    private readonly database: Database,
    private readonly records: ChildRecords,
    private readonly clock: Clock,
  ) {}

  async assess(childId: string, { assessedOn, mature, assessor, reason }: NewAssessment): Promise<AssessmentView> {
    const child = await this.records.lock(childId);
    if (assessedOn > this.clock.today())
      throw Problem.field('assessedOn', 'Skriv dagen då bedömningen gjordes. Den kan inte ligga framåt.');
    if (assessedOn < child.birthDate)
      throw Problem.field('assessedOn', 'Dagen ligger före barnets födelse. Kontrollera året.');
    const id = newId();
    const sealed = child.secrets.seal('maturity_assessment.details', id, { assessor, reason });
    await this.database.query(ASSESS(id, childId, assessedOn, mature, sealed));
    await this.records.familyChanged(childId);
    await this.records.record(childEvents.assessed, child);
    return { id, assessedOn, mature, assessor, reason };
  }
}
