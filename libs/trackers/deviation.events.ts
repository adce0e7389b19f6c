import { eventKind, type Audience } from '../audit/index.ts';

const told: readonly Audience[] = ['holder', 'named'];

/** What happens to a deviation. The facts name its category and status, never what was written. */
export const deviationEvents = {
  listed: eventKind({ type: 'deviation.listed', activity: 'Läsa' }),
  written: eventKind({ type: 'deviation.written', activity: 'Skriva', reaches: told }),
  suggested: eventKind({ type: 'deviation.suggested', activity: 'Skriva', reaches: told }),
  changed: eventKind({ type: 'deviation.changed', activity: 'Skriva', reaches: told }),
  dismissed: eventKind({ type: 'deviation.dismissed', activity: 'Skriva', reaches: told }),
};
