import { useAgreement } from '../agreement/use-agreement.ts';
import { DataTable } from '../kit/data-table.tsx';
import { EmptyState } from '../kit/empty-state.tsx';
import { Panel } from '../kit/panel.tsx';
import type { Consents, PartyCoverage } from './consent.ts';
import { lackWords } from './consent-words.ts';

/** What each party may be told today, and what is missing for the rest. */
export function CoveragePanel({ consents: { parties } }: { consents: Consents }) {
  return (
    <Panel title="Vad varje part får veta i dag">
      {parties.length === 0 ? (
        <EmptyState title="Inga parter">Ta med de enheter som ska samarbeta, på översikten.</EmptyState>
      ) : (
        <DataTable
          caption="Vad varje part får veta i dag"
          rows={parties}
          rowKey={({ partyId }) => partyId}
          columns={[
            { id: 'unit', name: 'Enhet', cell: ({ unit }) => unit.name },
            { id: 'consent', name: 'Med samtycke', cell: (party) => <Categories party={party} by="CONSENT" /> },
            { id: 'ground', name: 'På annan grund', cell: (party) => <Categories party={party} by="GROUND" /> },
            { id: 'nothing', name: 'Får inte veta', cell: (party) => <Categories party={party} by="NOTHING" /> },
          ]}
        />
      )}
    </Panel>
  );
}

function Categories({ party, by }: { party: PartyCoverage; by: PartyCoverage['categories'][number]['by'] }) {
  const { content } = useAgreement();
  const covered = party.categories.filter((category) => category.by === by);
  if (covered.length === 0) return <span className="soft">Inget</span>;
  const nameOf = (code: string) => content?.sip.categories.find((category) => category.code === code)?.name ?? code;
  const names = covered.map(({ category }) => nameOf(category)).join(', ');
  return (
    <>
      {covered.length === party.categories.length ? 'Allt' : names}
      {by === 'NOTHING' && <span className="second-line">Saknas: {whatLacks(covered)}</span>}
    </>
  );
}

/** Where one category lacks nobody's answer, it is the plan that is not consented to, and that comes first. */
const whatLacks = (covered: PartyCoverage['categories']): string =>
  lackWords(covered.some(({ missing }) => missing.length === 0) ? [] : covered.flatMap(({ missing }) => missing));
