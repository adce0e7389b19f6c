import { countedFigure, eventKind } from '../audit/index.ts';

export const attendanceEvents = {
  read: eventKind({ type: 'attendance-band.read', activity: 'Läsa' }),
  changed: eventKind({ type: 'attendance-band.changed', activity: 'Skriva', reaches: ['holder', 'named'] }),
  /** Counts: facts endedOn, change (IMPROVED, SAME or WORSE), delta 1; -1 when the start or the end is taken away. */
  compared: eventKind({
    type: 'attendance-band.compared',
    activity: 'Skriva',
    reaches: ['holder', 'named', 'managers'],
  }),
};

export const absenceChanges = countedFigure({
  id: 'absence-changes',
  version: 1,
  counts: [attendanceEvents.compared.type],
  on: 'endedOn',
  by: 'change',
  explanation:
    'Antal ärenden där barnets skolfrånvaro har jämförts mellan start och slut: mindre frånvaro (IMPROVED), lika (SAME) eller mer (WORSE). Jämförelsen görs i överenskommelsens band och räknas den dag slutet antecknades för.',
});
