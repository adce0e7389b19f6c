import { Injectable } from '@nestjs/common';
import { CaseSteps } from '../cases/index.ts';
import { Clock, Database, newId, Problem, refuseFaults, sql } from '../platform/index.ts';
import type { FollowUpsView, NewFollowUp } from './follow-up.dto.ts';
import { followUpEvents } from './follow-up.events.ts';
import { FollowUpReader, type FollowUpDetails } from './follow-up.reader.ts';
import { followUpFaults } from './follow-up.rules.ts';
import { PlanDrafts } from './plan-draft.service.ts';
import { PlanReader } from './plan.reader.ts';

const MEETING = sql(
  'follow-up.meeting',
  `select m.held_on::text as "heldOn", m.state, exists (select from follow_up f where f.meeting_id = m.id) as used
     from meeting m where m.id = $1 and m.case_id = $2 and m.kind = 'FOLLOW_UP'`,
);
const RECORD = sql(
  'follow-up.record',
  `with answers as (
     update intervention i set state = a.result
       from unnest($8::text[], $9::text[]) as a (id, result) where i.case_id = $2 and i.id = a.id)
   insert into follow_up (id, case_id, plan_number, meeting_id, held_on, due_on, decision, details)
   values ($1, $2, $3, $4, $5, $6, $7, $10)`,
);

interface FollowUpMeeting {
  heldOn: string | null;
  state: string;
  used: boolean;
}

/** Follows a plan up, goal by goal. */
@Injectable()
export class FollowUpService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly steps: CaseSteps,
    private readonly plans: PlanReader,
    private readonly drafts: PlanDrafts,
    private readonly reader: FollowUpReader,
  ) {}

  /**
   * Records how it went with every goal and intervention of the plan that holds. The next plan begins from this one, or the case
   * goes on to be closed. 422 naming every goal and intervention that is not answered.
   */
  async hold(caseId: string, version: number, content: NewFollowUp): Promise<FollowUpsView> {
    const sip = await this.steps.begin(caseId, version, 'hold-follow-up');
    const heldOn = await this.dayOf(caseId, content);
    const { view: plan } = await this.plans.version(caseId, sip.planNumber);
    const { goals, interventions, decision, meetingId = null, nextFollowUpOn } = content;
    const days = { confirmedOn: plan.confirmedOn, today: this.clock.today() };
    const errors = followUpFaults(plan.content, { heldOn, goals, interventions }, days);
    refuseFaults(errors, 'Svara på det som saknas. Det du skrivit finns kvar.');

    const id = newId();
    const details: FollowUpDetails = { goals, interventions };
    await this.database.query(
      RECORD(
        id,
        caseId,
        plan.number,
        meetingId,
        heldOn,
        plan.followUpOn,
        decision,
        interventions.map(({ interventionId }) => interventionId),
        interventions.map(({ result }) => result),
        sip.secrets.seal('follow_up.details', id, details),
      ),
    );
    const after = await this.steps.take(sip, 'hold-follow-up');
    const done = interventions.flatMap(({ interventionId, result }) => (result === 'DONE' ? [interventionId] : []));
    if (decision === 'CONTINUE') await this.drafts.renew(after, done, nextFollowUpOn);
    await this.steps.emptyDraft(after, 'FOLLOW_UP');
    this.steps.record(followUpEvents.held, after, {
      heldOn,
      planNumber: plan.number,
      onTime: heldOn <= plan.followUpOn ? 'YES' : 'NO',
      decision,
      delta: 1,
    });
    return this.reader.view(caseId);
  }

  /** The day of the meeting that it was done at, or the day given when there was none. */
  private async dayOf(caseId: string, { heldOn, meetingId }: NewFollowUp): Promise<string> {
    if (!meetingId) {
      if (!heldOn) throw Problem.field('heldOn', 'Ange vilken dag ni följde upp, eller välj mötet.');
      return heldOn;
    }
    const [meeting] = await this.database.query<FollowUpMeeting>(MEETING(meetingId, caseId));
    if (!meeting) throw Problem.field('meetingId', 'Välj ett uppföljningsmöte i ärendet.');
    if (meeting.used) throw Problem.field('meetingId', 'Mötet har redan lett till en uppföljning. Välj ett annat.');
    if (meeting.state !== 'HELD')
      throw Problem.field('meetingId', 'Mötet är inte hållet än. Skriv klart protokollet först.');
    return meeting.heldOn!;
  }
}
