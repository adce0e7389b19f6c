import { Injectable } from '@nestjs/common';
import { Log } from '../audit/index.ts';
import { ASSIGNMENT_RUNS } from '../directory/index.ts';
import { Database, newId, Problem, sql } from '../platform/index.ts';
import type { HandoverOffer, RoleNaming } from './case-input.dto.ts';
import type { CaseView, ReceiverList, ReceiverView } from './case.dto.ts';
import { roleEvents } from './case.events.ts';
import { CaseReader } from './case.reader.ts';
import { isUnitRole, OFFER_ANSWERS, type OfferAnswer } from './case-role.rules.ts';
import { CaseSteps, type LockedCase } from './case.steps.ts';

const END_HELD = sql(
  'case-role.end-held',
  `update case_role set state = 'ENDED', ended_at = now() where case_id = $1 and role = $2 and state = 'HELD'`,
);
const NAME = sql(
  'case-role.name',
  `insert into case_role (id, case_id, role, unit_id, details) values ($1, $2, $3, $4, $5)`,
);
const KNOWN_UNIT = sql('case-role.unit', `select id from unit where id = $1`);
const RECEIVER = sql(
  'case-role.receiver',
  `select a.id from assignment a
    where a.id = $1 and a.unit_id = app_unit() and a.role = 'SIP_COORDINATOR' and ${ASSIGNMENT_RUNS}`,
);
const RECEIVERS = sql(
  'case-role.receivers',
  `select a.id, n.name, not s.guarded or exists (
              select from named_reader r where r.child_id = s.child_id and r.assignment_id = a.id) as "mayOpen"
     from sip_case s left join assignment a on a.unit_id = s.unit_id and a.role = 'SIP_COORDINATOR'
          and ${ASSIGNMENT_RUNS} and a.id <> app_assignment()
     left join person n on n.id = a.person_id
    where s.id = $1 order by n.name, a.id`,
);
const OFFER = sql(
  'case-role.offer',
  `with before as (update case_role set state = 'ENDED' where case_id = $2 and state = 'LAPSED')
   insert into case_role (id, case_id, role, assignment_id, state, details) values ($1, $2, 'COORDINATOR', $3, 'OFFERED', $4)`,
);
const OFFERED = sql(
  'case-role.offered',
  `select id, assignment_id as "assignmentId", state from case_role
    where case_id = $1 and role = 'COORDINATOR' and state in ('OFFERED', 'LAPSED')`,
);
const HAS_LEFT = sql('case-role.has-left', `select 1 from assignment where id = $1 and ended_at <= now()`);
const END_COORDINATION = sql(
  'case-role.end-coordination',
  `update case_role set state = 'ENDED', ended_at = now()
    where case_id = $1 and role = 'COORDINATOR' and state in ('HELD', 'OFFERED', 'LAPSED')`,
);
const TAKE_OVER = sql(
  'case-role.take-over',
  `insert into case_role (id, case_id, role, assignment_id) values ($1, $2, 'COORDINATOR', app_assignment())`,
);
const ANSWER = sql('case-role.answer', `update case_role set state = $2 where id = $1`);

const ANSWER_EVENTS = {
  accept: roleEvents.handoverAccepted,
  decline: roleEvents.handoverDeclined,
  'take-back': roleEvents.handoverTakenBack,
};

/** Who holds which role on a case. The coordinator's role changes hands only when the other accepts. */
@Injectable()
export class CaseRoleService {
  constructor(
    private readonly database: Database,
    private readonly log: Log,
    private readonly steps: CaseSteps,
    private readonly reader: CaseReader,
  ) {}

  async name(id: string, version: number, { role, unitId, name }: RoleNaming): Promise<CaseView> {
    const sip = await this.steps.begin(id, version, 'change');
    if (role === 'COORDINATOR') throw Problem.field('role', 'Samordnaren byts genom att ärendet lämnas över.');
    if (isUnitRole(role) ? !unitId : !unitId && !name) {
      throw Problem.field(
        isUnitRole(role) ? 'unitId' : 'name',
        isUnitRole(role) ? 'Välj en enhet.' : 'Skriv vem det är.',
      );
    }
    if (unitId && (await this.database.query(KNOWN_UNIT(unitId))).length === 0) {
      throw Problem.field('unitId', 'Enheten finns inte. Välj en enhet i listan.');
    }
    const rowId = newId();
    const details = name ? sip.secrets.seal('case_role.details', rowId, { name }) : null;
    await this.database.query(END_HELD(id, role));
    await this.database.query(NAME(rowId, id, role, unitId ?? null, details));
    await this.steps.take(sip, 'change');
    this.steps.record(roleEvents.named, sip, { role });
    return this.reader.view(id);
  }

