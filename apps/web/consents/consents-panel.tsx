import { useState } from 'react';
import { Link as PlainLink } from 'react-router';
import { useAgreement } from '../agreement/use-agreement.ts';
import { refreshCase, type SipCase } from '../cases/case.ts';
import { pathOf } from '../cases/case-words.ts';
import { Button, Buttons } from '../kit/button.tsx';
import { ConfirmDialog } from '../kit/confirm-dialog.tsx';
import { EmptyState } from '../kit/empty-state.tsx';
import { Link } from '../kit/link.tsx';
import { Loaded } from '../kit/loaded.tsx';
import { Notice } from '../kit/notice.tsx';
import { Panel } from '../kit/panel.tsx';
import { type Asked, ConsentDialog } from './consent-dialog.tsx';
import { completeConsents, type Consent, type Consents, decidesAlone, renewConsents, useConsents } from './consent.ts';
import { ConsentTable } from './consent-table.tsx';
import { missingPeople } from './consent-words.ts';
import { CoveragePanel } from './coverage-panel.tsx';
import { ExceptionsPanel } from './exceptions-panel.tsx';
import { GroundsPanel } from './grounds-panel.tsx';
import { WithdrawConsentDialog } from './withdraw-consent-dialog.tsx';

/** The case's consents: what is missing first, then what the family has left out, the answers, and what they lead to. */
export function ConsentsPanel({ sipCase }: { sipCase: SipCase }) {
  const query = useConsents(sipCase.id);
  useAgreement();
  return (
    <Loaded query={query}>
      {(consents) => (
        <>
          <Answers sipCase={sipCase} consents={consents} />
          {/* Nothing more is told of a case that has ended. */}
          {!sipCase.endedOn && <CoveragePanel consents={consents} />}
          <ExceptionsPanel sipCase={sipCase} consents={consents} />
          <GroundsPanel sipCase={sipCase} consents={consents} />
        </>
      )}
    </Loaded>
  );
}

function Answers({ sipCase, consents }: { sipCase: SipCase; consents: Consents }) {
  const [asked, setAsked] = useState<Asked | null>(null);
  const [withdrawn, setWithdrawn] = useState<Consent | null>(null);
  const may = mayAnswer(sipCase);
  return (
    <Panel
      title="Samtycken"
      action={
        <Buttons>
          {may && (
            <Button icon="plus" onPress={() => setAsked({ who: '', purposes: [] })}>
              Anteckna ett svar
            </Button>
          )}
          {!sipCase.endedOn && (
            <Link to={`/arenden/${sipCase.id}/samtyckesblankett`} kind="secondary" icon="print">
              Skriv ut blanketter
            </Link>
          )}
        </Buttons>
      }
    >
      {decidesAlone(sipCase, consents) && (
        <p>Barnet är bedömt moget och samtycker självt. Vårdnadshavarna behöver inte samtycka.</p>
      )}
      <NextWithConsents consents={consents} />
      {!sipCase.endedOn && <MissingNotice sipCase={sipCase} consents={consents} onAsk={may ? setAsked : undefined} />}
      <ExclusionsNotice exclusions={consents.exclusions} />
      {consents.consents.length === 0 ? (
        missingPeople(consents).length === 0 && (
          <EmptyState title="Inga svar än">Här antecknas vad barnet och vårdnadshavarna har svarat.</EmptyState>
        )
      ) : (
        <ConsentTable consents={consents.consents} onWithdraw={may ? setWithdrawn : undefined} />
      )}
      {asked && <ConsentDialog sipCase={sipCase} consents={consents} asked={asked} onClose={() => setAsked(null)} />}
      {withdrawn && (
        <WithdrawConsentDialog caseId={sipCase.id} consent={withdrawn} onClose={() => setWithdrawn(null)} />
      )}
    </Panel>
  );
}

/** From the offer until the case has ended. */
export const mayAnswer = ({ state, steps }: SipCase): boolean =>
  state !== 'NEED_IDENTIFIED' && steps.includes('change');

