import { Injectable } from '@nestjs/common';
import type { EventKind } from '../audit/index.ts';
import { AgreementService } from '../directory/index.ts';
import {
  addDays,
  Clock,
  Database,
  newId,
  Problem,
  referenceOf,
  refuseFaults,
  sql,
  staleVersion,
} from '../platform/index.ts';
import { conclusionFaults, draftFaults, type Advice } from './advice.rules.ts';
import { Anonymity } from './anonymity.ts';
import { Consultation } from './consultation.entity.ts';
import { consultationEvents } from './consultation.events.ts';
import { ConsultationReader } from './consultation.reader.ts';
import { RequestSteps, reportFacts, type LockedRequest } from './consultation-request.steps.ts';
import type { AdviceDraft, ConsultationView } from './consultation.dto.ts';

const TAKEN_UP = sql(
  'consultation.taken-up',
  `select c.id, c.version, c.state, c.sitting_id as "sittingId",
          ((s.starts_at at time zone s.zone)::date)::text as "heldOn", s.state as "sittingState"
     from consultation c join sitting s on s.id = c.sitting_id where c.id = $1 and c.state <> 'MOVED'`,
);
const RECOMMEND_SIP = sql(
  'consultation.recommend-sip',
  `insert into sip_recommendation (id, unit_id, consultation_id, reference) values ($1, $2, $3, $4)`,
);

interface LockedConsultation {
  id: string;
  version: number;
  state: Consultation['state'];
  sittingId: string;
  /** The sitting's local date, which decides the year that the consultation counts in. */
  heldOn: string;
  sittingState: string;
}

/** What the team does with a question in the room. */
@Injectable()
export class ConsultationService {
  constructor(
    private readonly database: Database,
    private readonly reader: ConsultationReader,
    private readonly steps: RequestSteps,
    private readonly agreements: AgreementService,
    private readonly anonymity: Anonymity,
    private readonly clock: Clock,
  ) {}

  async hold(id: string, version: number): Promise<ConsultationView> {
    const { consultation, request } = await this.lock(id, version);
    if (consultation.heldOn > this.clock.today()) {
      throw new Problem('state-conflict', 'Mötet har inte varit än. Markera frågan som hållen på mötesdagen.');
    }
    await this.steps.take(request, 'hold');
    await this.update(consultation, { state: 'HELD', heldAt: this.clock.now() });
    this.record(consultationEvents.held, consultation, request, { ...countFacts(consultation, request), delta: 1 });
    return this.reader.view(id);
  }

  async unhold(id: string, version: number): Promise<ConsultationView> {
    const { consultation, request } = await this.lock(id, version);
    await this.steps.take(request, 'undo-hold');
    await this.update(consultation, { state: 'PLACED', heldAt: null });
    this.record(consultationEvents.unheld, consultation, request, { ...countFacts(consultation, request), delta: -1 });
    return this.reader.view(id);
  }

  async advise(id: string, version: number, draft: AdviceDraft): Promise<ConsultationView> {
    const { consultation, request } = await this.lock(id, version);
    const advice = adviceOf(draft);
    await this.anonymity.check({ advice: advice.advice });
    const { content } = await this.agreements.current();
    refuseFaults(draftFaults(advice, content, consultation.heldOn));
    await this.steps.take(request, 'advise');
    await this.update(consultation, columnsOf(consultation, request, advice));
    this.record(consultationEvents.advised, consultation, request, {});
    return this.reader.view(id);
  }

  async conclude(id: string, version: number, draft: AdviceDraft): Promise<ConsultationView> {
    const { consultation, request } = await this.lock(id, version);
    const advice = adviceOf(draft);
    await this.anonymity.check({ advice: advice.advice });
    const { content } = await this.agreements.current();
    refuseFaults(conclusionFaults(advice, content, consultation.heldOn));
    await this.steps.take(request, 'conclude', {
      feedbackDueOn: addDays(consultation.heldOn, content.days.feedbackAfter),
    });
    const concluded = { state: 'CONCLUDED' as const, concludedAt: this.clock.now() };
    await this.update(consultation, { ...columnsOf(consultation, request, advice), ...concluded });
    const { outcomes, referrals } = advice;
    if (outcomes.includes('RECOMMEND_SIP')) await this.recommendSip(consultation, request);
    this.record(
      consultationEvents.concluded,
      consultation,
      request,
      { outcomes, referrals },
      { advice: advice.advice },
    );
    return this.reader.view(id);
  }

  private async lock(
    id: string,
    version: number,
  ): Promise<{ consultation: LockedConsultation; request: LockedRequest }> {
    const request = await this.steps.lockOf(id);
    const [consultation] = await this.database.query<LockedConsultation>(TAKEN_UP(id));
    if (!consultation) throw Problem.notFound();
    if (consultation.version !== version) throw staleVersion(consultation.version);
    if (consultation.sittingState !== 'PLANNED')
      throw new Problem('state-conflict', 'Mötet är avslutat och går inte att ändra.');
    return { consultation, request };
  }

  private async update({ id, version }: LockedConsultation, changes: Partial<Consultation>): Promise<void> {
    const manager = await this.database.scope.manager();
    await manager.update(Consultation, id, { ...changes, version: version + 1 });
  }

  /** The recommendation is a link and nothing more: a later case can take it up, and it does not say whom it is about. */
  private async recommendSip({ id }: LockedConsultation, { unitId }: LockedRequest): Promise<void> {
    const recommendation = newId();
    await this.database.query(RECOMMEND_SIP(recommendation, unitId, id, referenceOf('R', recommendation)));
  }

  private record(
    kind: EventKind,
    { id, sittingId }: LockedConsultation,
    request: LockedRequest,
    facts: Record<string, unknown>,
    secret: Record<string, string> = {},
  ): void {
    this.steps.record(kind, request, { consultation: id, sitting: sittingId, ...facts }, secret);
  }
}

const countFacts = ({ heldOn }: LockedConsultation, request: LockedRequest) => ({ ...reportFacts(request), heldOn });

const columnsOf = (
  { id }: LockedConsultation,
  { secrets }: LockedRequest,
  { advice, outcomes, referrals, followUpOn }: Advice,
) => ({
  advice: secrets.write('consultation.advice', id, advice),
  outcomes: [...outcomes],
  referrals: [...referrals],
  followUpOn,
});

const adviceOf = ({ advice, outcomes, referrals = [], followUpOn = null }: AdviceDraft): Advice => ({
  advice,
  outcomes,
  referrals,
  followUpOn,
});
