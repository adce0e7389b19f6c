import { useState } from 'react';
import { useParams, useSearchParams } from 'react-router';
import { Button } from '../kit/button.tsx';
import { DateText } from '../kit/date-text.tsx';
import { dateText } from '../kit/date-words.ts';
import { EmptyState } from '../kit/empty-state.tsx';
import { Link } from '../kit/link.tsx';
import { Loaded } from '../kit/loaded.tsx';
import { PageHeader } from '../kit/page-header.tsx';
import { Facts, Panel } from '../kit/panel.tsx';
import { StateTag } from '../kit/state-tag.tsx';
import { useActing } from '../shell/acting.ts';
import { NotYourPage } from '../shell/refusals.tsx';
import { ChangeChildDialog } from './change-child-dialog.tsx';
import { type Child, useChild, useCover } from './child.ts';
import { ageText, isProtected, KIND_NAMES, languageName, numberText } from './child-words.ts';
import { BehindFullStop } from './full-stop.tsx';
import { PeoplePanel } from './people-panel.tsx';
import { ProtectionPanel } from './protection-panel.tsx';

/** `/barn/:id`: who the child is, the people around it, and its cases. */
export function ChildPage() {
  const { id = '' } = useParams();
  if (useActing().role !== 'SIP_COORDINATOR') return <NotYourPage />;
  return <Cover key={id} id={id} />;
}

function Cover({ id }: { id: string }) {
  const cover = useCover(id);
  // What one may no longer see goes away, also when it has been read before.
  const now = cover.isError ? ({ ...cover, data: undefined } as typeof cover) : cover;
  return (
    <Loaded query={now} page>
      {({ protection }) => (
        <BehindFullStop id={id} protection={protection}>
          <OpenChild id={id} />
        </BehindFullStop>
      )}
    </Loaded>
  );
}

function OpenChild({ id }: { id: string }) {
  return (
    <Loaded query={useChild(id)} page>
      {(child) => (
        <>
          {/* The title names the window and stands in its history: no name there. */}
          <PageHeader
            title={`Barnet ${child.initials}, ${ageText(child.age)}`}
            back={{ to: '/barn/sok', name: 'Sök ett barn' }}
          />
          <IdentityPanel child={child} />
          <PeoplePanel childId={id} />
          <CasesPanel child={child} />
          <ProtectionPanel child={child} />
        </>
      )}
    </Loaded>
  );
}

function IdentityPanel({ child }: { child: Child }) {
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
      action={<Button onPress={() => setChanges(true)}>Ändra uppgifterna</Button>}
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

function CasesPanel({ child: { id, cases } }: { child: Child }) {
  // A recommendation that the case takes up goes along from page to page.
  const [address] = useSearchParams();
  const open = cases.some(({ endedOn }) => !endedOn);
  const start = !open && (
    <Link to={`/arenden/nytt?${new URLSearchParams([['barn', id], ...address])}`} kind="secondary" icon="plus">
      Starta ett ärende
    </Link>
  );
  return (
    <Panel title="Ärenden" action={cases.length > 0 && start}>
      {cases.length === 0 ? (
        <EmptyState title="Inget ärende än" action={start} />
      ) : (
        <ul className="rows">
          {cases.map((each) => (
            <li key={each.id}>
              <Link to={`/arenden/${each.id}`}>{each.reference}</Link>{' '}
              <span className="soft">
                {each.endedOn ? `avslutat ${dateText(each.endedOn)}` : `pågår sedan ${dateText(each.needOn)}`}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
