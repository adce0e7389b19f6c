import { eventKind, type Audience } from '../audit/index.ts';
import { caseEvent } from './case.events.ts';

/** Whoever holds copies is told when nothing more is handed out. */
const alsoParties: readonly Audience[] = ['holder', 'named', 'recipients'];

/** What happens to consents. Facts never say who consented: guardians are counted, not named. */
export const consentEvents = {
  read: eventKind({ type: 'consent.read', activity: 'Läsa' }),
  given: caseEvent('consent.given'),
  refused: eventKind({ type: 'consent.refused', activity: 'Skriva', reaches: alsoParties }),
  /** Told to the units that hold copies too: nothing more comes, and what they have stays theirs. */
  withdrawn: eventKind({ type: 'consent.withdrawn', activity: 'Skriva', reaches: alsoParties }),
  completed: caseEvent('consent.completed'),
  renewalBegun: caseEvent('consent.renewal-begun'),
  exceptionRecorded: caseEvent('consent-exception.recorded'),
  exceptionEnded: eventKind({ type: 'consent-exception.ended', activity: 'Skriva', reaches: alsoParties }),
  groundRecorded: caseEvent('disclosure-ground.recorded'),
  groundEnded: caseEvent('disclosure-ground.ended'),
};

export const disclosureEvents = {
  made: eventKind({ type: 'disclosure.made', activity: 'Skriva', reaches: ['holder', 'named', 'recipients'] }),
  listed: eventKind({ type: 'disclosure.listed', activity: 'Läsa' }),
  read: eventKind({ type: 'disclosure.read', activity: 'Läsa' }),
  readersListed: eventKind({ type: 'disclosure.readers-listed', activity: 'Läsa' }),
  extracted: eventKind({ type: 'disclosure.family-extract', activity: 'Utskrift' }),
};

export const receivedEvents = {
  listed: eventKind({ type: 'received-case.listed', activity: 'Läsa' }),
  read: eventKind({ type: 'received-case.read', activity: 'Läsa' }),
};
