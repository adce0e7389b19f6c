import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DisclosureSources, type DisclosableVersion, type DisclosedCase } from '../cases/index.ts';
import { childsCopyOf, copyFor, writtenOut } from './plan-document.rules.ts';
import { PlanReader } from './plan.reader.ts';

/** Lets the latest confirmed plan be handed out with the case: to a unit with its own promises, to the child in plain words. */
@Injectable()
export class PlanDisclosure implements OnModuleInit {
  constructor(
    private readonly sources: DisclosureSources,
    private readonly reader: PlanReader,
  ) {}

  onModuleInit(): void {
    this.sources.add('PLAN', (sip) => this.latest(sip));
  }

  private async latest({ id }: DisclosedCase): Promise<DisclosableVersion | undefined> {
    const latest = await this.reader.latest(id);
    if (!latest) return undefined;
    const { view, agreement } = latest;
    return {
      what: 'PLAN',
      sourceId: view.id,
      number: view.number,
      documentFor: (recipient, shielded) => {
        const plan = writtenOut(view, agreement.services, shielded);
        if (recipient.kind === 'CHILD') return childsCopyOf(plan);
        return copyFor(recipient.kind === 'UNIT' ? recipient.unitId : undefined, plan);
      },
    };
  }
}
