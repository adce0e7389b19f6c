import { Injectable, type OnModuleInit } from '@nestjs/common';
import { FamilyChanges } from '../children/index.ts';
import { Clock, Database, sql } from '../platform/index.ts';
import { CaseSteps, type LockedCase } from './case.steps.ts';
import { planConsentEnd } from './consent-end.rules.ts';
import { consentsCount } from './disclosure.rules.ts';
import { ConsentFiles, type ConsentFile } from './consent.file.ts';

const OPEN_CASE = sql('consent-end.open-case', `select id from sip_case where child_id = $1 and ended_on is null`);

/** Keeps with the case until when it is consented to, in the transaction of whatever changes that: no list works it out. */
@Injectable()
export class ConsentEnds implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly steps: CaseSteps,
    private readonly files: ConsentFiles,
    private readonly family: FamilyChanges,
  ) {}

  onModuleInit(): void {
    this.family.follow((childId) => this.keepOfChild(childId));
  }

  /** Until when the case is consented to. What has been missing for some time goes on being missing since then. */
  endOf(sip: LockedCase, { family, consents }: ConsentFile): string {
    const today = this.clock.today();
    const end = planConsentEnd(family, consents, today);
    const known = sip.consentEndsOn;
    return end < today && known && known < end ? known : end;
  }

  /** Keeps it anew after a change; not of a case that waits for consent. */
  async keep(sip: LockedCase): Promise<void> {
    if (!sip.consentedOn || !consentsCount(sip.state)) return;
    const end = this.endOf(sip, await this.files.of(sip.id));
    if (end !== sip.consentEndsOn) await this.steps.keepConsentEnd(sip, end);
  }

  private async keepOfChild(childId: string): Promise<void> {
    const [open] = await this.database.query<{ id: string }>(OPEN_CASE(childId));
    if (open) await this.keep(await this.steps.lock(open.id));
  }
}
