import { Injectable } from '@nestjs/common';
import { Log } from '../audit/index.ts';
import { ageOn, initialsOf, type ChildDetails } from '../children/index.ts';
import { AgreementService, roleOf, type SipRules } from '../directory/index.ts';
import { Clock, Database, Problem, rowsOf, sql, type SubjectKey, SubjectKeys } from '../platform/index.ts';
import { clocksOf, isLate, type ClockedCase } from './case-clock.rules.ts';
import type { CaseChildView, CaseCover, CasePage, CaseQuery, CaseView } from './case.dto.ts';
import type { CaseDetails } from './case.entity.ts';
import { caseEvents } from './case.events.ts';
import { CASE_PAGES, isDated, listedRow, type ListedCase } from './case.lists.ts';
import { stepsFor } from './case-state.rules.ts';

const unitView = (unit: string, principal: string) =>
  `json_build_object('id', ${unit}.id, 'name', ${unit}.name, 'principal', ${principal}.kind, 'service', ${unit}.service_type)`;

/** A case with its child, parties, roles and links as JSON: what is sealed stands beside it as base64. */
export const CASE_JSON = `json_strip_nulls(json_build_object(
    'id', s.id, 'reference', s.reference, 'kind', s.kind, 'state', s.state, 'version', s.version,
    'agreementVersion', s.agreement_version, 'guarded', s.guarded, 'askedBy', s.asked_by, 'planNumber', s.plan_number,
    'needOn', s.need_on, 'dischargeReadyOn', s.discharge_ready_on, 'offeredOn', s.offered_on, 'consentedOn', s.consented_on,
    'summonedOn', s.summoned_on, 'firstMeetingOn', s.first_meeting_on, 'followUpOn', s.follow_up_on, 'endedOn', s.ended_on,
    'closingReason', s.closing_reason,
    'child', json_build_object('id', c.id, 'birthDate', c.birth_date, 'protection', c.protection),
    'unit', (select json_build_object('id', u.id, 'name', u.name) from unit u where u.id = s.unit_id),
    'initiatingUnit', (select json_build_object('id', u.id, 'name', u.name) from unit u where u.id = s.initiating_unit_id),
    'coordinator', (select json_build_object('id', a.id, 'name', n.name)
                      from assignment a join person n on n.id = a.person_id where a.id = s.coordinator_id),
    'takenUp', (select json_build_object('reference', m.reference, 'requestId', r.id, 'requestReference', r.reference)
                  from sip_recommendation m join consultation k on k.id = m.consultation_id
                  join consultation_request r on r.id = k.request_id where m.id = s.recommendation_id),
    'continues', (select json_build_object('id', o.id, 'reference', o.reference) from sip_case o where o.id = s.continues_id),
    'continuedBy', (select json_build_object('id', o.id, 'reference', o.reference)
                      from sip_case o where o.continues_id = s.id order by o.id desc limit 1),
    'parties', (select coalesce(json_agg(json_build_object('id', p.id, 'unit', ${unitView('u', 'h')}, 'joinedOn', p.joined_on,
                  'leftOn', p.left_on, 'sealed', encode(p.details, 'base64')) order by p.left_on is not null, u.name, p.id), '[]')
                  from party p join unit u on u.id = p.unit_id join principal h on h.id = u.principal_id where p.case_id = s.id),
    'roles', (select coalesce(json_agg(json_build_object('id', l.id, 'role', l.role, 'state', l.state, 'name', n.name,
                  'unit', case when u.id is not null then json_build_object('id', u.id, 'name', u.name) end,
                  'mine', coalesce(l.assignment_id = app_assignment(), false),
                  'sealed', encode(l.details, 'base64')) order by l.role <> 'COORDINATOR', l.since, l.id), '[]')
                from case_role l left join unit u on u.id = l.unit_id
                left join assignment a on a.id = l.assignment_id left join person n on n.id = a.person_id
               where l.case_id = s.id and l.state in ('HELD', 'OFFERED'))))`;

export const CASE_SOURCE = `sip_case s join child c on c.id = s.child_id join data_key k on k.id = c.key_id`;

const COVER = sql(
  'sip-case.cover',
  `select s.id, s.reference, c.id as "childId", c.protection from sip_case s join child c on c.id = s.child_id where s.id = $1`,
);

const READ = sql(
  'sip-case.read',
  `select ${CASE_JSON} as view, s.details, c.details as child, c.key_id as "keyId", k.wrapped
     from ${CASE_SOURCE} where s.id = $1`,
);

