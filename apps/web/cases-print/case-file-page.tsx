import { useParams } from 'react-router';
import { useCaseCover } from '../cases/case.ts';
import { pathOf } from '../cases/case-words.ts';
import { BehindFullStop } from '../children/full-stop.tsx';
import { Button } from '../kit/button.tsx';
import { dateText, today } from '../kit/date-words.ts';
import { Loaded } from '../kit/loaded.tsx';
import { PageHeader } from '../kit/page-header.tsx';
import { useActing } from '../shell/acting.ts';
import { NotYourPage } from '../shell/refusals.tsx';
import { PlanText } from '../sip-plans/plan-text.tsx';
import { type CaseFile, useCaseFile } from './case-file.ts';
import { CaseParts } from './case-parts.tsx';
import { EventList } from './event-list.tsx';
import { FollowUpParts } from './follow-up-parts.tsx';
import { MeetingParts } from './meeting-parts.tsx';
import { Sheet } from './paper.tsx';

/** `/arenden/:id/utskrift`: the whole of a case on paper. */
export function CaseFilePage() {
  const { id = '' } = useParams();
  return useActing().role === 'SIP_COORDINATOR' ? <Door key={id} id={id} /> : <NotYourPage />;
}

function Door({ id }: { id: string }) {
  return (
    <Loaded query={useCaseCover(id)} page>
      {({ childId, protection }) => (
        <BehindFullStop id={childId} protection={protection}>
          <Opened id={id} />
        </BehindFullStop>
      )}
    </Loaded>
  );
}

function Opened({ id }: { id: string }) {
  return (
    <Loaded query={useCaseFile(id)} page>
      {(file) => <Paper file={file} />}
    </Loaded>
  );
}

function Paper({ file }: { file: CaseFile }) {
  const { id, reference, unit } = file.case;
  return (
    <>
      <PageHeader
        title={`Hela ärendet ${reference}`}
        lead={`${unit.name}, ${dateText(today())}. Förvara pappret som en journal. Att du tog ut det står i loggen.`}
        back={{ to: pathOf(id), name: `Ärende ${reference}` }}
        actions={
          <Button kind="primary" icon="print" onPress={() => window.print()}>
            Skriv ut
          </Button>
        }
      />
      <CaseParts file={file} />
      {file.plan && <Plan plan={file.plan} />}
      <MeetingParts meetings={file.meetings} guarded={file.case.guarded} />
      <FollowUpParts followUps={file.followUps} />
      <EventList events={file.timeline} />
    </>
  );
}

function Plan({ plan }: { plan: NonNullable<CaseFile['plan']> }) {
  const { number, confirmedOn, confirmedBy, legalReference, content, units } = plan;
  return (
    <>
      <Sheet
        title={`Plan ${number}`}
        facts={[
          ['Fastställd', dateText(confirmedOn)],
          ['Fastställd av', confirmedBy],
          ['Lagrum', legalReference],
        ]}
      />
      <PlanText content={content} units={units} />
    </>
  );
}
