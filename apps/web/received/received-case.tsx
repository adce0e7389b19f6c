import { useParams } from 'react-router';
import { type Copy, whatWords } from '../consents/disclosure.ts';
import { Button } from '../kit/button.tsx';
import { DataTable } from '../kit/data-table.tsx';
import { DateText } from '../kit/date-text.tsx';
import { dateText, today } from '../kit/date-words.ts';
import { Loaded } from '../kit/loaded.tsx';
import { Notice } from '../kit/notice.tsx';
import { PageHeader } from '../kit/page-header.tsx';
import { Panel } from '../kit/panel.tsx';
import { useActing } from '../shell/acting.ts';
import { NotYourPage } from '../shell/refusals.tsx';
import { childLine, CopyText } from '../consents/copy-text.tsx';
import { MeetingNotice } from './coming-meeting.tsx';
import { PromiseDay } from './promise-day.tsx';
import {
  beforeOf,
  byDay,
  changedParts,
  latestOfEach,
  type ReceivedCase as Received,
  type Undertaking,
  useReceivedCase,
} from './received.ts';

/** `/mottaget/:caseId`: what has been disclosed to my unit of one case, the latest first. */
export function ReceivedCase() {
  const { caseId = '' } = useParams();
  return useActing().role === 'REQUESTER' ? <Opened caseId={caseId} /> : <NotYourPage />;
}

function Opened({ caseId }: { caseId: string }) {
  return (
    <Loaded query={useReceivedCase(caseId)} page>
      {(received) => <Copies received={received} />}
    </Loaded>
  );
}

function Copies({ received: { reference, copies, endedAt, meeting } }: { received: Received }) {
  const latest = latestOfEach(copies);
  const earlier = copies.filter((copy) => !latest.includes(copy));
  const plan = latest.find(({ what }) => what === 'PLAN');
  const followUp = copies.find(({ what, number }) => what === 'FOLLOW_UP' && number === plan?.number);
  return (
    <>
      <PageHeader
        title={`Ärende ${reference}`}
        lead={childLine(copies[0]!)}
        back={{ to: '/mottaget', name: 'Utlämnat till oss' }}
        actions={
          <Button icon="print" onPress={() => window.print()}>
            Skriv ut
          </Button>
        }
      />
      {endedAt && (
        <Notice tone="info" title={`Inget mer lämnas ut till er sedan ${dateText(endedAt)}`}>
          Det ni har fått finns kvar här. Planen samordnas inte längre med er. Fråga samordnaren om ni undrar vad som
          gäller.
        </Notice>
      )}
      {meeting && <MeetingNotice meeting={meeting} />}
      {plan && plan.promises.length > 0 && (
        <OurPromises promises={plan.promises} followUp={followUp} hasEnded={endedAt !== undefined} />
      )}
      {latest.map((copy) => (
        <Panel key={copy.id} title={whatWords(copy)}>
          <Changed copy={copy} before={beforeOf(copy, copies)} />
          <CopyText copy={copy} heading="h3" />
        </Panel>
      ))}
      {earlier.length > 0 && (
        <Panel title="Tidigare">
          {earlier.map((copy) => (
            <details key={copy.id}>
              <summary>
                {whatWords(copy)}, {dateText(copy.at)}
              </summary>
              <CopyText copy={copy} heading="h3" />
            </details>
          ))}
        </Panel>
      )}
    </>
  );
}

interface OurPromisesProps {
  promises: Undertaking[];
  followUp: Copy | undefined;
  hasEnded: boolean;
}

function OurPromises({ promises, followUp, hasEnded }: OurPromisesProps) {
  const isOpen = !followUp && !hasEnded;
  return (
    <Panel title={hasEnded ? 'Det här skulle vi göra' : 'Det här ska vi göra'}>
      {followUp && (
        <p>
          Planen är uppföljd. Hur det gick står under Uppföljning, utlämnat <DateText value={followUp.at} />.
        </p>
      )}
      <DataTable
        caption="Det här ska vi göra"
        rows={byDay(promises)}
        rowKey={({ id }) => id}
        columns={[
          { id: 'text', name: 'Vad', cell: ({ text }) => text },
          { id: 'start', name: 'Börjar', cell: ({ startOn }) => <Start day={startOn} /> },
          {
            id: 'due',
            name: 'Klart senast',
            cell: ({ dueOn }) => <PromiseDay dueOn={dueOn} isOpen={isOpen} />,
          },
        ]}
      />
      {isOpen && promises.some(({ dueOn }) => dueOn && dueOn < today()) && (
        <p className="soft">Det som är gjort skrivs in när planen följs upp. Hinner ni inte, säg till samordnaren.</p>
      )}
    </Panel>
  );
}

const Start = ({ day }: { day: string | undefined }) =>
  day ? <DateText value={day} /> : <span className="soft">Inget datum</span>;

/** Which parts of the newest say something else than the one before, which stands under "Tidigare". */
function Changed({ copy, before }: { copy: Copy; before: Copy | undefined }) {
  if (!before) return null;
  const parts = changedParts(copy, before);
  return (
    <p>
      {parts.length === 0
        ? `Samma text som lämnades ut ${dateText(before.at)}.`
        : `Ändrat sedan det som lämnades ut ${dateText(before.at)}: ${parts.join(', ')}.`}
    </p>
  );
}
