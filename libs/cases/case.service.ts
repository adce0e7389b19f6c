import { Injectable } from '@nestjs/common';
import { Log } from '../audit/index.ts';
import { ageOn } from '../children/index.ts';
import { AgreementService } from '../directory/index.ts';
import {
  Clock,
  Database,
  dayInWords,
  newId,
  Problem,
  referenceOf,
  refuseFaults,
  sql,
  SubjectKeys,
} from '../platform/index.ts';
import type { CaseChange, NewCase, Offer, Refusal } from './case-input.dto.ts';
import type { CaseView } from './case.dto.ts';
import type { CaseDetails } from './case.entity.ts';
import { caseEvents } from './case.events.ts';
import { CaseReader } from './case.reader.ts';
import { nextDueOn } from './case-clock.rules.ts';
import { beginningFaults } from './case-beginning.rules.ts';
import { CaseSteps, concerns } from './case.steps.ts';
import { DisclosureEnds } from './disclosure-end.service.ts';

// Held until the case stands there: a child that becomes protected meanwhile would leave it open to the whole unit.
const GROUND = sql(
  'sip-case.ground',
  `select c.birth_date::text as "birthDate", c.protection <> 'NONE' as guarded, c.key_id as "keyId", k.wrapped,
          (select s.id from sip_case s where s.child_id = c.id and s.ended_on is null) as "openCase",
          (select u.service_type from unit u where u.id = $2) as service,
          array(select u.id from unit u where u.id = any ($3::uuid[]) and u.closed_at is null) as units,
          (select json_build_object('id', m.id, 'takenUp', m.taken_up_on is not null) from sip_recommendation m where m.reference = $4) as recommendation,
          (select s.id from sip_case s where s.id = $5 and s.child_id = c.id and s.ended_on is not null) as continued,
          case when c.protection <> 'NONE' then array(select r.assignment_id from named_reader r where r.child_id = c.id) end as named,
          app_unit() as "unitId"
     from child c join data_key k on k.id = c.key_id where c.id = $1 for share of c`,
);

const REGISTER = sql(
  'sip-case.register',
  `with sip as (
     insert into sip_case (id, child_id, reference, kind, agreement_version, initiating_unit_id, asked_by, need_on, discharge_ready_on,
                           recommendation_id, continues_id, next_due_on, guarded, details)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14))
   select`,
);

const HOLD_ROLES = sql(
  'sip-case.hold-roles',
  `insert into case_role (id, case_id, role, unit_id, assignment_id)
   values ($2, $1, 'COORDINATOR', null, app_assignment()), ($3, $1, 'INITIATOR', $4, null)`,
);

const JOIN = sql(
  'sip-case.first-parties',
  `with keys as (insert into data_key (id, wrapped) select * from unnest($2::uuid[], $3::bytea[]))
   insert into party (id, case_id, unit_id, key_id, joined_on)
   select p.id, $1, p.unit_id, p.key_id, $6 from unnest($4::uuid[], $5::uuid[], $2::uuid[]) as p (id, unit_id, key_id)`,
);

const TAKE_UP = sql('sip-case.take-up', `update sip_recommendation set taken_up_on = $2 where id = $1`);

const PLANNED_MEETING = sql('sip-case.planned-meeting', `select from meeting where case_id = $1 and state = 'PLANNED'`);

interface Ground {
  birthDate: string;
  guarded: boolean;
  keyId: string;
  wrapped: Buffer;
  openCase: string | null;
  service: string | null;
  units: string[];
  recommendation: { id: string; takenUp: boolean } | null;
  continued: string | null;
  named: string[] | null;
  unitId: string;
}

/** A case from the need until the family has said whether it wants a SIP. */
@Injectable()
export class CaseService {
  constructor(
    private readonly database: Database,
    private readonly log: Log,
    private readonly clock: Clock,
    private readonly keys: SubjectKeys,
    private readonly agreements: AgreementService,
    private readonly steps: CaseSteps,
    private readonly reader: CaseReader,
    private readonly ends: DisclosureEnds,
  ) {}

  /** Registers the need. 404 for a child that is not the actor's, 409 when the child has a case already. */
  async register(content: NewCase): Promise<CaseView> {
    const { childId, kind, needOn, askedBy, initiatingUnitId, dischargeReadyOn = null, unitIds = [] } = content;
    const ground = await this.ground(content);
    const { version, content: agreement } = await this.agreements.current();
    const faults = beginningFaults(content, {
      today: this.clock.today(),
      age: ageOn(ground.birthDate, needOn),
      service: ground.service,
      unknownUnits: unitIds.filter((unit) => !ground.units.includes(unit)),
      recommendation: ground.recommendation,
      continued: ground.continued,
      rules: agreement.sip,
    });
    refuseFaults(faults, 'Rätta fälten och skicka igen.');

    const id = newId();
    const key = this.keys.of(ground.keyId, ground.wrapped);
    const details: CaseDetails = { need: content.need, questions: [] };
    const due = nextDueOn(
      {
        kind,
        state: 'NEED_IDENTIFIED',
        needOn,
        dischargeReadyOn,
        offeredOn: null,
        consentedOn: null,
        consentEndsOn: null,
        summonedOn: null,
        firstMeetingOn: null,
        planNumber: 0,
        followUpOn: null,
        endedOn: null,
      },
      agreement.sip.days,
    );
    await this.database.query(
      REGISTER(
        id,
        childId,
        referenceOf('S', id),
        kind,
        version,
        initiatingUnitId,
        askedBy,
        needOn,
        dischargeReadyOn,
        ground.recommendation?.id ?? null,
        ground.continued,
        due,
        ground.guarded,
        key.seal('sip_case.details', id, details),
      ),
    );
    await this.database.query(HOLD_ROLES(id, newId(), newId(), initiatingUnitId));
    if (unitIds.length > 0) await this.joinFirst(id, unitIds, needOn);
    if (ground.recommendation) await this.database.query(TAKE_UP(ground.recommendation.id, this.clock.today()));
    this.log.record(caseEvents.registered, {
      subject: `sip-case:${id}`,
      timelineOf: id,
      facts: { ...concerns(ground), startedOn: needOn, kind, askedBy, delta: 1, parties: unitIds.length },
    });
    return this.reader.view(id);
  }

