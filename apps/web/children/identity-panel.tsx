import { useState } from 'react';
import { Button, Buttons } from '../kit/button.tsx';
import { DateText } from '../kit/date-text.tsx';
import { dateText } from '../kit/date-words.ts';
import { Link } from '../kit/link.tsx';
import { Facts, Panel } from '../kit/panel.tsx';
import { StateTag } from '../kit/state-tag.tsx';
import { ChangeChildDialog } from './change-child-dialog.tsx';
import type { Child } from './child.ts';
import { ageText, isProtected, KIND_NAMES, numberText } from './child-words.ts';
import { languageName } from './languages.ts';

interface IdentityPanelProps {
  child: Child;
  /** Set where the panel stands elsewhere than on the child's own page, and leads there. */
  elsewhere?: boolean;
}

/** Who the child is, and where: of a protected child no place. */
export function IdentityPanel({ child, elsewhere = false }: IdentityPanelProps) {
  const [changes, setChanges] = useState(false);
  const { givenName, familyName, identityKind, identity, birthDate, age, adultFrom, language } = child;
  const places = isProtected(child.protection)
    ? [{ name: 'Adress, skola och telefon', value: 'Visas inte: skyddade personuppgifter' }]
    : [
        { name: 'Adress', value: child.address ?? 'Inte angiven' },
        { name: 'Skola eller förskola', value: child.school ?? 'Inte angiven' },
        { name: 'Telefon', value: child.phone ?? 'Inte angiven' },
      ];
  return (
    <Panel
      title={`${givenName} ${familyName}`}
      action={
        <Buttons>
          <Button onPress={() => setChanges(true)}>Ändra uppgifterna</Button>
          {elsewhere && (
            <Link to={`/barn/${child.id}`} kind="secondary">
              Öppna barnets sida
            </Link>
          )}
        </Buttons>
      }
    >
      <div className="person">
        {isProtected(child.protection) && <StateTag tone="late">Skyddade personuppgifter</StateTag>}
        <Facts
          facts={[
            { name: KIND_NAMES[identityKind], value: numberText(identity) },
            { name: 'Född', value: `${dateText(birthDate)}, ${ageText(age)}` },
            { name: age < 18 ? 'Fyller 18' : 'Fyllde 18', value: <DateText value={adultFrom} /> },
            { name: 'Språk', value: language ? languageName(language) : 'Inte angivet' },
            ...places,
          ]}
        />
      </div>
      {changes && <ChangeChildDialog child={child} onClose={() => setChanges(false)} />}
    </Panel>
  );
}
