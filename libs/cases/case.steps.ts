import { Injectable } from '@nestjs/common';
import { Log, type EventKind } from '../audit/index.ts';
import { AgreementService, type SipRules } from '../directory/index.ts';
import {
  Clock,
  Database,
  Problem,
  sql,
  staleVersion,
  type Statement,
  type SubjectKey,
  SubjectKeys,
} from '../platform/index.ts';
import { nextDueOn, type ClockedCase } from './case-clock.rules.ts';
import { SipCase, type CaseDetails, type CaseKind } from './case.entity.ts';
import type { DraftedForm } from './form-draft.dto.ts';
import { allows, isOpen, STATE_NAMES, stateAfter, type CaseState, type CaseStep } from './case-state.rules.ts';

// The case's row is the one lock of all that happens to it: whoever writes a consent, a meeting or a plan holds it first.
const LOCK = sql(
  'sip-case.lock',
  `select s.id, s.reference, s.kind, s.state, s.version, s.unit_id as "unitId", s.child_id as "childId",
          s.agreement_version as "agreementVersion", s.coordinator_id as "coordinatorId", s.need_on::text as "needOn",
          s.discharge_ready_on::text as "dischargeReadyOn", s.offered_on::text as "offeredOn", s.consented_on::text as "consentedOn",
          s.consent_ends_on::text as "consentEndsOn",
          s.summoned_on::text as "summonedOn", s.first_meeting_on::text as "firstMeetingOn", s.plan_number as "planNumber",
          s.follow_up_on::text as "followUpOn", s.ended_on::text as "endedOn", s.guarded, s.details,
          c.birth_date::text as "birthDate", c.key_id as "keyId", k.wrapped,
          case when s.guarded then array(select r.assignment_id from named_reader r where r.child_id = s.child_id) end as named,
          array(select p.unit_id from party p where p.case_id = s.id and p.left_on is null) as parties
     from sip_case s join child c on c.id = s.child_id join data_key k on k.id = c.key_id
    where s.id = $1 for update of s`,
);

const EMPTY_DRAFT = sql(
  'form-draft.empty',
  `update form_draft set content = null, version = version + 1 where case_id = $1 and form = $2`,
);

const LAPSE_OFFER = sql(
  'case-role.lapse',
  `update case_role set state = 'LAPSED', ended_at = now() where case_id = $1 and state = 'OFFERED'`,
);

/** A case as the row is while this transaction holds it. */
export interface LockedCase extends ClockedCase {
  id: string;
  reference: string;
  kind: CaseKind;
  state: CaseState;
  version: number;
  unitId: string;
  childId: string;
  agreementVersion: number;
  coordinatorId: string;
  guarded: boolean;
  /** The child's day of birth, YYYY-MM-DD. */
  birthDate: string;
  /** Of a protected child: the assignments that may see the case. */
  named: string[] | null;
  /** Units that take part in the case now. */
  parties: string[];
  details: CaseDetails;
  /** The child's key. */
  secrets: SubjectKey;
  /** The rules of the agreement that the case runs under. */
  rules: SipRules;
}

type Changes = Partial<Omit<SipCase, 'id' | 'state' | 'version' | 'changedAt' | 'nextDueOn' | 'details'>> & {
  details?: Partial<CaseDetails>;
};

/** Takes cases through their states (case-state.rules.ts), one step and one version at a time. */
@Injectable()
export class CaseSteps {
  constructor(
    private readonly database: Database,
    private readonly log: Log,
    private readonly clock: Clock,
    private readonly keys: SubjectKeys,
    private readonly agreements: AgreementService,
  ) {}

  /** Finds the case that something belongs to, before it is locked. 404 when that is not there or not the actor's. */
  async caseOf<Part extends { caseId: string }>(find: Statement): Promise<Part> {
    const [part] = await this.database.query<Part>(find);
    if (!part) throw Problem.notFound();
    return part;
  }

