import { createTestApp, type TestApp } from '../../test/support/app.ts';
import { made, type Row } from '../../test/support/answer.ts';
import type { TestUser } from '../../test/support/user.ts';
import { World } from '../../test/support/world.ts';

const ELIN = {
  identityKind: 'PERSONNUMMER',
  identity: '130530-2380',
  givenName: ' Elin ',
  familyName: 'Warsame',
  address: 'Björkvägen 4',
  school: 'Björkängsskolan 6B',
  phone: '070-174 06 06',
  language: 'so',
};

describe('a child', () => {
  let test: TestApp;
  let world: World;
  let karin: TestUser;

  beforeAll(async () => {
    test = await createTestApp({ worker: 'apart' });
    world = await World.create(test);
  });
  // Each test in a unit of its own, where nobody is registered yet.
  let units = 0;
  beforeEach(async () => {
    karin = await world.user('SIP_COORDINATOR', `unit ${++units}`);
  });
  afterAll(() => test.close());

  const fields = (body: { errors: { field: string }[] }) => body.errors.map(({ field }) => field);
  const rows = async (query: string, ...values: unknown[]) => (await test.owner.query(query, values)).rows;

  it('is registered and read again, with its birth date, age and the day it is of age', async () => {
    const { id } = made(await karin.post('/children', ELIN));
    expect(made(await karin.get(`/children/${id}`))).toMatchObject({
      ...ELIN,
      identity: '201305302380',
      givenName: 'Elin',
      initials: 'EW',
      birthDate: '2013-05-30',
      adultFrom: '2031-05-30',
      protection: 'NONE',
      version: 1,
      guardians: [],
      assessments: [],
      readers: [],
      cases: [],
    });
  });

  it('has a birth date of its own, whatever its number says', async () => {
    const neighbour = made(await karin.post('/children', { ...ELIN, birthDate: '2013-05-29' }));
    expect(neighbour['birthDate']).toBe('2013-05-29');
    const reserve = { ...ELIN, identityKind: 'RESERVNUMMER', identity: '98240301AA06' };
    const without = await karin.post('/children', reserve);
    expect([without.status, fields(without.body)]).toEqual([422, ['birthDate']]);
    expect(made(await karin.post('/children', { ...reserve, birthDate: '2013-05-30' }))['birthDate']).toBe(
      '2013-05-30',
    );
    const unborn = await karin.post('/children', { ...ELIN, birthDate: '2100-01-01' });
    expect([unborn.status, fields(unborn.body)]).toEqual([422, ['birthDate']]);
  });

  it.each([
    ['SAMORDNINGSNUMMER', '191500722390'],
    ['SAMORDNINGSNUMMER', '191711602399'],
    ['LMA', '50-123456/7'],
  ])('has a number of any kind: %s %s', async (identityKind, identity) => {
    const body = { ...ELIN, identityKind, identity, birthDate: '2013-05-30' };
    expect((await karin.post('/children', body)).status).toBe(201);
  });

  it('is refused with a number that is wrong, and says which field', async () => {
    const { status, body } = await karin.post('/children', { ...ELIN, identity: '130530-2381' });
    expect([status, fields(body)]).toEqual([422, ['identity']]);
    expect(JSON.stringify(body)).not.toContain('130530');
  });

  it('is encrypted, and stands in the log and the columns without who it is', async () => {
    const { id } = made(await karin.post('/children', ELIN));
    const [child] = await rows(
      `select c::text as text, encode(details, 'escape') as details from child c where id = $1`,
      id,
    );
    const [event] = await rows(
      `select convert_from(entry, 'UTF8') as entry from log_event where convert_from(entry, 'UTF8') like $1`,
      `%child:${id}%`,
    );
    for (const text of [child.text, child.details, event.entry])
      expect(text).not.toMatch(/Elin|Warsame|2380|Björk|174 06/i);
  });

  describe('registered twice', () => {
    it('is refused the second time, with the way to the one that is there', async () => {
      const { id } = made(await karin.post('/children', ELIN));
      const again = await karin.post('/children', { ...ELIN, identity: '20130530-2380', givenName: 'Eline' });
      expect([again.status, again.body.type, again.body.childId]).toEqual([409, '/problem/already-there', id]);
    });

    it('in the same moment becomes one', async () => {
      const answers = await Promise.all(Array.from({ length: 4 }, () => karin.post('/children', ELIN)));
      const { id } = made(answers.find(({ status }) => status === 201)!);
      const refused = answers.filter(({ status }) => status === 409);
      expect(refused.map(({ body }) => body.childId)).toEqual([id, id, id]);
    });

    it('with the same Idempotency-Key is the same', async () => {
      const ask = () => karin.ask('post', '/children', ELIN, undefined, { 'idempotency-key': 'elin' });
      const [first, second] = [made(await ask()), made(await ask())];
      expect(second.id).toBe(first.id);
    });

    it('in two units becomes two records that share nothing to find them by', async () => {
      const other = await world.user('SIP_COORDINATOR', 'another unit');
      const ids = [made(await karin.post('/children', ELIN)).id, made(await other.post('/children', ELIN)).id];
      const prints = await rows(
        `select identity_print as number, name_print as name from child where id = any($1)`,
        ids,
      );
      expect(prints[0].number.equals(prints[1].number)).toBe(false);
      expect(prints[0].name.equals(prints[1].name)).toBe(false);
    });
  });

  describe('changed', () => {
    it('keeps what is left out, and empties what is null', async () => {
      const { id } = made(await karin.post('/children', ELIN));
      const changed = made(await karin.patch(`/children/${id}`, { school: 'Almskolan', phone: null }, 1));
      expect(changed).toMatchObject({ version: 2, school: 'Almskolan', address: 'Björkvägen 4', givenName: 'Elin' });
      expect(changed).not.toHaveProperty('phone');
    });

    it('on an old version is refused and changes nothing', async () => {
      const { id } = made(await karin.post('/children', ELIN));
      const both = await Promise.all(
        ['Almskolan', 'Ekskolan'].map((school) => karin.patch(`/children/${id}`, { school }, 1)),
      );
      expect(both.filter(({ status }) => status === 200)).toHaveLength(1);
      expect(both.find(({ status }) => status === 412)!.body.currentVersion).toBe(2);
    });

    it('gets the number it has been given, and is found by it', async () => {
      const reserve = { ...ELIN, identityKind: 'RESERVNUMMER', identity: '98240301AA06', birthDate: '2013-05-29' };
      const { id } = made(await karin.post('/children', reserve));
      const number = { identityKind: 'PERSONNUMMER', identity: '20130530-2380' };
      expect(made(await karin.patch(`/children/${id}`, number, 1))).toMatchObject({
        identityKind: 'PERSONNUMMER',
        identity: '201305302380',
        birthDate: '2013-05-29',
      });
      const { hits } = made(await karin.post('/children/search', { number: '130530-2380' })) as Row & { hits: Row[] };
      expect(hits).toMatchObject([{ childId: id }]);
    });

    it('cannot get the number of another child', async () => {
      const { id } = made(await karin.post('/children', ELIN));
      const other = made(await karin.post('/children', { ...ELIN, identity: '201311092397' }));
      const taken = await karin.patch(`/children/${other.id}`, { identity: '201305302380' }, 1);
      expect([taken.status, taken.body.childId]).toEqual([409, id]);
    });
  });

  describe('assessed', () => {
    const assessment = { assessedOn: '2026-01-15', mature: true, assessor: 'Sara Lind', reason: 'Förstår.' };

    it('keeps every assessment, the latest first', async () => {
      const { id } = made(await karin.post('/children', ELIN));
      await karin.post(`/children/${id}/maturity-assessments`, assessment);
      await karin.post(`/children/${id}/maturity-assessments`, {
        ...assessment,
        assessedOn: '2025-01-15',
        mature: false,
      });
      expect(made(await karin.get(`/children/${id}`))['assessments']).toMatchObject([
        assessment,
        { assessedOn: '2025-01-15', mature: false },
      ]);
    });

    it('in the future or before it was born is refused', async () => {
      const { id } = made(await karin.post('/children', ELIN));
      for (const assessedOn of ['2100-01-01', '2013-05-29']) {
        const refused = await karin.post(`/children/${id}/maturity-assessments`, { ...assessment, assessedOn });
        expect([refused.status, fields(refused.body)]).toEqual([422, ['assessedOn']]);
      }
    });
  });

  it('belongs to the unit that registered it: for others it is not there', async () => {
    const { id } = made(await karin.post('/children', ELIN));
    const guardian = made(await karin.post(`/children/${id}/guardians`, { name: 'Leyla Warsame' }));
    const elsewhere = await World.create(test, 'Björkby');
    const strangers = [
      await world.user('SIP_COORDINATOR', 'another unit'),
      await elsewhere.user('SIP_COORDINATOR', 'office'),
    ];
    for (const stranger of strangers) {
      const answers = await Promise.all([
        stranger.get(`/children/${id}`),
        stranger.get(`/children/${id}/cover`),
        stranger.patch(`/children/${id}`, { school: 'Almskolan' }, 1),
        stranger.put(`/children/${id}/named-readers`, { assignmentIds: [] }, 1),
        stranger.post(`/children/${id}/guardians`, { name: 'Leyla Warsame' }),
        stranger.patch(`/guardians/${guardian.id}`, { name: 'Leyla' }, 1),
        stranger.post(`/guardians/${guardian.id}/end`, { reason: 'DECEASED' }, 1),
      ]);
      expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 404));
    }
    for (const role of ['REQUESTER', 'TEAM_MEMBER', 'MANAGER', 'LOG_REVIEWER', 'AREA_ADMINISTRATOR'] as const) {
      const user = await world.user(role, `unit ${units}`);
      expect((await user.get(`/children/${id}`)).status).toBe(403);
      expect((await user.post('/children/search', { number: '201305302380' })).status).toBe(403);
    }
  });
});
