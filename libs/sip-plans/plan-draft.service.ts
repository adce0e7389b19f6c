import { Injectable } from '@nestjs/common';
import { Log } from '../audit/index.ts';
import { CaseSteps, type LockedCase } from '../cases/index.ts';
import { Clock, Database, refuseFaults, sql, staleVersion } from '../platform/index.ts';
import type { PlanContent, PlanView } from './plan.dto.ts';
import { planEvents } from './plan.events.ts';
import { PlanReader } from './plan.reader.ts';
import { contentFaults, EMPTY_PLAN } from './plan.rules.ts';

const DRAFT = sql('plan.draft', `select version, content from plan where case_id = $1`);
const SAVE = sql(
  'plan.save',
  `insert into plan (case_id, content, saved_at) values ($1, $2, $3)
   on conflict (case_id) do update
     set content = excluded.content, saved_at = excluded.saved_at, saved_by_id = app_assignment(), version = plan.version + 1`,
);

export interface Draft {
  /** 0 before anything was saved. */
  version: number;
  content: PlanContent;
}

/** The plan as it is written in the room. The case's row is its lock. */
@Injectable()
export class PlanDrafts {
  constructor(
    private readonly database: Database,
    private readonly log: Log,
    private readonly clock: Clock,
    private readonly steps: CaseSteps,
    private readonly reader: PlanReader,
  ) {}

  /** Saves the whole draft. 412 when somebody else has saved since `version`; 409 when nothing is to be written now. */
  async save(caseId: string, version: number, content: PlanContent): Promise<PlanView> {
    const sip = await this.steps.beginPart(caseId, 'draft-plan', 'revise-plan');
    await this.at(sip, version);
    refuseFaults(contentFaults(content));
    await this.write(sip, content);
    if (sip.state === 'MEETING_HELD') {
      await this.steps.take(sip, 'draft-plan');
      this.steps.record(planEvents.begun, sip);
    } else this.log.record(planEvents.saved, { subject: `sip-case:${caseId}`, facts: { guarded: sip.guarded } });
    return this.reader.view(caseId);
  }

  /**
   * Begins the next plan from the one that was followed up, inside another service's access: what is done is left out,
   * and the family and the next follow-up are asked about anew.
   */
  async renew(sip: LockedCase, done: readonly string[], followUpOn?: string): Promise<void> {
    const { content } = await this.draft(sip);
    const { familyAgrees: _, dissent: __, followUpOn: ___, ...kept } = content;
    const interventions = kept.interventions.filter(({ id }) => !done.includes(id));
    await this.write(sip, { ...kept, interventions, ...(followUpOn && { followUpOn }) });
  }

  private async draft({ id, secrets }: LockedCase): Promise<Draft> {
    const [row] = await this.database.query<{ version: number; content: Buffer }>(DRAFT(id));
    return row ? { version: row.version, content: secrets.open('plan.content', id, row.content) } : UNWRITTEN;
  }

  /** The draft as somebody last saw it. 412 when it has been saved since. */
  async at(sip: LockedCase, version: number): Promise<Draft> {
    const draft = await this.draft(sip);
    if (draft.version !== version) throw staleVersion(draft.version);
    return draft;
  }

  private async write({ id, secrets }: LockedCase, content: PlanContent): Promise<void> {
    await this.database.query(SAVE(id, secrets.seal('plan.content', id, content), this.clock.now()));
  }
}

const UNWRITTEN: Draft = { version: 0, content: EMPTY_PLAN };
