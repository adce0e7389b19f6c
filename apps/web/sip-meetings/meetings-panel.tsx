import { Link as RouterLink } from 'react-router';
import type { SipCase } from '../cases/case.ts';
import { momentText } from '../kit/date-words.ts';
import { EmptyState } from '../kit/empty-state.tsx';
import { Icon } from '../kit/icon.tsx';
import { Link } from '../kit/link.tsx';
import { Loaded } from '../kit/loaded.tsx';
import { Panel } from '../kit/panel.tsx';
import { StateTag } from '../kit/state-tag.tsx';
import { type Meeting, meetingPath, useMeetings } from './meeting.ts';
import { MEETING_STATES, meetingName } from './meeting-words.ts';

/** The meetings of a case, and the way to call to the next. */
export function MeetingsPanel({ sipCase }: { sipCase: SipCase }) {
  return (
    <Loaded query={useMeetings(sipCase.id)}>
      {({ meetings }) => <OpenMeetings sipCase={sipCase} meetings={meetings} />}
    </Loaded>
  );
}

function OpenMeetings({ sipCase, meetings }: { sipCase: SipCase; meetings: Meeting[] }) {
  const { id, steps } = sipCase;
  const isPlanned = meetings.some(({ state }) => state === 'PLANNED');
  const mayCall =
    !isPlanned && (['summon', 'reschedule', 'plan-follow-up'] as const).some((step) => steps.includes(step));
  return (
    <Panel
      title="Möten"
      action={
        mayCall && (
          <Link to={`/arenden/${id}/kalla`} kind="primary" icon="plus">
            Kalla till möte
          </Link>
        )
      }
    >
      {meetings.length === 0 ? (
        <EmptyState title="Inga möten än">
          {mayCall ? 'Alla samtycken finns. Nu kan parterna kallas.' : 'Parterna kan kallas när samtyckena finns.'}
        </EmptyState>
      ) : (
        <ul className="rows">
          {meetings.map((meeting) => (
            <MeetingRow key={meeting.id} meeting={meeting} />
          ))}
        </ul>
      )}
    </Panel>
  );
}

function MeetingRow({ meeting }: { meeting: Meeting }) {
  const { id, caseId, state, parties } = meeting;
  const { name, tone } = MEETING_STATES[state];
  const came = parties.filter(({ attendance }) => attendance === 'PRESENT').length;
  return (
    <li>
      <RouterLink className="row-link" to={meetingPath(caseId, id)}>
        <span>
          <span className="row-name">
            {meetingName(meeting)}, {momentText(meeting.startsAt)}
          </span>
          <span className="row-more">
            {state === 'HELD' ? `${came} av ${parties.length} parter kom.` : `${parties.length} parter.`}
          </span>
          <StateTag tone={tone}>{name}</StateTag>
        </span>
        <Icon name="right" />
      </RouterLink>
    </li>
  );
}
