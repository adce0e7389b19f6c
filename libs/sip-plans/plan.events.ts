import { countedFigure, eventKind } from '../audit/index.ts';
import { caseEvent } from '../cases/index.ts';

/** What happens to the plan of a case. */
export const planEvents = {
  read: eventKind({ type: 'plan.read', activity: 'Läsa' }),
  versionRead: eventKind({ type: 'plan.version-read', activity: 'Läsa' }),
  changesRead: eventKind({ type: 'plan.changes-read', activity: 'Läsa' }),
  printed: eventKind({ type: 'plan.printed', activity: 'Utskrift' }),
  begun: caseEvent('plan.begun'),
  /** Each time the draft is saved as it is typed: neither pushed to screens nor kept in the case's timeline. */
  saved: eventKind({ type: 'plan.saved', activity: 'Skriva' }),
  /** Counts: facts confirmedOn, legallyComplete, agreementComplete, number, kind, delta 1. */
  confirmed: eventKind({
    type: 'plan.confirmed',
    activity: 'Signera',
    reaches: ['holder', 'named', 'managers'],
  }),
};

export const plansLegallyComplete = countedFigure({
  id: 'plans-legally-complete',
  version: 1,
  counts: [planEvents.confirmed.type],
  on: 'confirmedOn',
  by: 'legallyComplete',
  explanation:
    'Antal planer som har fastställts under året, efter om alla fyra punkterna i SoL 10 kap. 9 § och HSL 16 kap. 4 § fanns med (YES). En plan som saknar någon av dem går inte att fastställa. Varje ny version räknas för sig. Dagen planen fastställdes avgör året.',
});
