import { dateText, momentText } from '../kit/date-words.ts';
import { Facts } from '../kit/panel.tsx';
import {
  ATTENDANCE_NAMES,
  CALL_NAMES,
  CHILD_PART_NAMES,
  MEETING_STATES,
  meetingName,
} from '../sip-meetings/meeting-words.ts';
import type { CaseFile } from './case-file.ts';
import { Sheet, together, written } from './paper.tsx';

type Meeting = CaseFile['meetings'][number];

/** Every meeting with its record. Of a protected child the paper does not say where. */
export function MeetingParts({ meetings, guarded }: { meetings: Meeting[]; guarded: boolean }) {
  return meetings.map((meeting) => (
    <Sheet
      key={meeting.id}
      title={`${meetingName(meeting)} ${dateText(meeting.startsAt)}`}
      facts={[
        ['Läge', MEETING_STATES[meeting.state].name],
        ['Tid', `${momentText(meeting.startsAt)}, ${meeting.minutes} minuter`],
        ['Plats', guarded ? undefined : meeting.place],
        ['Barnet', meeting.childPart && CHILD_PART_NAMES[meeting.childPart]],
        ['Ledde mötet', meeting.chair],
        ['Dokumenterade', meeting.recorder],
      ]}
    >
      <Facts
        facts={written([
          ['Syfte', meeting.purpose],
          ['Frågor', meeting.questions.join('\n')],
          ['Parter', together(meeting.parties.map(partyWords))],
          [
            'Vårdnadshavare',
            together(meeting.guardians.map(({ name, present }) => `${name}${present ? ' (kom)' : ''}`)),
          ],
          ['Förde barnets talan', meeting.representedBy],
          ['Varför barnet inte var med', meeting.absentBecause],
          ['Anteckningar', meeting.notes],
          ['Varför mötet ställdes in', meeting.cancelledBecause],
        ])}
      />
    </Sheet>
  ));
}

const partyWords = ({ unit, call, attendance }: Meeting['parties'][number]): string =>
  `${unit.name} (${(attendance ? ATTENDANCE_NAMES[attendance] : CALL_NAMES[call]).toLowerCase()})`;
