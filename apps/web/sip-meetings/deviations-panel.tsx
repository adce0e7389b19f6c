import { useState } from 'react';
import { useAgreement } from '../agreement/use-agreement.ts';
import type { SipCase } from '../cases/case.ts';
import { Button, Buttons } from '../kit/button.tsx';
import { DateText } from '../kit/date-text.tsx';
import { EmptyState } from '../kit/empty-state.tsx';
import { Loaded } from '../kit/loaded.tsx';
import { Facts, Panel } from '../kit/panel.tsx';
import { StateTag } from '../kit/state-tag.tsx';
import { DEVIATION_STATES, type Deviation, useDeviations } from './deviation.ts';
import './sip-meetings.css';
import { ChangeDeviationDialog, DismissDeviationDialog, NewDeviationDialog } from './deviation-dialogs.tsx';

/** Deviations in collaboration: found or written here, handled in MedControl PRO. */
export function DeviationsPanel({ sipCase }: { sipCase: SipCase }) {
  const [writes, setWrites] = useState(false);
  const mayWrite = sipCase.steps.includes('change');
  return (
    <Panel
      title="Avvikelser i samverkan"
      action={mayWrite && <Button onPress={() => setWrites(true)}>Skriv en avvikelse</Button>}
    >
      <Loaded query={useDeviations(sipCase.id)}>
        {({ deviations }) =>
          deviations.length === 0 ? (
            <EmptyState title="Inga avvikelser">
              Samordna föreslår en när en kallad part uteblir utan återbud, och när ett möte, en uppföljning eller en
              insats blir försenad. Avvikelsen hanteras i MedControl PRO.
            </EmptyState>
          ) : (
            <ul className="rows deviations">
              {deviations.map((deviation) => (
                <li key={deviation.id}>
                  <OneDeviation deviation={deviation} />
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
      {writes && <NewDeviationDialog sipCase={sipCase} onClose={() => setWrites(false)} />}
    </Panel>
  );
}

function OneDeviation({ deviation }: { deviation: Deviation }) {
  const { category, status, happenedOn, found, concernedUnit, mcpNumber, guideline, learning, dismissedBecause } =
    deviation;
  const [asks, setAsks] = useState<'change' | 'dismiss' | null>(null);
  const categories = useAgreement().content?.sip.deviationCategories ?? [];
  const name = categories.find(({ code }) => code === category)?.name ?? category;
  const isOpen = status !== 'DISMISSED' && status !== 'CLOSED';
  return (
    <>
      <h3>{name}</h3>
      <p>
        <StateTag tone={DEVIATION_STATES[status].tone}>{DEVIATION_STATES[status].name}</StateTag>
      </p>
      <Facts
        facts={[
          { name: found ? 'Dag, upptäckt av Samordna' : 'Dag', value: <DateText value={happenedOn} /> },
          ...(concernedUnit ? [{ name: 'Enhet', value: concernedUnit.name }] : []),
          ...(mcpNumber ? [{ name: 'Nummer i MedControl PRO', value: mcpNumber }] : []),
          ...(guideline ? [{ name: 'Följdes inte', value: guideline }] : []),
          ...(learning ? [{ name: 'Vad vi lärde oss', value: learning }] : []),
          ...(dismissedBecause ? [{ name: 'Varför det inte är en avvikelse', value: dismissedBecause }] : []),
        ]}
      />
      {isOpen && (
        <Buttons>
          <Button label={`För vidare: ${name}`} onPress={() => setAsks('change')}>
            För vidare
          </Button>
          {status === 'SUGGESTED' && (
            <Button kind="quiet" label={`Ingen avvikelse: ${name}`} onPress={() => setAsks('dismiss')}>
              Ingen avvikelse
            </Button>
          )}
        </Buttons>
      )}
      {asks === 'change' && <ChangeDeviationDialog deviation={deviation} onClose={() => setAsks(null)} />}
      {asks === 'dismiss' && <DismissDeviationDialog deviation={deviation} onClose={() => setAsks(null)} />}
    </>
  );
}
