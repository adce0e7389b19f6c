import { useAgreement } from '../agreement/use-agreement.ts';
import { Icon } from '../kit/icon.tsx';
import { Facts, Panel } from '../kit/panel.tsx';
import type { Consultation } from './meeting.ts';

/** The question as it was prepared, in letters that can be read from the other end of the room. */
export function Sheet({ consultation }: { consultation: Consultation }) {
  const { nameOf, namesOf } = useAgreement();
  const { question, tried, themes, ageBand, services, unit, note } = consultation;
  return (
    <Panel title="Frågan">
      <div className="sheet">
        <p className="written sheet-question">{question}</p>
        <h3>Det här är prövat</h3>
        <p className="written">{tried || 'Inget angivet.'}</p>
        <Facts
          facts={[
            { name: 'Teman', value: themes.map((theme) => nameOf('themes', theme)).join('\n') },
            { name: 'Ålder', value: nameOf('ageBands', ageBand) },
            { name: 'Verksamheter som är inblandade', value: namesOf('services', services) || 'Inga angivna' },
            { name: 'Enheten som frågar', value: unit.name },
            ...(note ? [{ name: 'Samordnarens anteckning', value: note }] : []),
          ]}
        />
        <Preparation checks={consultation.checks} />
      </div>
    </Panel>
  );
}

function Preparation({ checks }: Pick<Consultation, 'checks'>) {
  const { choicesOf } = useAgreement();
  return (
    <details className="more">
      <summary>Förberedelser</summary>
      <ul className="checks">
        {choicesOf('preparationChecks').map(({ value, name }) => (
          <li key={value}>
            <Icon name={checks.includes(value) ? 'tick' : 'cross'} />
            <span>
              {name}
              {checks.includes(value) ? '' : ' (inte avbockat)'}
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}
