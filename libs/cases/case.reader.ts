import { Injectable } from '@nestjs/common';
import { Log } from '../audit/index.ts';
import { ageOn, initialsOf, type ChildDetails } from '../children/index.ts';
import { AgreementService, roleOf, type SipRules } from '../directory/index.ts';
import { Clock, Database, Problem, rowsOf, sql, type SubjectKey, SubjectKeys } from '../platform/index.ts';
import { clocksOf, isLate, type ClockedCase } from './case-clock.rules.ts';
import type { CaseChildView, CaseCover, CasePage, CaseQuery, CaseView } from './case.dto.ts';
import type { CaseDetails } from './case.entity.ts';
import { caseEvents } from './case.events.ts';
import { CASE_JSON, CASE_SOURCE } from './case.source.ts';
import { planConsentOn } from './consent-end.rules.ts';
import { CASE_PAGES, isDated, listedRow, type ListedCase } from './case.lists.ts';
import { stepsFor } from './case-state.rules.ts';

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
  view: Omit<CaseView, 'child' | 'planConsent' | 'parties' | 'roles' | 'clocks' | 'steps' | keyof CaseDetails> & {
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
    const key = this.keys.of(row.keyId, row.wrapped);
    return openedCase(row, key, rules, role, this.clock.today());
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
    ...planConsentOn(view.consentEndsOn, today),
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
    consentEndsOn: view.consentEndsOn ?? null,
    summonedOn: view.summonedOn ?? null,
    firstMeetingOn: view.firstMeetingOn ?? null,
    followUpOn: view.followUpOn ?? null,
    endedOn: view.endedOn ?? null,
  };
}
