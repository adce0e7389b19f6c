import { type ReactNode, useRef, useState } from 'react';
import { useParams } from 'react-router';
import type { SipCase } from '../cases/case.ts';
import { CaseDoor } from '../cases/case-door.tsx';
import { nextStepOf, pathOf } from '../cases/case-words.ts';
import { Button, Buttons } from '../kit/button.tsx';
import { ConfirmDialog } from '../kit/confirm-dialog.tsx';
import { DateText } from '../kit/date-text.tsx';
import { dayOf, dayText, momentText, today } from '../kit/date-words.ts';
import { Link } from '../kit/link.tsx';
import { Loaded } from '../kit/loaded.tsx';
import { Notice } from '../kit/notice.tsx';
import { PageHeader } from '../kit/page-header.tsx';
import { Facts, Panel } from '../kit/panel.tsx';
import { StateTag } from '../kit/state-tag.tsx';
import { CancelDialog } from './cancel-dialog.tsx';
import { type Meeting, meetingPath, meetingSteps, useMeeting } from './meeting.ts';
import { ATTENDANCE_NAMES, CALL_NAMES, CHILD_PART_NAMES, MEETING_STATES, meetingName } from './meeting-words.ts';
import { MoveDialog } from './move-dialog.tsx';
import { RecordForm } from './record-form.tsx';
import { isBegun } from './record-values.ts';

/** `/arenden/:id/moten/:meetingId`: what the meeting is, and its record. */
export function SipMeetingPage() {
  const { meetingId = '' } = useParams();
  return <CaseDoor key={meetingId}>{(sipCase) => <Opened sipCase={sipCase} meetingId={meetingId} />}</CaseDoor>;
}

function Opened({ sipCase, meetingId }: { sipCase: SipCase; meetingId: string }) {
  return (
    <Loaded query={useMeeting(sipCase.id, meetingId)} page>
      {(meeting) => <OpenMeeting sipCase={sipCase} meeting={meeting} />}
    </Loaded>
  );
}

function OpenMeeting({ sipCase, meeting }: { sipCase: SipCase; meeting: Meeting }) {
  const { state, caseId, id } = meeting;
  const { name, tone } = MEETING_STATES[state];
  const isOpen = sipCase.steps.includes('change');
  const record = useRef<HTMLDivElement>(null);
  return (
    <>
      <PageHeader
        title={meetingName(meeting)}
        lead={
          <>
            {momentText(meeting.startsAt)} <StateTag tone={tone}>{name}</StateTag>
          </>
        }
        back={{ to: pathOf(caseId, 'moten'), name: `Ärende ${sipCase.reference}` }}
        actions={
          state !== 'CANCELLED' && (
            <Link to={`${meetingPath(caseId, id)}/kallelse`} kind="secondary" icon="print">
              Kallelsen på papper
            </Link>
          )
        }
      />
      {state === 'CANCELLED' && (
        <Notice tone="info" title="Mötet är inställt">
          {meeting.cancelledBecause}
        </Notice>
      )}
      <Summons meeting={meeting}>{state === 'PLANNED' && isOpen && <Changes meeting={meeting} />}</Summons>
      {/* The form goes away when the meeting has been held: the focus stays where the record is read. */}
      <div className="meeting-record" tabIndex={-1} ref={record}>
        {state === 'HELD' && (
          <Record meeting={meeting} mayCorrect={isOpen}>
            {isOpen && <Onwards sipCase={sipCase} />}
          </Record>
        )}
        {(state === 'PLANNED' || state === 'REOPENED') && isOpen && (
          <RecordInTime meeting={meeting} focusRecord={() => record.current?.focus()} />
        )}
      </div>
    </>
  );
}

/** Before the meeting's day the record waits, unless somebody begins it: the meeting may have been held earlier. */
function RecordInTime({ meeting, focusRecord }: { meeting: Meeting; focusRecord: () => void }) {
  const [isOpen, setIsOpen] = useState(isBegun(meeting));
  if (isOpen || dayOf(meeting.startsAt) <= today()) return <RecordForm meeting={meeting} onHeld={focusRecord} />;
  return (
    <Panel title="Protokoll">
      <p>
        Protokollet fylls i på mötesdagen, <DateText value={meeting.startsAt} weekday />.
      </p>
      <Buttons>
        <Button
          onPress={() => {
            setIsOpen(true);
            focusRecord();
          }}
        >
          Fyll i protokollet ändå
        </Button>
      </Buttons>
    </Panel>
  );
}