  async change(id: string, version: number, change: CaseChange): Promise<CaseView> {
    const sip = await this.steps.begin(id, version, 'change');
    const { kind = sip.kind, dischargeReadyOn = sip.dischargeReadyOn, ...details } = change;
    if (kind === 'DISCHARGE_SIP' && !dischargeReadyOn) {
      throw Problem.field('dischargeReadyOn', 'Ange vilken dag barnet är utskrivningsklart.');
    }
    await this.steps.take(sip, 'change', { kind, dischargeReadyOn, details });
    this.steps.record(caseEvents.changed, sip, { fields: Object.keys(change) });
    return this.reader.view(id);
  }

  async offer(id: string, version: number, { offeredOn, informed, childInformed }: Offer): Promise<CaseView> {
    const sip = await this.steps.begin(id, version, 'offer');
    this.mustLieBetween('offeredOn', sip.needOn, offeredOn);
    await this.steps.take(sip, 'offer', { offeredOn, details: { informed, childInformed } });
    this.steps.record(caseEvents.offered, sip, { offeredOn });
    return this.reader.view(id);
  }

  /** The family wants a SIP: consents are asked for. */
  async accept(id: string, version: number): Promise<CaseView> {
    const sip = await this.steps.begin(id, version, 'accept');
    await this.steps.take(sip, 'accept');
    this.steps.record(caseEvents.accepted, sip);
    return this.reader.view(id);
  }

  /** The family says no, at once or when it is asked anew. 409 while a meeting stands from before a consent was taken back. */
  async decline(id: string, version: number, { on, reason }: Refusal): Promise<CaseView> {
    const sip = await this.steps.begin(id, version, 'decline');
    this.mustLieBetween('on', sip.needOn, on);
    if ((await this.database.query(PLANNED_MEETING(id))).length > 0)
      throw new Problem('state-conflict', 'Ett möte är planerat. Ställ in det, och skriv sedan familjens svar.');
    await this.steps.take(sip, 'decline', { endedOn: on, details: { refusal: reason } });
    this.steps.record(caseEvents.declined, sip, { ...(await this.ends.end(sip)), declinedOn: on });
    return this.reader.view(id);
  }

  /** The service denies a SIP that was asked for: only exceptionally, and the reason is written down (domain reference 1.3). */
  async deny(id: string, version: number, { on, reason }: Refusal): Promise<CaseView> {
    const sip = await this.steps.begin(id, version, 'deny');
    this.mustLieBetween('on', sip.needOn, on);
    await this.steps.take(sip, 'deny', { endedOn: on, details: { refusal: reason } });
    this.steps.record(caseEvents.denied, sip, { ...(await this.ends.end(sip)), deniedOn: on, delta: 1 });
    return this.reader.view(id);
  }

  private async ground({ childId, initiatingUnitId, unitIds = [], recommendation, continuesId }: NewCase) {
    const [ground] = await this.database.query<Ground>(
      GROUND(childId, initiatingUnitId, unitIds, recommendation ?? null, continuesId ?? null),
    );
    if (!ground) throw Problem.notFound();
    if (ground.openCase) {
      throw new Problem('already-there', 'Barnet har redan ett pågående ärende hos er. Öppna det.', {
        members: { caseId: ground.openCase },
      });
    }
    return ground;
  }

  private async joinFirst(id: string, unitIds: string[], joinedOn: string): Promise<void> {
    const keys = unitIds.map(() => newId());
    const wrapped = keys.map((keyId) => this.keys.new(keyId).wrapped);
    await this.database.query(
      JOIN(
        id,
        keys,
        wrapped,
        unitIds.map(() => newId()),
        unitIds,
        joinedOn,
      ),
    );
  }

  private mustLieBetween(field: string, earliest: string, day: string): void {
    if (day > this.clock.today())
      throw Problem.field(field, 'Dagen har inte varit än. Ange dagens datum eller en tidigare dag.');
    if (day < earliest) throw Problem.field(field, `Ange den ${dayInWords(earliest)} eller senare: då sågs behovet.`);
  }
}
