import { Injectable } from '@nestjs/common';
import { AgreementService, type AgreementView } from '../directory/index.ts';
import { Clock, Problem, refuseFaults } from '../platform/index.ts';
import { Anonymity } from './anonymity.ts';
import { requestEvents } from './consultation.events.ts';
import type { RequestView, Submission, Withdrawal } from './consultation-request.dto.ts';
import { ConsultationRequestReader } from './consultation-request.reader.ts';
import { RequestSteps, reportFacts, type LockedRequest } from './consultation-request.steps.ts';
import { submissionFaults } from './submission.rules.ts';

/** Sending a question in, and taking it back. */
@Injectable()
export class SubmissionService {
  constructor(
    private readonly reader: ConsultationRequestReader,
    private readonly steps: RequestSteps,
    private readonly anonymity: Anonymity,
    private readonly agreements: AgreementService,
    private readonly clock: Clock,
  ) {}

  /** 422 with the report of concern when a child is at risk now, or with the fields that are missing. */
  async submit(id: string, version: number, { childAtRisk }: Submission): Promise<RequestView> {
    const request = await this.steps.begin(id, version, 'submit');
    const agreement = await this.agreements.current();
    if (childAtRisk) throw reportOfConcern(agreement);
    const { question, tried } = textsOf(request);
    const errors = submissionFaults({ ...request, question, tried }, agreement.content);
    refuseFaults(errors, 'Fyll i det som saknas och skicka in igen.');
    await this.anonymity.check({ question, tried });
    const submittedAt = request.submittedAt ?? this.clock.now();
    await this.steps.take(request, 'submit', { agreementVersion: agreement.version, submittedAt });
    this.steps.record(requestEvents.submit, request, reportFacts(request), { question, tried });
    return this.reader.view(id);
  }

  async withdraw(id: string, version: number, { reason }: Withdrawal): Promise<RequestView> {
    const request = await this.steps.begin(id, version, 'withdraw');
    await this.anonymity.check({ reason });
    const withdrawalReason = request.secrets.write('consultation_request.withdrawal_reason', id, reason);
    await this.steps.take(request, 'withdraw', { withdrawalReason });
    if (request.state === 'SCHEDULED') await this.steps.leaveAgenda(request);
    this.steps.record(requestEvents.withdraw, request, {}, { reason });
    return this.reader.view(id);
  }
}

const textsOf = ({ id, secrets, question, tried }: LockedRequest) => ({
  question: secrets.read('consultation_request.question', id, question),
  tried: secrets.read('consultation_request.tried', id, tried),
});

function reportOfConcern({ content: { reportOfConcern: concern } }: AgreementView): Problem {
  return new Problem('report-of-concern', concern.text, { members: { legalReference: concern.legalReference } });
}
