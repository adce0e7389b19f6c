import { Injectable } from '@nestjs/common';
import { CaseSteps, DisclosureEnds, type LockedCase } from '../cases/index.ts';
import { Clock, Database, Problem, refuseFaults, sql } from '../platform/index.ts';
import type { FollowUpsView, NewClosing } from './follow-up.dto.ts';
import { closingEvents } from './follow-up.events.ts';
import { FollowUpReader, type ClosingDetails } from './follow-up.reader.ts';
import { closingFaults } from './follow-up.rules.ts';
import { PlanReader } from './plan.reader.ts';

const OPEN = sql(
  'closing.open',
  `select (select count(*)::int from intervention where case_id = $1 and state in ('AGREED', 'ONGOING')) as interventions,
          exists (select from meeting where case_id = $1 and state = 'PLANNED') as planned,
          exists (select from meeting where case_id = $1 and state = 'REOPENED') as reopened`,
);
const CLOSE = sql('closing.record', `insert into closing (case_id, with_family, details) values ($1, $2, $3)`);

interface WhatIsOpen {
  interventions: number;
  planned: boolean;
  reopened: boolean;
}

/** Ends a case, with why and how it went. A new need is a new case, linked to this one. */
@Injectable()
export class ClosingService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly steps: CaseSteps,
    private readonly plans: PlanReader,
    private readonly reader: FollowUpReader,
    private readonly ends: DisclosureEnds,
  ) {}

  /** 422 naming what is not answered; 409 while a meeting waits to be held or its record to be corrected. */
  async close(caseId: string, version: number, content: NewClosing): Promise<FollowUpsView> {
    const sip = await this.steps.begin(caseId, version, 'close');
    const [open] = await this.database.query<WhatIsOpen>(OPEN(caseId));
    if (open!.planned)
      throw new Problem(
        'state-conflict',
        'Ett möte är planerat. Ställ in det, eller markera det som hållet, och avsluta sedan.',
      );
    if (open!.reopened)
      throw new Problem('state-conflict', 'Ett protokoll rättas just nu. Markera mötet som hållet, och avsluta sedan.');
    const { reason, endedOn, withFamily, note, goals } = content;
    const errors = closingFaults(content, {
      today: this.clock.today(),
      needOn: sip.needOn,
      reasons: sip.rules.closingReasons.map(({ code }) => code),
      plan: await this.planOf(sip),
      openInterventions: open!.interventions,
    });
    refuseFaults(errors);

    const details: ClosingDetails = { note, goals };
    await this.database.query(CLOSE(caseId, withFamily, sip.secrets.seal('closing.details', caseId, details)));
    const after = await this.steps.take(sip, 'close', {
      endedOn,
      closingReason: reason,
      details: { ...(note && { closingNote: note }) },
    });
    await this.steps.emptyDraft(after, 'CLOSING');
    this.steps.record(closingEvents.closed, after, {
      ...(await this.ends.end(after)),
      closedOn: endedOn,
      reason,
      goalResults: goals.map(({ result }) => result),
      withFamily: withFamily ? 'YES' : 'NO',
      delta: 1,
    });
    return this.reader.view(caseId);
  }

  private async planOf({ id, planNumber }: LockedCase) {
    return planNumber > 0 ? (await this.plans.version(id, planNumber)).view.content : null;
  }
}
