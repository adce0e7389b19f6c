import { createTestApp, type TestApp } from '../../test/support/app.ts';
import { Casework } from '../../test/support/casework.ts';
import { made, type Row } from '../../test/support/answer.ts';
import { World } from '../../test/support/world.ts';

const LEYLA = {
  name: 'Leyla Warsame',
  identity: '19900222-2397',
  phone: '070-174 06 05',
  email: 'leyla@example.se',
  language: 'so',
  interpreter: true,
};

describe('a guardian', () => {
  let test: TestApp;
  let work: Casework;

  beforeAll(async () => {
    test = await createTestApp({ worker: 'apart' });
    work = await Casework.in(await World.create(test));
  });
  afterAll(() => test.close());

  const fields = (body: { errors: { field: string }[] }) => body.errors.map(({ field }) => field);
  const guardians = async (childId: string) =>
    made(await work.coordinator.get(`/children/${childId}`))['guardians'] as Row[];

  it('is a recipient of their own: contact, language, interpreter and protection', async () => {
    const child = await work.child({}, 0);
    const first = await work.guardian(child.id, LEYLA);
    const second = await work.guardian(child.id, { name: 'Ali Warsame', hiddenFromOther: true });
    expect(await guardians(child.id)).toMatchObject([
      { id: first.id, ...LEYLA, identity: '199002222397', protection: 'NONE', hiddenFromOther: false, version: 1 },
      { id: second.id, name: 'Ali Warsame', language: 'sv', interpreter: false, hiddenFromOther: true },
    ]);
  });

  it('is changed field by field, one version at a time', async () => {
    const { id } = await work.guardian((await work.child({}, 0)).id, LEYLA);
    const changed = made(await work.coordinator.patch(`/guardians/${id}`, { interpreter: false, email: null }, 1));
    expect(changed).toMatchObject({ version: 2, name: 'Leyla Warsame', phone: '070-174 06 05', interpreter: false });
    expect(changed).not.toHaveProperty('email');
    expect((await work.coordinator.patch(`/guardians/${id}`, { name: 'Leila' }, 1)).status).toBe(412);
  });

  it('is refused with a number, an address for mail or a language that is none', async () => {
    const { id } = await work.child({}, 0);
    for (const [field, value] of Object.entries({ identity: '19900222-2398', email: 'leyla', language: 'Somali' })) {
      const { status, body } = await work.coordinator.post(`/children/${id}/guardians`, { ...LEYLA, [field]: value });
      expect([field, status, fields(body)]).toEqual([field, 422, [field]]);
    }
  });

  it('is shown without where they are, when they or the child have protected personal data', async () => {
    const child = await work.child({}, 0);
    const told = await work.coordinator.post(`/children/${child.id}/guardians`, {
      ...LEYLA,
      protection: 'SEKRETESSMARKERING',
    });
    expect([told.status, fields(told.body)]).toEqual([422, ['phone', 'email']]);
    const { id } = await work.guardian(child.id, LEYLA);
    const guarded = made(await work.coordinator.patch(`/guardians/${id}`, { protection: 'SKYDDAD_FOLKBOKFORING' }, 1));
    for (const place of ['address', 'phone', 'email']) expect(guarded).not.toHaveProperty(place);
    expect(guarded).toMatchObject({ name: 'Leyla Warsame', language: 'so', interpreter: true });

    await work.coordinator.patch(`/guardians/${id}`, { protection: 'NONE' }, 2);
    await work.coordinator.patch(`/children/${child.id}`, { protection: 'SEKRETESSMARKERING' }, 1);
    const [ofProtected] = await guardians(child.id);
    for (const place of ['address', 'phone', 'email']) expect(ofProtected).not.toHaveProperty(place);
  });

  it('who no longer is one stays as ended; whoever was writing about them is told, and can add them again', async () => {
    const child = await work.child({}, 0);
    const { id } = await work.guardian(child.id, LEYLA);
    const ended = made(await work.coordinator.post(`/guardians/${id}/end`, { reason: 'NO_LONGER_GUARDIAN' }, 1));
    expect(ended).toMatchObject({ name: 'Leyla Warsame', endedOn: work.today, endedBecause: 'NO_LONGER_GUARDIAN' });
    const late = await work.coordinator.patch(`/guardians/${id}`, { phone: '070-174 06 07' }, 1);
    expect([late.status, late.body.type]).toEqual([409, '/problem/state-conflict']);
    expect(late.body.detail).toContain('inte längre vårdnadshavare');
    await work.guardian(child.id, LEYLA);
    expect((await guardians(child.id)).map(({ endedOn }) => endedOn)).toEqual([undefined, work.today]);
  });

  it('is one of at most four, and none when the young person is 18', async () => {
    const child = await work.child({}, 4);
    const fifth = await work.coordinator.post(`/children/${child.id}/guardians`, LEYLA);
    expect([fifth.status, fifth.body.detail]).toEqual([409, expect.stringContaining('redan 4')]);
    const adult = await work.child({ birthDate: '2003-02-02' }, 0);
    expect((await work.coordinator.post(`/children/${adult.id}/guardians`, LEYLA)).status).toBe(409);
  });
});
