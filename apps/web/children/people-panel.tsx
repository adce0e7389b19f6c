import { useState } from 'react';
import { Button, Buttons } from '../kit/button.tsx';
import { dateText } from '../kit/date-words.ts';
import { EmptyState } from '../kit/empty-state.tsx';
import { Loaded } from '../kit/loaded.tsx';
import { Notice } from '../kit/notice.tsx';
import { Facts, Panel } from '../kit/panel.tsx';
import { StateTag } from '../kit/state-tag.tsx';
import { AssessmentDialog } from './assessment-dialog.tsx';
import { type Child, type Guardian, useChild } from './child.ts';
import { END_NAMES, isProtected, numberText, PROTECTION_NAMES } from './child-words.ts';
import { IdentityPanel } from './identity-panel.tsx';
import { languageName } from './languages.ts';
import { EndGuardianDialog } from './end-guardian-dialog.tsx';
import { AddGuardianDialog, ChangeGuardianDialog } from './guardian-dialog.tsx';

/** The child and the people around it, in a case. */
export function CasePeople({ childId }: { childId: string }) {
  return (
    <Loaded query={useChild(childId)}>
      {(child) => (
        <>
          <IdentityPanel child={child} elsewhere />
          <PeoplePanel child={child} />
        </>
      )}
    </Loaded>
  );
}

/** The people around a child: guardians with how each is reached, and how mature the child has been judged to be. */
export function PeoplePanel({ child }: { child: Child }) {
  const [adds, setAdds] = useState(false);
  const mayAdd = child.age < 18;
  // From the 18th birthday nobody is a guardian, also before the night has written it on their rows.
  const current = child.guardians.filter(({ endedOn }) => mayAdd && !endedOn);
  const former = child.guardians.filter((guardian) => !current.includes(guardian));
  return (
    <>
      <Panel
        title="Vårdnadshavare"
        action={
          mayAdd && (
            <Button icon="plus" onPress={() => setAdds(true)}>
              Lägg till
            </Button>
          )
        }
      >
        {!mayAdd && (
          <p>Den unga är myndig och bestämmer själv. Tidigare vårdnadshavare har ingen rätt till uppgifterna.</p>
        )}
        {mayAdd && current.length === 0 && (
          <EmptyState title="Ingen är registrerad">Lägg till dem som har vårdnaden om barnet.</EmptyState>
        )}
        <ul className="rows">
          {current.map((guardian) => (
            <li key={guardian.id} className="person">
              <GuardianRow guardian={guardian} child={child} />
            </li>
          ))}
        </ul>
        {former.map(({ id, name, endedOn = child.adultFrom, endedBecause = 'CHILD_IS_18' }) => (
          <p key={id} className="soft">
            {name}: {END_NAMES[endedBecause].toLowerCase()}, {dateText(endedOn)}
          </p>
        ))}
        {adds && <AddGuardianDialog child={child} onClose={() => setAdds(false)} />}
      </Panel>
      <Maturity child={child} />
    </>
  );
}

function GuardianRow({ guardian, child }: { guardian: Guardian; child: Child }) {
  const [asks, setAsks] = useState<'change' | 'end' | null>(null);
  const close = () => setAsks(null);
  const { name, identity, language, interpreter, protection, hiddenFromOther } = guardian;
  return (
    <>
      <h3>{name}</h3>
      {isProtected(protection) && <StateTag tone="late">{PROTECTION_NAMES[protection]}</StateTag>}
      {hiddenFromOther && (
        <Notice tone="warning" title="Andra vårdnadshavare får inte veta var hen finns">
          Lämna inte ut adress, telefon eller mötesplats till dem.
        </Notice>
      )}
      <Facts
        facts={[
          ...contactFacts(guardian, child),
          { name: 'Språk', value: `${languageName(language)}${interpreter ? ', behöver tolk' : ''}` },
          ...(identity ? [{ name: 'Nummer', value: numberText(identity) }] : []),
        ]}
      />
      <Buttons>
        <Button label={`Ändra ${name}`} onPress={() => setAsks('change')}>
          Ändra
        </Button>
        <Button kind="quiet" label={`Avsluta vårdnaden, ${name}`} onPress={() => setAsks('end')}>
          Avsluta vårdnaden
        </Button>
      </Buttons>
      {asks === 'change' && <ChangeGuardianDialog guardian={guardian} child={child} onClose={close} />}
      {asks === 'end' && <EndGuardianDialog guardian={guardian} onClose={close} />}
    </>
  );
}

function contactFacts({ address, phone, email, protection }: Guardian, child: Child) {
  if (isProtected(protection) || isProtected(child.protection))
    return [{ name: 'Adress, telefon och e-post', value: 'Visas inte: skyddade personuppgifter' }];
  const given = [
    { name: 'Telefon', value: phone },
    { name: 'E-post', value: email },
    { name: 'Adress', value: address },
  ].filter(({ value }) => value);
  return given.length > 0 ? given : [{ name: 'Telefon, e-post och adress', value: 'Inte angivet' }];
}

function Maturity({ child }: { child: Child }) {
  const [adds, setAdds] = useState(false);
  return (
    <Panel
      title="Barnets mognad"
      action={
        <Button icon="plus" onPress={() => setAdds(true)}>
          Skriv en bedömning
        </Button>
      }
    >
      {child.assessments.length === 0 ? (
        <EmptyState title="Ingen bedömning än">Den behövs när barnets eget samtycke räknas.</EmptyState>
      ) : (
        <ul className="rows">
          {child.assessments.map(({ id, assessedOn, mature, assessor, reason }) => (
            <li key={id}>
              <p>
                <strong>{mature ? 'Mogen att själv ta ställning' : 'Inte mogen att själv ta ställning än'}</strong>
              </p>
              <p className="written">{reason}</p>
              <p className="soft">
                {assessor}, {dateText(assessedOn)}
              </p>
            </li>
          ))}
        </ul>
      )}
      {adds && <AssessmentDialog childId={child.id} onClose={() => setAdds(false)} />}
    </Panel>
  );
}
