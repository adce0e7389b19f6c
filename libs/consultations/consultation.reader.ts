import { Injectable } from '@nestjs/common';
import { Log } from '../audit/index.ts';
import { roleOf } from '../directory/index.ts';
import { Database, Problem, sql, SubjectKeys } from '../platform/index.ts';
import { consultationEvents } from './consultation.events.ts';
import { stepsFor } from './request-state.rules.ts';
import type { ConsultationView } from './consultation.dto.ts';

const READ = sql(
  'consultation.read',
  `select json_strip_nulls(json_build_object('id', c.id, 'version', c.version, 'state', c.state, 'requestId', r.id,
            'reference', r.reference, 'requestState', r.state, 'unit', json_build_object('id', u.id, 'name', u.name),
            'sittingId', c.sitting_id, 'minutes', c.minutes, 'themes', r.themes, 'ageBand', r.age_band, 'services', r.services,
            'slotTime', to_char((s.starts_at + make_interval(mins => (select coalesce(sum(b.minutes), 0)::int from consultation b
                where b.sitting_id = c.sitting_id and b.state <> 'MOVED' and (b.position, b.id) < (c.position, c.id)))) at time zone s.zone,
                'YYYY-MM-DD"T"HH24:MI'),
            'checks', coalesce(p.checks, '{}'), 'outcomes', c.outcomes, 'referrals', c.referrals, 'followUpOn', c.follow_up_on,
            'heldAt', c.held_at, 'sipRecommendation', m.reference)) as view,
          r.key_id as "keyId", k.wrapped, r.question, r.tried, p.note, c.advice
     from consultation c
     join sitting s on s.id = c.sitting_id
     join consultation_request r on r.id = c.request_id
     join data_key k on k.id = r.key_id
     join unit u on u.id = r.unit_id
     left join preparation p on p.request_id = r.id
     left join sip_recommendation m on m.consultation_id = c.id
    where c.id = $1 and c.state <> 'MOVED'`,
);

interface Row {
  view: Omit<ConsultationView, 'question' | 'tried' | 'note' | 'advice' | 'steps'>;
  keyId: string;
  wrapped: Buffer;
  question: Buffer | null;
  tried: Buffer | null;
  note: Buffer | null;
  advice: Buffer | null;
}

/** Reads one question as the team has it before it. */
@Injectable()
export class ConsultationReader {
  constructor(
    private readonly database: Database,
    private readonly log: Log,
    private readonly secrets: SubjectKeys,
  ) {}

  async read(id: string): Promise<ConsultationView> {
    const view = await this.view(id);
    this.log.record(consultationEvents.read, {
      subject: `consultation-request:${view.requestId}`,
      facts: { consultation: id },
    });
    return view;
  }

  /** The same, for a service that records an event of its own. */
  async view(id: string): Promise<ConsultationView> {
    const [row] = await this.database.query<Row>(READ(id));
    if (!row) throw Problem.notFound();
    const { role } = await this.database.scope.enter();
    const { view } = row;
    const secrets = this.secrets.of(row.keyId, row.wrapped);
    return {
      ...view,
      question: secrets.read('consultation_request.question', view.requestId, row.question),
      tried: secrets.read('consultation_request.tried', view.requestId, row.tried),
      note: secrets.read('preparation.note', view.requestId, row.note),
      advice: secrets.read('consultation.advice', id, row.advice),
      steps: stepsFor(view.requestState, roleOf(role)),
    };
  }
}
