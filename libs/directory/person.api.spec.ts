import { verify } from '@node-rs/argon2';
import { Log, eventKind } from '../audit/index.ts';
import { createTestApp, type TestApp } from '../../test/support/app.ts';
import { made } from '../../test/support/answer.ts';
import { newPerson } from '../../test/support/directory-recipes.ts';
import { gateOf, TestUser } from '../../test/support/user.ts';
import { World } from '../../test/support/world.ts';
import { Database, newId } from '../platform/index.ts';
import type { NewPersonView, PersonPage, PersonView } from './person.dto.ts';

const looked = eventKind({ type: 'spec.looked-at-people', activity: 'Läsa' });

describe('the people of an area', () => {
  let test: TestApp;
  let world: World;
  let administrator: TestUser;
  let school: string;

  beforeAll(async () => {
    test = await createTestApp({ worker: 'apart' });
  });
  beforeEach(async () => {
    world = await World.create(test);
    administrator = await world.user('AREA_ADMINISTRATOR', 'office');
    school = await world.unit('school');
  });
  afterAll(() => test.close());

  const add = async (more: object = {}): Promise<NewPersonView> =>
    made(await administrator.post('/people', { ...newPerson(school), ...more })) as unknown as NewPersonView;
  const list = async (): Promise<PersonView[]> =>
    ((await administrator.get('/people?limit=100')).body as PersonPage).people;
  const enter = ({ username, password }: { username: string; password: string }) =>
    TestUser.begin(test.app, username, password);
  const fieldsOf = ({ body }: { body: { errors?: { field: string }[] } }) => body.errors?.map(({ field }) => field);
  /** What happens when they ask the tables themselves. */
  const bySql = (user: TestUser, text: string) =>
    test.app
      .get(Database)
      .as(gateOf(user), async (scope) => {
        test.app.get(Log).record(looked);
        return scope.change({ text });
      })
      .then(
        (rows) => rows,
        ({ code }: { code?: string }) => code,
      );

  it('take one more, who works a minute later', async () => {
    const person = await add({ name: 'Vera Ny', username: ' Vera.Ny ' });
    expect(person).toEqual({
      id: expect.any(String),
      name: 'Vera Ny',
      username: 'vera.ny',
      passwordDue: true,
      version: 1,
      password: expect.stringMatching(/^[a-z2-9]{4}(-[a-z2-9]{4}){3}$/),
      assignments: [
        {
          id: expect.any(String),
          role: 'REQUESTER',
          roleName: 'Frågeställare',
          unit: { id: school, name: 'Enheten school' },
          startedAt: expect.any(String),
        },
      ],
    });
    const { rows } = await test.owner.query('select password_hash from person where id = $1', [person.id]);
    expect(rows[0].password_hash).toMatch(/^\$argon2id\$/);
    expect(await verify(rows[0].password_hash, person.password)).toBe(true);
    const user = await enter(person);
    expect((await user.post('/consultation-requests', {})).status).toBe(201);
    expect((await list()).find(({ id }) => id === person.id)).toMatchObject({ passwordDue: false });
  });

  it('are listed by name, a page at a time, and never with a password', async () => {
    await add({ name: 'Örjan Ek' });
    await add({ name: 'Åsa Ek' });
    const names = (await list()).map(({ name }) => name);
    expect(names.slice(-2)).toEqual(['Åsa Ek', 'Örjan Ek']);
    const { people, total } = (await administrator.get('/people?page=2&limit=1')).body as PersonPage;
    expect([people.map(({ name }) => name), total]).toEqual([['Åsa Ek'], 3]);
    expect(JSON.stringify(await list())).not.toMatch(/"password"|argon2/);
  });

  it('are found by part of a name, a user name or a unit, and by no wildcard', async () => {
    await add({ name: 'Örjan Ek' });
    await add({ name: 'Åsa Lind', username: `asa.5${newId().slice(-6)}`, unitId: await world.unit('clinic') });
    const found = async (text: string) =>
      ((await administrator.post('/people/search', { text })).body as PersonPage).people.map(({ name }) => name);
    expect(await found('örjan')).toEqual(['Örjan Ek']);
    expect(await found(' ASA.5')).toEqual(['Åsa Lind']);
    expect(await found('clinic')).toEqual(['Åsa Lind']);
    expect(await found('%%')).toEqual([]);
    const elsewhere = await (await World.create(test, 'Bergby')).user('AREA_ADMINISTRATOR');
    expect((await elsewhere.post('/people/search', { text: 'örjan' })).body).toMatchObject({ people: [], total: 0 });
  });

  it('have user names that nobody in the product shares', async () => {
    const { username } = await add();
    const elsewhere = await World.create(test, 'Bergby');
    const other = await elsewhere.user('AREA_ADMINISTRATOR');
    for (const [user, unit] of [
      [administrator, school],
      [other, await elsewhere.unit('school')],
    ] as const) {
      const taken = await user.post('/people', { ...newPerson(unit), username: username.toUpperCase() });
      expect([taken.status, fieldsOf(taken)]).toEqual([409, ['username']]);
    }
  });

  it('say which field is at fault', async () => {
    const elsewhere = await World.create(test, 'Bergby');
    const wrong: [object, string][] = [
      [{ username: 'åsa ek' }, 'username'],
      [{ username: 'ab' }, 'username'],
      [{ name: '   ' }, 'name'],
      [{ unitId: await elsewhere.unit('school') }, 'unitId'],
      [{ role: 'TEAM_MEMBER' }, 'teamId'],
      [{ role: 'TEAM_MEMBER', teamId: elsewhere.team }, 'teamId'],
      [{ teamId: world.team }, 'teamId'],
    ];
    for (const [more, field] of wrong) {
      const answer = await administrator.post('/people', { ...newPerson(school), ...more });
      expect([answer.status, fieldsOf(answer)]).toEqual([422, [field]]);
    }
    expect(await list()).toHaveLength(1);
  });

  it('get more assignments, each once', async () => {
    const { id } = await add();
    const member = { role: 'TEAM_MEMBER', unitId: school, teamId: world.team };
    const { assignments } = made(
      await administrator.post(`/people/${id}/assignments`, member),
    ) as unknown as PersonView;
    expect(assignments.map(({ role, team }) => [role, team?.name])).toEqual([
      ['REQUESTER', undefined],
      ['TEAM_MEMBER', 'Teamet'],
    ]);
    const again = await administrator.post(`/people/${id}/assignments`, member);
    expect([again.status, fieldsOf(again)]).toEqual([409, ['role']]);
  });

  it('lose an assignment at once, and keep the others', async () => {
    const person = await add();
    const user = await enter(person);
    await administrator.post(`/people/${person.id}/assignments`, { role: 'MANAGER', unitId: school });
    const [first] = person.assignments;
    expect((await administrator.delete(`/assignments/${first!.id}`)).status).toBe(204);
    const { status, body } = await user.get('/consultation-requests');
    expect([status, body.type]).toEqual([403, '/problem/choose-assignment']);
    expect((await user.patch('/session', { assignmentId: first!.id })).status).toBe(422);
    const { assignments } = (await list()).find(({ id }) => id === person.id)!;
    expect(assignments.map(({ role, endedAt }) => [role, typeof endedAt])).toEqual([
      ['MANAGER', 'undefined'],
      ['REQUESTER', 'string'],
    ]);
    expect((await administrator.delete(`/assignments/${first!.id}`)).status).toBe(404);
  });

  it('always have an administrator among them', async () => {
    const own = (await list())[0]!.assignments[0]!;
    const { status, body } = await administrator.delete(`/assignments/${own.id}`);
    expect([status, body.type]).toEqual([409, '/problem/administrator-needed']);
    const second = await add({ role: 'AREA_ADMINISTRATOR' });
    const other = await enter(second);
    const answers = await Promise.all([
      administrator.delete(`/assignments/${second.assignments[0]!.id}`),
      other.delete(`/assignments/${own.id}`),
    ]);
    expect(answers.filter((answer) => answer.status === 204)).toHaveLength(1);
  });

  it('get a new password, which ends what the old one opened', async () => {
    const person = await add();
    const user = await enter(person);
    const { password } = made(await administrator.post(`/people/${person.id}/password`)) as unknown as NewPersonView;
    expect((await user.get('/session')).status).toBe(401);
    await expect(enter(person)).rejects.toThrow('could not sign in');
    expect((await (await enter({ ...person, password })).get('/session')).status).toBe(200);
  });

  it('change their own password where they prove the one they have, and not here', async () => {
    const { person } = (await administrator.get('/session')).body as { person: { id: string } };
    const { status, body } = await administrator.post(`/people/${person.id}/password`);
    expect([status, body.type]).toEqual([409, '/problem/own-password']);
    expect((await administrator.get('/session')).status).toBe(200);
  });

  it('get other names, by whoever read the latest', async () => {
    const person = await add({ name: 'Vera Ny' });
    const renamed = await administrator.patch(`/people/${person.id}`, { name: ' Vera Gammal ' }, 1);
    expect(renamed.body).toMatchObject({ name: 'Vera Gammal', username: person.username, version: 2 });
    expect((await administrator.get(`/people/${person.id}`)).body).toEqual(renamed.body);
    const stale = await administrator.patch(`/people/${person.id}`, { name: 'Vera' }, 1);
    expect([stale.status, stale.body.currentVersion]).toEqual([412, 2]);
    const username = `${person.username}.g`;
    expect((await administrator.patch(`/people/${person.id}`, { username }, 2)).status).toBe(200);
    expect((await (await enter({ ...person, username })).get('/session')).body).toMatchObject({
      person: { name: 'Vera Gammal' },
      username,
    });
    const other = await add();
    const taken = await administrator.patch(`/people/${other.id}`, { username: username.toUpperCase() }, 1);
    expect([taken.status, fieldsOf(taken)]).toEqual([409, ['username']]);
    for (const [change, field] of [
      [{ name: '  ' }, 'name'],
      [{ username: 'vera ny' }, 'username'],
    ] as const) {
      const wrong = await administrator.patch(`/people/${other.id}`, change, 1);
      expect([wrong.status, fieldsOf(wrong)]).toEqual([422, [field]]);
    }
  });

  it('are the own area’s, and nobody else’s to see or change', async () => {
    const person = await add();
    const other = await (await World.create(test, 'Bergby')).user('AREA_ADMINISTRATOR');
    expect(((await other.get('/people')).body as PersonPage).people.map(({ id }) => id)).not.toContain(person.id);
    expect((await other.post(`/people/${person.id}/password`)).status).toBe(404);
    expect((await other.patch(`/people/${person.id}`, { name: 'Vår' }, 1)).status).toBe(404);
    expect((await other.get(`/people/${person.id}`)).status).toBe(404);
    expect((await other.get(`/assignments/${person.assignments[0]!.id}/work`)).status).toBe(404);
    const assignment = { role: 'REQUESTER', unitId: school };
    expect((await other.post(`/people/${person.id}/assignments`, assignment)).status).toBe(404);
    expect((await other.delete(`/assignments/${person.assignments[0]!.id}`)).status).toBe(404);
    for (const role of ['REQUESTER', 'SIP_COORDINATOR', 'TEAM_MEMBER', 'MANAGER', 'LOG_REVIEWER'] as const) {
      expect((await (await world.user(role)).get('/people')).status).toBe(403);
    }
  });

  it('are guarded by row policies too', async () => {
    const person = await add();
    const coordinator = await world.user('SIP_COORDINATOR');
    const elsewhere = await World.create(test, 'Bergby');
    const other = await elsewhere.user('AREA_ADMINISTRATOR');
    const theirs = made(await other.post('/people', newPerson(await elsewhere.unit('school'))));
    const end = `update assignment set ended_at = now() where id = '${person.assignments[0]!.id}'`;
    const renew = `update person set password_hash = 'x' where id = '${person.id}'`;
    const assign = (personId: string, unitId: string) => `insert into assignment (id, area_id, person_id, unit_id, role)
      values ('${newId()}', app_area(), '${personId}', '${unitId}', 'MANAGER')`;
    expect(await bySql(coordinator, end)).toBe('42501');
    expect(await bySql(coordinator, 'select username from person')).toBe('42501');
    expect(await bySql(administrator, 'select password_hash from person')).toBe('42501');
    expect(await bySql(administrator, 'select token_hash from session')).toBe('42501');
    expect(await bySql(other, end)).toBe(0);
    expect(await bySql(other, renew)).toBe(0);
    expect(await bySql(other, `update person set name = 'x' where id = '${person.id}'`)).toBe(0);
    expect(await bySql(other, assign(person.id, await elsewhere.unit('school')))).toBe('42501');
    expect(await bySql(other, assign(theirs.id, school))).toBe('42501');
    expect(await bySql(other, 'update session set ended_at = now()')).toBe(1);
    expect(await bySql(administrator, assign(person.id, school))).toBe(1);
  });

  it('are known by their passwords to nobody but the gate', async () => {
    const { rows } = await test.owner.query(
      `select rolname as role from pg_roles
        where pg_has_role('samordna_login', oid, 'member') and has_column_privilege(oid, 'person', 'password_hash', 'select')`,
    );
    expect(rows).toEqual([{ role: 'samordna_gate' }]);
  });
});
