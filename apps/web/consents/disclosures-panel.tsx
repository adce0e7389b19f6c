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
          rows={occasionsOf(view.disclosures)}
          rowKey={([first]) => first!.id}
          columns={[
            { id: 'what', name: 'Vad', cell: ([first]) => whatWords(first!) },
            { id: 'when', name: 'När', cell: ([first]) => <When row={first!} /> },
            {
              id: 'to',
              name: 'Till',
              cell: (copies) => <To copies={copies} caseId={sipCase.id} guarded={view.guarded} />,
            },
          ]}
        />
      )}
      {handsOut && consents && (
        <HandOutDialog sipCase={sipCase} consents={consents} view={view} onClose={() => setHandsOut(false)} />
      )}
    </Panel>
  );
}

const TO_THE_MINUTE = '2026-11-22T13:42'.length;

/** The copies that were handed out together, the latest first. */
function occasionsOf(disclosures: Disclosure[]): Disclosure[][] {
  const occasions = new Map<string, Disclosure[]>();
  for (const copy of disclosures) {
    const occasion = `${whatWords(copy)} ${copy.at.slice(0, TO_THE_MINUTE)} ${copy.byName}`;
    occasions.set(occasion, [...(occasions.get(occasion) ?? []), copy]);
  }
  return [...occasions.values()];
}

const nameOf = ({ unit, name }: Disclosure): string => unit?.name ?? name ?? '';

/** Who got a copy, under the ground on which they did. */
function To({ copies, caseId, guarded }: { copies: Disclosure[]; caseId: string; guarded: boolean }) {
  const groundOf = useGroundWords();
  const grounds = [...new Set(copies.map(groundOf))];
  const byName = copies.toSorted((a, b) => nameOf(a).localeCompare(nameOf(b), 'sv', { numeric: true }));
  return grounds.map((ground) => (
    <div key={ground} className="handed-out">
      <ul>
        {byName
          .filter((copy) => groundOf(copy) === ground)
          .map((copy) => (
            <li key={copy.id}>
              <Link to={`/arenden/${caseId}/utlamnat/${copy.id}`}>
                {nameOf(copy)}
                <span className="visually-hidden">, {whatWords(copy)}</span>
              </Link>
              {copy.readers.length > 0 && <span className="second-line">Läses av {copy.readers.join(', ')}</span>}
              {guarded && copy.unit && copy.readers.length === 0 && (
                <span className="second-line">
                  Stängd sedan barnet fick skydd. Lämna ut på nytt till dem som ska läsa.
                </span>
              )}
            </li>
          ))}
      </ul>
      <p className="second-line">{ground}</p>
    </div>
  ));
}

function useGroundWords() {
  const { content } = useAgreement();
  return ({ recipient, consentedBy, ground }: Disclosure): string => {
    if (recipient !== 'UNIT') return 'Eget exemplar till familjen';
    if (ground) return content?.sip.disclosureGrounds.find(({ code }) => code === ground)?.name ?? ground;
    return `Samtycke från ${names.format(consentedBy)}`;
  };
}

function When({ row: { at, byName } }: { row: Disclosure }) {
  return (
    <>
      <DateText value={at} time />
      <span className="second-line">{byName}</span>
    </>
  );
}
