import { createTestApp, type TestApp } from '../../test/support/app.ts';
import { Casework } from '../../test/support/casework.ts';
import { made, type Row } from '../../test/support/answer.ts';
import { World } from '../../test/support/world.ts';
import { addDays } from '../platform/index.ts';

interface Gap {
  check: string;
  field: string;
  message: string;
}

describe('the plan of a case', () => {
  let test: TestApp;
  let work: Casework;

  beforeAll(async () => {
    test = await createTestApp();
    work = await Casework.in(await World.create(test));
  });
  afterAll(() => test.close());

  const save = (id: string, content: object, version: number) =>
    work.coordinator.put(`/cases/${id}/plan`, content, version);
  const confirm = (id: string, version: number) =>
    work.coordinator.post(`/cases/${id}/plan/confirmation`, undefined, version);
  /** The facts of the latest event of a kind. */
  const factsOf = async (type: string) =>
    (
      await test.owner.query(
        `select e->'facts' as facts from (select event_id, convert_from(entry, 'UTF8')::json as e from log_event) events
          where e->>'type' = $1 order by event_id desc limit 1`,
        [type],
      )
    ).rows[0].facts;
  const interventions = async (id: string) =>
    (
      await test.owner.query(
        `select id, unit_id as "unitId", due_on::text as "dueOn", number, state from intervention where case_id = $1 order by id`,
        [id],
      )
    ).rows;

  describe('while it is written', () => {
    it('begins empty, is saved as it is typed, and moves the case only the first time', async () => {
      const sip = await work.meetingHeld();
      const empty = await work.planOn(sip.id);
      expect(empty).toMatchObject({ version: 0, editable: true, versions: [], meetingOn: work.today });
      expect(empty['suggestedFollowUpOn']).toBe(addDays(work.today, 90));
      expect((empty['units'] as Row[]).map((unit) => unit['active'])).toEqual([true, true]);

      const begun = { ...(empty['content'] as object), childsWords: 'Jag vill' };
      expect(made(await save(sip.id, begun, 0))).toMatchObject({ version: 1, content: begun });
      expect(await work.read(sip.id)).toMatchObject({ state: 'PLAN_DRAFT', version: sip.version + 1 });
      const more = { ...begun, childsWords: 'Jag vill ha lugnt.' };
      const saved = made(await save(sip.id, more, 1));
      expect(saved).toMatchObject({ version: 2, content: more, savedBy: expect.stringMatching(/^Person/) });
      expect(await work.read(sip.id)).toMatchObject({ state: 'PLAN_DRAFT', version: sip.version + 1 });
      expect(await work.planOn(sip.id)).toEqual(saved);
    });

    it('tells apart what the law and what the agreement still asks for', async () => {
      const { id } = await work.planDrafted({ measuresByOthers: '', noMeasuresByOthers: false, followUpOn: undefined });
      const { legalGaps, agreementGaps } = (await work.planOn(id)) as unknown as Record<string, Gap[]>;
      expect(legalGaps).toMatchObject([{ check: 'OTHERS', field: 'measuresByOthers' }]);
      expect(agreementGaps).toMatchObject([{ check: 'FOLLOW_UP_DATE', field: 'followUpOn' }]);
    });

    it('refuses what was written over an older text, with the version to read and nothing lost', async () => {
      const { id } = await work.planDrafted();
      const [one, other] = await Promise.all([
        save(id, work.plan({ childsWords: 'Den enas.' }), 1),
        save(id, work.plan({ childsWords: 'Den andras.' }), 1),
      ]);
      expect([one.status, other.status].toSorted((a, b) => a - b)).toEqual([200, 412]);
      expect([one, other].find(({ status }) => status === 412)!.body).toMatchObject({ currentVersion: 2 });
      expect((await work.planOn(id)).version).toBe(2);
    });

    it('refuses a date that does not exist, and links to rows that are gone, by field', async () => {
      const { id } = await work.planDrafted();
      const [promise] = work.plan().interventions;
      for (const [content, field] of [
        [{ followUpOn: '2027-02-30' }, 'followUpOn'],
        [{ interventions: [{ ...promise, dueOn: '2027-06-31' }] }, 'interventions.0.dueOn'],
        [{ interventions: [{ ...promise, goalId: 'g9' }] }, 'interventions.0.goalId'],
        [{ interventions: [promise, promise] }, 'interventions.1.id'],
        [{ lead: { person: 'x'.repeat(201) } }, 'lead.person'],
      ] as const) {
        const { status, body } = await save(id, work.plan(content), 1);
        expect([status, body.errors?.[0].field]).toEqual([422, field]);
      }
      expect((await work.planOn(id)).version).toBe(1);
    });

    it('is closed before there has been a meeting', async () => {
      const { id } = await work.registered();
      expect(await work.planOn(id)).toMatchObject({ version: 0, editable: false });
      expect((await save(id, work.plan(), 0)).status).toBe(409);
    });
  });

  describe('when it is confirmed', () => {
    it('becomes number 1, with its promises in clear and its words sealed, and the case runs by it', async () => {
      const { id, version } = await work.planDrafted();
      const confirmed = made(await confirm(id, 1));
      const followUpOn = addDays(work.today, 90);
      expect(confirmed).toMatchObject({
        editable: false,
        versions: [{ number: 1, confirmedOn: work.today, followUpOn, familyAgrees: true }],
      });
      const sip = await work.read(id);
      expect(sip).toMatchObject({ state: 'PLAN_ACTIVE', planNumber: 1, followUpOn, version: version + 1 });
      expect(await interventions(id)).toEqual([
        { id: 'i1', unitId: work.units.bup, dueOn: addDays(work.today, 60), number: 1, state: 'AGREED' },
        { id: 'i2', unitId: work.units.social, dueOn: null, number: 1, state: 'AGREED' },
      ]);
      const read = made(await work.coordinator.get(`/cases/${id}/plan/versions/1`));
      expect(read).toMatchObject({ number: 1, content: work.plan(), legalReference: expect.stringContaining('SoL') });
      expect((await save(id, work.plan(), 1)).status).toBe(409);
      const facts = await factsOf('plan.confirmed');
      expect(facts).toMatchObject({ legallyComplete: 'YES', confirmedOn: work.today, number: 1, delta: 1 });
    });

    it('6.2.1–6.2.4: is refused with everything that is missing, and nothing is fixed', async () => {
      const [promise] = work.plan().interventions;
      const { unitId: _, ...unaddressed } = promise!;
      for (const [content, fields] of [
        [{ interventions: [unaddressed] }, ['interventions.0.unitId']],
        [{ followUpOn: work.today }, ['followUpOn']],
        [{ followUpOn: addDays(work.today, -1) }, ['followUpOn']],
        [{ followUpOn: addDays(work.today, 181) }, ['followUpOn']],
        [{ noMeasuresByOthers: false, lead: {} }, ['measuresByOthers', 'lead.unitId', 'lead.person']],
        [{ familyAgrees: false }, ['dissent']],
      ] as const) {
        const { id } = await work.planDrafted(content);
        const { status, body } = await confirm(id, 1);
        expect([status, body.errors?.map(({ field }: Gap) => field)]).toEqual([422, fields]);
        expect(await work.read(id)).toMatchObject({ state: 'PLAN_DRAFT', planNumber: 0 });
        expect(await interventions(id)).toEqual([]);
      }
    });

    it('is refused when a party that has promised something has left, and says which', async () => {
      const { id, parties, version } = (await work.planDrafted()) as Row & { parties: (Row & { unit: Row })[] };
      const bup = parties.find(({ unit }) => unit.id === work.units.bup)!;
      made(
        await work.coordinator.post(`/parties/${bup.id}/leaving`, { leftOn: work.today, reason: 'Avslutat.' }, version),
      );
      const { status, body } = await confirm(id, 1);
      expect([status, body.errors[0]]).toEqual([
        422,
        {
          field: 'interventions.0.unitId',
          message: 'Enheten bup har lämnat ärendet. Välj en annan enhet som ansvarar för insats 1.',
        },
      ]);
    });

    it('is refused on a text that somebody has changed since', async () => {
      const { id } = await work.planDrafted();
      made(await save(id, work.plan({ childsWords: 'Nytt.' }), 1));
      const { status, body } = await confirm(id, 1);
      expect([status, body.currentVersion]).toEqual([412, 2]);
    });

    it('never changes, whatever is asked of the database', async () => {
      const { id } = await work.planActive();
      for (const change of [
        `update plan_version set number = 2 where case_id = '${id}'`,
        `delete from plan_version where case_id = '${id}'`,
        `truncate plan_version cascade`,
      ]) {
        await expect(test.owner.query(change)).rejects.toThrow('insert only');
      }
    });
  });

  describe('and the consent to it', () => {
    const consents = async (id: string) =>
      (made(await work.coordinator.get(`/cases/${id}/consents`))['consents'] as Row[]).filter(
        ({ purpose }) => purpose === 'PLAN',
      );
    const withdraw = async (id: string) => {
      const [consent] = await consents(id);
      return work.coordinator.post(`/consents/${consent!.id}/withdrawal`, { by: 'GUARDIAN', reason: 'Vill vänta.' });
    };

    it('withdrawn while another confirms: one comes first, and nothing is confirmed after', async () => {
      const { id } = await work.planDrafted();
      const [confirmed] = await Promise.all([confirm(id, 1), withdraw(id)]);
      expect([200, 409]).toContain(confirmed.status);
      const { state, planNumber } = await work.read(id);
      expect([state, planNumber]).toEqual(['CONSENT_WITHDRAWN', confirmed.status === 200 ? 1 : 0]);
      expect((await confirm(id, 1)).status).toBe(409);
    });

    it('that has run out since the meeting stops it, though the case has not moved', async () => {
      const { id } = await work.planDrafted();
      await test.owner.query(
        `update consent set decided_on = current_date - 400, valid_to = current_date - 40 where case_id = $1 and purpose = 'PLAN'`,
        [id],
      );
      const { status, body } = await confirm(id, 1);
      expect([status, body.detail]).toEqual([409, expect.stringContaining('Samtycket till planen')]);
      expect(await work.read(id)).toMatchObject({ state: 'PLAN_DRAFT', planNumber: 0 });
    });
  });

  it('is nobody else’s to see', async () => {
    const { id } = await work.planActive();
    const stranger = await work.world.user('SIP_COORDINATOR', 'clinic');
    for (const path of ['', '/versions/1', '/versions/1/changes', '/versions/1/pdf']) {
      expect((await stranger.get(`/cases/${id}/plan${path}`)).status).toBe(404);
      expect((await work.staff.bup.get(`/cases/${id}/plan${path}`)).status).toBe(403);
    }
  });
});
