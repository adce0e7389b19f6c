import { Injectable } from '@nestjs/common';
import { AgreementService } from '../directory/index.ts';
import { Database, Problem } from '../platform/index.ts';
import { Anonymity } from './anonymity.ts';
import { requestEvents } from './consultation.events.ts';
import type { Redirection, RequestView, ReturnQuestion } from './consultation-request.dto.ts';
import { ConsultationRequestReader } from './consultation-request.reader.ts';
import { RequestSteps } from './consultation-request.steps.ts';
import { isIn } from './submission.rules.ts';

/** What the coordinator decides about a question that has come in. */
@Injectable()
export class TriageService {
  constructor(
    private readonly database: Database,
    private readonly reader: ConsultationRequestReader,
    private readonly steps: RequestSteps,
    private readonly agreements: AgreementService,
    private readonly anonymity: Anonymity,
  ) {}

  async take(id: string, version: number): Promise<RequestView> {
    const request = await this.steps.begin(id, version, 'triage');
    await this.steps.take(request, 'triage', await this.byMe());
    this.steps.record(requestEvents.triage, request);
    return this.reader.view(id);
  }

  async accept(id: string, version: number): Promise<RequestView> {
    const request = await this.steps.begin(id, version, 'accept');
    await this.steps.take(request, 'accept', await this.byMe());
    this.steps.record(requestEvents.accept, request);
    return this.reader.view(id);
  }

  async return(id: string, version: number, { question }: ReturnQuestion): Promise<RequestView> {
    const request = await this.steps.begin(id, version, 'return');
    await this.anonymity.check({ question });
    const returnQuestion = request.secrets.write('consultation_request.return_question', id, question);
    await this.steps.take(request, 'return', { ...(await this.byMe()), returnQuestion });
    this.steps.record(requestEvents.return, request, {}, { question });
    return this.reader.view(id);
  }

  async redirect(id: string, version: number, { to, reason }: Redirection): Promise<RequestView> {
    const request = await this.steps.begin(id, version, 'redirect');
    const { content } = await this.agreements.current();
    if (!isIn(content.redirections, to)) throw Problem.field('to', 'Välj vart frågan hänvisas.');
    await this.anonymity.check({ reason });
    const redirectReason = request.secrets.write('consultation_request.redirect_reason', id, reason);
    await this.steps.take(request, 'redirect', { ...(await this.byMe()), redirectedTo: to, redirectReason });
    this.steps.record(requestEvents.redirect, request, { redirectedTo: to }, { reason });
    return this.reader.view(id);
  }

  private async byMe(): Promise<{ coordinatorId: string }> {
    const { assignment } = await this.database.scope.enter();
    return { coordinatorId: assignment! };
  }
}
