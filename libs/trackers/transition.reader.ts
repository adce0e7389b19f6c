import { Injectable } from '@nestjs/common';
import { Log } from '../audit/index.ts';
import { ageOn, initialsOf, type ChildDetails } from '../children/index.ts';
import { AgreementService } from '../directory/index.ts';
import { Clock, countReached, Database, type PageQuery, Problem, rowsOf, sql, SubjectKeys } from '../platform/index.ts';
import type { OutsideReceiver, TransitionPage, TransitionRow, TransitionView } from './transition.dto.ts';
import { transitionEvents } from './transition.events.ts';
import { phaseOn, transitionDays, type TransitionState } from './transition.rules.ts';

const FIELDS = `t.state, coalesce(t.version, 0) as version, t.handover_on::text as "handoverOn", t.informed_on::text as "informedOn",
  t.done_on::text as "doneOn", t.details, coalesce(t.has_receiver, false) as "hasReceiver",
  (select coalesce(json_agg(json_build_object('id', u.id, 'name', u.name) order by u.name, u.id), '[]')
     from unit u where u.id = any (t.receiver_ids)) as "receiverUnits"`;

const READ = sql(
  'transition.read',
  `select ${FIELDS}, c.birth_date::text as "birthDate", s.agreement_version as "agreementVersion", c.key_id as "keyId", k.wrapped
     from sip_case s join child c on c.id = s.child_id join data_key k on k.id = c.key_id
     left join transition t on t.case_id = s.id where s.id = $1`,
);
// 29 February comes of age on 1 March, as in `adultFrom`.
const ADULT_ON = `(c.birth_date - 1 + interval '18 years')::date + 1`;
const age = (name: string): string => `(content #>> '{sip,ages,${name}}')::int`;
// Each case by the agreement that it runs under, found among children of an age that any version reaches; whoever was of age
// before the case began has no transition.
const NEAR = `from child c join sip_case s on s.child_id = c.id and s.ended_on is null
    join agreement a on a.area_id = s.area_id and a.version = s.agreement_version left join transition t on t.case_id = s.id
  where c.unit_id = (select app_unit()) and t.state is distinct from 'DONE' and s.need_on < ${ADULT_ON}
    and c.birth_date <= (select $1::date - interval '18 years' + make_interval(months => max(${age('transitionMonths')}), days => 3)
                           from agreement where area_id = (select app_area()))
    and ${ADULT_ON} - make_interval(months => ${age('transitionMonths')}) <= $1::date
    and c.birth_date + make_interval(years => ${age('to')} + 1) > $1::date`;
const LIST = sql(
  'transition.list',
  `select ${countReached(NEAR)} as total,
          (select coalesce(json_agg(near order by "birthDate", "caseId"), '[]') from (
            select s.id as "caseId", s.reference, s.guarded, c.id as "childId", c.birth_date as "birthDate", t.state,
                   s.agreement_version as "agreementVersion", coalesce(t.has_receiver, false) as "hasReceiver", encode(c.details, 'base64') as child, c.key_id as "keyId",
                   (select encode(k.wrapped, 'base64') from data_key k where k.id = c.key_id) as wrapped
              ${NEAR} order by c.birth_date, s.id offset $2 limit $3) near) as rows`,
);

/** What is sealed in `transition.details`. */
export interface TransitionDetails {
  outsideReceivers: OutsideReceiver[];
  note?: string;
}

export interface KeptTransition {
  state: TransitionState | null;
  version: number;
  hasReceiver: boolean;
  handoverOn: string | null;
  informedOn: string | null;
  doneOn: string | null;
  details: Buffer | null;
  receiverUnits: { id: string; name: string }[];
  birthDate: string;
  agreementVersion: number;
  keyId: string;
  wrapped: Buffer;
}

type ListRow = Pick<TransitionRow, 'caseId' | 'reference' | 'guarded' | 'hasReceiver'> & {
  childId: string;
  birthDate: string;
  agreementVersion: number;
  state: TransitionState | null;
  child: string;
  keyId: string;
  wrapped: string;
};

/** Reads transitions: one case's, and those that are near in the unit. */
@Injectable()
export class TransitionReader {
  constructor(
    private readonly database: Database,
    private readonly log: Log,
    private readonly clock: Clock,
    private readonly keys: SubjectKeys,
    private readonly agreements: AgreementService,
  ) {}

  async read(caseId: string): Promise<TransitionView> {
    const view = await this.view(caseId);
    this.log.record(transitionEvents.read, { subject: `sip-case:${caseId}` });
    return view;
  }

  /** The unit's children on their way to 18, and those who passed it without being handed over; the oldest first. */
  async list(query: PageQuery): Promise<TransitionPage> {
    const { offset, limit } = rowsOf(query);
    const today = this.clock.today();
    type Page = { rows: ListRow[]; total: number };
    const [page] = await this.database.query<Page>(LIST(today, offset, limit));
    this.log.record(transitionEvents.listed);
    const transitions: TransitionRow[] = [];
    for (const row of page!.rows) transitions.push(await this.rowOf(row, today));
    return { transitions, total: page!.total, page: query.page, limit };
  }

  private async rowOf(row: ListRow, today: string): Promise<TransitionRow> {
    const { childId, birthDate, agreementVersion, child, keyId, wrapped, state, ...shown } = row;
    const days = transitionDays(birthDate, (await this.agreements.at(agreementVersion)).sip);
    const ofWhom = () => ({
      initials: initialsOf(this.keys.of(keyId, wrapped).open<ChildDetails>('child.details', childId, child)),
      age: ageOn(birthDate, today),
    });
    return {
      ...shown,
      ...days,
      state: state ?? 'PLANNED',
      phase: phaseOn(today, days, row.hasReceiver),
      ...(!row.guarded && ofWhom()),
    };
  }

  /** As it is kept; version 0 before anything is. 404 when the case is not there or not the actor's. */
  async kept(caseId: string): Promise<KeptTransition> {
    const [row] = await this.database.query<KeptTransition>(READ(caseId));
    if (!row) throw Problem.notFound();
    return row;
  }

  /** The same as it is shown, for a service that records an event of its own. */
  async view(caseId: string): Promise<TransitionView> {
    const row = await this.kept(caseId);
    const { sip: rules } = await this.agreements.at(row.agreementVersion);
    const days = transitionDays(row.birthDate, rules);
    const secrets = this.keys.of(row.keyId, row.wrapped);
    const details: TransitionDetails = row.details
      ? secrets.open('transition.details', caseId, row.details)
      : { outsideReceivers: [] };
    return {
      caseId,
      ...days,
      ...details,
      phase: phaseOn(this.clock.today(), days, row.hasReceiver),
      version: row.version,
      state: row.state ?? 'PLANNED',
      receiverUnits: row.receiverUnits,
      ...(row.handoverOn && { handoverOn: row.handoverOn }),
      ...(row.informedOn && { informedOn: row.informedOn }),
      ...(row.doneOn && { doneOn: row.doneOn }),
    };
  }
}
