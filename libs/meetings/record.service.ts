import { Injectable } from '@nestjs/common';
import { CaseSteps, clocksOf, type LockedCase } from '../cases/index.ts';
import { Clock, Database, Problem, refuseFaults, sql } from '../platform/index.ts';
import { DeviationSuggestions } from '../trackers/index.ts';
import type { MeetingDetails } from './meeting.entity.ts';
import { meetingEvents } from './meeting.events.ts';
import type { MeetingView, RecordDraft } from './meeting.dto.ts';
import { MeetingReader } from './meeting.reader.ts';
import { countedOf, recordFaults } from './meeting.rules.ts';
import { MeetingSteps, requireState, type LockedMeeting } from './meeting.steps.ts';

const ATTEND = sql(
  'meeting.attend',
  `update meeting_party p set attendance = n.attendance from unnest($2::uuid[], $3::text[]) as n (unit_id, attendance)
    where p.meeting_id = $1 and p.unit_id = n.unit_id`,
);

/** What is written of a meeting in the room, until it counts as held. */
@Injectable()
export class RecordService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly cases: CaseSteps,
    private readonly steps: MeetingSteps,
    private readonly deviations: DeviationSuggestions,
    private readonly reader: MeetingReader,
  ) {}

  /** Saves what is written so far: left-out fields stay, and nothing has to be complete. */
  async write(id: string, version: number, draft: RecordDraft): Promise<MeetingView> {
    const { sip, meeting } = await this.steps.begin(id, version, 'change');
    requireState(meeting, 'PLANNED', 'REOPENED');
    await this.save(sip, meeting, draft);
    this.steps.record(meetingEvents.written, sip, id);
    return this.reader.view(id);
  }

  /**
   * Marks the meeting as held, with what the record says. The first one takes the case to MEETING_HELD. A summoned party that
   * stayed away without notice is suggested as a deviation. 422 naming what the record lacks.
   */
  async hold(id: string, version: number, draft: RecordDraft): Promise<MeetingView> {
    const { sip, meeting: before } = await this.steps.begin(id, version, 'change');
    requireState(before, 'PLANNED', 'REOPENED');
    await this.save(sip, before, draft);
    const meeting = await this.steps.read(sip, id);
    const { heldOn, childPart } = this.complete(meeting);
    const attendance = meeting.parties.map((party) => party.attendance!);
    const counted = countedOf({ kind: meeting.kind, heldOn, childPart, attendance }, dueOn(sip));
    await this.steps.change(sip, before, { state: 'HELD', counted });
    const suggested = await this.suggestAbsences(sip, meeting, heldOn);
    const after = await this.takeCase(sip, meeting, heldOn);
    this.steps.record(meetingEvents.held, after, id, { ...counted, suggested, delta: 1 });
    return this.reader.view(id);
  }

  /** Opens the record of a held meeting to be corrected. What was counted is taken back until it is marked as held again. */
  async reopen(id: string, version: number): Promise<MeetingView> {
    const { sip, meeting } = await this.steps.begin(id, version, 'change');
    requireState(meeting, 'HELD');
    await this.steps.change(sip, meeting, { state: 'REOPENED', counted: null });
    await this.deviations.retract(sip, 'SUMMONED_PARTY_ABSENT', meeting.heldOn!);
    this.steps.record(meetingEvents.reopened, sip, id, { ...meeting.counted, delta: -1 });
    return this.reader.view(id);
  }

  private async save(sip: LockedCase, meeting: LockedMeeting, draft: RecordDraft): Promise<void> {
    const { heldOn, childPart, attendance = [], guardians = [], ...words } = draft;
    const called = meeting.parties.map(({ unitId }) => unitId);
    if (!attendance.every(({ unitId }) => called.includes(unitId))) {
      throw Problem.field('attendance', 'En av enheterna var inte kallad. Läs in sidan igen.');
    }
    if (!guardians.every(({ guardianId }) => meeting.details.guardians.some(({ id }) => id === guardianId))) {
      throw Problem.field('guardians', 'En av vårdnadshavarna var inte kallad. Läs in sidan igen.');
    }
    if (attendance.length > 0) {
      await this.database.query(
        ATTEND(
          meeting.id,
          attendance.map(({ unitId }) => unitId),
          attendance.map((note) => note.attendance),
        ),
      );
    }
    const details: Partial<MeetingDetails> = { ...words, guardians: presentGuardians(meeting, guardians) };
    await this.steps.change(sip, meeting, {
      ...(heldOn !== undefined && { heldOn }),
      ...(childPart !== undefined && { childPart }),
      details,
    });
  }

  private complete({ details, heldOn, childPart, calledOn, parties }: LockedMeeting) {
    const attendance = parties.map(({ unitId, name, attendance }) => ({
      unitId,
      name,
      attendance: attendance ?? undefined,
    }));
    const record = { ...details, heldOn: heldOn ?? undefined, childPart: childPart ?? undefined, attendance };
    const errors = recordFaults(record, { calledOn, today: this.clock.today() });
    refuseFaults(errors, 'Fyll i det som saknas i protokollet.');
    return { heldOn: heldOn!, childPart: childPart! };
  }

  /** A party that was summoned and stayed away without notice (domain reference 4.2). Answers how many are new. */
  private async suggestAbsences(sip: LockedCase, { parties }: LockedMeeting, heldOn: string): Promise<number> {
    const absent = parties.filter(({ call, attendance }) => call === 'SUMMONS' && attendance === 'ABSENT');
    const units = absent.map(({ unitId }) => unitId);
    return this.deviations.suggest(sip, { category: 'SUMMONED_PARTY_ABSENT', happenedOn: heldOn, units });
  }

  private takeCase(sip: LockedCase, { kind, state }: LockedMeeting, heldOn: string): Promise<LockedCase> {
    if (state === 'REOPENED') return this.cases.take(sip, 'change', kind === 'FIRST' ? { firstMeetingOn: heldOn } : {});
    if (kind === 'FOLLOW_UP') return this.cases.take(sip, 'plan-follow-up');
    return this.cases.take(sip, 'hold-meeting', { firstMeetingOn: heldOn });
  }
}

/** The last day for the first meeting by the agreement; a meeting before discharge has none. */
const dueOn = (sip: LockedCase): string | null =>
  clocksOf(sip, sip.rules.days).find(({ clock }) => clock === 'MEETING')?.dueOn ?? null;

const presentGuardians = (
  { details }: LockedMeeting,
  notes: readonly { guardianId: string; present: boolean }[],
): MeetingDetails['guardians'] =>
  details.guardians.map((guardian) => {
    const note = notes.find(({ guardianId }) => guardianId === guardian.id);
    return note ? { ...guardian, present: note.present } : guardian;
  });
