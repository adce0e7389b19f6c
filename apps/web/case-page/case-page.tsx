import type { ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import { CaseDoor } from '../cases/case-door.tsx';
import { CASE_PARTS, type CasePart } from '../cases/case-words.ts';
import type { SipCase } from '../cases/case.ts';
import { IdentityBar } from '../cases/identity-bar.tsx';
import { NextStep } from '../cases/next-step.tsx';
import { Overview } from '../cases/overview.tsx';
import { CasePeople } from '../children/people-panel.tsx';
import { ConsentsPanel } from '../consents/consents-panel.tsx';
import { DisclosuresPanel } from '../consents/disclosures-panel.tsx';
import { Icon } from '../kit/icon.tsx';
import { Link } from '../kit/link.tsx';
import { PageHeader } from '../kit/page-header.tsx';
import { Tabs } from '../kit/tabs.tsx';
import { FollowUpPanel } from '../sip-meetings/follow-up-panel.tsx';
import { MeetingsPanel } from '../sip-meetings/meetings-panel.tsx';
import { PlanPanel } from '../sip-plans/plan-panel.tsx';
import { Trackers } from '../trackers/trackers.tsx';
import { Timeline } from './timeline.tsx';

/** `/arenden/:id` */
export const CasePage = () => (
  <CaseDoor hasBar>{(sipCase, news) => <OpenCase sipCase={sipCase} news={news} />}</CaseDoor>
);

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
    part('personer', <CasePeople childId={sipCase.child.id} />),
    part('samtycken', <ConsentsPanel sipCase={sipCase} />),
    part('moten', <MeetingsPanel sipCase={sipCase} />),
    part('plan', <PlanPanel sipCase={sipCase} />),
    part('uppfoljning', <FollowUpPanel sipCase={sipCase} />),
    part('utlamnat', <DisclosuresPanel sipCase={sipCase} />),
    part('ovrigt', <Trackers sipCase={sipCase} />),
    part('handelser', <Timeline sipCase={sipCase} />),
  ];
}
