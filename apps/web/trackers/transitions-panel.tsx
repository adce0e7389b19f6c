import { childWords, pathOf } from '../cases/case-words.ts';
import { DataTable } from '../kit/data-table.tsx';
import { DateText } from '../kit/date-text.tsx';
import { Link } from '../kit/link.tsx';
import { Panel } from '../kit/panel.tsx';
import { StateTag, type StateTone } from '../kit/state-tag.tsx';
import { type Transition, useNearTransitions } from './tracker.ts';

const PHASES: Record<Transition['phase'], { name: string; tone: StateTone }> = {
  NOT_YET: { name: 'Inte dags än', tone: 'draft' },
  TIME_TO_PLAN: { name: 'Planera', tone: 'active' },
  ALARM: { name: 'Ingen tar emot', tone: 'late' },
  OF_AGE: { name: 'Myndig, inte överlämnad', tone: 'late' },
};

/** On the day's page: whose 18th birthday is near. Nothing at all when there is nobody. */
export function TransitionsPanel() {
  const near = useNearTransitions().data;
  if (!near || near.total === 0) return null;
  return (
    <Panel title="Snart 18">
      <DataTable
        caption="Barn som snart fyller 18"
        rows={near.transitions}
        rowKey={({ caseId }) => caseId}
        columns={[
          {
            id: 'case',
            name: 'Ärende',
            cell: ({ caseId, reference }) => (
              <Link to={pathOf(caseId, 'ovrigt')}>
                <span className="reference">{reference}</span>
              </Link>
            ),
          },
          { id: 'child', name: 'Barn', cell: childWords },
          { id: 'birthday', name: 'Fyller 18', cell: ({ adultOn }) => <DateText value={adultOn} lead="words" /> },
          {
            id: 'state',
            name: 'Läge',
            cell: ({ phase, state }) =>
              state === 'READY' && phase !== 'OF_AGE' ? (
                <StateTag tone="done">Förberedd</StateTag>
              ) : (
                <StateTag tone={PHASES[phase].tone}>{PHASES[phase].name}</StateTag>
              ),
          },
        ]}
      />
      {near.total > near.transitions.length && (
        <p className="soft">
          Visar de {near.transitions.length} äldsta av {near.total}.
        </p>
      )}
    </Panel>
  );
}
