import { createTestApp, type TestApp } from '../../test/support/app.ts';
import { Casework } from '../../test/support/casework.ts';
import { made, type Row } from '../../test/support/answer.ts';
import type { TestUser } from '../../test/support/user.ts';
import { World } from '../../test/support/world.ts';
import { addDays } from '../platform/index.ts';

interface Received extends Row {
  copies: (Row & { child: object; sections: { heading: string; paragraphs?: string[] }[] })[];
}

describe('disclosures', () => {
  let test: TestApp;
  let work: Casework;

  beforeAll(async () => {
    test = await createTestApp({ worker: 'apart' });
    work = await Casework.in(await World.create(test));
  });
  afterAll(() => test.close());

  const handOut = (caseId: string, content: object) =>
    work.coordinator.post(`/cases/${caseId}/disclosures`, { what: 'CASE', units: [], ...content });
  const to = (...unitIds: string[]) => ({ units: unitIds.map((unitId) => ({ unitId })) });
  const received = (user: TestUser, caseId: string) => user.get(`/received-cases/${caseId}`);
  const errorsIn = ({ body }: { body: { errors?: { field: string; message: string }[] } }) => body.errors;
  const young = { givenName: 'Bo', birthDate: '2019-01-15' };
  /** A case of a seven-year-old whose one guardian has consented to what `scope` says. */
  const allowing = async (scope: object) => {
    const child = await work.child(young);
    const { id } = await work.consentPending({ childId: child.id });
    const { guardians } = made(await work.coordinator.get(`/children/${child.id}`)) as Row & { guardians: Row[] };
    const guardian = { consenter: 'GUARDIAN', guardianId: guardians[0]!.id };
    await work.consent(id, guardian);
    await work.consent(id, { ...guardian, purpose: 'DISCLOSURE', ...scope });
    return { id, guardianId: guardians[0]!.id };
  };

  it('give a party its own copy, and it reads that and nothing else', async () => {
    const { id } = await work.consented({ need: 'Skolgång och behandling.' });
    const view = made(await handOut(id, to(work.units.bup)));
    expect(view).toMatchObject({
      disclosures: [{ what: 'CASE', unit: { id: work.units.bup }, consentedBy: ['Alva Testsson', 'Vårdnadshavare 1'] }],
    });
    const copy = (made(await received(work.staff.bup, id)) as Received).copies[0];
    expect(copy).toMatchObject({ child: { name: 'Alva Testsson', initials: 'AT' }, basis: { by: 'CONSENT' } });
    expect(copy!.sections[0]).toEqual({
      heading: 'Vad som behöver samordnas',
      paragraphs: ['Skolgång och behandling.'],
    });
    expect(made(await work.staff.bup.get('/received-cases'))).toMatchObject({
      cases: [{ caseId: id, initials: 'AT', latestWhat: 'CASE' }],
    });
    expect((await received(work.staff.social, id)).status).toBe(404);
    expect((await work.staff.bup.get(`/cases/${id}`)).status).toBe(403);
  });

  it('keep each version: a newer one stands above the older', async () => {
    const { id } = await work.consented();
    made(await handOut(id, to(work.units.bup)));
    const sip = await work.read(id);
    made(await work.coordinator.patch(`/cases/${id}`, { questions: ['Vem ringer skolan?'] }, sip.version));
    made(await handOut(id, to(work.units.bup)));
    const { copies } = made(await received(work.staff.bup, id)) as Received;
    expect(copies.map(({ sections }) => sections.some(({ heading }) => heading === 'Frågor till mötet'))).toEqual([
      true,
      false,
    ]);
    expect(copies.map(({ number }) => number)).toEqual([sip.version + 1, sip.version]);
  });

  describe('6.2.5: no disclosure', () => {
    it('without a consent that covers the unit: the answer names it, and nobody gets anything', async () => {
      const { id } = await allowing({ unitIds: [work.units.bup], categories: ['IDENTITY'] });
      const refused = await handOut(id, to(work.units.bup, work.units.social));
      expect(errorsIn(refused)).toEqual([
        { field: 'units.1', message: expect.stringContaining('Enheten social får inte veta') },
      ]);
      expect((await received(work.staff.bup, id)).status).toBe(404);
      expect((await handOut(id, to(work.units.bup))).status).toBe(201);
    });

    it('of a category that it does not cover', async () => {
      const { id } = await allowing({ unitIds: [work.units.bup], categories: ['HEALTH'] });
      expect(errorsIn(await handOut(id, to(work.units.bup)))?.map(({ field }) => field)).toEqual(['units.0']);
    });

    it('after its last day', async () => {
      const yesterday = addDays(work.today, -1);
      const scope = { unitIds: [work.units.bup], categories: ['IDENTITY'] };
      const { id, guardianId } = await allowing(scope);
      expect((await handOut(id, to(work.units.bup))).status).toBe(201);
      const { rows } = await test.owner.query(
        `update consent set decided_on = $3, valid_to = $2 where case_id = $1 and purpose = 'DISCLOSURE' and guardian_id = $4 returning id`,
        [id, yesterday, addDays(yesterday, -30), guardianId],
      );
      expect(rows).toHaveLength(1);
      expect(errorsIn(await handOut(id, to(work.units.bup)))?.[0]?.message).toContain('gäller inte längre');
    });

    it('to a unit that is not a party, or has left; what it has it keeps', async () => {
      const { id } = await work.consented();
      expect(errorsIn(await handOut(id, to(work.units.school)))?.[0]?.message).toContain('inte med i ärendet');
      made(await handOut(id, to(work.units.bup)));
      const sip = (await work.read(id)) as Row & { parties: { id: string; unit: Row }[] };
      const { id: partyId } = sip.parties.find(({ unit }) => unit.id === work.units.bup)!;
      const leaving = { leftOn: work.today, reason: 'Insatsen är avslutad.' };
      made(await work.coordinator.post(`/parties/${partyId}/leaving`, leaving, sip.version));
      expect((await handOut(id, to(work.units.bup))).status).toBe(422);
      expect((await received(work.staff.bup, id)).status).toBe(200);
    });

    it('but on another legal ground, with who decided and why, until it ends', async () => {
      const { id } = await allowing({ unitIds: [work.units.bup], categories: ['IDENTITY'] });
      const grounds = `/cases/${id}/disclosure-grounds`;
      const ground = {
        ground: 'LEGAL_DUTY',
        unitId: work.units.social,
        categories: ['IDENTITY'],
        decidedOn: work.today,
      };
      const decided = { ...ground, decidedBy: 'Eva Lund, enhetschef', note: 'Begärt av socialnämnden.' };
      expect((await work.coordinator.post(grounds, ground)).status).toBe(422);
      expect((await work.coordinator.post(grounds, { ...decided, ground: 'CURIOSITY' })).status).toBe(422);
      const view = made(await work.coordinator.post(grounds, decided)) as Row & { grounds: Row[] };
      made(await handOut(id, to(work.units.social)));
      const { copies } = made(await received(work.staff.social, id)) as Received;
      expect(copies[0]).toMatchObject({ basis: { by: 'GROUND', ground: 'LEGAL_DUTY' } });
      made(await work.coordinator.post(`/disclosure-grounds/${view.grounds[0]!.id}/end`));
      expect((await handOut(id, to(work.units.social))).status).toBe(422);
    });
  });

  it('do not go to a unit that has been closed', async () => {
    const { id } = await allowing({ unitIds: [work.units.bup], categories: ['IDENTITY'] });
    await test.owner.query('update unit set closed_at = now() where id = $1', [work.units.bup]);
    expect(errorsIn(await handOut(id, to(work.units.bup)))).toMatchObject([
      { field: 'units.0', message: expect.stringMatching(/är stängd/) },
    ]);
    await test.owner.query('update unit set closed_at = null where id = $1', [work.units.bup]);
    made(await handOut(id, to(work.units.bup)));
  });

  it('go to the family too, and the extract says in words who has got what and why', async () => {
    const { id, guardianId } = await allowing({ unitIds: [work.units.bup], categories: ['IDENTITY'] });
    made(await handOut(id, { ...to(work.units.bup), guardianIds: [guardianId], child: true }));
    expect((await handOut(id, { guardianIds: [work.units.bup] })).status).toBe(422);
    expect((await handOut(id, {})).status).toBe(422);
    const { disclosures } = made(await work.coordinator.get(`/cases/${id}/disclosures`)) as Row & {
      disclosures: Row[];
    };
    const own = disclosures.find(({ recipient }) => recipient === 'GUARDIAN')!;
    expect(made(await work.coordinator.get(`/disclosures/${own.id}`))).toMatchObject({
      to: 'Vårdnadshavare 1',
      child: { name: 'Bo Testsson' },
      basis: { by: 'FAMILY' },
    });
    const other = await work.world.user('SIP_COORDINATOR', 'elsewhere');
    expect((await other.get(`/disclosures/${own.id}`)).status).toBe(404);
    const extract = made(await work.coordinator.get(`/cases/${id}/family-extract`)) as Row & { rows: Row[] };
    expect(extract.rows.map(({ to, because }) => ({ to, because }))).toEqual(
      expect.arrayContaining([
        { to: 'Enheten bup', because: 'Samtycke från Vårdnadshavare 1' },
        { to: 'Vårdnadshavare 1', because: 'Eget exemplar till familjen' },
        { to: 'Bo Testsson', because: 'Eget exemplar till familjen' },
      ]),
    );
  });

  it('name no unit in what the family gets when one guardian is hidden from the other', async () => {
    const { id, guardianId } = await allowing({ unitIds: [work.units.bup], categories: ['IDENTITY'] });
    const guardian = made(
      await work.coordinator.get(`/children/${((await work.read(id)) as Row & { child: Row }).child.id}`),
    ) as Row & { guardians: Row[] };
    const { version } = guardian.guardians[0]!;
    made(await work.coordinator.patch(`/guardians/${guardianId}`, { hiddenFromOther: true }, version));
    made(await handOut(id, to(work.units.bup)));
    const extract = await work.coordinator.get(`/cases/${id}/family-extract`);
    expect(extract.text).not.toContain('Enheten bup');
    expect(extract.body).toMatchObject({ rows: [{ to: 'BUP' }] });
  });

  describe('of a protected child', () => {
    const guarded = async () => {
      const protectedChild = { protection: 'SEKRETESSMARKERING', givenName: 'Dana', birthDate: '2019-01-15' };
      const { id } = await work.consented({ childId: (await work.child(protectedChild)).id });
      const { parties } = (await work.read(id)) as Row & { parties: { id: string; unit: Row }[] };
      const party = parties.find(({ unit }) => unit.id === work.units.bup)!;
      const { readers } = made(await work.coordinator.get(`/parties/${party.id}/readers`)) as Row & {
        readers: { assignmentId: string }[];
      };
      return { id, readerIds: [readers[0]!.assignmentId], readers };
    };

    it('are read by those who are named at the unit, and by nobody else there', async () => {
      const colleague = await work.world.user('REQUESTER', 'bup');
      const { id, readerIds, readers } = await guarded();
      expect(readers.length).toBe(2);
      expect(errorsIn(await handOut(id, to(work.units.bup)))?.[0]?.field).toBe('units.0.readerIds');
      const foreign = { units: [{ unitId: work.units.social, readerIds }] };
      expect(errorsIn(await handOut(id, foreign))?.[0]?.field).toBe('units.0.readerIds');
      made(await handOut(id, { units: [{ unitId: work.units.bup, readerIds }] }));
      const mine = await Promise.all([work.staff.bup, colleague].map((user) => received(user, id)));
      expect(mine.map(({ status }) => status)).toEqual(expect.arrayContaining([200, 404]));
      const reader = mine[0]!.status === 200 ? work.staff.bup : colleague;
      const { cases } = made(await reader.get('/received-cases')) as Row & { cases: Row[] };
      expect(cases.find(({ caseId }) => caseId === id)).not.toHaveProperty('initials');
    });

    it('name no unit, and their events tell the people named and no whole unit', async () => {
      const { id, readerIds } = await guarded();
      made(await handOut(id, { units: [{ unitId: work.units.bup, readerIds }] }));
      const { rows } = await test.owner.query(
        `select convert_from(entry, 'UTF8')::json -> 'facts' as facts from log_event where timeline_of = $1 order by event_id desc limit 1`,
        [id],
      );
      expect(rows[0].facts).toMatchObject({ named: expect.arrayContaining(readerIds) });
      expect(rows[0].facts).not.toHaveProperty('recipients');
      expect(rows[0].facts).not.toHaveProperty('holder');
      expect((await work.coordinator.get(`/cases/${id}/family-extract`)).text).not.toContain('Enheten bup');
    });
  });

  it('are never changed or taken back, not even by the owner of the schema', async () => {
    const { id } = await work.consented();
    made(await handOut(id, to(work.units.bup)));
    const change = test.owner.query(`update disclosure set what = 'PLAN' where case_id = $1`, [id]);
    await expect(change).rejects.toThrow();
    await expect(test.owner.query('delete from disclosure where case_id = $1', [id])).rejects.toThrow();
  });
});
