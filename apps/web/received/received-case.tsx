import { useParams } from 'react-router';
import { whatWords } from '../consents/disclosure.ts';
import { Button } from '../kit/button.tsx';
import { DataTable } from '../kit/data-table.tsx';
import { DateText } from '../kit/date-text.tsx';
import { dateText } from '../kit/date-words.ts';
import { Loaded } from '../kit/loaded.tsx';
import { PageHeader } from '../kit/page-header.tsx';
import { Panel } from '../kit/panel.tsx';
import { useActing } from '../shell/acting.ts';
import { NotYourPage } from '../shell/refusals.tsx';
import { childLine, CopyText } from './copy-text.tsx';
import {
  type Copy,
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

function Copies({ received: { reference, copies } }: { received: Received }) {
  const latest = latestOfEach(copies);
  const earlier = copies.filter((copy) => !latest.includes(copy));
  const promises = latest.find(({ what }) => what === 'PLAN')?.promises ?? [];
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
      {promises.length > 0 && <OurPromises promises={promises} />}
      {latest.map((copy) => (
        <CopyPanel key={copy.id} copy={copy} />
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

function OurPromises({ promises }: { promises: Undertaking[] }) {
  return (
    <Panel title="Det här ska vi göra">
      <DataTable
        caption="Det här ska vi göra"
        rows={promises}
        rowKey={({ id }) => id}
        columns={[
          { id: 'text', name: 'Vad', cell: ({ text }) => text },
          { id: 'start', name: 'Börjar', cell: ({ startOn }) => <Day day={startOn} /> },
          { id: 'due', name: 'Klart senast', cell: ({ dueOn }) => <Day day={dueOn} /> },
        ]}
      />
    </Panel>
  );
}

const Day = ({ day }: { day: string | undefined }) =>
  day ? <DateText value={day} /> : <span className="soft">Inget datum</span>;

function CopyPanel({ copy }: { copy: Copy }) {
  return (
    <Panel title={whatWords(copy)}>
      <CopyText copy={copy} heading="h3" />
    </Panel>
  );
}
