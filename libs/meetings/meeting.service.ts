import { Injectable } from '@nestjs/common';
import { allows, CaseSteps, type LockedCase } from '../cases/index.ts';
import { isAdultOn, type GuardianDetails } from '../children/index.ts';
import { Clock, Database, instantAsked, newId, Problem, refuseFaults, sql } from '../platform/index.ts';
import { Meeting, type CalledGuardian, type MeetingDetails } from './meeting.entity.ts';
import { meetingEvents } from './meeting.events.ts';
import type { Cancellation, MeetingMove, MeetingPlan, MeetingView } from './meeting.dto.ts';
import { MeetingReader } from './meeting.reader.ts';
import { summonsFaults, usualReplyBy, type CalledParty } from './meeting.rules.ts';
import { MeetingSteps, requireState, type Called, type LockedMeeting } from './meeting.steps.ts';
import { MeetingSummons } from './meeting.summons.ts';

const PLANNED = sql(
  'meeting.planned',
  `select exists (select from meeting where case_id = $1 and state = 'PLANNED') as planned`,
);
const PARTIES = sql(
  'meeting.parties',
  `select u.id as "unitId", h.kind as principal from party p join unit u on u.id = p.unit_id join principal h on h.id = u.principal_id
    where p.case_id = $1 and p.left_on is null and p.unit_id = any ($2::uuid[])`,
);
const GUARDIANS = sql(
  'meeting.guardians',
  `select id, details from guardian where child_id = $1 and ended_on is null and id = any ($2::uuid[])`,
);
const CALL = sql(
  'meeting.call',
  `insert into meeting_party (meeting_id, case_id, unit_id, call, shows_place, reader_ids)
   select $1, $2, (p->>'unitId')::uuid, p->>'call', (p->>'showsPlace')::boolean,
          array(select json_array_elements_text(p->'readerIds')::uuid) from json_array_elements($3) as p`,
);

