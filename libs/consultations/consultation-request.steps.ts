import { Injectable } from '@nestjs/common';
import { Log, type EventKind } from '../audit/index.ts';
import {
  Clock,
  Database,
  Problem,
  sql,
  staleVersion,
  type Statement,
  type SubjectKey,
  SubjectKeys,
} from '../platform/index.ts';
import { ConsultationRequest } from './consultation-request.entity.ts';
import { allows, STATE_NAMES, stateAfter, type RequestState, type RequestStep } from './request-state.rules.ts';

// The request's row is the one lock of all that happens to it: whoever writes a consultation holds it first.
const lockBy = (name: string, which: string) =>
  sql(
    `consultation-request.lock-${name}`,
    `select r.id, r.state, r.version, r.unit_id as "unitId", r.team_id as "teamId", r.agreement_version as "agreementVersion",
          r.themes, r.age_band as "ageBand", r.services, r.question, r.tried, r.key_id as "keyId", k.wrapped,
          r.submitted_at as "submittedAt", u.service_type as service, p.kind as principal
     from consultation_request r join data_key k on k.id = r.key_id
     join unit u on u.id = r.unit_id join principal p on p.id = u.principal_id
    where r.id = ${which} for update of r`,
  );
const LOCK = lockBy('by-id', '$1');
const LOCK_BY_CONSULTATION = lockBy(
  'by-consultation',
  `(select request_id from consultation where id = $1 and state <> 'MOVED')`,
);

const LEAVE_AGENDA = sql(
  'consultation-request.leave-agenda',
  `update consultation set state = 'MOVED', version = version + 1 where request_id = $1 and state = 'PLACED'`,
);

/** A request as the row is while this transaction holds it. */
export interface LockedRequest {
  id: string;
  state: RequestState;
  version: number;
  unitId: string;
  teamId: string | null;
  agreementVersion: number | null;
  themes: string[];
  ageBand: string | null;
  services: string[];
  question: Buffer | null;
  tried: Buffer | null;
  submittedAt: Date | null;
  service: string;
  principal: string;
  secrets: SubjectKey;
}

type Changes = Partial<Omit<ConsultationRequest, 'id' | 'state' | 'version' | 'changedAt'>>;

/** Takes requests through their states (request-state.rules.ts), one step and one version at a time. */
@Injectable()
export class RequestSteps {
  constructor(
    private readonly database: Database,
    private readonly log: Log,
    private readonly clock: Clock,
    private readonly secrets: SubjectKeys,
  ) {}

  /** Locks the row. 404 when it is not there or not the actor's. */
  lock(id: string): Promise<LockedRequest> {
    return this.locked(LOCK(id));
  }

  /** Locks the row of the request that a consultation takes up. 404 as above. */
  lockOf(consultationId: string): Promise<LockedRequest> {
    return this.locked(LOCK_BY_CONSULTATION(consultationId));
  }

  /** Locks a request that is to take a step. 412 when the version is old, 409 when the state does not allow the step. */
  async begin(id: string, version: number, step: RequestStep): Promise<LockedRequest> {
    const request = await this.lock(id);
    if (request.version !== version) throw staleVersion(request.version);
    if (!allows(request.state, step)) throw wrongState(request.state);
    return request;
  }

  /** Moves the row to where the step leads, with what else changes. */
  async take(request: LockedRequest, step: RequestStep, changes: Changes = {}): Promise<void> {
    if (!allows(request.state, step)) throw wrongState(request.state);
    const manager = await this.database.scope.manager();
    await manager.update(ConsultationRequest, request.id, {
      ...changes,
      state: stateAfter(request.state, step),
      version: request.version + 1,
      changedAt: this.clock.now(),
    });
  }

  /** Takes a request off the agenda that it waits on. */
  async leaveAgenda({ id }: LockedRequest): Promise<void> {
    await this.database.query(LEAVE_AGENDA(id));
  }

  /** Records the step's event: what kind of unit asked, which team, and what the step adds. */
  record(
    kind: EventKind,
    request: LockedRequest,
    facts: Record<string, unknown> = {},
    secret: Record<string, string> = {},
  ): void {
    const { keyId, key } = request.secrets;
    this.log.record(kind, {
      subject: `consultation-request:${request.id}`,
      facts: { ...factsOf(request), ...facts },
      ...(Object.keys(secret).length > 0 && { secrets: { keyId, key, values: secret } }),
    });
  }

  private async locked(statement: Statement): Promise<LockedRequest> {
    type Row = Omit<LockedRequest, 'secrets'> & { keyId: string; wrapped: Buffer };
    const [row] = await this.database.query<Row>(statement);
    if (!row) throw Problem.notFound();
    const { keyId, wrapped, ...request } = row;
    return { ...request, secrets: this.secrets.of(keyId, wrapped) };
  }
}

/** What every event about a request says of it: whose screens it concerns, nothing of what was asked. */
const factsOf = ({ unitId, teamId }: Pick<LockedRequest, 'unitId' | 'teamId'>): Record<string, unknown> => ({
  askingUnit: unitId,
  ...(teamId && { team: teamId }),
});

export const wrongState = (state: RequestState): Problem =>
  new Problem(
    'state-conflict',
    `Frågan är ${STATE_NAMES[state]}. Läs in sidan igen för att se vad som går att göra nu.`,
    {
      members: { state },
    },
  );

/** What a report counts by: non-personal, in clear. */
export const reportFacts = ({ themes, ageBand, service, principal }: LockedRequest): Record<string, unknown> => ({
  themes,
  ageBand,
  service,
  principal,
  mode: 'ANONYMISED',
});
