import { createTestApp, type TestApp } from '../../test/support/app.ts';
import { Casework } from '../../test/support/casework.ts';
import { made, type Row } from '../../test/support/answer.ts';
import type { TestUser } from '../../test/support/user.ts';
import { World } from '../../test/support/world.ts';
import { addDays, Clock, instantOf } from '../platform/index.ts';
import { FollowUpJob } from './follow-up.job.ts';

interface FollowUps extends Row {
  plan?: { planNumber: number };
  followUps: { planNumber: number; goals: { result?: string }[]; interventions: { result?: string }[] }[];
}

describe('following a plan up', () => {
  let test: TestApp;
  let work: Casework;

  beforeAll(async () => {
    test = await createTestApp({ worker: 'apart' });
    work = await Casework.in(await World.create(test));
  });
  afterEach(() => jest.restoreAllMocks());
  afterAll(() => test?.close());

  const followUp = (sip: Row, content: object = {}) =>
    work.coordinator.post(`/cases/${sip.id}/follow-ups`, work.followUp(content), sip.version);
  const close = (sip: Row, content: object = {}) =>
    work.coordinator.post(`/cases/${sip.id}/closing`, work.closing(content), sip.version);
  const fieldsOf = ({ status, body }: { status: number; body: unknown }): string[] => {
    expect(status).toBe(422);
    return (body as { errors: { field: string }[] }).errors.map(({ field }) => field);
  };
  const deviationsOf = async (caseId: string) =>
    ((await work.coordinator.get(`/cases/${caseId}/deviations`)).body as { deviations: Row[] }).deviations;
  /** Noon in Stockholm, so many days from now. */
  const turnClock = (days: number) => {
    const noon = instantOf(`${addDays(work.today, days)}T12:00`);
    jest.spyOn(test.app.get(Clock), 'now').mockImplementation(() => noon);
  };

  describe('6.1 FOLLOW_UP_HELD', () => {
    it('answers every goal and intervention, and the next plan begins from this one', async () => {
      const sip = await work.planActive();
      const held = made(await followUp(sip, { nextFollowUpOn: addDays(work.today, 60) })) as FollowUps;
      expect(held.followUps).toMatchObject([
        {
          planNumber: 1,
          heldOn: work.today,
          decision: 'CONTINUE',
          goals: [{ id: 'g1', text: 'I skolan fyra dagar i veckan.', result: 'PARTLY' }],
          interventions: [
            { id: 'i1', result: 'DONE' },
            { id: 'i2', result: 'ONGOING' },
          ],
        },
      ]);
      expect(await work.read(sip.id)).toMatchObject({ state: 'FOLLOW_UP_HELD' });
      const { content } = (await work.planOn(sip.id)) as unknown as {
        content: { followUpOn: string; interventions: Row[] };
      };
      expect(content.interventions.map(({ id }) => id)).toEqual(['i2']);
      expect(content.followUpOn).toBe(addDays(work.today, 60));
    });

    it('goes on to the next plan, and that is followed up in its turn', async () => {
      const { id } = await work.followedUp({ nextFollowUpOn: addDays(work.today, 60) });
      const draft = await work.planOn(id);
      const content = work.plan({
        interventions: [{ id: 'i2', text: 'Kontaktperson.', unitId: work.units.social, startOn: work.today }],
      });
      made(await work.coordinator.put(`/cases/${id}/plan`, content, draft.version));
      made(await work.coordinator.post(`/cases/${id}/plan/confirmation`, undefined, draft.version + 1));
      const sip = await work.read(id);
      expect(sip).toMatchObject({ state: 'PLAN_ACTIVE', planNumber: 2 });
      const again = { interventions: [{ interventionId: 'i2', result: 'DONE' }], decision: 'CLOSE' };
      const { followUps } = made(await followUp(sip, again)) as FollowUps;
      expect(followUps.map(({ planNumber }) => planNumber)).toEqual([2, 1]);
    });

    it('says on the case and in the work list when it decided to end, until another plan holds', async () => {
      const ending = async (id: string) => {
        const { cases } = (await work.coordinator.get('/cases?list=MINE&limit=100')).body as { cases: Row[] };
        return [await work.read(id), cases.find((row) => row.id === id)].map((view) => view!['endingDecided']);
      };
      expect(await ending((await work.followedUp()).id)).toEqual([false, false]);
      const { id } = await work.followedUp({ decision: 'CLOSE' });
      expect(await ending(id)).toEqual([true, true]);
      const draft = await work.planOn(id);
      made(await work.coordinator.put(`/cases/${id}/plan`, work.plan(), draft.version));
      made(await work.coordinator.post(`/cases/${id}/plan/confirmation`, undefined, draft.version + 1));
      expect(await ending(id)).toEqual([undefined, undefined]);
      await work.step(await work.read(id), 'follow-ups', work.followUp());
      expect(await ending(id)).toEqual([false, false]);
    });

    it('is handed out with how it went, and the party reads it', async () => {
      const { id } = await work.followedUp({ goals: [{ goalId: 'g1', result: 'PARTLY', note: 'Tre dagar.' }] });
      made(
        await work.coordinator.post(`/cases/${id}/disclosures`, {
          what: 'FOLLOW_UP',
          units: [{ unitId: work.units.bup }],
        }),
      );
      const received = async (user: TestUser) => {
        const { copies } = (await user.get(`/received-cases/${id}`)).body as { copies: { what: string }[] };
        return copies.find(({ what }) => what === 'FOLLOW_UP');
      };
      expect(await received(work.staff.bup)).toMatchObject({
        title: 'Uppföljning av plan nummer 1',
        sections: expect.arrayContaining([
          { heading: 'Mål', rows: [{ label: 'I skolan fyra dagar i veckan.', text: 'Delvis nått. Tre dagar.' }] },
        ]),
      });
      expect(await received(work.staff.social)).toBeUndefined();
    });

    it('is refused for what is not answered, and nothing is saved', async () => {
      const sip = await work.planActive();
      const unanswered = { goals: [], interventions: [{ interventionId: 'i1', result: 'NOT_DONE' }] };
      expect(fieldsOf(await followUp(sip, unanswered))).toEqual([
        'goals.g1',
        'interventions.i2',
        'interventions.i1.why',
      ]);
      expect(await work.read(sip.id)).toMatchObject({ state: 'PLAN_ACTIVE', version: sip.version });
    });

    it('is never before its plan, nor before its meeting', async () => {
      const sip = await work.planActive();
      expect(fieldsOf(await followUp(sip, { heldOn: work.daysAgo(1) }))).toEqual(['heldOn']);
      const meeting = await work.meeting(sip);
      expect(meeting).toMatchObject({ kind: 'FOLLOW_UP' });
      const now = await work.read(sip.id);
      expect(fieldsOf(await followUp(now, { heldOn: undefined, meetingId: meeting.id }))).toEqual(['meetingId']);
      made(await work.coordinator.post(`/meetings/${meeting.id}/holding`, work.held(), meeting.version));
      const after = await work.read(sip.id);
      made(await followUp(after, { heldOn: undefined, meetingId: meeting.id }));
    });

    it('is not there to be done before a plan is confirmed', async () => {
      expect((await followUp(await work.planDrafted())).status).toBe(409);
    });
  });

  describe('6.1 CLOSED', () => {
    it('ends the case with a reason and how it went with each goal', async () => {
      const sip = await work.closed();
      expect(sip).toMatchObject({ state: 'CLOSED', endedOn: work.today, closingReason: 'GOALS_MET', steps: [] });
      const { closing } = made(await work.coordinator.get(`/cases/${sip.id}/follow-ups`));
      expect(closing).toMatchObject({ reason: 'GOALS_MET', withFamily: true, goals: [{ id: 'g1', result: 'MET' }] });
    });

    it('is refused field by field', async () => {
      const sip = await work.followedUp({ decision: 'CLOSE' });
      expect(fieldsOf(await close(sip, { reason: 'TIRED', goals: [] }))).toEqual(['reason', 'goals.g1']);
      expect(fieldsOf(await close(sip, { leavesOpenInterventions: false }))).toEqual(['leavesOpenInterventions']);
      expect(fieldsOf(await close(sip, { withFamily: false }))).toEqual(['note']);
    });

    it('needs no goals where there was no plan, and waits for a meeting that is planned', async () => {
      const sip = await work.summoned();
      const withoutPlan = { reason: 'FAMILY_WISH', goals: [] };
      expect((await close(sip, withoutPlan)).status).toBe(409);
      const { meetings } = (await work.coordinator.get(`/cases/${sip.id}/meetings`)).body as { meetings: Row[] };
      const [{ id, version }] = meetings as [Row];
      made(await work.coordinator.post(`/meetings/${id}/cancellation`, { reason: 'Familjen vill inte.' }, version));
      made(await close(sip, withoutPlan));
      expect(await work.read(sip.id)).toMatchObject({ state: 'CLOSED' });
    });
  });

  describe('the day that a plan was to be followed up', () => {
    const job = () => test.app.get(FollowUpJob);

    it('comes at midnight, and one day later it is late', async () => {
      const sip = await work.planActive({ followUpOn: addDays(work.today, 30), interventions: laterInterventions() });
      turnClock(29);
      expect(await job().fallDue()).toBe(0);
      turnClock(1);
      expect(await job().fallDue()).toBe(1);
      expect(await work.read(sip.id)).toMatchObject({ state: 'FOLLOW_UP_DUE', version: sip.version + 1 });
      expect(await job().fallDue()).toBe(0);
      await job().suggestDeviations();
      expect(await deviationsOf(sip.id)).toEqual([]);
      turnClock(1);
      await job().suggestDeviations();
      expect(await deviationsOf(sip.id)).toMatchObject([{ category: 'FOLLOW_UP_MISSED', found: true }]);
      await job().suggestDeviations();
      expect(await deviationsOf(sip.id)).toHaveLength(1);
    });

    it('leaves one event in the timeline for each thing it found', async () => {
      const sip = await work.planActive();
      turnClock(61);
      await job().suggestDeviations();
      expect(await deviationsOf(sip.id)).toMatchObject([
        {
          category: 'PLAN_PART_NOT_FOLLOWED',
          happenedOn: addDays(work.today, -1),
          concernedUnit: { id: work.units.bup },
        },
      ]);
      const { events } = (await work.coordinator.get(`/cases/${sip.id}/timeline`)).body as { events: Row[] };
      expect(events[0]).toMatchObject({ type: 'deviation.suggested', facts: { category: 'PLAN_PART_NOT_FOLLOWED' } });
    });

    it('also finds a first meeting past its day, once; dismissed it stays away', async () => {
      const sip = await work.consented();
      turnClock(22);
      await job().suggestDeviations();
      const [found] = (await deviationsOf(sip.id)) as [Row];
      expect(found).toMatchObject({ category: 'MEETING_NOT_WITHIN_DEADLINE', happenedOn: addDays(work.today, -1) });
      made(
        await work.coordinator.post(
          `/deviations/${found.id}/dismissal`,
          { reason: 'Familjen var bortrest.' },
          found.version,
        ),
      );
      await job().suggestDeviations();
      expect(await deviationsOf(sip.id)).toMatchObject([
        { status: 'DISMISSED', dismissedBecause: 'Familjen var bortrest.' },
      ]);
    });

    it('takes a consent that has run out for no late meeting', async () => {
      const teenager = { identityKind: 'RESERVNUMMER', identity: '98240531AA13', birthDate: '2012-05-30' };
      const sip = await work.consented({ childId: (await work.child(teenager)).id });
      await work.consent(sip.id, { validTo: addDays(work.today, 5) });
      turnClock(6);
      expect(await work.read(sip.id)).toMatchObject({ planConsent: 'MISSING' });
      await job().suggestDeviations();
      expect(await deviationsOf(sip.id)).toEqual([]);
    });

    const laterInterventions = () =>
      work.plan().interventions.map((intervention) => ({ ...intervention, dueOn: addDays(work.today, 80) }));
  });
});
