import { Link as RouterLink } from 'react-router';
import { useAgreement } from '../agreement/use-agreement.ts';
import { EmptyState } from '../kit/empty-state.tsx';
import { Icon } from '../kit/icon.tsx';
import { StateTag, type StateTone } from '../kit/state-tag.tsx';
import type { AgendaItem, Sitting } from '../sittings/sitting.ts';
import { slotWords } from './sitting-words.ts';

const STATES: Record<AgendaItem['state'], { name: string; tone: StateTone }> = {
  PLACED: { name: 'Väntar', tone: 'waiting' },
  HELD: { name: 'Hållen, svar saknas', tone: 'active' },
  CONCLUDED: { name: 'Besvarad', tone: 'done' },
};

export function AgendaStateTag({ state }: Pick<AgendaItem, 'state'>) {
  const { name, tone } = STATES[state];
  return <StateTag tone={tone}>{name}</StateTag>;
}

export const questionPath = (sittingId: string, consultationId: string) => `/moten/${sittingId}/rum/${consultationId}`;

/** The questions of the meeting, in order; each opens its own page. */
export function Agenda({ sitting }: { sitting: Sitting }) {
  const { nameOf } = useAgreement();
  if (sitting.agenda.length === 0) {
    return <EmptyState title="Inga frågor">Här visas frågorna när samordnaren har lagt dem på mötet.</EmptyState>;
  }
  return (
    <ol className="rows numbered">
      {sitting.agenda.map((item) => (
        <li key={item.id}>
          <RouterLink to={questionPath(sitting.id, item.id)} className="row-link">
            <span>
              <span className="row-name">{item.themes.map((theme) => nameOf('themes', theme)).join(' / ')}</span>
              <span className="row-more">
                {slotWords(item)} · {nameOf('ageBands', item.ageBand)} · {item.unit.name}
              </span>
              <AgendaStateTag state={item.state} />
            </span>
            <Icon name="right" />
          </RouterLink>
        </li>
      ))}
    </ol>
  );
}
