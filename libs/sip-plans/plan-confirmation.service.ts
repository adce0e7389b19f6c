import { Injectable } from '@nestjs/common';
import { CaseSteps, ConsentFiles, missingForPlan } from '../cases/index.ts';
import { Clock, Database, type FieldFault, newId, Problem, refuseFaults, sql } from '../platform/index.ts';
import type { PlanView } from './plan.dto.ts';
import { PlanDrafts } from './plan-draft.service.ts';
import { planEvents } from './plan.events.ts';
import { PlanReader } from './plan.reader.ts';

const CONFIRM = sql(
  'plan.confirm',
  `insert into plan_version (id, case_id, number, follow_up_on, family_agrees, content, confirmed_on)
   values ($1, $2, $3, $4, $5, $6, $7)`,
);
// What goes on from an earlier plan goes on, what was not done is agreed anew, and what is in it no more is taken out.
const PROMISE = sql(
  'plan.promise',
  `with promised as (
     insert into intervention (case_id, id, unit_id, start_on, due_on, number)
     select $1, i.id, i."unitId", i."startOn", i."dueOn", $2
       from json_to_recordset($3) as i (id text, "unitId" uuid, "startOn" date, "dueOn" date)
     on conflict (case_id, id) do update
       set unit_id = excluded.unit_id, start_on = excluded.start_on, due_on = excluded.due_on, number = excluded.number,
           state = case when intervention.state in ('TAKEN_OUT', 'NOT_DONE') then 'AGREED' else intervention.state end
     returning id)
   update intervention set state = 'TAKEN_OUT'
    where case_id = $1 and state in ('AGREED', 'ONGOING') and id not in (select id from promised) and number < $2`,
);

/** Makes a draft the plan that holds. */
@Injectable()
export class PlanConfirmation {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly steps: CaseSteps,
    private readonly consents: ConsentFiles,
    private readonly drafts: PlanDrafts,
    private readonly reader: PlanReader,
  ) {}

  /**
   * Confirms what stands in the draft: a numbered plan that is never changed, and the promises of its units. 422 with
   * everything that the law and the agreement still ask for.
   */
  async confirm(caseId: string, version: number): Promise<PlanView> {
    const sip = await this.steps.beginPart(caseId, 'confirm-plan');
    const { content } = await this.drafts.at(sip, version);
    await this.requireConsent(caseId);
    const { legalGaps, agreementGaps, meetingOn } = await this.reader.view(caseId);
    refuseFaults(faultsOf([...legalGaps, ...agreementGaps]), 'Fyll i det som saknas och fastställ igen.');
    const [number, followUpOn, today] = [sip.planNumber + 1, content.followUpOn!, this.clock.today()];
    const id = newId();
    const sealed = sip.secrets.seal('plan_version.content', id, content);
    await this.database.query(CONFIRM(id, caseId, number, followUpOn, content.familyAgrees, sealed, today));
    const promises = content.interventions.map(({ id, unitId, startOn, dueOn }) => ({ id, unitId, startOn, dueOn }));
    await this.database.query(PROMISE(caseId, number, JSON.stringify(promises)));
    await this.steps.take(sip, 'confirm-plan', { planNumber: number, followUpOn });
    this.steps.record(planEvents.confirmed, sip, {
      number,
      kind: sip.kind,
      confirmedOn: today,
      meetingOn,
      followUpOn,
      interventions: promises.length,
      familyAgrees: content.familyAgrees ? 'YES' : 'NO',
      legallyComplete: 'YES',
      agreementComplete: 'YES',
      delta: 1,
    });
    return this.reader.view(caseId);
  }

  /** The plan may be made only while everybody who has to consents to it; a consent may have run out since the meeting. */
  private async requireConsent(caseId: string): Promise<void> {
    const { family, consents } = await this.consents.of(caseId);
    if (missingForPlan(family, consents, this.clock.today()).length === 0) return;
    throw new Problem(
      'state-conflict',
      'Samtycket till planen är inte komplett. Se vem som saknas under Samtycken. Det du skrivit finns kvar.',
    );
  }
}

/** One line for each field: the law and the agreement may ask for the same one. */
const faultsOf = (gaps: readonly FieldFault[]): FieldFault[] =>
  gaps
    .filter(({ field }, i) => gaps.findIndex((gap) => gap.field === field) === i)
    .map(({ field, message }) => ({ field, message }));
