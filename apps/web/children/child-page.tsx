import { useParams, useSearchParams } from 'react-router';
import { dateText } from '../kit/date-words.ts';
import { EmptyState } from '../kit/empty-state.tsx';
import { Link } from '../kit/link.tsx';
import { Loaded } from '../kit/loaded.tsx';
import { PageHeader } from '../kit/page-header.tsx';
import { Panel } from '../kit/panel.tsx';
import { useActing } from '../shell/acting.ts';
import { NotYourPage } from '../shell/refusals.tsx';
import { type Child, useChild, useCover } from './child.ts';
import { ageText } from './child-words.ts';
import { BehindFullStop } from './full-stop.tsx';
import { IdentityPanel } from './identity-panel.tsx';
import { PeoplePanel } from './people-panel.tsx';
import { ProtectionPanel } from './protection-panel.tsx';

/** `/barn/:id`: who the child is, the people around it, and its cases. */
export function ChildPage() {
  const { id = '' } = useParams();
  if (useActing().role !== 'SIP_COORDINATOR') return <NotYourPage />;
  return <Cover key={id} id={id} />;
}

function Cover({ id }: { id: string }) {
  return (
    <Loaded query={useCover(id)} page door>
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
            actions={<CaseAction child={child} />}
          />
          <IdentityPanel child={child} />
          <PeoplePanel child={child} />
          <CasesPanel child={child} />
          <ProtectionPanel child={child} />
        </>
      )}
    </Loaded>
  );
}

/** A child has one case at a time: the one that is open, or a new one. A recommendation goes along from page to page. */
function CaseAction({ child: { id, cases } }: { child: Child }) {
  const [address] = useSearchParams();
  const open = cases.find(({ endedOn }) => !endedOn);
  if (open) {
    return (
      <Link to={`/arenden/${open.id}`} kind="primary">
        Öppna ärendet
      </Link>
    );
  }
  return (
    <Link to={`/arenden/nytt?${new URLSearchParams([['barn', id], ...address])}`} kind="primary" icon="plus">
      Starta ett ärende
    </Link>
  );
}

function CasesPanel({ child: { cases } }: { child: Child }) {
  return (
    <Panel title="Ärenden">
      {cases.length === 0 ? (
        <EmptyState title="Inget ärende än" />
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