interface MissingNoticeProps {
  sipCase: SipCase;
  consents: Consents;
  onAsk: ((asked: Asked) => void) | undefined;
}

function MissingNotice({ sipCase, consents, onAsk }: MissingNoticeProps) {
  const people = missingPeople(consents);
  if (people.length === 0) return consents.state === 'CONSENT_PENDING' ? null : <p>Inget samtycke saknas.</p>;
  return (
    <Notice tone="warning" title="Saknas:">
      <ul>
        {people.map(({ who, name, purposes, words }) => (
          <li key={who}>
            <strong>{name}</strong>: {words}{' '}
            {who === '' ? (
              <PlainLink to={pathOf(sipCase.id, 'personer')}>Lägg till vårdnadshavare</PlainLink>
            ) : (
              onAsk && (
                <Button label={`Anteckna svar från ${name}`} onPress={() => onAsk({ who, purposes })}>
                  Anteckna svar
                </Button>
              )
            )}
          </li>
        ))}
      </ul>
      {hasRefused(consents) && (
        <p>
          Så länge någon som behöver samtycka säger nej görs ingen SIP. Ändrar sig personen antecknar du det nya svaret.
          Står nejet fast avslutar du ärendet.
        </p>
      )}
    </Notice>
  );
}

const hasRefused = ({ missingForPlan }: Consents): boolean => missingForPlan.some(({ reason }) => reason === 'REFUSED');

/** What may not be told, before everything that is: everybody who hands something out reads it first. */
export function ExclusionsNotice({ exclusions }: Pick<Consents, 'exclusions'>) {
  if (exclusions.length === 0) return null;
  return (
    <Notice tone="warning" title="Får inte lämnas ut">
      <ul>
        {byText(exclusions).map(([text, said]) => (
          <li key={text}>
            {text} <span className="soft">({listed.format(said)})</span>
          </li>
        ))}
      </ul>
    </Notice>
  );
}

const listed = new Intl.ListFormat('sv');

/** What several people have left out in the same words is said once, with all their names. */
function byText(exclusions: Consents['exclusions']): [string, string[]][] {
  const texts = new Map<string, string[]>();
  for (const { text, name } of exclusions) texts.set(text, [...(texts.get(text) ?? []), name]);
  return [...texts];
}

/** Where consents were withdrawn they are asked for anew; where nothing is missing any more the case goes on. */
function NextWithConsents({ consents }: { consents: Consents }) {
  const [renews, setRenews] = useState(false);
  const [goesOn, setGoesOn] = useState(false);
  const { caseId, state, missingForPlan, missingForDisclosure } = consents;
  const refresh = () => refreshCase(caseId);
  const complete = missingForPlan.length + missingForDisclosure.length === 0;
  return (
    <>
      {state === 'CONSENT_WITHDRAWN' && (
        <Notice tone="warning" title="Samtycket till planen är återkallat">
          <p>Arbetet står stilla, och inget lämnas ut med samtycke som grund.</p>
          <Button onPress={() => setRenews(true)}>Fråga om nytt samtycke</Button>
        </Notice>
      )}
      {state === 'CONSENT_PENDING' && complete && (
        <Notice tone="success" title="Alla har samtyckt">
          <Button onPress={() => setGoesOn(true)}>Gå vidare med SIP</Button>
        </Notice>
      )}
      <ConfirmDialog
        title="Fråga om nytt samtycke"
        confirm="Börja fråga"
        isOpen={renews}
        onConfirm={() => renewConsents(consents).then(refresh)}
        onClose={() => setRenews(false)}
      >
        <p>Ärendet väntar på samtycke igen. Inget lämnas ut förrän alla som behöver har svarat ja.</p>
      </ConfirmDialog>
      <ConfirmDialog
        title="Gå vidare med SIP"
        confirm="Gå vidare"
        isOpen={goesOn}
        onConfirm={() => completeConsents(consents).then(refresh)}
        onClose={() => setGoesOn(false)}
      >
        <p>Alla som behöver samtycka har gjort det. Tiden till det första mötet räknas från i dag.</p>
      </ConfirmDialog>
    </>
  );
}