type Sealed<View> = View & { sealed?: string };

/** A case as the database answers it: `view` in clear, the rest sealed under the child's key. */
export interface SealedCase {
  view: Omit<CaseView, 'child' | 'parties' | 'roles' | 'clocks' | 'steps' | keyof CaseDetails> & {
    child: Pick<CaseChildView, 'id' | 'birthDate' | 'protection'>;
    parties: Sealed<CaseView['parties'][number]>[];
    roles: Sealed<CaseView['roles'][number]>[];
  };
  details: Buffer;
  child: Buffer;
  keyId: string;
  wrapped: Buffer;
}

/** Reads cases: each answer is one statement that starts from what the row policies let the actor see. */
@Injectable()
export class CaseReader {
  constructor(
    private readonly database: Database,
    private readonly log: Log,
    private readonly clock: Clock,
    private readonly keys: SubjectKeys,
    private readonly agreements: AgreementService,
  ) {}

  /** What is seen before the case is opened: whether the child is protected. */
  async cover(id: string): Promise<CaseCover> {
    const [cover] = await this.database.query<CaseCover>(COVER(id));
    if (!cover) throw Problem.notFound();
    this.log.record(caseEvents.coverRead, {
      subject: `sip-case:${id}`,
      facts: { guarded: cover.protection !== 'NONE' },
    });
    return cover;
  }

  async read(id: string): Promise<CaseView> {
    const view = await this.view(id);
    this.log.record(caseEvents.read, { subject: `sip-case:${id}`, facts: { guarded: view.guarded } });
    return view;
  }

  /** The same, for a service that records an event of its own. */
  async view(id: string): Promise<CaseView> {
    const [row] = await this.database.query<SealedCase>(READ(id));
    if (!row) throw Problem.notFound();
    const { sip: rules } = await this.agreements.at(row.view.agreementVersion);
    const { role } = await this.database.scope.enter();
    return openedCase(row, this.keys.of(row.keyId, row.wrapped), rules, role, this.clock.today());
  }

  async list(query: CaseQuery): Promise<CasePage> {
    const { offset, limit } = rowsOf(query);
    const today = this.clock.today();
    const values = isDated(query.list) ? [offset, limit, today] : [offset, limit];
    const [page] = await this.database.query<{ rows: ListedCase[]; total: number }>(CASE_PAGES[query.list](...values));
    this.log.record(caseEvents.listed, { facts: { list: query.list, rows: page!.rows.length } });
    const cases = page!.rows.map((listed) => listedRow(listed, this.keys, today));
    return { cases, total: page!.total, page: query.page, limit };
  }
}

/** Opens what is sealed of a case with the child's key. */
export function openedCase(
  { view, details, child }: SealedCase,
  key: SubjectKey,
  { days }: SipRules,
  role: string,
  today: string,
): CaseView {
  const named = key.open<ChildDetails>('child.details', view.child.id, child);
  return {
    ...view,
    ...key.open<CaseDetails>('sip_case.details', view.id, details),
    child: {
      ...view.child,
      name: `${named.givenName} ${named.familyName}`,
      initials: initialsOf(named),
      age: ageOn(view.child.birthDate, today),
    },
    parties: view.parties.map(({ sealed, ...party }) => ({
      ...party,
      ...(sealed && { leftReason: key.open<{ reason: string }>('party.details', party.id, sealed).reason }),
    })),
    roles: view.roles.map(({ sealed, ...role }) => ({
      ...role,
      ...(sealed && key.open<{ name?: string; note?: string }>('case_role.details', role.id, sealed)),
    })),
    clocks: clocksOf(clocked(view), days).map(({ metOn, ...clock }) => ({
      ...clock,
      ...(metOn && { metOn }),
      late: isLate({ ...clock, metOn }, today),
    })),
    steps: stepsFor(view.state, roleOf(role)),
  };
}

/** The dates that the clocks are read from, where the database has left out what is not there. */
function clocked(view: SealedCase['view']): ClockedCase {
  const { kind, state, needOn, planNumber } = view;
  return {
    kind,
    state,
    needOn,
    planNumber,
    dischargeReadyOn: view.dischargeReadyOn ?? null,
    offeredOn: view.offeredOn ?? null,
    consentedOn: view.consentedOn ?? null,
    summonedOn: view.summonedOn ?? null,
    firstMeetingOn: view.firstMeetingOn ?? null,
    followUpOn: view.followUpOn ?? null,
    endedOn: view.endedOn ?? null,
  };
}