/** What comes after the meeting: nobody has to look for it on the case's page. */
function Onwards({ sipCase }: { sipCase: SipCase }) {
  const next = nextStepOf(sipCase);
  return (
    next && (
      <Buttons>
        <Link to={next.to} kind="primary">
          {next.verb}
        </Link>
      </Buttons>
    )
  );
}

function Summons({ meeting, children }: { meeting: Meeting; children: ReactNode }) {
  const { place, minutes, purpose, questions, participation, parties, guardians, childInvited, replyBy, moves } =
    meeting;
  const family = [...(childInvited ? ['Barnet'] : []), ...guardians.map(({ name }) => name)];
  return (
    <Panel title="Kallelsen">
      <Facts
        facts={[
          { name: 'Plats', value: `${place}, ${minutes} minuter` },
          { name: 'Syfte', value: purpose },
          { name: 'Frågor', value: questions.join('\n') },
          { name: 'Så är barnet med', value: participation },
          {
            name: 'Parter',
            value: parties.map(({ unit, call }) => `${unit.name} (${CALL_NAMES[call].toLowerCase()})`).join('\n'),
          },
          ...(family.length > 0 ? [{ name: 'Familjen', value: family.join('\n') }] : []),
          { name: 'Svara senast', value: <DateText value={replyBy} weekday /> },
          ...moves.map(({ from, reason }) => ({
            name: `Flyttat från ${dayText(from.slice(0, 10))} kl. ${from.slice(11)}`,
            value: reason,
          })),
        ]}
      />
      {children}
    </Panel>
  );
}

function Changes({ meeting }: { meeting: Meeting }) {
  const [asks, setAsks] = useState<'move' | 'cancel' | null>(null);
  const close = () => setAsks(null);
  return (
    <>
      <Buttons>
        <Button onPress={() => setAsks('move')}>Flytta mötet</Button>
        <Button kind="quiet" onPress={() => setAsks('cancel')}>
          Ställ in mötet
        </Button>
      </Buttons>
      <MoveDialog meeting={meeting} isOpen={asks === 'move'} onClose={close} />
      <CancelDialog meeting={meeting} isOpen={asks === 'cancel'} onClose={close} />
    </>
  );
}

interface RecordProps {
  meeting: Meeting;
  mayCorrect: boolean;
  children: ReactNode;
}

function Record({ meeting, mayCorrect, children }: RecordProps) {
  const { heldOn, chair, recorder, childPart, representedBy, absentBecause, notes, parties, guardians } = meeting;
  const [asks, setAsks] = useState(false);
  return (
    <Panel title="Protokoll" action={mayCorrect && <Button onPress={() => setAsks(true)}>Rätta protokollet</Button>}>
      <Facts
        facts={[
          { name: 'Hölls', value: <DateText value={heldOn!} /> },
          { name: 'Ledde mötet', value: chair },
          { name: 'Dokumenterade', value: recorder },
          {
            name: 'Parter',
            value: parties
              .map(({ unit, attendance }) => `${unit.name}: ${ATTENDANCE_NAMES[attendance!].toLowerCase()}`)
              .join('\n'),
          },
          ...(guardians.length > 0
            ? [
                {
                  name: 'Vårdnadshavare',
                  value: guardians.map(({ name, present }) => `${name}: ${present ? 'kom' : 'kom inte'}`).join('\n'),
                },
              ]
            : []),
          {
            name: 'Barnet',
            value: [CHILD_PART_NAMES[childPart!], representedBy, absentBecause].filter(Boolean).join('. '),
          },
          ...(notes ? [{ name: 'Anteckningar', value: notes }] : []),
        ]}
      />
      {children}
      <ConfirmDialog
        title="Rätta protokollet?"
        confirm="Öppna protokollet"
        isOpen={asks}
        onClose={() => setAsks(false)}
        onConfirm={() => meetingSteps(meeting).reopen()}
      >
        <p>
          Allt som står finns kvar. Mötet räknas inte i statistiken förrän du har markerat det som hållet igen, och att
          det rättades syns bland händelserna.
        </p>
      </ConfirmDialog>
    </Panel>
  );
}
