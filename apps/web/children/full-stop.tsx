import { type ReactNode, useState } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { Button, Buttons } from '../kit/button.tsx';
import { PageHeader } from '../kit/page-header.tsx';
import { Panel } from '../kit/panel.tsx';
import { useActing } from '../shell/acting.ts';
import type { Protection } from './child.ts';
import { isProtected, PROTECTION_NAMES } from './child-words.ts';

/** What has been opened by whom since the page was loaded: one full stop is enough until then. */
const opened = new Set<string>();

interface BehindFullStopProps {
  /** What is opened: a child or a case. */
  id: string;
  protection: Protection;
  children: ReactNode;
}

/** Protected personal data opens only after a full stop (domain reference 1.6). */
export function BehindFullStop({ id, protection, children }: BehindFullStopProps) {
  const place = `${useActing().id} ${id}`;
  // What was open when it became protected stays open for those who may see it.
  const [goesOn, setGoesOn] = useState(!isProtected(protection) || opened.has(place));
  const navigate = useNavigate();
  const cameFromElsewhere = useLocation().key !== 'default';
  if (goesOn || !isProtected(protection)) return children;
  return (
    <FullStop
      protection={protection}
      onContinue={() => {
        opened.add(place);
        setGoesOn(true);
      }}
      onBack={() => void (cameFromElsewhere ? navigate(-1) : navigate('/'))}
    />
  );
}

interface FullStopProps {
  protection: Protection;
  onContinue: () => void;
  onBack: () => void;
}

export function FullStop({ protection, onContinue, onBack }: FullStopProps) {
  return (
    <>
      <PageHeader title="Innan du fortsätter" lead="Barnet har skyddade personuppgifter." />
      <Panel>
        <div className="form">
          <ul className="prose">
            <li>Skyddet är: {PROTECTION_NAMES[protection].toLowerCase()}. Någon kan vilja barnet illa.</li>
            <li>Öppna bara om du behöver uppgifterna i ditt arbete nu, och se till att ingen annan ser skärmen.</li>
            <li>Att du öppnar dem skrivs i loggen, med ditt namn och tiden. Loggranskaren ser det.</li>
            <li>Samordna visar inte var barnet bor, går i skola eller nås. Skriv det inte i fritext heller.</li>
          </ul>
          <Buttons>
            <Button kind="primary" onPress={onContinue}>
              Fortsätt
            </Button>
            <Button onPress={onBack}>Gå tillbaka</Button>
          </Buttons>
        </div>
      </Panel>
    </>
  );
}
