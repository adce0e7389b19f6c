import { Injectable } from '@nestjs/common';
import { Log } from '../audit/index.ts';
import { roleOf } from '../directory/index.ts';
import { countReached, Database, Problem, rowsOf, sql, SubjectKeys } from '../platform/index.ts';
import { requestEvents } from './consultation.events.ts';
import type { AnswerView, RequestPage, RequestQuery, RequestView } from './consultation-request.dto.ts';
import { stepsFor } from './request-state.rules.ts';

const LATEST_SITTING = `
  (select json_build_object('id', s.id, 'startsAt', s.starts_at, 'place', s.place)
     from consultation c join sitting s on s.id = c.sitting_id
    where c.request_id = r.id and c.state <> 'MOVED' order by c.id desc limit 1)`;

const READ = sql(
  'consultation-request.read',
  `select json_strip_nulls(json_build_object(
            'id', r.id, 'reference', r.reference, 'state', r.state, 'version', r.version, 'mode', r.mode, 'themes', r.themes,
            'ageBand', r.age_band, 'services', r.services, 'unit', json_build_object('id', u.id, 'name', u.name),
            'authorName', n.name, 'changedAt', r.changed_at, 'submittedAt', r.submitted_at, 'feedbackDueOn', r.feedback_due_on,
            'sitting', ${LATEST_SITTING},
            'feedback', case when r.helped is not null then json_build_object('helped', r.helped,
                          'adviceFollowed', r.advice_followed, 'sipStarted', r.sip_started) end)) as view,
          (select coalesce(json_agg(json_strip_nulls(json_build_object('consultationId', c.id,
                    'heldOn', (s.starts_at at time zone s.zone)::date, 'advice', encode(c.advice, 'base64'), 'outcomes', c.outcomes,
                    'referrals', c.referrals, 'followUpOn', c.follow_up_on, 'sipRecommendation', p.reference,
                    'sipTakenUpOn', p.taken_up_on)) order by s.starts_at), '[]')
             from consultation c join sitting s on s.id = c.sitting_id
             left join sip_recommendation p on p.consultation_id = c.id
            where c.request_id = r.id and c.state = 'CONCLUDED') as answers,
          r.key_id as "keyId", k.wrapped, r.question, r.tried, r.return_question as "returnQuestion",
          r.redirected_to as "redirectedTo", r.redirect_reason as "redirectReason", r.withdrawal_reason as "withdrawalReason"
     from consultation_request r
     join data_key k on k.id = r.key_id
     join unit u on u.id = r.unit_id
     join assignment a on a.id = r.author_id
     join person n on n.id = a.person_id
    where r.id = $1`,
);

/** A page of one of the narrow sorted relations; the joins come after the limit. */
const listOf = (name: string, where: string, order: string) =>
  sql(
    `consultation-request.list-${name}`,
    `select json_build_object(
       'requests', (select coalesce(json_agg(json_strip_nulls(json_build_object(
           'id', r.id, 'reference', r.reference, 'state', r.state, 'version', r.version, 'themes', r.themes, 'ageBand', r.age_band,
           'unit', json_build_object('id', u.id, 'name', u.name), 'changedAt', r.changed_at, 'submittedAt', r.submitted_at,
           'sitting', ${LATEST_SITTING})) order by ${order}), '[]')
         from (select * from consultation_request r where ${where} order by ${order} offset $1 limit $2) r
         join unit u on u.id = r.unit_id),
       'total', ${countReached(`from consultation_request r where ${where}`)}) as page`,
  );

// The states are those of the partial index consultation_request_open.
const OPEN = `r.state in ('SUBMITTED', 'TRIAGE', 'RETURNED', 'ACCEPTED', 'SCHEDULED', 'HELD', 'FEEDBACK_DONE')`;
const LISTS = {
  area: {
    OPEN: listOf('area-open', `r.area_id = (select app_area()) and ${OPEN}`, 'r.submitted_at, r.id'),
    ALL: listOf(
      'area-all',
      `r.area_id = (select app_area()) and r.submitted_at is not null`,
      'r.submitted_at desc, r.id desc',
    ),
  },
  unit: {
    OPEN: listOf(
      'unit-open',
      `r.unit_id = (select app_unit()) and r.state not in ('REDIRECTED', 'CLOSED', 'WITHDRAWN', 'FEEDBACK_DONE')`,
      'r.changed_at desc, r.id desc',
    ),
    ALL: listOf('unit-all', `r.unit_id = (select app_unit())`, 'r.changed_at desc, r.id desc'),
  },
};

interface ReadRow {
  view: Omit<RequestView, 'question' | 'tried' | 'answers' | 'steps'>;
  answers: AnswerView[];
  keyId: string;
  wrapped: Buffer;
  question: Buffer | null;
  tried: Buffer | null;
  returnQuestion: Buffer | null;
  redirectedTo: string | null;
  redirectReason: Buffer | null;
  withdrawalReason: Buffer | null;
}

/** Reads requests: each answer is one statement that starts from what the row policies let the actor see. */
@Injectable()
export class ConsultationRequestReader {
  constructor(
    private readonly database: Database,
    private readonly log: Log,
    private readonly secrets: SubjectKeys,
  ) {}

  async read(id: string): Promise<RequestView> {
    const view = await this.view(id);
    this.log.record(requestEvents.read, { subject: `consultation-request:${id}` });
    return view;
  }

  /** The same, for a service that records an event of its own. */
  async view(id: string): Promise<RequestView> {
    const [row] = await this.database.query<ReadRow>(READ(id));
    if (!row) throw Problem.notFound();
    const { role } = await this.database.scope.enter();
    return this.opened(id, row, role);
  }

  async list(query: RequestQuery): Promise<RequestPage> {
    // A round trip more, and still less than one statement that holds both lists: that is planned anew whenever the role changes.
    const { role } = await this.database.scope.enter();
    const lists = roleOf(role) === 'REQUESTER' ? LISTS.unit : LISTS.area;
    const { offset, limit } = rowsOf(query);
    const [row] = await this.database.query<{ page: Pick<RequestPage, 'requests' | 'total'> }>(
      lists[query.list](offset, limit),
    );
    this.log.record(requestEvents.listed, { facts: { rows: row!.page.requests.length } });
    return { ...row!.page, page: query.page, limit };
  }

  private opened(id: string, row: ReadRow, role: string): RequestView {
    const secrets = this.secrets.of(row.keyId, row.wrapped);
    const text = (field: string, sealed: Buffer | null) => (sealed ? secrets.read(field, id, sealed) : undefined);
    const { redirectedTo } = row;
    return {
      ...row.view,
      question: text('consultation_request.question', row.question) ?? '',
      tried: text('consultation_request.tried', row.tried) ?? '',
      returnQuestion: text('consultation_request.return_question', row.returnQuestion),
      redirection: redirectedTo
        ? { to: redirectedTo, reason: text('consultation_request.redirect_reason', row.redirectReason) ?? '' }
        : undefined,
      withdrawalReason: text('consultation_request.withdrawal_reason', row.withdrawalReason),
      answers: row.answers.map((answer) => ({
        ...answer,
        advice: secrets.read('consultation.advice', answer.consultationId, Buffer.from(answer.advice, 'base64')),
      })),
      steps: stepsFor(row.view.state, roleOf(role)),
    };
  }
}
