import { createTestApp, type TestApp } from '../../test/support/app.ts';
import { Casework } from '../../test/support/casework.ts';
import { made, type Row } from '../../test/support/answer.ts';
import type { TestUser } from '../../test/support/user.ts';
import { World } from '../../test/support/world.ts';
import { localDate } from '../platform/index.ts';

type Held = Row & { endedAt?: string; copies: object[] };

describe('a unit that holds copies', () => {
  let test: TestApp;
  let work: Casework;

  beforeAll(async () => {
    test = await createTestApp({ worker: 'apart' });
    work = await Casework.in(await World.create(test));
  });
  afterAll(() => test.close());

  /** What the unit holds, and since when nothing more comes; a list and a case that say the same. */
  const held = async (user: TestUser, { id }: Row) => {
    const { copies, endedAt } = made(await user.get(`/received-cases/${id}`)) as Held;
    const { cases } = made(await user.get('/received-cases?limit=100')) as Row & { cases: Row[] };
    expect(cases.find(({ caseId }) => caseId === id)!['endedAt'] !== undefined).toBe(endedAt !== undefined);
    return { copies: copies.length, endedOn: endedAt && localDate(new Date(endedAt)) };
  };
  const partyOf = (sip: Row, unitId: string): Row =>
    (sip['parties'] as (Row & { unit: Row })[]).find(({ unit }) => unit.id === unitId)!;

  it('learns that the case is closed, and keeps what it has', async () => {
    const sip = await work.followedUp({ decision: 'CLOSE' });
    const before = await held(work.staff.bup, sip);
    expect(before.endedOn).toBeUndefined();
    await work.step(sip, 'closing', work.closing());
    expect(await held(work.staff.bup, sip)).toEqual({ ...before, endedOn: work.today });
    const { text } = await work.staff.bup.get(`/received-cases/${sip.id}`);
    expect(text).not.toContain('GOALS_MET');
  });

  it('learns that a consent was taken back, until everybody has consented anew', async () => {
    const sip = await work.planActive();
    const { consents } = made(await work.coordinator.get(`/cases/${sip.id}/consents`)) as Row & { consents: Row[] };
    const plan = consents.find(({ purpose }) => purpose === 'PLAN')!;
    made(await work.coordinator.post(`/consents/${plan.id}/withdrawal`, { by: 'Robin' }));
    expect((await held(work.staff.bup, sip)).endedOn).toBe(work.today);
    await work.step(await work.read(sip.id), 'consent-renewal');
    await work.consentAll(sip.id);
    expect((await work.read(sip.id))['state']).toBe('PLAN_ACTIVE');
    expect((await held(work.staff.bup, sip)).endedOn).toBeUndefined();
  });

  it.each([
    ['the family said no', 'decline', 'consentPending'],
    ['the SIP was denied', 'denial', 'offered'],
  ] as const)('on a legal ground learns that %s, and not which of the two', async (_, step, at) => {
    const { id } = await work[at]();
    const ground = { ground: 'LEGAL_DUTY', unitId: work.units.bup, categories: ['IDENTITY'], decidedOn: work.today };
    const decided = { ...ground, decidedBy: 'Eva Lund, enhetschef', note: 'Begärt av socialnämnden.' };
    made(await work.coordinator.post(`/cases/${id}/disclosure-grounds`, decided));
    const units = [{ unitId: work.units.bup }];
    made(await work.coordinator.post(`/cases/${id}/disclosures`, { what: 'CASE', units }));
    const sip = await work.read(id);
    expect((await held(work.staff.bup, sip)).endedOn).toBeUndefined();
    await work.step(sip, step, { on: work.today, reason: 'Behovet möts på annat sätt.' });
    expect(await held(work.staff.bup, sip)).toEqual({ copies: 1, endedOn: work.today });
    const { rows } = await test.owner.query(
      `select e -> 'facts' -> 'recipients' as recipients
         from (select seq, convert_from(entry, 'UTF8')::json as e from log_event) l
        where e ->> 'subject' = $1 and e ->> 'type' in ('sip-case.declined', 'sip-case.denied') order by seq`,
      [`sip-case:${id}`],
    );
    expect(rows).toEqual([{ recipients: [work.units.bup] }]);
  });

  it('learns that it takes part no more, while others go on; and that it does again', async () => {
    const sip = await work.planActive();
    const leaving = { leftOn: work.today, reason: 'Klar.' };
    const left = made(
      await work.coordinator.post(`/parties/${partyOf(sip, work.units.bup).id}/leaving`, leaving, sip.version),
    );
    expect((await held(work.staff.bup, sip)).endedOn).toBe(work.today);
    expect((await held(work.staff.social, sip)).endedOn).toBeUndefined();
    made(await work.coordinator.post(`/cases/${sip.id}/parties`, { unitId: work.units.bup }, left.version));
    expect((await held(work.staff.bup, sip)).endedOn).toBeUndefined();
  });

  it('alone is told: neither by SQL does another unit learn of it', async () => {
    const sip = await work.followedUp({ decision: 'CLOSE' });
    await work.step(sip, 'closing', work.closing());
    const { rows } = await test.owner.query('select unit_id from disclosure_end where case_id = $1 order by 1', [
      sip.id,
    ]);
    expect(rows.map(({ unit_id }) => unit_id)).toEqual([work.units.social, work.units.bup].toSorted());
    const nurse = await work.world.user('REQUESTER', 'school');
    expect((await nurse.get(`/received-cases/${sip.id}`)).status).toBe(404);
  });
});
