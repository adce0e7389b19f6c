import { Injectable } from '@nestjs/common';
import { Log, type EventKind } from '../audit/index.ts';
import { stepsFor, type CaseState, type CaseStep, type CaseView } from '../cases/index.ts';
import { AgreementService, roleOf, type AgreementContent, type SipRules } from '../directory/index.ts';
import { addDays, Database, Problem, sql, type SubjectKey, SubjectKeys } from '../platform/index.ts';
import type { PlanContent, PlanVersionView, PlanView } from './plan.dto.ts';
import { planEvents } from './plan.events.ts';
import { agreementGaps, EMPTY_PLAN, legalGaps } from './plan.rules.ts';

const VERSION_ROW = `'number', v.number, 'confirmedOn', v.confirmed_on, 'confirmedBy', v.confirmed_by_name, 'followUpOn', v.follow_up_on,
  'familyAgrees', v.family_agrees`;

const READ = sql(
  'plan.read',
  `select json_strip_nulls(json_build_object('caseId', s.id, 'reference', s.reference, 'version', coalesce(p.version, 0),
            'savedAt', p.saved_at, 'savedBy', n.name, 'units', plan_units(s.id),
            'meetingOn', greatest(s.first_meeting_on,
                (select max(m.held_on) from meeting m where m.case_id = s.id and m.state = 'HELD'),
                (select max(f.held_on) from follow_up f where f.case_id = s.id)),
            'versions', (select coalesce(json_agg(json_build_object(${VERSION_ROW}) order by v.number desc), '[]')
                           from plan_version v where v.case_id = s.id))) as view,
          s.state, s.kind, s.guarded, s.agreement_version as "agreementVersion", p.content, c.key_id as "keyId", k.wrapped
     from sip_case s
     join child c on c.id = s.child_id
     join data_key k on k.id = c.key_id
     left join plan p on p.case_id = s.id
     left join assignment a on a.id = p.saved_by_id
     left join person n on n.id = a.person_id
    where s.id = $1`,
);

const VERSION_VIEW = `json_build_object('id', v.id, 'caseId', s.id, 'reference', s.reference, ${VERSION_ROW}, 'units', v.units)`;

/** The plan of the case `s` that was confirmed last, as JSON with its content as base64; null before the first. */
export const LATEST_PLAN_JSON = `(select json_build_object('view', ${VERSION_VIEW}, 'content', encode(v.content, 'base64'))
     from plan_version v where v.case_id = s.id order by v.number desc limit 1)`;

const READ_VERSION = sql(
  'plan.read-version',
  `select ${VERSION_VIEW} as view,
          s.kind, s.guarded, s.agreement_version as "agreementVersion", v.content, c.key_id as "keyId", k.wrapped
     from plan_version v
     join sip_case s on s.id = v.case_id
     join child c on c.id = s.child_id
     join data_key k on k.id = c.key_id
    where v.case_id = $1 and v.number = coalesce($2, (select max(number) from plan_version where case_id = $1))`,
);

interface CaseRow {
  kind: CaseView['kind'];
  guarded: boolean;
  agreementVersion: number;
  keyId: string;
  wrapped: Buffer;
}

interface DraftRow extends CaseRow {
  view: Omit<PlanView, 'content' | 'editable' | 'legalGaps' | 'agreementGaps' | 'legalReference'>;
  state: CaseState;
  content: Buffer | null;
}

/** A confirmed plan as the database answers it. */
export interface SealedPlan {
  view: Omit<PlanVersionView, 'content' | 'legalReference'>;
  content: Buffer | string;
}

type VersionRow = CaseRow & SealedPlan;

/** A confirmed plan with what it is written out by. */
export interface ConfirmedPlan {
  view: PlanVersionView;
  guarded: boolean;
  agreement: AgreementContent;
}

/** The steps by which a plan is written. */
const WRITING: readonly CaseStep[] = ['draft-plan', 'revise-plan'];