  /** Locks the row. 404 when it is not there or not the actor's. */
  async lock(id: string): Promise<LockedCase> {
    type Row = Omit<LockedCase, 'secrets' | 'rules' | 'details'> & { keyId: string; wrapped: Buffer; details: Buffer };
    const [row] = await this.database.query<Row>(LOCK(id));
    if (!row) throw Problem.notFound();
    const { keyId, wrapped, details, ...sip } = row;
    const secrets = this.keys.of(keyId, wrapped);
    const { sip: rules } = await this.agreements.at(row.agreementVersion);
    return { ...sip, secrets, rules, details: secrets.open<CaseDetails>('sip_case.details', id, details) };
  }

  /** Locks a case that is to take a step. 412 when the version is old, 409 when the state does not allow the step. */
  async begin(id: string, version: number, ...steps: CaseStep[]): Promise<LockedCase> {
    const sip = await this.lock(id);
    if (sip.version !== version) throw staleVersion(sip.version);
    this.require(sip, ...steps);
    return sip;
  }

  /** Locks a case for a change to something of it that has a version of its own. 409 when the state does not allow it. */
  async beginPart(id: string, ...steps: CaseStep[]): Promise<LockedCase> {
    const sip = await this.lock(id);
    this.require(sip, ...steps);
    return sip;
  }

  /** Moves the row to where the step leads, with what else changes, and winds its clocks. Answers the case as it is then. */
  async take(sip: LockedCase, step: CaseStep, { details, ...changes }: Changes = {}): Promise<LockedCase> {
    this.require(sip, step);
    const after: LockedCase = {
      ...sip,
      ...(changes as Partial<LockedCase>),
      state: stateAfter(sip.state, step),
      version: sip.version + 1,
      details: { ...sip.details, ...details },
    };
    const manager = await this.database.scope.manager();
    await manager.update(SipCase, sip.id, {
      ...changes,
      ...(details && { details: sip.secrets.seal('sip_case.details', sip.id, after.details) }),
      state: after.state,
      version: after.version,
      nextDueOn: nextDueOn(after, sip.rules.days),
      changedAt: this.clock.now(),
    });
    if (!isOpen(after.state)) await this.database.query(LAPSE_OFFER(sip.id));
    return after;
  }

  /** Keeps when the consent ends, and winds the clocks by it. Nobody's step: the version stays. */
  async keepConsentEnd(sip: LockedCase, consentEndsOn: string): Promise<void> {
    const manager = await this.database.scope.manager();
    const due = nextDueOn({ ...sip, consentEndsOn }, sip.rules.days);
    await manager.update(SipCase, sip.id, { consentEndsOn, nextDueOn: due });
  }

  /** Empties the draft of a form that has been sent in or is thrown away. */
  async emptyDraft({ id }: LockedCase, form: DraftedForm): Promise<void> {
    await this.database.query(EMPTY_DRAFT(id, form));
  }

  /** Records the access's event, in the case's timeline: what changed, and whose screens it concerns. */
  record(kind: EventKind, sip: LockedCase, facts: Record<string, unknown> = {}): void {
    this.log.record(kind, {
      subject: `sip-case:${sip.id}`,
      timelineOf: sip.id,
      facts: { ...concerns(sip), ...facts },
    });
  }

  private require({ state }: LockedCase, ...steps: CaseStep[]): void {
    if (!steps.some((step) => allows(state, step))) throw wrongState(state);
  }
}

/**
 * Whose screens an event about the case may change: the unit that holds it, or of a protected child only who is named.
 * Parties are told of what is disclosed to them, by the events that say so.
 */
export const concerns = ({ unitId, named }: Pick<LockedCase, 'unitId' | 'named'>) =>
  named ? { named } : { holder: unitId };

export const wrongState = (state: CaseState): Problem =>
  new Problem(
    'state-conflict',
    `Ärendet är i läget ”${STATE_NAMES[state]}”. Läs in sidan igen för att se vad som går att göra nu.`,
    { members: { state } },
  );
