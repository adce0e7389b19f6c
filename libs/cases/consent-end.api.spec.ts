import { addDays, Clock } from '../platform/index.ts';
import { createTestApp, type TestApp } from '../../test/support/app.ts';
import { Casework } from '../../test/support/casework.ts';
import { made, type Row } from '../../test/support/answer.ts';
import { lockWait } from '../../test/support/lock-wait.ts';
import { World } from '../../test/support/world.ts';
import type { CasePage, CaseRow, CaseView } from './case.dto.ts';
import type { ConsentsView } from './consent.dto.ts';
import type { DayView } from './day.dto.ts';

describe('a consent that is missing, or will be', () => {
  let test: TestApp;
  let work: Casework;

  beforeAll(async () => {
    test = await createTestApp({ worker: 'apart' });
    work = await Casework.in(await World.create(test));
  });
  afterEach(() => jest.restoreAllMocks());
  afterAll(() => test.close());

  const rowsOf = async (list: string): Promise<CaseRow[]> => {
    const page = made(await work.coordinator.get(`/cases?list=${list}&limit=60`)) as unknown as CasePage;
    return page.cases;
  };

  /** The case as its list shows it, which is as its page and the consents themselves say. */
  async function listed(id: string): Promise<CaseRow> {
    const row = (await rowsOf('OPEN')).find((one) => one.id === id)!;
    const page = (await work.read(id)) as unknown as CaseView;
    const { missingForPlan } = made(await work.coordinator.get(`/cases/${id}/consents`)) as unknown as ConsentsView;
    const { planConsent, consentEndsOn } = row;
    expect({ planConsent, consentEndsOn }).toEqual({
      planConsent: missingForPlan.length > 0 ? 'MISSING' : 'HOLDS',
      consentEndsOn: page.consentEndsOn,
    });
    expect(page.planConsent).toBe(planConsent);
    return row;
  }
  const guardianOf = async (sip: Row): Promise<Row> => {
    const child = made(await work.coordinator.get(`/children/${(sip['child'] as Row).id}`)) as Row & {
      guardians: Row[];
    };
    return child.guardians[0]!;
  };
  const inDays = (days: number) => {
    jest.restoreAllMocks();
    const instant = `${addDays(work.today, days)}T10:00:00Z`;
    jest.spyOn(test.app.get(Clock), 'now').mockReturnValue(new Date(instant));
  };
  const yesterday = () => work.daysAgo(1);

  it('says nothing before everybody has consented', async () => {
    const { id } = await work.consentPending();
    const row = (await rowsOf('CONSENT')).find((one) => one.id === id)!;
    expect(row).not.toHaveProperty('planConsent');
    expect(row).not.toHaveProperty('nextDueOn');
  });

  it('stands among what is soon due and then late, on the first screen too, until it is given anew', async () => {
    const { id } = await work.planActive();
    const ends = addDays(work.today, 20);
    await work.consent(id, { validTo: ends });
    expect(await listed(id)).toMatchObject({ planConsent: 'HOLDS', consentEndsOn: ends, nextDueOn: ends });
    const has = (rows: CaseRow[]) => rows.some((row) => row.id === id);

    inDays(15);
    expect(has(await rowsOf('SOON'))).toBe(true);
    inDays(20);
    expect(has(await rowsOf('LATE'))).toBe(false);
    inDays(21);
    expect(has(await rowsOf('LATE'))).toBe(true);
    expect(await listed(id)).toMatchObject({ planConsent: 'MISSING', consentEndsOn: ends });
    const day = made(await work.coordinator.get('/cases/day')) as unknown as DayView;
    expect(day.late.find((row) => row.id === id)).toMatchObject({ planConsent: 'MISSING' });

    const later = addDays(work.today, 100);
    await work.consent(id, { decidedOn: work.today, validTo: later });
    expect(await listed(id)).toMatchObject({ planConsent: 'HOLDS' });
    expect(has(await rowsOf('LATE'))).toBe(false);
  });

  it('goes on being missing since the day it ran out, when another answer comes', async () => {
    const sip = await work.planActive();
    const ends = addDays(work.today, 5);
    await work.consent(sip.id, { validTo: ends });
    inDays(30);
    const guardian = await guardianOf(sip);
    await work.consent(sip.id, { consenter: 'GUARDIAN', guardianId: guardian.id, decidedOn: work.today });
    expect(await listed(sip.id)).toMatchObject({ planConsent: 'MISSING', consentEndsOn: ends });
  });

  it('is known as soon as a guardian comes, and no more when they are none', async () => {
    const sip = await work.planActive();
    const { version } = sip;
    const added = await work.guardian((sip['child'] as Row).id, { name: 'Kim Testsson' });
    expect(await listed(sip.id)).toMatchObject({ planConsent: 'MISSING', nextDueOn: yesterday() });
    made(await work.coordinator.post(`/guardians/${added.id}/end`, { reason: 'ENTERED_BY_MISTAKE' }, added.version));
    expect(await listed(sip.id)).toMatchObject({ planConsent: 'HOLDS', version });
  });

  it('is known also when a guardian’s answer comes while they are removed: one waits for the other', async () => {
    const sip = await work.planActive();
    const guardian = await guardianOf(sip);
    const holder = await test.owner.connect();
    await holder.query('begin');
    await holder.query('select from sip_case where id = $1 for update', [sip.id]);
    const answering = work.consent(sip.id, { consenter: 'GUARDIAN', guardianId: guardian.id });
    await lockWait(test);
    const path = `/guardians/${guardian.id}/end`;
    const ending = work.coordinator.post(path, { reason: 'NO_LONGER_GUARDIAN' }, guardian.version);
    await lockWait(test, 2);
    await holder.query('commit');
    holder.release();
    await answering;
    made(await ending);
    expect(await listed(sip.id)).toMatchObject({ planConsent: 'MISSING', nextDueOn: yesterday() });
  });

  it('follows an exception, and its end', async () => {
    const childId = (await work.child({}, 2)).id;
    const sip = await work.planActive({}, { childId });
    const guardian = await guardianOf(sip);
    const ends = addDays(work.today, 10);
    await work.consent(sip.id, { consenter: 'GUARDIAN', guardianId: guardian.id, validTo: ends });
    expect(await listed(sip.id)).toMatchObject({ consentEndsOn: ends });
    const { exceptions } = made(
      await work.coordinator.post(`/cases/${sip.id}/consent-exceptions`, {
        guardianId: guardian.id,
        kind: 'OTHER_GUARDIAN_PREVENTED',
        decidedOn: work.today,
        reason: 'Går inte att nå, och det brådskar.',
      }),
    ) as unknown as ConsentsView;
    expect(await listed(sip.id)).toMatchObject({ consentEndsOn: addDays(work.today, 300) });
    made(await work.coordinator.post(`/consent-exceptions/${exceptions[0]!.id}/end`));
    expect(await listed(sip.id)).toMatchObject({ consentEndsOn: ends });
  });

  it('follows what is assessed of the child’s maturity', async () => {
    const sip = await work.planActive();
    const ends = addDays(work.today, 10);
    await work.consent(sip.id, { validTo: ends });
    const assessment = { assessedOn: work.today, mature: false, assessor: 'Lena Holm, kurator', reason: 'Samtal.' };
    made(await work.coordinator.post(`/children/${(sip['child'] as Row).id}/maturity-assessments`, assessment));
    expect(await listed(sip.id)).toMatchObject({ consentEndsOn: addDays(work.today, 300) });
  });

  it('follows the day of birth when that was wrong', async () => {
    const born = { identityKind: 'RESERVNUMMER', identity: '98240401AA31', birthDate: '2014-05-30' };
    const child = await work.child(born);
    const sip = await work.planActive({}, { childId: child.id });
    const adultOn = addDays(work.today, 30);
    const birthDate = `${Number(adultOn.slice(0, 4)) - 18}${adultOn.slice(4)}`;
    const { version } = made(await work.coordinator.get(`/children/${child.id}`));
    made(await work.coordinator.patch(`/children/${child.id}`, { birthDate }, version));
    expect(await listed(sip.id)).toMatchObject({ consentEndsOn: addDays(adultOn, -1) });
  });

  it('stands still when the consent is withdrawn, and begins anew when it is given again', async () => {
    const { id } = await work.planActive();
    const { consents } = made(await work.coordinator.get(`/cases/${id}/consents`)) as unknown as ConsentsView;
    const plan = consents.find(({ purpose }) => purpose === 'PLAN')!;
    made(await work.coordinator.post(`/consents/${plan.id}/withdrawal`, { by: 'Robin' }));
    const withdrawn = await listed(id);
    expect(withdrawn).toMatchObject({ state: 'CONSENT_WITHDRAWN', planConsent: 'MISSING' });
    expect(withdrawn).not.toHaveProperty('nextDueOn');
    await work.step(await work.read(id), 'consent-renewal');
    await work.consentAll(id);
    expect(await listed(id)).toMatchObject({ state: 'PLAN_ACTIVE', planConsent: 'HOLDS' });
  });
});
