import { useState } from 'react';
import { useAgreement } from '../agreement/use-agreement.ts';
import type { SipCase } from '../cases/case.ts';
import { Button, Buttons } from '../kit/button.tsx';
import { DataTable } from '../kit/data-table.tsx';
import { DateText } from '../kit/date-text.tsx';
import { EmptyState } from '../kit/empty-state.tsx';
import { Link } from '../kit/link.tsx';
import { Loaded } from '../kit/loaded.tsx';
import { Panel } from '../kit/panel.tsx';
import { useConsents } from './consent.ts';
import { type Disclosure, type Disclosures, useDisclosures, whatWords } from './disclosure.ts';
import { HandOutDialog } from './hand-out-dialog.tsx';

const names = new Intl.ListFormat('sv');

/** Who has got what, when and on what ground; and the way to hand out more. */
export function DisclosuresPanel({ sipCase }: { sipCase: SipCase }) {
  return (
    <Loaded query={useDisclosures(sipCase.id)}>
      {(disclosures) => <WhoHasGotWhat sipCase={sipCase} disclosures={disclosures} />}
    </Loaded>
  );
}

function WhoHasGotWhat({ sipCase, disclosures: view }: { sipCase: SipCase; disclosures: Disclosures }) {
  const [handsOut, setHandsOut] = useState(false);
  const consents = useConsents(sipCase.id).data;
  return (
    <Panel
      title="Vem har fått vad"
      action={
        <Buttons>
          {sipCase.steps.includes('change') && (
            <Button kind="primary" onPress={() => setHandsOut(true)}>
              Lämna ut
            </Button>
          )}
          <Link to={`/arenden/${sipCase.id}/utdrag`} kind="secondary" icon="print">
            Utdrag till familjen
          </Link>
        </Buttons>
      }
    >
      {view.disclosures.length === 0 ? (
        <EmptyState title="Inget är utlämnat">
          En part ser bara det som lämnas ut till den. Här ser du vem som har fått vad.
        </EmptyState>
      ) : (
        <DataTable
          caption="Vem har fått vad"
          rows={view.disclosures}
          rowKey={({ id }) => id}
          columns={[
            { id: 'to', name: 'Till', cell: (row) => <To row={row} /> },
            { id: 'what', name: 'Vad', cell: (row) => <What row={row} caseId={sipCase.id} /> },
            { id: 'ground', name: 'Grund', cell: (row) => <Ground row={row} /> },
            { id: 'when', name: 'När', cell: (row) => <When row={row} /> },
          ]}
        />
      )}
      {handsOut && consents && (
        <HandOutDialog sipCase={sipCase} consents={consents} view={view} onClose={() => setHandsOut(false)} />
      )}
    </Panel>
  );
}

function What({ row, caseId }: { row: Disclosure; caseId: string }) {
  return (
    <Link to={`/arenden/${caseId}/utlamnat/${row.id}`}>
      {whatWords(row)}
      <span className="visually-hidden">, till {row.unit?.name ?? row.name}</span>
    </Link>
  );
}

function To({ row: { unit, name, readers } }: { row: Disclosure }) {
  return (
    <>
      {unit?.name ?? name}
      {readers.length > 0 && <span className="second-line">Läses av {readers.join(', ')}</span>}
    </>
  );
}

function Ground({ row: { recipient, consentedBy, ground } }: { row: Disclosure }) {
  const { content } = useAgreement();
  if (recipient !== 'UNIT') return 'Eget exemplar till familjen';
  if (ground) return content?.sip.disclosureGrounds.find(({ code }) => code === ground)?.name ?? ground;
  return `Samtycke från ${names.format(consentedBy)}`;
}

function When({ row: { at, byName } }: { row: Disclosure }) {
  return (
    <>
      <DateText value={at} time />
      <span className="second-line">{byName}</span>
    </>
  );
}
