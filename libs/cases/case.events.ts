import { countedFigure, eventKind, type Activity } from '../audit/index.ts';

/** An event of a case: told to the unit that holds it, or of a protected child to those named. */
export const caseEvent = (type: string, activity: Activity = 'Skriva') =>
  eventKind({ type, activity, reaches: ['holder', 'named'] });

export const caseEvents = {
  read: eventKind({ type: 'sip-case.read', activity: 'Läsa' }),
  listed: eventKind({ type: 'sip-case.listed', activity: 'Läsa' }),
  coverRead: eventKind({ type: 'sip-case.cover-read', activity: 'Läsa' }),
  dayRead: eventKind({ type: 'sip-case.day-read', activity: 'Läsa' }),
  timelineRead: eventKind({ type: 'sip-case.timeline-read', activity: 'Läsa' }),
  /** Counts: facts startedOn, kind, delta 1. */
  registered: eventKind({ type: 'sip-case.registered', activity: 'Skriva', reaches: ['holder', 'named', 'managers'] }),
  changed: caseEvent('sip-case.changed'),
  offered: caseEvent('sip-case.offered'),
  accepted: caseEvent('sip-case.accepted'),
  declined: eventKind({ type: 'sip-case.declined', activity: 'Skriva', reaches: ['holder', 'named', 'recipients'] }),
  /** Counts: facts deniedOn, delta 1. A service that denies a SIP that was asked for says why (domain reference 1.3). */
  denied: eventKind({
    type: 'sip-case.denied',
    activity: 'Skriva',
    reaches: ['holder', 'named', 'managers', 'recipients'],
  }),
};

export const partyEvents = {
  joined: caseEvent('party.joined'),
  left: eventKind({ type: 'party.left', activity: 'Skriva', reaches: ['holder', 'named', 'recipients'] }),
};

export const roleEvents = {
  named: caseEvent('case-role.named'),
  receiversRead: eventKind({ type: 'case-role.receivers-read', activity: 'Läsa' }),
  handoverOffered: caseEvent('handover.offered'),
  handoverAccepted: caseEvent('handover.accepted'),
  handoverDeclined: caseEvent('handover.declined'),
  handoverTakenBack: caseEvent('handover.taken-back'),
  takenOver: caseEvent('case-role.taken-over'),
};

export const sipsStarted = countedFigure({
  id: 'sips-started',
  version: 1,
  counts: [caseEvents.registered.type],
  on: 'startedOn',
  by: 'kind',
  explanation:
    'Antal SIP-ärenden som har börjat under året, efter slag. Ett ärende räknas den dag behovet registrerades, i svensk tid.',
});

export const sipsDenied = countedFigure({
  id: 'sips-denied',
  version: 1,
  counts: [caseEvents.denied.type],
  on: 'deniedOn',
  explanation: 'Antal SIP som någon bad om men som verksamheten nekade under året. Skälet står i ärendet.',
});
