import { createTestApp, type TestApp } from '../../test/support/app.ts';
import { Casework } from '../../test/support/casework.ts';
import { made, type Row } from '../../test/support/answer.ts';
import type { TestUser } from '../../test/support/user.ts';
import { World } from '../../test/support/world.ts';
import { Disposal } from '../directory/index.ts';
import { Clock } from '../platform/index.ts';
import type { DraftedForm } from './form-draft.dto.ts';

describe('a form that is being filled in', () => {
  let test: TestApp;
  let work: Casework;
  let colleague: TestUser;

  beforeAll(async () => {
    test = await createTestApp({ worker: 'apart' });
    const world = await World.create(test);
    work = await Casework.in(world);
    colleague = await world.user('SIP_COORDINATOR', 'office');
  });
  afterEach(() => jest.restoreAllMocks());
  afterAll(() => test?.close());

  const pathOf = (id: string, form: DraftedForm = 'SUMMONS') => `/cases/${id}/draft?form=${form}`;
  const save = (id: string, content: object, version: number, form?: DraftedForm, user = work.coordinator) =>
    user.put(pathOf(id, form), { content }, version);
  const read = async (id: string, form?: DraftedForm) => made(await work.coordinator.get(pathOf(id, form)));

  it('begins empty, is saved as it is typed, and is there for whoever of the unit goes on', async () => {
    const now = new Date('2027-03-01T09:42:00.000Z');
    const { id } = await work.consented();
    expect(await read(id)).toEqual({ form: 'SUMMONS', version: 0 });
    jest.spyOn(test.app.get(Clock), 'now').mockReturnValue(now);
    expect(made(await save(id, { place: 'Ru' }, 0))).toMatchObject({ version: 1, savedAt: now.toISOString() });
    made(await save(id, { place: 'Rum 12', calls: { [work.units.bup]: 'SUMMONS' } }, 1));
    expect((await colleague.get(pathOf(id))).body).toEqual({
      form: 'SUMMONS',
      version: 2,
      content: { place: 'Rum 12', calls: { [work.units.bup]: 'SUMMONS' } },
      savedAt: now.toISOString(),
      savedBy: expect.stringMatching(/^Person/),
    });
  });

  it('is sealed, and each form has its own', async () => {
    const { id } = await work.planActive();
    made(await save(id, { note: 'Sjögräs' }, 0, 'CLOSING'));
    made(await save(id, { why: 'Mareld' }, 0, 'FOLLOW_UP'));
    expect(await read(id, 'CLOSING')).toMatchObject({ content: { note: 'Sjögräs' } });
    expect(await read(id, 'FOLLOW_UP')).toMatchObject({ content: { why: 'Mareld' } });
    const { rows } = await test.owner.query(`select d::text as row from form_draft d where case_id = $1`, [id]);
    expect(rows.map(({ row }) => /Sjögräs|Mareld/.test(String(row)))).toEqual([false, false]);
  });

  it('is never written over what somebody else has saved', async () => {
    const { id } = await work.consented();
    made(await save(id, { place: 'Rum 12' }, 0));
    const late = await save(id, { place: 'Rum 14' }, 0, 'SUMMONS', colleague);
    expect([late.status, late.body]).toEqual([412, expect.objectContaining({ currentVersion: 1 })]);
    expect(await read(id)).toMatchObject({ content: { place: 'Rum 12' } });
  });

  interface Sent {
    form: DraftedForm;
    begin: () => Promise<Row>;
    send: (sip: Row, content?: object) => Promise<{ status: number; body: unknown }>;
    wrong: object;
    after: number;
  }

  const FORMS: Sent[] = [
    {
      form: 'SUMMONS',
      begin: () => work.consented(),
      send: ({ id, version }, content) =>
        work.coordinator.post(`/cases/${id}/meetings`, work.meetingPlan(content), version),
      wrong: { questions: [] },
      after: 412,
    },
    {
      form: 'FOLLOW_UP',
      begin: () => work.planActive(),
      send: ({ id, version }, content) =>
        work.coordinator.post(`/cases/${id}/follow-ups`, work.followUp(content), version),
      wrong: { goals: [] },
      after: 409,
    },
    {
      form: 'CLOSING',
      begin: () => work.planActive(),
      send: ({ id, version }, content) => work.coordinator.post(`/cases/${id}/closing`, work.closing(content), version),
      wrong: { goals: [] },
      after: 409,
    },
  ];

  it.each(FORMS)('$form: stays when the form is refused, and is empty when it has been sent in', async (each) => {
    const { form, begin, send, wrong, after } = each;
    const sip = await begin();
    made(await save(sip.id, { note: 'Som det står.' }, 0, form));
    expect((await send(sip, wrong)).status).toBe(422);
    expect(await read(sip.id, form)).toMatchObject({ version: 1, content: { note: 'Som det står.' } });
    expect((await send(sip)).status).toBeLessThan(300);
    expect(await read(sip.id, form)).toEqual({ form, version: 2 });
    // A window that was opened before the form was sent in.
    expect((await save(sip.id, { note: 'Som det stod.' }, 1, form)).status).toBe(after);
  });

  it('is thrown away, and a window that was opened before does not bring it back', async () => {
    const { id } = await work.consented();
    made(await save(id, { place: 'Rum 12' }, 0));
    expect((await work.coordinator.delete(pathOf(id), 0)).status).toBe(412);
    expect((await work.coordinator.delete(pathOf(id), 1)).body).toEqual({ form: 'SUMMONS', version: 2 });
    expect(await read(id)).toEqual({ form: 'SUMMONS', version: 2 });
    expect((await save(id, { place: 'Rum 12' }, 1)).status).toBe(412);
    expect(made(await save(id, { place: 'Rum 14' }, 2))).toMatchObject({ version: 3 });
  });

  it('of a protected child is there for those named alone', async () => {
    const { id } = await work.consented();
    made(await save(id, { place: 'Rum 12' }, 0, 'SUMMONS', colleague));
    const { child } = (await work.read(id)) as unknown as { child: Row };
    const { version } = made(await work.coordinator.get(`/children/${child.id}`));
    made(await work.coordinator.patch(`/children/${child.id}`, { protection: 'SEKRETESSMARKERING' }, version));
    expect(await read(id)).toMatchObject({ content: { place: 'Rum 12' } });
    expect((await colleague.get(pathOf(id))).status).toBe(404);
    expect((await save(id, { place: 'Rum 14' }, 1, 'SUMMONS', colleague)).status).toBe(404);
  });

  it('is refused where the form cannot be sent in, where the case is not theirs, and when it is too long', async () => {
    const { id } = await work.consented();
    const stranger = await work.world.user('SIP_COORDINATOR', 'school');
    expect((await save(id, { goals: {} }, 0, 'FOLLOW_UP')).status).toBe(409);
    expect((await save(id, { place: 'Rum 12' }, 0, 'SUMMONS', stranger)).status).toBe(404);
    expect((await stranger.get(pathOf(id))).status).toBe(404);
    const tooLong = await save(id, { purpose: 'x'.repeat(100_000) }, 0);
    expect([tooLong.status, tooLong.body]).toEqual([
      422,
      expect.objectContaining({ errors: [{ field: 'content', message: expect.stringContaining('för långt') }] }),
    ]);
  });

  it('is removed when nobody has gone on with it for ninety days', async () => {
    const [old, kept] = [await work.consented(), await work.consented()];
    for (const { id } of [old, kept]) made(await save(id, { place: 'Rum 12' }, 0));
    const age = `update form_draft set saved_at = now() - make_interval(days => $2) where case_id = $1`;
    await test.owner.query(age, [old.id, 91]);
    await test.owner.query(age, [kept.id, 89]);
    await test.app.get(Disposal).dispose();
    expect(await read(old.id)).toEqual({ form: 'SUMMONS', version: 0 });
    expect(await read(kept.id)).toMatchObject({ version: 1 });
    // The window is still open: nothing typed in it is lost.
    expect(made(await save(old.id, { place: 'Rum 14' }, 1))).toMatchObject({ version: 2 });
  });
});
