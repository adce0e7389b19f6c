import { createTestApp, type TestApp } from '../../test/support/app.ts';
import { Casework } from '../../test/support/casework.ts';
import { made, type Row } from '../../test/support/answer.ts';
import { World } from '../../test/support/world.ts';
import { addDays, Clock } from '../platform/index.ts';

interface Meeting extends Row {
  caseId: string;
  parties: { unit: Row; showsPlace: boolean; attendance?: string }[];
}

interface Copy {
  title: string;
  sections: { heading: string; rows?: { label: string; text: string }[] }[];
}

describe('the meetings of a case', () => {
  let test: TestApp;
  let work: Casework;

  beforeAll(async () => {
    test = await createTestApp();
    work = await Casework.in(await World.create(test));
  });
  afterEach(() => jest.restoreAllMocks());
  afterAll(() => test?.close());

  const plan = async (sip: Row, content: object = {}) => (await work.meeting(sip, content)) as Meeting;
  const hold = (meeting: Row, content: object = {}) =>
    work.coordinator.post(`/meetings/${meeting.id}/holding`, work.held(content), meeting.version);
  const turnClock = (instant: string) =>
    jest.spyOn(test.app.get(Clock), 'now').mockImplementation(() => new Date(instant));

  /** What a party has got of a case, the newest copy first. */
  async function received(who: 'social' | 'bup', caseId: string): Promise<Copy[]> {
    const answer = await work.staff[who].get(`/received-cases/${caseId}`);
    return answer.status === 404 ? [] : (answer.body as { copies: Copy[] }).copies;
  }

  const faultsOf = async (sip: Row, content: object): Promise<string[]> => {
    const answer = await work.coordinator.post(`/cases/${sip.id}/meetings`, work.meetingPlan(content), sip.version);
    expect(answer.status).toBe(422);
    return (answer.body as { errors: { field: string }[] }).errors.map(({ field }) => field);
  };

  describe('6.1 SUMMONED', () => {
    it('calls the parties, takes the case on, and each of them gets the summons', async () => {
      const sip = await work.consented();
      const meeting = await plan(sip);
      expect(meeting).toMatchObject({ kind: 'FIRST', state: 'PLANNED', caseState: 'SUMMONED', replyBy: work.today });
      expect(await work.read(sip.id)).toMatchObject({ summonedOn: work.today, questions: ['Vem gör vad?'] });
      for (const who of ['social', 'bup'] as const) {
        expect(await received(who, sip.id)).toMatchObject([{ title: 'Kallelse till SIP-möte' }]);
      }
    });

    it('is refused field by field, and then nobody is called', async () => {
      const sip = await work.consented();
      const { social, school } = work.units;
      const call = (unitId: string) => ({ unitId, call: 'SUMMONS' });
      expect(await faultsOf(sip, { questions: [], participation: '' })).toEqual(['questions', 'participation']);
      expect(await faultsOf(sip, { calls: [call(social)] })).toEqual(['calls']);
      expect(await faultsOf(sip, { calls: [call(social), call(school)] })).toEqual(['calls']);
      expect(await faultsOf(sip, { calls: [call(social), call(social)] })).toEqual(['calls']);
      expect(await faultsOf(sip, { startsAt: '2024-02-10T13:00' })).toContain('startsAt');
      expect(await received('social', sip.id)).toEqual([]);
      expect(await work.read(sip.id)).toMatchObject({ state: 'PREPARING', version: sip.version });
    });

    it('is refused for a party without consent on the day of the meeting, and says which', async () => {
      const sip = await work.consented();
      const afterConsent = `${Number(work.today.slice(0, 4)) + 2}-02-10T13:00`;
      expect(await faultsOf(sip, { startsAt: afterConsent })).toEqual(['calls.0', 'calls.1']);

      const { social, school, bup } = work.units;
      const joined = await work.step(sip, 'parties', { unitId: school });
      const calls = [social, school, bup].map((unitId) => ({ unitId, call: 'SUMMONS' }));
      expect(await faultsOf(joined, { calls })).toEqual(['calls.1']);
      expect(await received('social', sip.id)).toEqual([]);
    });

    it.each([
      ['a time that the clocks skip', '2027-03-28T02:30'],
      ['a time that comes twice', '2026-10-25T02:30'],
      ['a day that does not exist', '2027-02-30T13:00'],
    ])('is refused at %s', async (_, startsAt) => {
      turnClock('2026-10-01T08:00:00Z');
      expect(await faultsOf(await work.consented(), { startsAt })).toEqual(['startsAt']);
    });

    it('hides the place from parties that are not ticked', async () => {
      const { social, bup } = work.units;
      const calls = [
        { unitId: social, call: 'SUMMONS' },
        { unitId: bup, call: 'INVITATION', showsPlace: false },
      ];
      const sip = await work.consented();
      await plan(sip, { calls });
      expect(JSON.stringify(await received('social', sip.id))).toContain('Björkskolan');
      expect(JSON.stringify(await received('bup', sip.id))).not.toContain('Björkskolan');
      expect(await received('bup', sip.id)).toMatchObject([{ title: 'Inbjudan till SIP-möte' }]);
    });

    it('6.2.9 calls people and no unit for a protected child, and tells neither place nor school', async () => {
      const { id: childId } = await work.child({ protection: 'SEKRETESSMARKERING' });
      const sip = await work.consented({ childId });
      expect(await faultsOf(sip, {})).toEqual(['calls.0.readerIds', 'calls.1.readerIds']);
      const calls = await Promise.all(
        (['social', 'bup'] as const).map(async (who) => {
          const { acting } = (await work.staff[who].get('/session')).body as { acting: Row };
          return { unitId: work.units[who], call: 'SUMMONS', readerIds: [acting.id] };
        }),
      );
      await plan(sip, { calls });
      const copies = JSON.stringify(await received('bup', sip.id));
      expect(copies).toContain('Samordnaren lämnar platsen på annat sätt.');
      expect(copies).not.toContain('Björkskolan');
      expect(copies).not.toContain('Enheten social');
      const colleague = await work.world.user('REQUESTER', 'bup');
      expect((await colleague.get(`/received-cases/${sip.id}`)).status).toBe(404);
    });

    it('is one at a time; moved it keeps the clock, and the parties get the new time', async () => {
      const sip = await work.consented();
      const meeting = await plan(sip);
      const { version } = await work.read(sip.id);
      expect((await work.coordinator.post(`/cases/${sip.id}/meetings`, work.meetingPlan(), version)).status).toBe(409);

      const startsAt = `${addDays(work.today, 5)}T13:00`;
      const unfounded = await work.coordinator.patch(`/meetings/${meeting.id}`, { startsAt }, meeting.version);
      expect(unfounded.body).toMatchObject({ status: 422, errors: [{ field: 'reason' }] });
      const moved = made(
        await work.coordinator.patch(
          `/meetings/${meeting.id}`,
          { startsAt, reason: 'BUP kunde inte.' },
          meeting.version,
        ),
      );
      expect(moved).toMatchObject({
        localTime: startsAt,
        replyBy: addDays(work.today, 1),
        moves: [{ reason: 'BUP kunde inte.' }],
      });
      expect(await received('bup', sip.id)).toHaveLength(2);
      const { clocks } = (await work.read(sip.id)) as unknown as { clocks: { clock: string; from: string }[] };
      expect(clocks).toContainEqual(expect.objectContaining({ clock: 'MEETING', from: work.today }));
    });

    it('of a protected child is not moved when one of the called has left: it is cancelled and called to anew', async () => {
      const { id: childId } = await work.child({ protection: 'SEKRETESSMARKERING' });
      const sip = await work.consented({ childId });
      const leaver = await work.world.user('REQUESTER', 'bup');
      const readers = [work.staff.social, leaver].map(async (user) => (await user.get('/session')).body.acting.id);
      const [social, bup] = await Promise.all(readers);
      const calls = [
        { unitId: work.units.social, call: 'SUMMONS', readerIds: [social] },
        { unitId: work.units.bup, call: 'SUMMONS', readerIds: [bup] },
      ];
      const meeting = await plan(sip, { calls });
      await test.owner.query('update assignment set ended_at = now() where id = $1', [bup]);
      const move = { startsAt: `${addDays(work.today, 5)}T13:00`, reason: 'BUP kunde inte.' };
      const { status, body } = await work.coordinator.patch(`/meetings/${meeting.id}`, move, meeting.version);
      expect([status, body.detail]).toEqual([422, expect.stringMatching(/^Mötet är inte flyttat/)]);
      const message =
        'Någon som kallades på Enheten bup har slutat där. Ställ in mötet och kalla på nytt: då väljer du vilka som får läsa.';
      expect(body.errors).toEqual([{ field: expect.stringMatching(/^calls\.\d\.readerIds$/), message }]);
      const cancelling = { reason: 'En av de kallade har slutat.' };
      made(await work.coordinator.post(`/meetings/${meeting.id}/cancellation`, cancelling, meeting.version));
      const staying = (await work.staff.bup.get('/session')).body.acting.id;
      const anew = calls.map((call) => (call.unitId === work.units.bup ? { ...call, readerIds: [staying] } : call));
      expect(await plan(await work.read(sip.id), { calls: anew })).toMatchObject({ state: 'PLANNED' });
    });

    it('is planned again when it was cancelled', async () => {
      const sip = await work.consented();
      const meeting = await plan(sip);
      const cancelled = made(
        await work.coordinator.post(`/meetings/${meeting.id}/cancellation`, { reason: 'Inlagd.' }, meeting.version),
      );
      expect(cancelled).toMatchObject({ state: 'CANCELLED', cancelledBecause: 'Inlagd.', caseState: 'SUMMONED' });
      const waiting = await work.read(sip.id);
      expect(waiting).toMatchObject({ meetingPlanned: false });
      expect(await plan(waiting)).toMatchObject({ kind: 'FIRST', state: 'PLANNED' });
      expect(await work.read(sip.id)).toMatchObject({ meetingPlanned: true });
    });
  });

  describe('6.1 MEETING_HELD', () => {
    it('saves what is written in the room, and asks for the rest only when the meeting is to count', async () => {
      const meeting = await plan(await work.consented());
      const written = made(
        await work.coordinator.put(`/meetings/${meeting.id}/record`, { chair: 'Karin Berg' }, meeting.version),
      );
      expect(written).toMatchObject({ state: 'PLANNED', chair: 'Karin Berg', version: meeting.version + 1 });
      const early = await work.coordinator.post(`/meetings/${meeting.id}/holding`, {}, written.version);
      expect(early.body).toMatchObject({
        status: 422,
        errors: expect.arrayContaining(
          ['heldOn', `attendance.${work.units.bup}`, 'recorder', 'childPart'].map((field) =>
            expect.objectContaining({ field }),
          ),
        ),
      });
      const held = made(
        await hold(written, { childPart: 'REPRESENTED', representedBy: 'Mormor', chair: 'Karin Berg' }),
      );
      expect(held).toMatchObject({ state: 'HELD', caseState: 'MEETING_HELD', representedBy: 'Mormor' });
      expect(await work.read(meeting.caseId)).toMatchObject({ firstMeetingOn: work.today });
    });

    it('6.2.12 is refused over an old version, and both records stay as they were', async () => {
      const meeting = await plan(await work.consented());
      made(await work.coordinator.put(`/meetings/${meeting.id}/record`, { notes: 'Först.' }, meeting.version));
      const late = await work.coordinator.put(`/meetings/${meeting.id}/record`, { notes: 'Sen.' }, meeting.version);
      expect(late.body).toMatchObject({ status: 412, currentVersion: meeting.version + 1 });
      expect(made(await work.coordinator.get(`/meetings/${meeting.id}`))).toMatchObject({ notes: 'Först.' });
    });

    it('6.2.14 takes no day that does not exist', async () => {
      const meeting = await plan(await work.consented());
      const answer = await hold(meeting, { heldOn: '2026-02-30' });
      expect(answer.body).toMatchObject({ status: 422, errors: [{ field: 'heldOn' }] });
    });

    it('keeps a guardian in the record who is removed while it is written', async () => {
      const child = await work.child();
      const guardian = await work.guardian(child.id, { name: 'Robin Testsson' });
      const meeting = await plan(await work.consented({ childId: child.id }), { guardianIds: [guardian.id] });
      made(
        await work.coordinator.post(
          `/guardians/${guardian.id}/end`,
          { reason: 'NO_LONGER_GUARDIAN' },
          guardian.version,
        ),
      );
      const held = made(await hold(meeting, { guardians: [{ guardianId: guardian.id, present: true }] }));
      expect(held).toMatchObject({ guardians: [{ id: guardian.id, name: 'Robin Testsson', present: true }] });
    });

    it('suggests a deviation for a summoned party that stayed away without notice, in the same access', async () => {
      const { social, bup } = work.units;
      const calls = [social, bup].map((unitId) => ({ unitId, call: 'SUMMONS' }));
      const attendance = [
        { unitId: social, attendance: 'ABSENT_WITH_NOTICE' },
        { unitId: bup, attendance: 'ABSENT' },
      ];
      const meeting = await plan(await work.consented(), { calls });
      made(await hold(meeting, { attendance }));
      const { deviations } = (await work.coordinator.get(`/cases/${meeting.caseId}/deviations`)).body as {
        deviations: Row[];
      };
      expect(deviations).toMatchObject([
        { category: 'SUMMONED_PARTY_ABSENT', status: 'SUGGESTED', found: true, concernedUnit: { id: bup } },
      ]);
    });

    it('is opened to be corrected and held again: what was suggested follows', async () => {
      const { social, bup } = work.units;
      const absent = [social, bup].map((unitId) => ({ unitId, attendance: unitId === bup ? 'ABSENT' : 'PRESENT' }));
      const held = made(await hold(await plan(await work.consented()), { attendance: absent })) as Meeting;
      expect((await hold(held)).status).toBe(409);
      const opened = made(await work.coordinator.delete(`/meetings/${held.id}/holding`, held.version));
      expect(opened).toMatchObject({ state: 'REOPENED', chair: 'Karin Berg', caseState: 'MEETING_HELD' });
      const corrected = made(await hold(opened)) as Meeting;
      expect(corrected.parties.map(({ attendance }) => attendance)).toEqual(['PRESENT', 'PRESENT']);
      const { deviations } = (await work.coordinator.get(`/cases/${held.caseId}/deviations`)).body as {
        deviations: Row[];
      };
      expect(deviations).toMatchObject([{ status: 'DISMISSED' }]);
    });

    it('suggests no more what somebody has dismissed, when the record is corrected', async () => {
      const { social, bup } = work.units;
      const attendance = [social, bup].map((unitId) => ({ unitId, attendance: unitId === bup ? 'ABSENT' : 'PRESENT' }));
      const held = made(await hold(await plan(await work.consented()), { attendance })) as Meeting;
      const deviations = async () =>
        ((await work.coordinator.get(`/cases/${held.caseId}/deviations`)).body as { deviations: Row[] }).deviations;
      const [found] = (await deviations()) as [Row];
      const path = `/deviations/${found.id}/dismissal`;
      made(await work.coordinator.post(path, { reason: 'De hade ringt.' }, found.version));
      const opened = made(await work.coordinator.delete(`/meetings/${held.id}/holding`, held.version));
      made(await hold(opened, { attendance }));
      expect(await deviations()).toMatchObject([{ status: 'DISMISSED', dismissedBecause: 'De hade ringt.' }]);
    });
  });

  it('is not there for the coordinators of another unit', async () => {
    const meeting = await plan(await work.consented());
    const stranger = await work.world.user('SIP_COORDINATOR', 'school');
    expect((await stranger.get(`/meetings/${meeting.id}`)).status).toBe(404);
    expect((await stranger.get(`/cases/${meeting.caseId}/meetings`)).status).toBe(404);
    expect((await work.staff.social.get(`/meetings/${meeting.id}`)).status).toBe(403);
  });
});
