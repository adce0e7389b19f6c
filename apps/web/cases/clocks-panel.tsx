import { DataTable } from '../kit/data-table.tsx';
import { dateText, dayText } from '../kit/date-words.ts';
import { EmptyState } from '../kit/empty-state.tsx';
import { Icon } from '../kit/icon.tsx';
import { Panel } from '../kit/panel.tsx';
import type { CaseClock } from './case.ts';
import { clockName, clockWords } from './case-words.ts';

/** The agreement's deadlines for this case: date and words. */
export function ClocksPanel({ clocks }: { clocks: CaseClock[] }) {
  return (
    <Panel title="Tider att hålla">
      {clocks.length === 0 ? (
        <EmptyState title="Ingen tid löper" />
      ) : (
        <DataTable
          caption="Tider att hålla"
          rows={clocks}
          rowKey={({ clock }) => clock}
          columns={[
            { id: 'what', name: 'Vad', cell: clockName },
            { id: 'due', name: 'Senast', cell: ({ dueOn }) => dayText(dueOn) },
            { id: 'how', name: 'Hur det går', cell: (clock) => <How clock={clock} /> },
          ]}
        />
      )}
    </Panel>
  );
}

function How({ clock }: { clock: CaseClock }) {
  const { metOn, late } = clock;
  return (
    <span className={late ? 'due late' : 'due'}>
      {late && <Icon name="warning" />}
      <span>
        {clockWords(clock)}
        {metOn && <span className="second-line">{dateText(metOn)}</span>}
      </span>
    </span>
  );
}
