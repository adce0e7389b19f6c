import { countedFigure, eventKind, type Audience } from '../audit/index.ts';

const told: readonly Audience[] = ['holder', 'named'];
const toldToCalled: readonly Audience[] = [...told, 'recipients'];

/** What happens to a meeting of a case. Facts: meeting; recipients, the units that the summons was disclosed to. */
export const meetingEvents = {
  listed: eventKind({ type: 'meeting.listed', activity: 'Läsa' }),
  read: eventKind({ type: 'meeting.read', activity: 'Läsa' }),
  summoned: eventKind({ type: 'meeting.summoned', activity: 'Skriva', reaches: toldToCalled }),
  moved: eventKind({ type: 'meeting.moved', activity: 'Skriva', reaches: toldToCalled }),
  cancelled: eventKind({ type: 'meeting.cancelled', activity: 'Skriva', reaches: toldToCalled }),
  written: eventKind({ type: 'meeting.written', activity: 'Skriva', reaches: told }),
  /** Counts: facts heldOn, kind, withinDays, child, parties, called, came, delta 1. */
  held: eventKind({ type: 'meeting.held', activity: 'Signera', reaches: [...told, 'managers'] }),
  /** Takes a held one back, for its record to be corrected: the same facts, delta -1. */
  reopened: eventKind({ type: 'meeting.reopened', activity: 'Skriva', reaches: [...told, 'managers'] }),
};

const COUNTS = [meetingEvents.held.type, meetingEvents.reopened.type];
const CORRECTED = 'Rättas ett protokoll räknas mötet som det rättade protokollet säger.';

/** Domain reference 2.2 (D2): the agreement's days from the consent to the first meeting. */
export const meetingsWithinDays = countedFigure({
  id: 'meetings-within-days',
  version: 1,
  counts: COUNTS,
  on: 'heldOn',
  by: 'withinDays',
  explanation: `Antal hållna SIP-möten under året, efter om det första mötet hölls inom överenskommelsens dagar från samtycket (YES) eller inte (NO). Uppföljningsmöten och möten inför utskrivning har ingen sådan tid (NOT_BOUND). Dagen mötet hölls avgör året. ${CORRECTED}`,
});

export const childsParticipation = countedFigure({
  id: 'childs-participation',
  version: 1,
  counts: COUNTS,
  on: 'heldOn',
  by: 'child',
  explanation: `Antal hållna SIP-möten under året, efter hur barnet var med: på hela mötet (PRESENT), en del av det (IN_PART), genom någon som förde barnets talan (REPRESENTED) eller inte alls (ABSENT). ${CORRECTED}`,
});

export const partiesAttending = countedFigure({
  id: 'parties-attending',
  version: 1,
  counts: COUNTS,
  on: 'heldOn',
  by: 'parties',
  explanation: `Antal hållna SIP-möten under året, efter om alla kallade och inbjudna parter kom (ALL_CAME) eller någon saknades (SOME_ABSENT). ${CORRECTED}`,
});