/** Reads plans: the draft with what it still lacks, and the confirmed ones as they were confirmed. */
@Injectable()
export class PlanReader {
  constructor(
    private readonly database: Database,
    private readonly log: Log,
    private readonly keys: SubjectKeys,
    private readonly agreements: AgreementService,
  ) {}

  async read(caseId: string): Promise<PlanView> {
    const { view, guarded } = await this.draft(caseId);
    this.record(planEvents.read, caseId, { guarded });
    return view;
  }

  /** The same, for a service that records an event of its own. */
  async view(caseId: string): Promise<PlanView> {
    return (await this.draft(caseId)).view;
  }

  async readVersion(caseId: string, number: number): Promise<PlanVersionView> {
    const { view, guarded } = await this.version(caseId, number);
    this.record(planEvents.versionRead, caseId, { number, guarded });
    return view;
  }

  /** A confirmed plan, for a service that records an event of its own. */
  async version(caseId: string, number: number): Promise<ConfirmedPlan> {
    const found = await this.find(caseId, number);
    if (!found) throw Problem.notFound();
    return found;
  }

  /** The plan that was confirmed last, if any. */
  latest(caseId: string): Promise<ConfirmedPlan | undefined> {
    return this.find(caseId, null);
  }

  private async find(caseId: string, number: number | null): Promise<ConfirmedPlan | undefined> {
    const [row] = await this.database.query<VersionRow>(READ_VERSION(caseId, number));
    if (!row) return undefined;
    const secrets = this.keys.of(row.keyId, row.wrapped);
    const agreement = await this.agreements.at(row.agreementVersion);
    const view = openedPlan(row, secrets, agreement.sip, row.kind);
    return { view, guarded: row.guarded, agreement };
  }

  record(kind: EventKind, caseId: string, facts: Record<string, unknown>): void {
    this.log.record(kind, { subject: `sip-case:${caseId}`, facts });
  }

  private async draft(caseId: string): Promise<{ view: PlanView; guarded: boolean }> {
    const [row] = await this.database.query<DraftRow>(READ(caseId));
    if (!row) throw Problem.notFound();
    const { sip: rules } = await this.agreements.at(row.agreementVersion);
    const { role } = await this.database.scope.enter();
    const secrets = this.keys.of(row.keyId, row.wrapped);
    const content = row.content ? secrets.open<PlanContent>('plan.content', caseId, row.content) : EMPTY_PLAN;
    const { units, meetingOn } = row.view;
    const { followUpDefault, followUpMax } = rules.days;
    const view = {
      ...row.view,
      content,
      editable: stepsFor(row.state, roleOf(role)).some((step) => WRITING.includes(step)),
      ...(meetingOn && {
        suggestedFollowUpOn: addDays(meetingOn, followUpDefault),
        latestFollowUpOn: addDays(meetingOn, followUpMax),
      }),
      legalGaps: legalGaps(content, units),
      agreementGaps: agreementGaps(content, units, { meetingOn: meetingOn ?? null, followUpMax }),
      legalReference: legalReferenceOf(rules, row.kind),
    };
    return { view, guarded: row.guarded };
  }
}

/** Opens a confirmed plan with the child's key. */
export function openedPlan(
  { view, content }: SealedPlan,
  secrets: SubjectKey,
  rules: SipRules,
  kind: CaseView['kind'],
): PlanVersionView {
  const opened = secrets.open<PlanContent>('plan_version.content', view.id, content);
  return { ...view, content: opened, legalReference: legalReferenceOf(rules, kind) };
}

/** The law that a plan stands on, as the agreement's version has it; before discharge, the law on that as well. */
function legalReferenceOf({ legalReferences }: AgreementContent['sip'], kind: CaseView['kind']): string {
  const codes = kind === 'DISCHARGE_SIP' ? ['SIP', 'DISCHARGE'] : ['SIP'];
  return codes.flatMap((code) => legalReferences.find((reference) => reference.code === code)?.name ?? []).join('; ');
}
