import { Injectable } from '@nestjs/common';
import { Log } from '../audit/index.ts';
import { CASE_SOURCE, stepsFor, type CaseState } from '../cases/index.ts';
import { roleOf, type NamedView } from '../directory/index.ts';
import { Database, Problem, sql, type SubjectKey, SubjectKeys } from '../platform/index.ts';
import type { PlanContent } from './plan.dto.ts';
import type { ClosingView, FollowedPlanView, FollowUpsView, FollowUpView } from './follow-up.dto.ts';
import { followUpEvents } from './follow-up.events.ts';
import type { GoalAnswer, InterventionAnswer } from './follow-up.rules.ts';

/** How the plans of the case `s` went, as JSON: what is sealed of it as base64. */
export const FOLLOW_UPS_JSON = `json_build_object('caseId', s.id, 'reference', s.reference, 'version', s.version, 'state', s.state,
          'endedOn', s.ended_on, 'closingReason', s.closing_reason,
          'plans', (select coalesce(json_agg(json_build_object('id', v.id, 'planNumber', v.number, 'confirmedOn', v.confirmed_on,
              'dueOn', v.follow_up_on, 'units', v.units, 'sealed', encode(v.content, 'base64')) order by v.number desc), '[]')
             from plan_version v where v.case_id = s.id),
          'followUps', (select coalesce(json_agg(json_build_object('id', f.id, 'planNumber', f.plan_number, 'meetingId', f.meeting_id,
              'heldOn', f.held_on, 'dueOn', f.due_on, 'decision', f.decision, 'byName', n.name,
              'sealed', encode(f.details, 'base64')) order by f.held_on desc, f.id desc), '[]')
             from follow_up f join assignment a on a.id = f.by_id join person n on n.id = a.person_id
            where f.case_id = s.id),
          'closing', (select json_build_object('withFamily', e.with_family, 'sealed', encode(e.details, 'base64'))
             from closing e where e.case_id = s.id))`;

const READ = sql(
  'follow-up.of-case',
  `select ${FOLLOW_UPS_JSON} as sealed, c.key_id as "keyId", k.wrapped from ${CASE_SOURCE} where s.id = $1`,
);

/** What is sealed on a follow-up's row, under the child's key. */
export interface FollowUpDetails {
  goals: GoalAnswer[];
  interventions: InterventionAnswer[];
}

/** What is sealed on a closing's row, under the child's key. */
export interface ClosingDetails {
  note: string;
  goals: GoalAnswer[];
}

interface FollowedPlan {
  id: string;
  planNumber: number;
  confirmedOn: string;
  dueOn: string;
  units: NamedView[];
  sealed: string;
}

/** How a case's plans went, as the database answers it. */
export interface SealedFollowUps {
  caseId: string;
  reference: string;
  version: number;
  state: CaseState;
  endedOn: string | null;
  closingReason: string | null;
  plans: FollowedPlan[];
  followUps: (Pick<FollowUpView, 'id' | 'planNumber' | 'heldOn' | 'dueOn' | 'decision' | 'byName'> & {
    meetingId: string | null;
    sealed: string;
  })[];
  closing: { withFamily: boolean; sealed: string } | null;
}

/** Reads how a case's plans went, as one statement. */
@Injectable()
export class FollowUpReader {
  constructor(
    private readonly database: Database,
    private readonly log: Log,
    private readonly keys: SubjectKeys,
  ) {}

  async read(caseId: string): Promise<FollowUpsView> {
    const view = await this.view(caseId);
    this.log.record(followUpEvents.listed, { subject: `sip-case:${caseId}` });
    return view;
  }

  /** The same, for a service that records an event of its own. */
  async view(caseId: string): Promise<FollowUpsView> {
    type Row = { sealed: SealedFollowUps; keyId: string; wrapped: Buffer };
    const [row] = await this.database.query<Row>(READ(caseId));
    if (!row) throw Problem.notFound();
    const { role } = await this.database.scope.enter();
    return openedFollowUps(row.sealed, this.keys.of(row.keyId, row.wrapped), role);
  }
}

/** Opens how a case's plans went with the child's key. */
export function openedFollowUps(row: SealedFollowUps, key: SubjectKey, role: string): FollowUpsView {
  const steps = stepsFor(row.state, roleOf(role));
  const plans = row.plans.map((plan) => opened(plan, key));
  const [latest] = plans;
  return {
    caseId: row.caseId,
    caseReference: row.reference,
    caseVersion: row.version,
    mayFollowUp: steps.includes('hold-follow-up'),
    mayClose: steps.includes('close'),
    ...(latest && { plan: latest.view }),
    followUps: row.followUps.map(({ sealed, meetingId, ...followUp }) => {
      const answers = key.open<FollowUpDetails>('follow_up.details', followUp.id, sealed);
      const plan = plans.find(({ view }) => view.planNumber === followUp.planNumber)!;
      return { ...answered(plan.view, answers), ...followUp, ...(meetingId && { meetingId }) };
    }),
    ...(row.closing && { closing: closingOf(row, key, latest?.view) }),
  };
}

function opened({ id, sealed, units, ...plan }: FollowedPlan, key: SubjectKey): { view: FollowedPlanView } {
  const { goals, interventions } = key.open<PlanContent>('plan_version.content', id, sealed);
  return {
    view: {
      ...plan,
      goals: goals.map(({ id, text, term }) => ({ id, text, term })),
      interventions: interventions.map(({ id, text, unitId, dueOn }) => {
        const unit = units.find((each) => each.id === unitId);
        return { id, text, ...(unit && { unit: { id: unit.id, name: unit.name } }), ...(dueOn && { dueOn }) };
      }),
    },
  };
}

const goalsWith = (goals: FollowedPlanView['goals'], answers: readonly GoalAnswer[]): FollowedPlanView['goals'] =>
  goals.map((goal) => {
    const { result, note } = answers.find(({ goalId }) => goalId === goal.id) ?? {};
    return { ...goal, ...(result && { result }), ...(note && { note }) };
  });

const answered = (plan: FollowedPlanView, { goals, interventions }: FollowUpDetails): FollowedPlanView => ({
  ...plan,
  goals: goalsWith(plan.goals, goals),
  interventions: plan.interventions.map((intervention) => {
    const { result, why } = interventions.find(({ interventionId }) => interventionId === intervention.id) ?? {};
    return { ...intervention, ...(result && { result }), ...(why && { why }) };
  }),
});

function closingOf(row: SealedFollowUps, key: SubjectKey, plan: FollowedPlanView | undefined): ClosingView {
  const { withFamily, sealed } = row.closing!;
  const { note, goals } = key.open<ClosingDetails>('closing.details', row.caseId, sealed);
  return {
    endedOn: row.endedOn!,
    reason: row.closingReason!,
    withFamily,
    ...(note && { note }),
    goals: goalsWith(plan?.goals ?? [], goals),
  };
}
