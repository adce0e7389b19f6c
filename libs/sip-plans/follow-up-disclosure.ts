import { dayInWords } from '../platform/index.ts';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import {
  DisclosureSources,
  type DisclosableVersion,
  type DisclosedDocument,
  type DisclosedCase,
} from '../cases/index.ts';
import type { FollowUpView } from './follow-up.dto.ts';
import { FollowUpReader } from './follow-up.reader.ts';
import { GOAL_RESULT_WORDS, INTERVENTION_RESULT_WORDS } from './follow-up.rules.ts';

/** Lets the latest follow-up be handed out with the case. */
@Injectable()
export class FollowUpDisclosure implements OnModuleInit {
  constructor(
    private readonly sources: DisclosureSources,
    private readonly reader: FollowUpReader,
  ) {}

  onModuleInit(): void {
    this.sources.add('FOLLOW_UP', (sip) => this.latest(sip));
  }

  private async latest({ id }: DisclosedCase): Promise<DisclosableVersion | undefined> {
    const [latest] = (await this.reader.view(id)).followUps;
    if (!latest) return undefined;
    return {
      what: 'FOLLOW_UP',
      sourceId: latest.id,
      number: latest.planNumber,
      documentFor: (_, shielded) => writtenOut(latest, shielded),
    };
  }
}

/** How it went, goal by goal. What a unit is to do next stands in the plan that follows. */
export function writtenOut(followUp: FollowUpView, shielded: boolean): DisclosedDocument {
  const { planNumber, heldOn, goals, interventions } = followUp;
  return {
    title: `Uppföljning av plan nummer ${planNumber}`,
    sections: [
      { heading: 'Uppföljd', paragraphs: [dayInWords(heldOn)] },
      {
        heading: 'Mål',
        rows: goals.map(({ text, result, note }) => ({
          label: text,
          text: [result && GOAL_RESULT_WORDS[result], note].filter(Boolean).join('. '),
        })),
      },
      {
        heading: 'Insatser',
        rows: interventions.map(({ text, unit, result, why }) => ({
          label: unit && !shielded ? `${text} (${unit.name})` : text,
          text: [result && INTERVENTION_RESULT_WORDS[result], why].filter(Boolean).join('. '),
        })),
      },
    ],
    promises: [],
  };
}
