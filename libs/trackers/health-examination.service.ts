import { Injectable } from '@nestjs/common';
import { Log } from '../audit/index.ts';
import { CaseSteps, type LockedCase } from '../cases/index.ts';
import { AgreementService } from '../directory/index.ts';
import {
  Clock,
  Database,
  Problem,
  refuseFaults,
  sql,
  staleVersion,
  type SubjectKey,
  SubjectKeys,
} from '../platform/index.ts';
import type { ExaminationChange, ExaminationsView, ExaminationView } from './health-examination.dto.ts';
import { examinationEvents } from './health-examination.events.ts';
import {
  countOf,
  EXAMINATION_KINDS,
  faultsIn,
  isOfferLate,
  offerDueOn,
  type ExaminationCount,
  type ExaminationDates,
  type ExaminationKind,
} from './health-examination.rules.ts';

const READ = sql(
  'health-examination.read',
  `select s.agreement_version as "agreementVersion", c.key_id as "keyId", k.wrapped,
          (select coalesce(json_agg(json_strip_nulls(json_build_object('kind', e.kind, 'requestedOn', e.requested_on, 'offeredOn', e.offered_on,
             'heldOn', e.held_on, 'statementOn', e.statement_on, 'notNeeded', e.not_needed, 'version', e.version,
             'sealed', encode(e.details, 'base64')))), '[]') from health_examination e where e.case_id = s.id) as rows
     from sip_case s join child c on c.id = s.child_id join data_key k on k.id = c.key_id where s.id = $1`,
);
const WRITE = sql(
  'health-examination.write',
  `insert into health_examination (case_id, kind, requested_on, offered_on, held_on, statement_on, not_needed, details)
   values ($1, $2, $3, $4, $5, $6, $7, $8)
   on conflict (case_id, kind) do update set requested_on = excluded.requested_on, offered_on = excluded.offered_on,
     held_on = excluded.held_on, statement_on = excluded.statement_on, not_needed = excluded.not_needed,
     details = excluded.details, version = health_examination.version + 1`,
);

/** What is sealed in `health_examination.details`. */
interface ExaminationDetails {
  notNeededReason?: string;
  referral?: string;
}

interface Kept extends ExaminationDates {
  kind: ExaminationKind;
  notNeeded: boolean;
  version: number;
  sealed: string;
}

interface Row {
  agreementVersion: number;
  keyId: string;
  wrapped: Buffer;
  rows: Kept[];
}

/** Health examinations of a placed child: asked for, offered in time, made (domain reference 4.4). */
@Injectable()
export class ExaminationService {
  constructor(
    private readonly database: Database,
    private readonly log: Log,
    private readonly clock: Clock,
    private readonly keys: SubjectKeys,
    private readonly agreements: AgreementService,
    private readonly steps: CaseSteps,
  ) {}

  async read(caseId: string): Promise<ExaminationsView> {
    const view = await this.view(caseId);
    this.log.record(examinationEvents.read, { subject: `sip-case:${caseId}` });
    return view;
  }

  async change(caseId: string, version: number, change: ExaminationChange): Promise<ExaminationsView> {
    const sip = await this.steps.beginPart(caseId, 'change');
    const before = (await this.row(caseId)).rows.find(({ kind }) => kind === change.kind);
    if ((before?.version ?? 0) !== version) throw staleVersion(before?.version ?? 0);
    const count = countOf(change.kind, before ?? {}, change, sip.rules.days.examinationOffer);
    const faults = faultsIn(change, change.notNeededReason, this.clock.today());
    const errors = [...faults, ...('faults' in count ? count.faults : [])];
    refuseFaults(errors, 'Rätta dagarna och spara igen.');
    await this.write(sip, change);
    this.record(sip, change.kind, count);
    return this.view(caseId);
  }

  private async write({ id, secrets }: LockedCase, change: ExaminationChange): Promise<void> {
    const { kind, requestedOn, offeredOn, heldOn, statementOn, notNeededReason, referral } = change;
    const details: ExaminationDetails = { ...(notNeededReason && { notNeededReason }), ...(referral && { referral }) };
    const sealed = secrets.seal('health_examination.details', `${id}:${kind}`, details);
    const dates = [requestedOn, offeredOn, heldOn, statementOn].map((day) => day ?? null);
    await this.database.query(WRITE(id, kind, ...dates, notNeededReason !== undefined, sealed));
  }

  private record(sip: LockedCase, kind: ExaminationKind, count: ExaminationCount): void {
    if ('counts' in count && count.counts !== 'none') {
      this.steps.record(examinationEvents[count.counts], sip, count.facts);
    } else {
      this.steps.record(examinationEvents.changed, sip, { kind });
    }
  }

  private async row(caseId: string): Promise<Row> {
    const [row] = await this.database.query<Row>(READ(caseId));
    if (!row) throw Problem.notFound();
    return row;
  }

  private async view(caseId: string): Promise<ExaminationsView> {
    const { agreementVersion, keyId, wrapped, rows } = await this.row(caseId);
    const { days } = (await this.agreements.at(agreementVersion)).sip;
    const secrets = this.keys.of(keyId, wrapped);
    const examinations = EXAMINATION_KINDS.map((kind) => {
      const kept = rows.find((row) => row.kind === kind);
      return kept ? this.opened(caseId, kept, secrets, days.examinationOffer) : { kind, version: 0, late: false };
    });
    return { examinations };
  }

  private opened(caseId: string, kept: Kept, secrets: SubjectKey, days: number): ExaminationView {
    const { sealed, notNeeded, ...row } = kept;
    const details = secrets.open<ExaminationDetails>('health_examination.details', `${caseId}:${row.kind}`, sealed);
    const dueOn = offerDueOn(row, days);
    const late = !notNeeded && isOfferLate(row, days, this.clock.today());
    return { ...row, ...details, late, ...(dueOn && { offerDueOn: dueOn }) };
  }
}
