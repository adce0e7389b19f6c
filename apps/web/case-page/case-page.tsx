import type { ReactNode } from 'react';
import { useParams, useSearchParams } from 'react-router';
import { BehindFullStop } from '../children/full-stop.tsx';
import { PeoplePanel } from '../children/people-panel.tsx';
import { ConsentsPanel } from '../consents/consents-panel.tsx';
import { DisclosuresPanel } from '../consents/disclosures-panel.tsx';
import { Link } from '../kit/link.tsx';
import { Icon } from '../kit/icon.tsx';
import { Loaded } from '../kit/loaded.tsx';
import { PageHeader } from '../kit/page-header.tsx';
import { Tabs } from '../kit/tabs.tsx';
import { useActing } from '../shell/acting.ts';
import { NotYourPage } from '../shell/refusals.tsx';
import { FollowUpPanel } from '../sip-meetings/follow-up-panel.tsx';
import { MeetingsPanel } from '../sip-meetings/meetings-panel.tsx';
import { PlanPanel } from '../sip-plans/plan-panel.tsx';
import { Trackers } from '../trackers/trackers.tsx';
import { type SipCase, useCase, useCaseCover } from './case.ts';
import { CASE_PARTS, type CasePart } from './case-words.ts';
import { IdentityBar } from './identity-bar.tsx';
import { NextStep } from './next-step.tsx';
import { Overview } from './overview.tsx';
import { Timeline } from './timeline.tsx';

/** `/arenden/:id` */
export function CasePage() {
  const { id = '' } = useParams();
  return (
    <CaseDoor key={id} id={id} hasBar>
      {(sipCase, news) => <OpenCase sipCase={sipCase} news={news} />}
    </CaseDoor>
  );
}

interface CaseDoorProps {
  id: string;
  /** The page shows the identity bar itself. */
  hasBar?: boolean;
  children: (sipCase: SipCase, news: number) => ReactNode;
}

/**
 * The way into every page of a case, with its identity bar. Only whether the child is protected is read first; the case itself when the person
 * has said that they go on.
 */
export function CaseDoor(props: CaseDoorProps) {
  return useActing().role === 'SIP_COORDINATOR' ? <Door {...props} /> : <NotYourPage />;
}

function Door(props: CaseDoorProps) {
  return (
    <Loaded query={useCaseCover(props.id)} page>
      {({ childId, protection }) => (
        <BehindFullStop id={childId} protection={protection}>
          <Opened {...props} />
        </BehindFullStop>
      )}
    </Loaded>
  );
}

function Opened({ id, hasBar = false, children }: CaseDoorProps) {
  const { query, news } = useCase(id);
  return (
    <Loaded query={query} page>
      {(sipCase) => (
        <>
          {!hasBar && <IdentityBar sipCase={sipCase} />}
          {children(sipCase, news)}
        </>
      )}
    </Loaded>
  );
}

function OpenCase({ sipCase, news }: { sipCase: SipCase; news: number }) {
  const [address, setAddress] = useSearchParams();
  const parts = partsOf(sipCase);
  const asked = address.get('del');
  const selected = parts.find(({ id }) => id === asked)?.id ?? 'oversikt';
  return (
    <>
      <PageHeader
        title={`Ärende ${sipCase.reference}`}
        back={{ to: '/arenden', name: 'Ärenden' }}
        actions={
          <Link to={`/arenden/${sipCase.id}/utskrift`} kind="secondary" icon="print">
            Skriv ut ärendet
          </Link>
        }
      />
      <IdentityBar sipCase={sipCase} onPaper />
      <News count={news} />
      <NextStep sipCase={sipCase} part={selected} />
      <Tabs
        label="Ärendets delar"
        selected={selected}
        onSelect={(part) => setAddress(part === 'oversikt' ? {} : { del: part })}
        tabs={parts}
      />
    </>
  );
}

/** Said aloud and shown, once for each time: what is on the page is already the latest. */
function News({ count }: { count: number }) {
  return (
    <p role="status" className={count > 0 ? 'case-news' : 'visually-hidden'}>
      {count > 0 && (
        <>
          <Icon name="info" />
          <span key={count}>Ärendet har ändrats. Du ser det senaste.</span>
        </>
      )}
    </p>
  );
}

function partsOf(sipCase: SipCase): { id: CasePart; name: string; content: ReactNode }[] {
  const part = (id: CasePart, content: ReactNode) => ({ id, name: CASE_PARTS[id], content });
  return [
    part('oversikt', <Overview sipCase={sipCase} />),
    part('personer', <PeoplePanel childId={sipCase.child.id} />),
    part('samtycken', <ConsentsPanel sipCase={sipCase} />),
    part('moten', <MeetingsPanel sipCase={sipCase} />),
    part('plan', <PlanPanel sipCase={sipCase} />),
    part('uppfoljning', <FollowUpPanel sipCase={sipCase} />),
    part('utlamnat', <DisclosuresPanel sipCase={sipCase} />),
    part('ovrigt', <Trackers sipCase={sipCase} />),
    part('handelser', <Timeline sipCase={sipCase} />),
  ];
}
