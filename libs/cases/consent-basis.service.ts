import { Injectable } from '@nestjs/common';
import { Clock, Database, newId, Problem, refuseFaults, sql } from '../platform/index.ts';
import type { ConsentsView } from './consent.dto.ts';
import { consentEvents } from './consent.events.ts';
import type { NewException } from './consent-exception.dto.ts';
import { ConsentFiles, type ExceptionDetails } from './consent.file.ts';
import { ConsentReader } from './consent.reader.ts';
import { exceptionFaults, groundFaults } from './consent.rules.ts';
import { ConsentService } from './consent.service.ts';
import type { NewGround } from './disclosure-ground.dto.ts';
import { CaseSteps } from './case.steps.ts';

const EXCEPT = sql(
  'consent-exception.record',
  `insert into consent_exception (id, case_id, guardian_id, kind, decided_on, details) values ($1, $2, $3, $4, $5, $6)`,
);
const EXCEPTION = sql('consent-exception.case', `select case_id as "caseId" from consent_exception where id = $1`);
const END_EXCEPTION = sql(
  'consent-exception.end',
  `update consent_exception set ended_on = $2 where id = $1 and ended_on is null`,
);
const GROUND = sql(
  'disclosure-ground.record',
  `insert into disclosure_ground (id, case_id, ground, unit_id, categories, decided_on, details) values ($1, $2, $3, $4, $5, $6, $7)`,
);
const GROUND_CASE = sql('disclosure-ground.case', `select case_id as "caseId" from disclosure_ground where id = $1`);
const END_GROUND = sql(
  'disclosure-ground.end',
  `update disclosure_ground set ended_on = $2 where id = $1 and ended_on is null`,
);

/** What stands beside consent: why one guardian's is not needed, and legal grounds to disclose without it. */
@Injectable()
export class ConsentBasisService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly steps: CaseSteps,
    private readonly files: ConsentFiles,
    private readonly consents: ConsentService,
    private readonly reader: ConsentReader,
  ) {}

  async except(caseId: string, exception: NewException): Promise<ConsentsView> {
    const sip = await this.steps.beginPart(caseId, 'change');
    const faults = exceptionFaults(exception, await this.held(caseId, sip.parties));
    refuseFaults(faults, 'Rätta fälten och skicka igen.');
    const id = newId();
    const { guardianId, kind, decidedOn, reason, decisionReference, measures, coversPlan, categories } = exception;
    const details: ExceptionDetails = {
      ...(reason && { reason }),
      ...(decisionReference && { decisionReference }),
      ...(measures && { measures }),
      scope: { plan: coversPlan ?? false, categories: categories ?? [] },
    };
    const sealed = sip.secrets.seal('consent_exception.details', id, details);
    await this.database.query(EXCEPT(id, caseId, guardianId, kind, decidedOn, sealed));
    return this.consents.settleAndRecord(consentEvents.exceptionRecorded, sip, { kind });
  }

  /** From today the guardian's consent is needed again. */
  async endException(id: string): Promise<ConsentsView> {
    const { caseId } = await this.steps.caseOf(EXCEPTION(id));
    const sip = await this.steps.beginPart(caseId, 'change');
    const before = await this.files.of(sip.id);
    if ((await this.database.scope.change(END_EXCEPTION(id, this.clock.today()))) === 0) throw alreadyEnded();
    return this.consents.stopAndRecord(consentEvents.exceptionEnded, sip, before, {});
  }

  async ground(caseId: string, ground: NewGround): Promise<ConsentsView> {
    const sip = await this.steps.beginPart(caseId, 'change');
    const faults = groundFaults(ground, await this.held(caseId, sip.parties));
    refuseFaults(faults, 'Rätta fälten och skicka igen.');
    const id = newId();
    const { unitId, categories, decidedOn, decidedBy, note } = ground;
    const sealed = sip.secrets.seal('disclosure_ground.details', id, { decidedBy, note });
    await this.database.query(GROUND(id, caseId, ground.ground, unitId, categories, decidedOn, sealed));
    this.steps.record(consentEvents.groundRecorded, sip, { ground: ground.ground, unit: unitId });
    return this.reader.view(caseId);
  }

  /** From today nothing more is disclosed on the ground. */
  async endGround(id: string): Promise<ConsentsView> {
    const { caseId } = await this.steps.caseOf(GROUND_CASE(id));
    const sip = await this.steps.beginPart(caseId, 'change');
    if ((await this.database.scope.change(END_GROUND(id, this.clock.today()))) === 0) throw alreadyEnded();
    this.steps.record(consentEvents.groundEnded, sip);
    return this.reader.view(sip.id);
  }

  private async held(caseId: string, parties: readonly string[]) {
    return { ...(await this.files.of(caseId)), today: this.clock.today(), parties };
  }
}

const alreadyEnded = (): Problem => new Problem('state-conflict', 'Det har redan upphört. Läs in sidan igen.');
