import { countedFigure, eventKind, type Audience } from '../audit/index.ts';

const counted: readonly Audience[] = ['holder', 'named', 'managers'];

export const examinationEvents = {
  read: eventKind({ type: 'health-examination.read', activity: 'Läsa' }),
  changed: eventKind({ type: 'health-examination.changed', activity: 'Skriva', reaches: ['holder', 'named'] }),
  /** Counts: facts offeredOn, inTime (YES or NO), delta 1; -1 when the date is taken away. */
  offer: eventKind({ type: 'health-examination.offer-noted', activity: 'Skriva', reaches: counted }),
  /** Counts: facts heldOn, kind, delta. */
  held: eventKind({ type: 'health-examination.held-noted', activity: 'Skriva', reaches: counted }),
  /** Both at once: the facts of both. */
  both: eventKind({ type: 'health-examination.offer-and-held-noted', activity: 'Skriva', reaches: counted }),
};

export const examinationsOffered = countedFigure({
  id: 'examinations-offered',
  version: 1,
  counts: [examinationEvents.offer.type, examinationEvents.both.type],
  on: 'offeredOn',
  by: 'inTime',
  explanation:
    'Antal hälsoundersökningar för placerade barn som har erbjudits under året: i tid (YES) eller för sent (NO). Tiden räknas i dagar från begäran och står i överenskommelsen som ärendet följer. Varje undersökning räknas för sig: fysisk, psykisk och tänder.',
});

export const examinationsHeld = countedFigure({
  id: 'examinations-held',
  version: 1,
  counts: [examinationEvents.held.type, examinationEvents.both.type],
  on: 'heldOn',
  by: 'kind',
  explanation: 'Antal hälsoundersökningar för placerade barn som har gjorts under året, efter slag.',
});