/** Calls the parties of a case to a meeting, moves it and cancels it. */
@Injectable()
export class MeetingService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly cases: CaseSteps,
    private readonly steps: MeetingSteps,
    private readonly summons: MeetingSummons,
    private readonly reader: MeetingReader,
  ) {}

  /**
   * Plans a meeting and sends its summons. The first one takes the case to SUMMONED, later ones leave it where it is; when a first
   * meeting was cancelled the next one is planned in its place. 422 naming every field that keeps the summons from being sent.
   */
  async plan(caseId: string, version: number, content: MeetingPlan): Promise<MeetingView> {
    const sip = await this.cases.begin(caseId, version, 'summon', 'reschedule', 'plan-follow-up');
    const [{ planned } = { planned: false }] = await this.database.query<{ planned: boolean }>(PLANNED(caseId));
    if (planned)
      throw new Problem('state-conflict', 'Det finns redan ett planerat möte. Flytta det, eller ställ in det.');
    const kind = allows(sip.state, 'plan-follow-up') ? 'FOLLOW_UP' : 'FIRST';
    const { questions, participation, purpose, place, minutes, startsAt, childInvited } = content;
    const calls = callsOf(content, sip.guarded);
    const times = this.timesOf(sip, startsAt, content.replyBy);
    const [called, guardians] = await Promise.all([
      this.calledParties(sip, calls),
      this.calledGuardians(sip, content.guardianIds),
    ]);
    const summons = { caseKind: sip.kind, kind, questions, participation, called, ...times } as const;
    refuseFaults(summonsFaults(summons, this.clock.now(), this.clock.today()));

    const id = newId();
    const details: MeetingDetails = {
      place,
      purpose,
      questions,
      participation,
      childInvited,
      guardians,
      moves: [],
    };
    const manager = await this.database.scope.manager();
    await manager.insert(Meeting, {
      id,
      caseId,
      kind,
      minutes,
      startsAt: times.startsAt,
      wallTime: startsAt,
      replyBy: times.replyBy,
      calledOn: this.clock.today(),
      details: sip.secrets.seal('meeting.details', id, details),
    });
    await this.database.query(CALL(id, caseId, JSON.stringify(calls)));
    const told = await this.summons.send(sip, inOrderOf(calls, await this.steps.read(sip, id)));
    const after = await this.takeCase(sip, kind, { questions, participation });
    await this.cases.emptyDraft(after, 'SUMMONS');
    this.steps.record(meetingEvents.summoned, after, id, { kind, parties: calls.length, ...told });
    return this.reader.view(id);
  }

  /** Moves the meeting and calls anew. The clock of the first meeting runs on (domain reference 6.1). */
  async move(id: string, version: number, content: MeetingMove): Promise<MeetingView> {
    const { sip, meeting } = await this.steps.begin(id, version, 'reschedule', 'plan-follow-up');
    requireState(meeting, 'PLANNED');
    if (sip.guarded && meeting.parties.some(({ readerIds }) => readerIds.length === 0)) throw calledBeforeProtection();
    const { startsAt, minutes = meeting.minutes, place = meeting.details.place, reason } = content;
    const times = this.timesOf(sip, startsAt, content.replyBy);
    const { questions, participation, moves } = meeting.details;
    const called = await this.calledParties(sip, meeting.parties);
    const summons = { caseKind: sip.kind, kind: meeting.kind, questions, participation, called, ...times } as const;
    refuseFaults(summonsFaults(summons, this.clock.now(), this.clock.today()));
    await this.steps.change(sip, meeting, {
      startsAt: times.startsAt,
      wallTime: startsAt,
      minutes,
      replyBy: times.replyBy,
      details: {
        place,
        guardians: await this.stillGuardians(sip, meeting.details.guardians),
        moves: [...moves, { from: meeting.localTime, reason }],
      },
    });
    const told = await this.summons.sendAnew(sip, await this.steps.read(sip, id));
    this.steps.record(meetingEvents.moved, sip, id, { kind: meeting.kind, ...told });
    return this.reader.view(id);
  }

  /** Cancels the meeting. What the case waits for is a new one. */
  async cancel(id: string, version: number, { reason }: Cancellation): Promise<MeetingView> {
    const { sip, meeting } = await this.steps.begin(id, version, 'change');
    requireState(meeting, 'PLANNED');
    await this.steps.change(sip, meeting, { state: 'CANCELLED', details: { cancelledBecause: reason } });
    this.steps.record(meetingEvents.cancelled, sip, id, { kind: meeting.kind, ...this.summons.toldTo(sip, meeting) });
    return this.reader.view(id);
  }

  private timesOf({ rules }: LockedCase, localTime: string, replyBy: string | undefined) {
    const [meetingOn, today] = [localTime.slice(0, 10), this.clock.today()];
    const usual = usualReplyBy(meetingOn, rules.days.replyBefore, today);
    return { startsAt: instantAsked('startsAt', localTime), meetingOn, replyBy: replyBy ?? usual };
  }

  private async calledParties({ id }: LockedCase, calls: readonly Pick<Called, 'unitId'>[]): Promise<CalledParty[]> {
    const units = calls.map(({ unitId }) => unitId);
    if (new Set(units).size < units.length) throw Problem.field('calls', 'En enhet står två gånger. Ta bort den ena.');
    const parties = await this.database.query<CalledParty>(PARTIES(id, units));
    if (parties.length < units.length) {
      throw Problem.field(
        'calls',
        'En av enheterna är inte part i ärendet. Ta med den som part först, eller välj bort den.',
      );
    }
    return parties;
  }

  private async calledGuardians({ childId, secrets }: LockedCase, ids: readonly string[]): Promise<CalledGuardian[]> {
    const rows = await this.database.query<{ id: string; details: Buffer }>(GUARDIANS(childId, ids));
    if (rows.length < ids.length) throw Problem.field('guardianIds', 'Någon är inte längre vårdnadshavare. Välj om.');
    return rows.map(({ id, details }) => ({
      id,
      name: secrets.open<GuardianDetails>('guardian.details', id, details).name,
    }));
  }

  /** Those of the guardians once called who still are: who is one no more is not called anew. */
  private async stillGuardians(sip: LockedCase, called: readonly CalledGuardian[]): Promise<CalledGuardian[]> {
    if (isAdultOn(sip.birthDate, this.clock.today())) return [];
    const ids = called.map(({ id }) => id);
    const current = await this.database.query<{ id: string }>(GUARDIANS(sip.childId, ids));
    return called.filter(({ id }) => current.some((guardian) => guardian.id === id));
  }

  private takeCase(
    sip: LockedCase,
    kind: LockedMeeting['kind'],
    details: Pick<MeetingDetails, 'questions' | 'participation'>,
  ): Promise<LockedCase> {
    if (kind === 'FOLLOW_UP') return this.cases.take(sip, 'plan-follow-up');
    return allows(sip.state, 'summon')
      ? this.cases.take(sip, 'summon', { summonedOn: this.clock.today(), details })
      : this.cases.take(sip, 'reschedule', { details });
  }
}

const calledBeforeProtection = (): Problem =>
  new Problem(
    'state-conflict',
    'Barnet har fått skyddade personuppgifter sedan kallelsen. Ställ in mötet och kalla på nytt: då väljer du vilka som får läsa.',
  );

/** Who is called, and who of them learns the place: of a protected child only those ticked. */
const callsOf = ({ calls }: MeetingPlan, guarded: boolean): Called[] =>
  calls.map(({ unitId, call, showsPlace = !guarded, readerIds = [] }) => ({
    unitId,
    call,
    showsPlace,
    readerIds,
    attendance: null,
  }));

/** The parties in the order that they were called in: a refusal names one by its place. */
const inOrderOf = (calls: readonly Called[], meeting: LockedMeeting): LockedMeeting => ({
  ...meeting,
  parties: calls.map(({ unitId }) => meeting.parties.find((party) => party.unitId === unitId)!),
});
