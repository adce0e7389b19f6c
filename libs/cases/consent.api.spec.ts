import { createTestApp, type TestApp } from '../../test/support/app.ts';
import { Casework, EVERYTHING } from '../../test/support/casework.ts';
import { made, type Row } from '../../test/support/answer.ts';
import { World } from '../../test/support/world.ts';
import { addDays, Clock } from '../platform/index.ts';

interface Consents extends Row {
  missingForPlan: { name?: string; reason: string }[];
  consents: Row[];
  consenters: { consenter: string; guardianId?: string; name: string }[];
}

describe('consents', () => {
  let test: TestApp;
  let work: Casework;

  beforeAll(async () => {
    test = await createTestApp({ worker: 'apart' });
    work = await Casework.in(await World.create(test));
  });
  afterAll(() => test.close());
  afterEach(() => jest.restoreAllMocks());

  const consentsOf = async (caseId: string) =>
    made(await work.coordinator.get(`/cases/${caseId}/consents`)) as Consents;
  const guardiansOf = async (caseId: string) =>
    (await consentsOf(caseId)).consenters.flatMap(({ guardianId }) => guardianId ?? []);
  const answer = (caseId: string, content: object) => work.coordinator.post(`/cases/${caseId}/consents`, content);
  const faultsIn = ({ body }: { body: { errors?: { field: string }[] } }) => body.errors?.map(({ field }) => field);
  const planConsent = async (caseId: string) =>
    (await consentsOf(caseId)).consents.find(({ purpose }) => purpose === 'PLAN')!;
  const withdraw = (id: string) =>
    work.coordinator.post(`/consents/${id}/withdrawal`, { by: 'Vårdnadshavaren, per telefon' });
  const toBup = (caseId: string) =>
    work.coordinator.post(`/cases/${caseId}/disclosures`, { what: 'CASE', units: [{ unitId: work.units.bup }] });
  const young = { givenName: 'Bo', birthDate: '2019-01-15' };
  /** A case of a seven-year-old with two guardians: nobody but them consents. */
  const ofTwo = async () => work.consentPending({ childId: (await work.child(young, 2)).id });
  const all = () => ({ unitIds: [work.units.social, work.units.bup], categories: EVERYTHING });

  it('say whose are missing, and the last that comes in takes the case on', async () => {
    const { id } = await ofTwo();
    const [first, second] = await guardiansOf(id);
    const missing = (name: string, reason: string) => ({ name, reason });
    expect((await consentsOf(id)).missingForPlan).toMatchObject([
      missing('Vårdnadshavare 1', 'NEVER_ASKED'),
      missing('Vårdnadshavare 2', 'NEVER_ASKED'),
    ]);
    for (const guardianId of [first, second]) {
      await work.consent(id, { consenter: 'GUARDIAN', guardianId, purpose: 'DISCLOSURE', ...all() });
    }
    await work.consent(id, { consenter: 'GUARDIAN', guardianId: first });
    const refusal = {
      purpose: 'PLAN',
      consenter: 'GUARDIAN',
      guardianId: second,
      given: false,
      form: 'WRITTEN',
      decidedOn: work.today,
    };
    expect(made(await answer(id, refusal))).toMatchObject({
      state: 'CONSENT_PENDING',
      missingForPlan: [missing('Vårdnadshavare 2', 'REFUSED')],
      missingForDisclosure: [],
    });
    expect(await work.consent(id, { consenter: 'GUARDIAN', guardianId: second })).toMatchObject({
      state: 'PREPARING',
      missingForPlan: [],
    });
    expect(await work.read(id)).toMatchObject({ state: 'PREPARING', consentedOn: work.today });
  });

  it('are not asked for before the family has been offered a SIP, and take an offer on by themselves', async () => {
    const registered = await work.registered({ childId: (await work.child(young)).id });
    const yes = {
      purpose: 'PLAN',
      consenter: 'CHILD',
      given: true,
      form: 'WRITTEN',
      decidedOn: work.today,
      validTo: work.today,
    };
    expect((await answer(registered.id, yes)).status).toBe(409);
    const { id } = await work.offered({ childId: (await work.child(young)).id });
    const [guardianId] = await guardiansOf(id);
    await work.consent(id, { consenter: 'GUARDIAN', guardianId });
    await work.consent(id, { consenter: 'GUARDIAN', guardianId, purpose: 'DISCLOSURE', ...all() });
    expect(await work.read(id)).toMatchObject({ state: 'PREPARING' });
  });

  describe('6.2.6: two guardians', () => {
    const prevented = (guardianId: string | undefined) => ({
      guardianId,
      kind: 'OTHER_GUARDIAN_PREVENTED',
      decidedOn: work.today,
      reason: 'Går inte att nå utomlands.',
    });

    it('both consent, or the other is prevented for a reason; when that ends the case stops', async () => {
      const { id } = await ofTwo();
      const [first, second] = await guardiansOf(id);
      await work.consent(id, { consenter: 'GUARDIAN', guardianId: first });
      await work.consent(id, { consenter: 'GUARDIAN', guardianId: first, purpose: 'DISCLOSURE', ...all() });
      expect(await work.read(id)).toMatchObject({ state: 'CONSENT_PENDING' });
      const exceptions = `/cases/${id}/consent-exceptions`;
      const unreasoned = { ...prevented(second), reason: undefined };
      expect(faultsIn(await work.coordinator.post(exceptions, unreasoned))).toEqual(['reason']);
      const excepted = made(await work.coordinator.post(exceptions, prevented(second))) as Consents & {
        exceptions: Row[];
      };
      expect(excepted).toMatchObject({ state: 'PREPARING', missingForPlan: [] });
      const ended = made(await work.coordinator.post(`/consent-exceptions/${excepted.exceptions[0]!.id}/end`));
      expect(ended).toMatchObject({
        state: 'CONSENT_WITHDRAWN',
        missingForPlan: [{ name: 'Vårdnadshavare 2', reason: 'NEVER_ASKED' }],
      });
    });

    it('a decision of the social board reaches the measures that it lists', async () => {
      const { id } = await ofTwo();
      const [first, second] = await guardiansOf(id);
      const decision = { guardianId: second, kind: 'SOCIAL_BOARD_6_13A', decidedOn: work.today };
      const exceptions = `/cases/${id}/consent-exceptions`;
      const bare = await work.coordinator.post(exceptions, decision);
      expect(faultsIn(bare)).toEqual(['decisionReference', 'measures', 'categories']);
      const whole = {
        ...decision,
        decisionReference: 'SN 2026-114',
        measures: 'Psykologisk utredning.',
        categories: ['HEALTH'],
      };
      made(await work.coordinator.post(exceptions, whole));
      await work.consent(id, { consenter: 'GUARDIAN', guardianId: first });
      const view = await work.consent(id, {
        consenter: 'GUARDIAN',
        guardianId: first,
        purpose: 'DISCLOSURE',
        ...all(),
      });
      expect(view).toMatchObject({
        state: 'CONSENT_PENDING',
        missingForPlan: [{ name: 'Vårdnadshavare 2' }],
        missingForDisclosure: [],
      });
    });

    it('one guardian alone cannot be excepted', async () => {
      const { id } = await work.consentPending({ childId: (await work.child(young)).id });
      const [only] = await guardiansOf(id);
      expect(faultsIn(await work.coordinator.post(`/cases/${id}/consent-exceptions`, prevented(only)))).toEqual([
        'guardianId',
      ]);
    });
  });

  describe('6.2.7: a consent', () => {
    const given = { purpose: 'PLAN', consenter: 'CHILD', given: true, form: 'WRITTEN' };

    it('has an end, no later than the agreement allows, and a day that has been', async () => {
      const { id } = await work.consentPending();
      const { today } = work;
      const faults = async (content: object) => faultsIn(await answer(id, { ...given, decidedOn: today, ...content }));
      expect(await faults({})).toEqual(['validTo']);
      expect(await faults({ validTo: addDays(today, 366) })).toEqual(['validTo']);
      expect(await faults({ validTo: addDays(today, -1) })).toEqual(['validTo']);
      expect(await faults({ decidedOn: addDays(today, 1), validTo: addDays(today, 2) })).toEqual(['decidedOn']);
      expect(await faults({ decidedOn: '2026-02-30', validTo: today })).toEqual(['decidedOn']);
      expect(await faults({ validTo: addDays(today, 365) })).toBeUndefined();
    });

    it('that is oral says who took it down and how', async () => {
      const { id } = await work.consentPending();
      const oral = { ...given, form: 'ORAL', decidedOn: work.today, validTo: work.today };
      expect(faultsIn(await answer(id, oral))).toEqual(['documentedBy', 'note']);
      const documented = { ...oral, documentedBy: 'Karin Berg', note: 'I samtal.' };
      expect(made(await answer(id, documented))).toMatchObject({
        consents: [{ form: 'ORAL', documentedBy: 'Karin Berg' }],
      });
    });

    it('to disclosure names parties and categories of the agreement, and its exclusions stand first', async () => {
      const { id } = await work.consentPending();
      const disclosure = { ...given, purpose: 'DISCLOSURE', decidedOn: work.today, validTo: work.today };
      expect(faultsIn(await answer(id, disclosure))).toEqual(['unitIds', 'categories']);
      const elsewhere = { ...disclosure, unitIds: [work.units.school], categories: ['GOSSIP'] };
      expect(faultsIn(await answer(id, elsewhere))).toEqual(['unitIds', 'categories']);
      const exclusions = 'Inget om pappas sjukdom.';
      const view = made(await answer(id, { ...disclosure, ...all(), exclusions }));
      expect(view).toMatchObject({ exclusions: [{ name: 'Alva Testsson', text: exclusions }] });
      const disclosures = made(await work.coordinator.get(`/cases/${id}/disclosures`));
      expect(disclosures).toMatchObject({ exclusions: [{ text: exclusions }] });
    });

    it('is from one of the child’s guardians, and not from before a withdrawal', async () => {
      const [{ id }, other] = [await work.consentPending(), await work.consentPending()];
      const [stranger] = await guardiansOf(other.id);
      const whole = { ...given, decidedOn: work.today, validTo: work.today };
      expect(faultsIn(await answer(id, { ...whole, consenter: 'GUARDIAN', guardianId: stranger }))).toEqual([
        'guardianId',
      ]);
      await work.consent(id, { decidedOn: addDays(work.today, -3) });
      made(await withdraw((await planConsent(id)).id));
      expect(faultsIn(await answer(id, { ...whole, decidedOn: addDays(work.today, -1) }))).toEqual(['decidedOn']);
    });
  });

  describe('a withdrawal', () => {
    it('stops the case at once, tells whom it concerns, and the consents are asked for anew', async () => {
      const { id } = await work.consented();
      made(await toBup(id));
      const consent = await planConsent(id);
      expect(made(await withdraw(consent.id))).toMatchObject({
        state: 'CONSENT_WITHDRAWN',
        missingForPlan: [{ reason: 'WITHDRAWN' }],
      });
      const { events } = made(await work.coordinator.get(`/cases/${id}/timeline`)) as Row & { events: Row[] };
      expect(events[0]).toMatchObject({
        type: 'consent.withdrawn',
        facts: { stopped: true, recipients: [work.units.bup] },
      });
      expect((await withdraw(consent.id)).status).toBe(409);
      const refused = await toBup(id);
      expect(faultsIn(refused)).toEqual(['units.0']);

      const sip = await work.read(id);
      made(await work.coordinator.post(`/cases/${id}/consent-renewal`, undefined, sip.version));
      expect(await work.read(id)).toMatchObject({ state: 'CONSENT_PENDING' });
      const guardianId = consent['guardianId'];
      await work.consent(id, guardianId ? { consenter: 'GUARDIAN', guardianId } : {});
      expect(await work.read(id)).toMatchObject({ state: 'PREPARING', consentedOn: work.today });
    });

    it('of what may be disclosed leaves the plan as it is', async () => {
      const { id } = await work.consented();
      const { consents } = await consentsOf(id);
      made(await withdraw(consents.find(({ purpose }) => purpose === 'DISCLOSURE')!.id));
      expect(await work.read(id)).toMatchObject({ state: 'PREPARING' });
      const refused = await toBup(id);
      expect(refused.status).toBe(422);
    });

    it('and a hand-out at the same moment come one after the other: nothing is disclosed after it', async () => {
      for (let round = 0; round < 5; round++) {
        const { id } = await work.consented();
        const consent = await planConsent(id);
        const answers = await Promise.all([toBup(id), withdraw(consent.id), toBup(id), toBup(id)]);
        expect(answers[1]!.status).toBe(200);
        expect([201, 422]).toEqual(
          expect.arrayContaining(answers.filter((_, i) => i !== 1).map(({ status }) => status)),
        );
        const { rows } = await test.owner.query(
          `select count(*)::int as late from disclosure d join consent c on c.id = $2
            where d.case_id = $1 and d.disclosed_at > c.withdrawn_at`,
          [id, consent.id],
        );
        expect(rows).toEqual([{ late: 0 }]);
        expect((await toBup(id)).status).toBe(422);
      }
    });
  });

  it('were taken back and are not given anew: the family declines when nobody is called to a meeting any more', async () => {
    const sip = await work.summoned();
    made(await withdraw((await planConsent(sip.id)).id as string));
    await work.step(await work.read(sip.id), 'consent-renewal');
    const decline = async () => {
      const { version } = await work.read(sip.id);
      const refusal = { on: work.today, reason: 'Vill vänta.' };
      return work.coordinator.post(`/cases/${sip.id}/decline`, refusal, version);
    };
    const refused = await decline();
    expect([refused.status, refused.body.detail]).toEqual([409, expect.stringContaining('Ställ in')]);
    const { meetings } = made(await work.coordinator.get(`/cases/${sip.id}/meetings`)) as Row & { meetings: Row[] };
    const [{ id, version }] = meetings as [Row];
    made(await work.coordinator.post(`/meetings/${id}/cancellation`, { reason: 'Återkallat.' }, version));
    expect((await decline()).status).toBe(200);
  });

  it('from the eighteenth birthday, at midnight in Stockholm, only the young adult’s own count', async () => {
    const born = { birthDate: '2010-11-22', identityKind: 'RESERVNUMMER', identity: '98240301AA18' };
    const at = (instant: string) => jest.spyOn(test.app.get(Clock), 'now').mockReturnValue(new Date(instant));
    at('2027-12-01T10:00:00Z');
    const child = await work.child(born);
    const { id } = await work.consented({ childId: child.id });
    const own = { purpose: 'PLAN', consenter: 'CHILD', given: true, form: 'WRITTEN' };
    const lasting = { decidedOn: '2027-12-01', validTo: '2028-11-30' };
    const [guardianId] = await guardiansOf(id);
    const guardian = { consenter: 'GUARDIAN', guardianId };
    made(await answer(id, { ...own, ...lasting }));
    made(await answer(id, { ...own, ...lasting, ...guardian }));
    at('2028-11-21T22:59:59Z');
    expect(await consentsOf(id)).toMatchObject({ missingForPlan: [] });
    at('2028-11-21T23:00:00Z');
    expect(await consentsOf(id)).toMatchObject({ missingForPlan: [{ name: 'Alva Testsson', reason: 'TURNED_18' }] });
    const late = { ...own, decidedOn: '2028-11-22', validTo: '2028-12-01' };
    expect(faultsIn(await answer(id, { ...late, ...guardian }))).toEqual(['consenter']);
    expect(made(await answer(id, late))).toMatchObject({ missingForPlan: [] });
  });

  it('are nobody else’s: another unit finds no case, and staff of a party may not ask', async () => {
    const { id } = await work.consented();
    const { consents } = await consentsOf(id);
    const other = await work.world.user('SIP_COORDINATOR', 'elsewhere');
    const asked = await Promise.all([
      other.get(`/cases/${id}/consents`),
      other.get(`/cases/${id}/disclosures`),
      other.post(`/consents/${consents[0]!.id}/withdrawal`, { by: 'Någon' }),
      work.staff.bup.get(`/cases/${id}/consents`),
    ]);
    expect(asked.map(({ status }) => status)).toEqual([404, 404, 404, 403]);
  });
});
