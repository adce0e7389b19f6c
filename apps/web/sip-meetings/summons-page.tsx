import { useParams } from 'react-router';
import type { SipCase } from '../cases/case.ts';
import { CaseDoor } from '../cases/case-door.tsx';
import { Button } from '../kit/button.tsx';
import { dateText, dayText, momentText } from '../kit/date-words.ts';
import { Loaded } from '../kit/loaded.tsx';
import { PageHeader } from '../kit/page-header.tsx';
import { type Meeting, meetingPath, useMeeting } from './meeting.ts';
import { CALL_NAMES } from './meeting-words.ts';

/** `/arenden/:id/moten/:meetingId/kallelse`: the summons on one A4, for whoever gets it on paper. */
export function SummonsPage() {
  const { meetingId = '' } = useParams();
  return <CaseDoor>{(sipCase) => <Opened sipCase={sipCase} meetingId={meetingId} />}</CaseDoor>;
}

function Opened({ sipCase, meetingId }: { sipCase: SipCase; meetingId: string }) {
  return (
    <Loaded query={useMeeting(sipCase.id, meetingId)} page>
      {(meeting) => (
        <>
          <PageHeader
            title="Kallelse till SIP-möte"
            back={{ to: meetingPath(sipCase.id, meetingId), name: 'Mötet' }}
            actions={
              <Button kind="primary" icon="print" onPress={() => window.print()}>
                Skriv ut
              </Button>
            }
          />
          <Paper sipCase={sipCase} meeting={meeting} />
        </>
      )}
    </Loaded>
  );
}

/** Of a protected child the paper says neither who it is nor where: it may be left lying. */
function Paper({ sipCase, meeting }: { sipCase: SipCase; meeting: Meeting }) {
  const { guarded, minutes, place, purpose, questions, participation, parties, guardians, childInvited, replyBy } =
    meeting;
  return (
    <article className="a4">
      <dl className="a4-facts">
        <Fact name="Ärende" value={sipCase.reference} />
        {!guarded && <Fact name="Barnet" value={`${sipCase.child.name}, född ${dateText(sipCase.child.birthDate)}`} />}
        <Fact name="Tid" value={`${momentText(meeting.startsAt)}, ${minutes} minuter`} />
        <Fact name="Plats" value={guarded ? 'Lämnas av samordnaren' : place} />
        <Fact name="Svara senast" value={dayText(replyBy)} />
        <Fact name="Kallar" value={`${sipCase.coordinator.name}, ${sipCase.unit.name}`} />
      </dl>
      <h2>Syfte</h2>
      <p className="written">{purpose}</p>
      <h2>Frågor som mötet ska svara på</h2>
      <ul>
        {questions.map((question) => (
          <li key={question}>{question}</li>
        ))}
      </ul>
      <h2>Så är barnet med</h2>
      <p className="written">{participation}</p>
      {!guarded && (
        <>
          <h2>Kallade och inbjudna</h2>
          <ul>
            {parties.map(({ unit, call }) => (
              <li key={unit.id}>
                {unit.name} ({CALL_NAMES[call].toLowerCase()})
              </li>
            ))}
            {childInvited && <li>{sipCase.child.name}</li>}
            {guardians.map(({ id, name }) => (
              <li key={id}>{name} (vårdnadshavare)</li>
            ))}
          </ul>
        </>
      )}
      <p className="soft">
        Den som är kallad ska komma. Den som inte kan säger till samordnaren senast {dayText(replyBy)}.
      </p>
    </article>
  );
}

function Fact({ name, value }: { name: string; value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}
