import { Injectable } from '@nestjs/common';
import { Log } from '../audit/index.ts';
import { Clock, Database, sql } from '../platform/index.ts';
import { requestEvents } from './consultation.events.ts';
import type { Feedback, RequestView } from './consultation-request.dto.ts';
import { ConsultationRequestReader } from './consultation-request.reader.ts';
import { RequestSteps } from './consultation-request.steps.ts';

const NEXT_DUE = sql(
  'feedback.next-due',
  `update consultation_request set state = 'FEEDBACK_DUE', version = version + 1, changed_at = now()
    where id = (select id from consultation_request where state = 'CONCLUDED' and feedback_due_on <= $1::date
                 order by feedback_due_on, id limit 1 for update skip locked)
   returning id, area_id as "areaId", unit_id as "unitId"`,
);

/** Weeks after the answer: did it help? And the end of the matter. */
@Injectable()
export class FeedbackService {
  constructor(
    private readonly database: Database,
    private readonly log: Log,
    private readonly clock: Clock,
    private readonly reader: ConsultationRequestReader,
    private readonly steps: RequestSteps,
  ) {}

  async give(id: string, version: number, { helped, adviceFollowed, sipStarted }: Feedback): Promise<RequestView> {
    const request = await this.steps.begin(id, version, 'give-feedback');
    await this.steps.take(request, 'give-feedback', {
      helped,
      adviceFollowed: adviceFollowed ?? null,
      sipStarted: sipStarted ?? null,
    });
    this.steps.record(requestEvents.giveFeedback, request, { helped, ...(sipStarted !== undefined && { sipStarted }) });
    return this.reader.view(id);
  }

  async close(id: string, version: number): Promise<RequestView> {
    const request = await this.steps.begin(id, version, 'close');
    await this.steps.take(request, 'close');
    this.steps.record(requestEvents.close, request);
    return this.reader.view(id);
  }

  /** Asks wherever the agreement's time has passed, each request in a transaction of its own. Answers how many. */
  askWhereDue(): Promise<number> {
    return this.database.asSystemEach('the time for feedback has come', 'samordna_jobs', async (scope) => {
      const [request] = await scope.query<{ id: string; areaId: string; unitId: string }>(NEXT_DUE(this.clock.today()));
      if (!request) return false;
      this.log.record(requestEvents.askForFeedback, {
        subject: `consultation-request:${request.id}`,
        facts: { askingUnit: request.unitId },
        by: { area: request.areaId, actor: null },
      });
      return true;
    });
  }
}
