import { clockText, dateText } from '../kit/date-words.ts';
import { Panel } from '../kit/panel.tsx';
import { eventWords } from '../log/event-words.ts';
import type { CaseFile } from './case-file.ts';
import { Lines } from './paper.tsx';

/** What has happened, the latest first. */
export function EventList({ events }: { events: CaseFile['timeline'] }) {
  return (
    <Panel title={events.length < 100 ? 'Händelser' : 'De 100 senaste händelserna'}>
      <Lines
        lines={events.map(({ id, at, type, byName }) => ({
          id,
          text: `${dateText(at)} kl. ${clockText(at)}: ${eventWords(type)}, ${byName ?? 'Samordna'}`,
        }))}
      />
    </Panel>
  );
}
