import { useLocation, useSearchParams } from 'react-router';
import { useChild, useCover } from '../children/child.ts';
import { ageText } from '../children/child-words.ts';
import { BehindFullStop } from '../children/full-stop.tsx';
import { EmptyState } from '../kit/empty-state.tsx';
import { Link } from '../kit/link.tsx';
import { Loaded } from '../kit/loaded.tsx';
import { Notice } from '../kit/notice.tsx';
import { PageHeader } from '../kit/page-header.tsx';
import { Panel } from '../kit/panel.tsx';
import { Buttons } from '../kit/button.tsx';
import { useActing } from '../shell/acting.ts';
import { NotYourPage } from '../shell/refusals.tsx';
import { NewCaseForm } from './new-case-form.tsx';
import { pathOf } from './case-words.ts';

const BACK = { to: '/arenden', name: 'Ärenden' };

/** `/arenden/nytt?barn=…`: the child first, then the need. A recommendation goes along as `rekommendation=R-…`. */
export function NewCasePage() {
  const [address] = useSearchParams();
  const childId = address.get('barn');
  if (useActing().role !== 'SIP_COORDINATOR') return <NotYourPage />;
  return childId ? <ForChild key={childId} childId={childId} /> : <ChooseChild />;
}

function ChooseChild() {
  const { search } = useLocation();
  return (
    <>
      <PageHeader title="Nytt ärende" lead="Börja med barnet: finns det redan hos er?" back={BACK} />
      <Panel>
        <EmptyState
          title="Vilket barn gäller det?"
          action={
            <Buttons>
              <Link to={`/barn/sok${search}`} kind="primary">
                Sök barnet
              </Link>
              <Link to={`/barn/nytt${search}`} kind="secondary" icon="plus">
                Registrera ett barn
              </Link>
            </Buttons>
          }
        >
          Sök först, så blir samma barn inte registrerat två gånger. På barnets sida startar du ärendet.
        </EmptyState>
      </Panel>
    </>
  );
}

function ForChild({ childId }: { childId: string }) {
  return (
    <Loaded query={useCover(childId)} page>
      {({ protection }) => (
        <BehindFullStop id={childId} protection={protection}>
          <KnownChild childId={childId} />
        </BehindFullStop>
      )}
    </Loaded>
  );
}

function KnownChild({ childId }: { childId: string }) {
  const [address] = useSearchParams();
  return (
    <Loaded query={useChild(childId)} page>
      {({ initials, age, cases }) => {
        const open = cases.find(({ endedOn }) => !endedOn);
        const before = cases.find(({ id }) => id === address.get('fortsatter'));
        return (
          <>
            <PageHeader
              title="Nytt ärende"
              lead={`För barnet ${initials}, ${ageText(age)}.${before ? ` Fortsätter ärende ${before.reference}.` : ''}`}
              back={{ to: `/barn/${childId}`, name: `Barnet ${initials}` }}
            />
            {open ? (
              <Notice tone="info" title="Barnet har redan ett pågående ärende">
                <p>
                  Ett barn har ett ärende åt gången.{' '}
                  <Link to={pathOf(open.id)}>
                    Öppna <span className="reference">{open.reference}</span>
                  </Link>
                </p>
              </Notice>
            ) : (
              <Panel>
                <NewCaseForm childId={childId} />
              </Panel>
            )}
          </>
        );
      }}
    </Loaded>
  );
}
