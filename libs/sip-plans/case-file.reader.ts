import { Injectable } from '@nestjs/common';
import { eventKind, Log } from '../audit/index.ts';
import {
  CASE_JSON,
  CASE_SOURCE,
  CONSENT_FILE_JSON,
  consentsViewOf,
  openedCase,
  openedConsents,
  timelineOf,
  type SealedCase,
  type SealedConsentFile,
  type TimelineEvent,
} from '../cases/index.ts';
import { CHILD_JSON, openedChild, type SealedChild } from '../children/index.ts';
import { AgreementService, type SipRules } from '../directory/index.ts';
import { MEETINGS_JSON, openedMeeting, type SealedMeeting } from '../meetings/index.ts';
import { Clock, Database, Problem, sql, type SubjectKey, SubjectKeys } from '../platform/index.ts';
import type { CaseFileView } from './case-file.dto.ts';
import { FOLLOW_UPS_JSON, openedFollowUps, type SealedFollowUps } from './follow-up.reader.ts';
import { LATEST_PLAN_JSON, openedPlan, type SealedPlan } from './plan.reader.ts';

/** Whoever takes out the whole of a case takes it out of the product: to paper, as log practice has it. */
const fileRead = eventKind({ type: 'case-file.read', activity: 'Utskrift' });

/** Events that are taken out with a case. */
const EVENTS = 100;

const READ = sql(
  'case-file.read',
  `select ${CASE_JSON} as view, s.details, c.details as child, c.key_id as "keyId", k.wrapped,
          ${CHILD_JSON} as record,
          ${CONSENT_FILE_JSON} as consents,
          ${MEETINGS_JSON} as meetings,
          ${LATEST_PLAN_JSON} as plan,
          ${FOLLOW_UPS_JSON} as "followUps",
          ${timelineOf('s.id', '0', String(EVENTS))} as timeline
     from ${CASE_SOURCE} where s.id = $1`,
);

/** A whole case as the database answers it. */
export interface SealedFile extends SealedCase {
  record: SealedChild;
  consents: SealedConsentFile;
  meetings: SealedMeeting[];
  plan: SealedPlan | null;
  followUps: SealedFollowUps;
  timeline: TimelineEvent[];
}

/** Reads the whole of a case as one statement, and opens it with the child's one key. */
@Injectable()
export class CaseFileReader {
  constructor(
    private readonly database: Database,
    private readonly log: Log,
    private readonly clock: Clock,
    private readonly keys: SubjectKeys,
    private readonly agreements: AgreementService,
  ) {}

  async read(id: string): Promise<CaseFileView> {
    const [row] = await this.database.query<SealedFile>(READ(id));
    if (!row) throw Problem.notFound();
    const { sip: rules } = await this.agreements.at(row.view.agreementVersion);
    const { role } = await this.database.scope.enter();
    this.log.record(fileRead, { subject: `sip-case:${id}`, facts: { guarded: row.view.guarded } });
    return openedFile(row, this.keys.of(row.keyId, row.wrapped), rules, role, this.clock.today());
  }
}

/** Opens every part with the child's key. */
export function openedFile(
  file: SealedFile,
  key: SubjectKey,
  rules: SipRules,
  role: string,
  today: string,
): CaseFileView {
  const consents = openedConsents(file.consents, key, rules);
  return {
    case: openedCase(file, key, rules, role, today),
    child: openedChild(file.record, key, today),
    consents: consentsViewOf(consents, today),
    meetings: file.meetings.map((meeting) => openedMeeting(meeting, key)),
    ...(file.plan && { plan: openedPlan(file.plan, key, rules, file.view.kind) }),
    followUps: openedFollowUps(file.followUps, key, role),
    timeline: file.timeline,
  };
}
