import { Injectable } from '@nestjs/common';
import { Log } from '../audit/index.ts';
import { AgreementService } from '../directory/index.ts';
import { Database, Problem, sql, staleVersion, type SubjectKey, SubjectKeys } from '../platform/index.ts';
import { Anonymity } from './anonymity.ts';
import { preparationEvents } from './consultation.events.ts';
import { RequestSteps, wrongState } from './consultation-request.steps.ts';
import type { PreparationChange, PreparationView } from './preparation.dto.ts';
import { allows } from './request-state.rules.ts';
import { isIn } from './submission.rules.ts';

const READ = sql(
  'preparation.read',
  `select r.key_id as "keyId", k.wrapped, coalesce(p.checks, '{}') as checks, p.note, coalesce(p.version, 0) as version
     from consultation_request r join data_key k on k.id = r.key_id left join preparation p on p.request_id = r.id
    where r.id = $1`,
);
const WRITE = sql(
  'preparation.write',
  `insert into preparation (request_id, team_id, checks, note) values ($1, $2, $3, $4)
   on conflict (request_id) do update
     set team_id = excluded.team_id, checks = excluded.checks, note = excluded.note, version = preparation.version + 1`,
);

interface Row {
  keyId: string;
  wrapped: Buffer;
  checks: string[];
  note: Buffer | null;
  version: number;
}

/** What the coordinator checks and notes before the team meets. */
@Injectable()
export class PreparationService {
  constructor(
    private readonly database: Database,
    private readonly log: Log,
    private readonly steps: RequestSteps,
    private readonly agreements: AgreementService,
    private readonly anonymity: Anonymity,
    private readonly secrets: SubjectKeys,
  ) {}

  async read(requestId: string): Promise<PreparationView> {
    const row = await this.row(requestId);
    this.log.record(preparationEvents.read, { subject: `consultation-request:${requestId}` });
    return viewOf(requestId, row, this.secrets.of(row.keyId, row.wrapped));
  }

  async change(requestId: string, version: number, change: PreparationChange): Promise<PreparationView> {
    const request = await this.steps.lock(requestId);
    const row = await this.row(requestId);
    if (row.version !== version) throw staleVersion(row.version);
    if (!allows(request.state, 'prepare')) throw wrongState(request.state);
    await this.anonymity.check({ note: change.note });
    const { content } = await this.agreements.current();
    if (!change.checks.every((code) => isIn(content.preparationChecks, code))) {
      throw Problem.field('checks', 'En av punkterna finns inte längre. Läs in sidan igen.');
    }
    const note = request.secrets.write('preparation.note', requestId, change.note);
    await this.database.query(WRITE(requestId, request.teamId, change.checks, note));
    this.steps.record(preparationEvents.changed, request, { checks: change.checks.length });
    return viewOf(requestId, await this.row(requestId), request.secrets);
  }

  private async row(requestId: string): Promise<Row> {
    const [row] = await this.database.query<Row>(READ(requestId));
    if (!row) throw Problem.notFound();
    return row;
  }
}

const viewOf = (requestId: string, { checks, note, version }: Row, secrets: SubjectKey): PreparationView => ({
  requestId,
  checks,
  note: secrets.read('preparation.note', requestId, note),
  version,
});
