import { countedFigure, eventKind, type Audience } from '../audit/index.ts';

const told: readonly Audience[] = ['holder', 'named'];
const counted: readonly Audience[] = [...told, 'managers'];

export const followUpEvents = {
  listed: eventKind({ type: 'follow-up.listed', activity: 'Läsa' }),
  /** The day has come that the plan was to be followed up. */
  due: eventKind({ type: 'follow-up.due', activity: 'Skriva', reaches: told }),
  /** Counts: facts heldOn, onTime, decision, planNumber, delta 1. */
  held: eventKind({ type: 'follow-up.held', activity: 'Signera', reaches: counted }),
};

export const closingEvents = {
  /** Counts: facts closedOn, reason, goalResults (one for each goal), delta 1. */
  closed: eventKind({ type: 'sip-case.closed', activity: 'Signera', reaches: [...counted, 'recipients'] }),
};

export const followUpsOnTime = countedFigure({
  id: 'follow-ups-on-time',
  version: 1,
  counts: [followUpEvents.held.type],
  on: 'heldOn',
  by: 'onTime',
  explanation:
    'Antal uppföljningar av planer under året, efter om de hölls senast den dag som planen angav (YES) eller senare (NO). Dagen ni följde upp avgör året.',
});

export const closingsByReason = countedFigure({
  id: 'closings-by-reason',
  version: 1,
  counts: [closingEvents.closed.type],
  on: 'closedOn',
  by: 'reason',
  explanation: 'Antal SIP-ärenden som har avslutats under året, efter skälet. Dagen ärendet avslutades avgör året.',
});

// An event counts once under each key, so this counts cases and not goals.
export const casesByGoalResult = countedFigure({
  id: 'cases-by-goal-result',
  version: 1,
  counts: [closingEvents.closed.type],
  on: 'closedOn',
  by: 'goalResults',
  explanation:
    'Antal avslutade SIP-ärenden under året med minst ett mål som nåddes (MET), nåddes delvis (PARTLY), inte nåddes (NOT) eller inte längre var aktuellt (NOT_RELEVANT). Ett ärende med flera mål kan räknas under flera av dem, så summan är större än antalet ärenden. Ärenden som avslutas utan plan räknas inte.',
});
