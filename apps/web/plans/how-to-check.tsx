import { Button, Buttons } from '../kit/button.tsx';
import { Copyable } from '../kit/copyable.tsx';
import { download } from '../kit/download.ts';
import { Facts, Panel } from '../kit/panel.tsx';
import type { Figure } from './plan.ts';

/** What to keep outside the house, and how to find out with it whether the figure is right. */
export function HowToCheck({ figure: { logSize, checkpoint, verifierKey, definition } }: { figure: Figure }) {
  const file = `kontrollpunkt-${logSize}.txt`;
  return (
    <Panel title="Så kontrollerar du siffran">
      <p className="prose">
        Siffran är räknad ur en logg där inget kan ändras utan att det syns. Spara kontrollpunkten och nyckeln utanför
        Samordna: med dem kan vem som helst kontrollera loggen i efterhand.
      </p>
      <ol className="how">
        <li>Be loggranskaren i ditt närområde om en export av loggen.</li>
        <li>
          Kör <code>npm run verify -- export.tar --checkpoint {file}</code> i Samordnas källkod. Det behövs varken nät
          eller databas. Svaret är OFÖRÄNDRAD, eller var loggen är ändrad.
        </li>
        <li>Jämför nyckeln i svaret med nyckeln här.</li>
        <li>
          Räkna om: summera <code>facts.delta</code> i exportens poster av typerna{' '}
          <code>{definition.counts.join(', ')}</code> vars <code>facts.{definition.on}</code> ligger i perioden.
        </li>
      </ol>
      <Facts
        facts={[
          { name: 'Händelser i loggen när siffran räknades', value: logSize.toLocaleString('sv-SE') },
          { name: 'Kontrollpunkt, signerad', value: <Copyable name="kontrollpunkten" text={checkpoint} /> },
          { name: 'Nyckel att kontrollera den med', value: <Copyable name="nyckeln" text={verifierKey} /> },
        ]}
      />
      <Buttons>
        <Button onPress={() => download(file, checkpoint)}>Ladda ner kontrollpunkten</Button>
      </Buttons>
    </Panel>
  );
}
