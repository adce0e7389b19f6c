import { Injectable } from '@nestjs/common';
import { Log } from '../audit/index.ts';
import { ageOn, initialsOf, type ChildDetails } from '../children/index.ts';
import { AgreementService } from '../directory/index.ts';
import { Clock, Database, Problem, rowsOf, sql, SubjectKeys, type PageQuery } from '../platform/index.ts';
import type { OutsideReceiver, TransitionPage, TransitionRow, TransitionView } from './transition.dto.ts';
import { transitionEvents } from './transition.events.ts';
import { birthDatesOf, phaseOn, transitionDays, type TransitionState } from './transition.rules.ts';

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
// From children of the right age in the unit to their open cases; whoever was of age before the case began has none.
const NEAR = `from child c join sip_case s on s.child_id = c.id and s.ended_on is null left join transition t on t.case_id = s.id
  where c.unit_id = (select app_unit()) and c.birth_date > $1 and c.birth_date <= $2 and t.state is distinct from 'DONE'
    and s.need_on < c.birth_date + interval '18 years'`;
const LIST = sql(
  'transition.list',
  `select (select count(*)::int from (select ${NEAR} limit 1000) reached) as total,
          (select coalesce(json_agg(near order by "birthDate", "caseId"), '[]') from (
            select s.id as "caseId", s.reference, s.guarded, c.id as "childId", c.birth_date as "birthDate", t.state,
                   coalesce(t.has_receiver, false) as "hasReceiver", encode(c.details, 'base64') as child, c.key_id as "keyId",
                   (select encode(k.wrapped, 'base64') from data_key k where k.id = c.key_id) as wrapped
              ${NEAR} order by c.birth_date, s.id offset $3 limit $4) near) as rows`,
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
    const { sip: rules } = (await this.agreements.current()).content;
    const { from, to } = birthDatesOf(today, rules);
    type Page = { rows: ListRow[]; total: number };
    const [page] = await this.database.query<Page>(LIST(from, to, offset, limit));
    this.log.record(transitionEvents.listed);
    const transitions = page!.rows.map(({ childId, birthDate, child, keyId, wrapped, state, ...row }) => {
      const days = transitionDays(birthDate, rules);
      const ofWhom = () => ({
        initials: initialsOf(this.keys.of(keyId, wrapped).open<ChildDetails>('child.details', childId, child)),
        age: ageOn(birthDate, today),
      });
      return {
        ...row,
        ...days,
        state: state ?? 'PLANNED',
        phase: phaseOn(today, days, row.hasReceiver),
        ...(!row.guarded && ofWhom()),
      };
    });
    return { transitions, total: page!.total, page: query.page, limit };
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
