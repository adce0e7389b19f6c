import { Injectable } from '@nestjs/common';
import { Log } from '../audit/index.ts';
import { Database, newId, referenceOf, sql, type SubjectKey, SubjectKeys } from '../platform/index.ts';
import { Anonymity } from './anonymity.ts';
import { requestEvents } from './consultation.events.ts';
import { ConsultationRequest } from './consultation-request.entity.ts';
import type { DraftContent, RequestView } from './consultation-request.dto.ts';
import { ConsultationRequestReader } from './consultation-request.reader.ts';
import { RequestSteps } from './consultation-request.steps.ts';

const CREATE = sql(
  'consultation-request.create',
  `with key as (insert into data_key (id, wrapped) values ($2, $3))
   insert into consultation_request (id, key_id, reference, question, tried, themes, age_band, services)
   values ($1, $2, $4, $5, $6, $7, $8, $9)`,
);

const ERASE_KEY = sql('consultation-request.erase-key', `delete from data_key where id = $1`);

/** A question while it is being written: saved as it is typed, seen by its author alone until it is sent in. */
@Injectable()
export class DraftService {
  constructor(
    private readonly database: Database,
    private readonly log: Log,
    private readonly reader: ConsultationRequestReader,
    private readonly steps: RequestSteps,
    private readonly anonymity: Anonymity,
    private readonly secrets: SubjectKeys,
  ) {}

  async create(content: DraftContent): Promise<RequestView> {
    const { question, tried, themes = [], ageBand = null, services = [] } = content;
    await this.anonymity.check({ question, tried });
    const id = newId();
    const keyId = newId();
    const { secrets, wrapped } = this.secrets.new(keyId);
    const text = columnsOf(secrets, id, { question, tried });
    const create = CREATE(
      id,
      keyId,
      wrapped,
      referenceOf('K', id),
      text.question,
      text.tried,
      themes,
      ageBand,
      services,
    );
    const [, view] = await Promise.all([this.database.query(create), this.reader.view(id)]);
    this.log.record(requestEvents.drafted, {
      subject: `consultation-request:${id}`,
      facts: { askingUnit: view.unit.id },
    });
    return view;
  }

  async change(id: string, version: number, content: DraftContent): Promise<RequestView> {
    const request = await this.steps.begin(id, version, 'edit');
    await this.anonymity.check({ question: content.question, tried: content.tried });
    await this.steps.take(request, 'edit', columnsOf(request.secrets, id, content));
    this.steps.record(requestEvents.changed, request);
    return this.reader.view(id);
  }

  async discard(id: string, version: number): Promise<void> {
    const request = await this.steps.begin(id, version, 'discard');
    const manager = await this.database.scope.manager();
    await manager.delete(ConsultationRequest, id);
    await this.database.query(ERASE_KEY(request.secrets.keyId));
    this.steps.record(requestEvents.discarded, request);
  }
}

/** The columns that the given fields are stored in; a field left out is left alone. */
function columnsOf(secrets: SubjectKey, id: string, { question, tried, ...codes }: DraftContent) {
  return {
    ...codes,
    ...(question !== undefined && { question: secrets.write('consultation_request.question', id, question) }),
    ...(tried !== undefined && { tried: secrets.write('consultation_request.tried', id, tried) }),
  };
}
