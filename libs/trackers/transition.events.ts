import { eventKind } from '../audit/index.ts';

export const transitionEvents = {
  read: eventKind({ type: 'transition.read', activity: 'Läsa' }),
  listed: eventKind({ type: 'transition.listed', activity: 'Läsa' }),
  changed: eventKind({ type: 'transition.changed', activity: 'Skriva', reaches: ['holder', 'named'] }),
  begun: eventKind({ type: 'transition.begun', activity: 'Skriva', reaches: ['holder', 'named'] }),
  completed: eventKind({ type: 'transition.completed', activity: 'Skriva', reaches: ['holder', 'named'] }),
  /** The 18th birthday: the guardians' standing has ended. Facts: guardians. */
  cameOfAge: eventKind({ type: 'transition.came-of-age', activity: 'Skriva', reaches: ['holder', 'named'] }),
};
