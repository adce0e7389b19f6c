import { Injectable } from '@nestjs/common';
import type { EventKind } from '../audit/index.ts';
import { Clock, Database, newId, Problem, refuseFaults, sql } from '../platform/index.ts';
import { consenterOf, consentFaults } from './consent.rules.ts';
import type { ConsentsView, NewConsent, ConsentWithdrawal } from './consent.dto.ts';
import { consentEvents } from './consent.events.ts';
import { ConsentEnds } from './consent-end.service.ts';
import { ConsentFiles, type ConsentDetails, type ConsentFile } from './consent.file.ts';
import { ConsentReader } from './consent.reader.ts';
import { CHILD, missingForDisclosure, missingForPlan } from './consenter.rules.ts';
import { allows } from './case-state.rules.ts';
import { CaseSteps, type LockedCase } from './case.steps.ts';
import { DisclosureEnds } from './disclosure-end.service.ts';
import { toldOf } from './disclosure.rules.ts';

const RECORD = sql(
  'consent.record',
  `insert into consent (id, case_id, purpose, guardian_id, given, form, decided_on, valid_to, unit_ids, categories, details, made_at)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
);
const CASE_OF = sql('consent.case', `select case_id as "caseId" from consent where id = $1`);
const WITHDRAW = sql(
  'consent.withdraw',
  `update consent set withdrawn_at = $2, details = $3, version = version + 1 where id = $1`,
);
// Who holds copies, and of a protected child which people.
const HOLDERS = sql(
  'consent.holders-of-copies',
  `select distinct unit_id as "unitId", reader_ids as "readerIds" from disclosure where case_id = $1 and unit_id is not null`,
);

/** The family's answers: recorded, withdrawn, asked for anew. Every write holds the case's row. */
@Injectable()
export class ConsentService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly steps: CaseSteps,
    private readonly files: ConsentFiles,
    private readonly reader: ConsentReader,
    private readonly ends: DisclosureEnds,
    private readonly consentEnds: ConsentEnds,
  ) {}

  /** Records an answer. The last consent that was missing takes the case on, in the same transaction. */
  async record(caseId: string, answer: NewConsent): Promise<ConsentsView> {
    const sip = await this.steps.beginPart(caseId, 'change');
    if (sip.state === 'NEED_IDENTIFIED') {
      throw new Problem('state-conflict', 'Erbjud familjen SIP först. Sedan kan samtycken antecknas.');
    }
    const before = await this.files.of(caseId);
    const faults = consentFaults(answer, { ...before, today: this.clock.today(), parties: sip.parties });
    refuseFaults(faults, 'Rätta fälten och skicka igen.');
    await this.insert(sip, answer);
    const { purpose, given, form, consenter } = answer;
    const facts = { purpose, consenter, form };
    if (given) return this.settleAndRecord(consentEvents.given, sip, facts);
    return this.stopAndRecord(consentEvents.refused, sip, before, facts);
  }

  /**
   * Withdraws an answer, whatever has changed meanwhile: no version is asked for. Nothing more is disclosed on it from here;
   * when the plan is not consented to any more the case stops. What was disclosed stays with its recipients.
   */
  async withdraw(id: string, { by, reason }: ConsentWithdrawal): Promise<ConsentsView> {
    const { caseId } = await this.steps.caseOf(CASE_OF(id));
    const sip = await this.steps.beginPart(caseId, 'change');
    const before = await this.files.of(sip.id);
    const consent = before.consents.find((one) => one.id === id)!;
    if (consent.withdrawnOn) throw new Problem('state-conflict', 'Samtycket är redan återkallat.');
    if (!consent.given) throw new Problem('state-conflict', 'Svaret var nej. Anteckna det nya svaret i stället.');
    const details: ConsentDetails = { ...consent.details, withdrawal: { by, ...(reason && { reason }) } };
    await this.database.query(WITHDRAW(id, this.clock.now(), sip.secrets.seal('consent.details', id, details)));
    const copies = await this.database.query<{ unitId: string; readerIds: string[] | null }>(HOLDERS(sip.id));
    return this.stopAndRecord(consentEvents.withdrawn, sip, before, {
      purpose: consent.purpose,
      ...toldOf(sip, copies),
    });
  }

  /** Goes on to ask anew after a withdrawal. */
  async renew(caseId: string, version: number): Promise<ConsentsView> {
    const sip = await this.steps.begin(caseId, version, 'renew-consent');
    const asked = await this.steps.take(sip, 'renew-consent', { consentedOn: null, consentEndsOn: null });
    // The answers may have been written down already.
    const completed = await this.settle(asked);
    this.steps.record(consentEvents.renewalBegun, sip, completed ? { consentedOn: this.clock.today() } : {});
    return this.reader.view(caseId);
  }

  /** Takes a case on whose consents are complete without a new answer: a guardian has left, or the child was assessed. */
  async complete(caseId: string, version: number): Promise<ConsentsView> {
    const sip = await this.steps.begin(caseId, version, 'complete-consent');
    if (!(await this.settle(sip))) {
      throw new Problem('state-conflict', 'Alla samtycken har inte kommit in. Listan visar vilka som saknas.');
    }
    this.steps.record(consentEvents.completed, sip, { consentedOn: this.clock.today() });
    return this.reader.view(caseId);
  }

  /** Records something that can make the consents complete, and takes the case on when it does. */
  async settleAndRecord(kind: EventKind, sip: LockedCase, facts: Record<string, unknown>): Promise<ConsentsView> {
    const completed = await this.settle(sip);
    this.steps.record(kind, sip, { ...facts, ...(completed && { consentedOn: this.clock.today() }) });
    return this.reader.view(sip.id);
  }

  /**
   * Records something that can take away somebody's consent to the plan, and stops the case when it does; also a plan for
   * which another's consent had run out already.
   */
  async stopAndRecord(
    kind: EventKind,
    sip: LockedCase,
    before: ConsentFile,
    facts: Record<string, unknown>,
  ): Promise<ConsentsView> {
    const stopped = await this.stop(sip, before);
    this.steps.record(kind, sip, { ...facts, ...(stopped && { stopped, ...(await this.ends.end(sip)) }) });
    return this.reader.view(sip.id);
  }

  /** When nothing is missing any more the case is prepared, or its plan goes on. Says whether it was. */
  private async settle(sip: LockedCase): Promise<boolean> {
    if (!allows(sip.state, 'accept') && !allows(sip.state, 'complete-consent')) {
      await this.consentEnds.keep(sip);
      return false;
    }
    const file = await this.files.of(sip.id);
    const consentedOn = this.clock.today();
    if (this.lacksForPlan(file) || missingForDisclosure(file.family, file.consents, consentedOn).length > 0)
      return false;
    // A family that has consented to everything has said yes to the offer.
    const accepted = allows(sip.state, 'accept') ? await this.steps.take(sip, 'accept') : sip;
    await this.steps.take(accepted, sip.planNumber > 0 ? 'resume-plan' : 'complete-consent', {
      consentedOn,
      consentEndsOn: this.consentEnds.endOf(sip, file),
    });
    await this.ends.resume(sip);
    return true;
  }

  /** Stops the case when more is missing for the plan than before. Says whether it was. */
  private async stop(sip: LockedCase, before: ConsentFile): Promise<boolean> {
    if (!allows(sip.state, 'withdraw-consent')) return false;
    const file = await this.files.of(sip.id);
    const stopped = this.lacksMoreForPlan(file, before);
    if (stopped) await this.steps.take(sip, 'withdraw-consent', { consentEndsOn: this.consentEnds.endOf(sip, file) });
    else await this.consentEnds.keep(sip);
    return stopped;
  }

  private lacksForPlan({ family, consents }: ConsentFile): boolean {
    return missingForPlan(family, consents, this.clock.today()).length > 0;
  }

  private lacksMoreForPlan({ family, consents }: ConsentFile, before: ConsentFile): boolean {
    const today = this.clock.today();
    const known = missingForPlan(before.family, before.consents, today);
    return missingForPlan(family, consents, today).some(
      ({ consenter, reason }) => !known.some((lack) => lack.consenter === consenter && lack.reason === reason),
    );
  }

  private async insert(sip: LockedCase, answer: NewConsent): Promise<void> {
    const id = newId();
    const consenter = consenterOf(answer);
    const { purpose, given, form, decidedOn, validTo = null, exclusions, note, documentedBy } = answer;
    const [unitIds, categories] = purpose === 'DISCLOSURE' ? [answer.unitIds ?? [], answer.categories ?? []] : [[], []];
    const details: ConsentDetails = {
      ...(exclusions && { exclusions }),
      ...(note && { note }),
      ...(documentedBy && { documentedBy }),
    };
    await this.database.query(
      RECORD(
        id,
        sip.id,
        purpose,
        consenter === CHILD ? null : consenter,
        given,
        form,
        decidedOn,
        validTo,
        unitIds,
        categories,
        sip.secrets.seal('consent.details', id, details),
        this.clock.now(),
      ),
    );
  }
}