  /** Who could take over the case: the unit's other coordinators. */
  async receivers(id: string): Promise<ReceiverList> {
    const rows = await this.database.query<ReceiverView | { id: null }>(RECEIVERS(id));
    if (rows.length === 0) throw Problem.notFound();
    this.log.record(roleEvents.receiversRead, { subject: `sip-case:${id}` });
    return { receivers: rows.filter((row): row is ReceiverView => row.id !== null) };
  }

  /** Offers the case to a colleague in the same unit; of a protected child only to somebody named. */
  async offer(id: string, version: number, { assignmentId, note }: HandoverOffer): Promise<CaseView> {
    const sip = await this.steps.begin(id, version, 'change');
    const { assignment } = await this.database.scope.enter();
    if (sip.coordinatorId !== assignment) {
      throw new Problem('state-conflict', 'Bara den som är samordnare för ärendet kan lämna över det.');
    }
    if (assignmentId === assignment) throw Problem.field('assignmentId', 'Välj någon annan än dig själv.');
    const receiver = await this.database.query(RECEIVER(assignmentId));
    if (receiver.length === 0) throw Problem.field('assignmentId', 'Välj en SIP-samordnare på din enhet.');
    if (sip.named && !sip.named.includes(assignmentId)) {
      throw Problem.field(
        'assignmentId',
        'Barnet har skyddade personuppgifter. Namnge kollegan på barnets sida först.',
      );
    }
    if ((await this.standingOffer(id))?.state === 'OFFERED') {
      throw new Problem('state-conflict', 'Ärendet är redan erbjudet någon. Ta tillbaka det erbjudandet först.');
    }
    const rowId = newId();
    await this.database.query(
      OFFER(rowId, id, assignmentId, note ? sip.secrets.seal('case_role.details', rowId, { note }) : null),
    );
    await this.steps.take(sip, 'change');
    this.steps.record(roleEvents.handoverOffered, sip);
    return this.reader.view(id);
  }

  /** The receiver accepts or declines; the coordinator may take the offer back. */
  async answer(id: string, version: number, answer: OfferAnswer): Promise<CaseView> {
    const sip = await this.steps.begin(id, version, 'change');
    const offer = await this.standingOffer(id);
    if (!offer) throw new Problem('state-conflict', 'Det finns inget erbjudande att svara på. Läs in sidan igen.');
    if (offer.state === 'LAPSED' && answer !== 'take-back')
      throw new Problem('state-conflict', 'Erbjudandet gäller inte längre. Be samordnaren att erbjuda dig igen.');
    await this.mustBeTheirs(sip, offer.assignmentId, answer);
    if (answer === 'accept') await this.database.query(END_HELD(id, 'COORDINATOR'));
    await this.database.query(ANSWER(offer.id, OFFER_ANSWERS[answer].to));
    await this.steps.take(sip, 'change', answer === 'accept' ? { coordinatorId: offer.assignmentId } : {});
    this.steps.record(ANSWER_EVENTS[answer], sip);
    return this.reader.view(id);
  }

  /** A colleague takes over from somebody whose assignment has ended, and who can offer nothing any more. */
  async takeOver(id: string, version: number): Promise<CaseView> {
    const sip = await this.steps.begin(id, version, 'change');
    if ((await this.database.query(HAS_LEFT(sip.coordinatorId))).length === 0) {
      throw new Problem('state-conflict', 'Ärendet har en samordnare. Hen lämnar över det under Roller.');
    }
    const { assignment } = await this.database.scope.enter();
    await this.database.query(END_COORDINATION(id));
    await this.database.query(TAKE_OVER(newId(), id));
    await this.steps.take(sip, 'change', { coordinatorId: assignment! });
    this.steps.record(roleEvents.takenOver, sip);
    return this.reader.view(id);
  }

  /** The offer that waits for its answer, or that has lapsed and nobody has put away. */
  private async standingOffer(caseId: string) {
    type Offer = { id: string; assignmentId: string; state: 'OFFERED' | 'LAPSED' };
    const [offer] = await this.database.query<Offer>(OFFERED(caseId));
    return offer;
  }

  private async mustBeTheirs(sip: LockedCase, receiver: string, answer: OfferAnswer): Promise<void> {
    const { assignment } = await this.database.scope.enter();
    const answerer = OFFER_ANSWERS[answer].by === 'receiver' ? receiver : sip.coordinatorId;
    if (assignment !== answerer) {
      throw new Problem('state-conflict', 'Erbjudandet är inte ditt att svara på. Den som fick det svarar.');
    }
  }
}
