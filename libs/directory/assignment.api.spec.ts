import { made, type Row } from '../../test/support/answer.ts';
import { newPerson } from '../../test/support/directory-recipes.ts';
import { createListeningApp } from '../../test/support/listening.ts';
import { LiveClient, withoutLooks } from '../../test/support/live-client.ts';
import { until } from '../../test/support/until.ts';
import { TestUser } from '../../test/support/user.ts';
import { World } from '../../test/support/world.ts';

describe('what an administrator ends closes its open screens at once', () => {
  let test: Awaited<ReturnType<typeof createListeningApp>>;
  let world: World;
  let administrator: TestUser;
  let school: string;
  const screens: LiveClient[] = [];

  beforeAll(async () => {
    test = await createListeningApp();
    withoutLooks(test.app);
    world = await World.create(test);
    administrator = await world.user('AREA_ADMINISTRATOR', 'office');
    school = await world.unit('school');
  });
  afterEach(() => {
    for (const screen of screens.splice(0)) screen.close();
  });
  afterAll(() => test.close());

  /** Two new people at their screens: one to be ended, one to stay. */
  async function atScreens() {
    const people = await Promise.all(
      [1, 2].map(async () => {
        const person = made(await administrator.post('/people', newPerson(school))) as Row & { assignments: Row[] };
        const user = await TestUser.begin(test.app, String(person['username']), String(person['password']));
        const screen = await new LiveClient(test.url, user).settled();
        screens.push(screen);
        return { person, screen };
      }),
    );
    return { ending: people[0]!, staying: people[1]! };
  }

  it.each([
    [
      'an assignment',
      (person: Row & { assignments: Row[] }) => administrator.delete(`/assignments/${person.assignments[0]!.id}`),
    ],
    ['a password', (person: Row) => administrator.post(`/people/${person.id}/password`)],
  ])('%s', async (_, end) => {
    const { ending, staying } = await atScreens();
    expect((await end(ending.person)).status).toBeLessThan(300);
    await until(() => ending.screen.endings.length > 0);
    expect(ending.screen.endings).toEqual(['io server disconnect']);
    expect(staying.screen.connected).toBe(true);
  });

  it('tells a coordinator’s colleagues on the unit, whose lists show what is left, and no other unit', async () => {
    const [leaving, colleague, elsewhere] = await Promise.all(
      ['office', 'office', 'social'].map((unit) => world.user('SIP_COORDINATOR', unit)),
    );
    const [near, far] = await Promise.all(
      [colleague!, elsewhere!].map((user) => new LiveClient(test.url, user).settled()),
    );
    screens.push(near!, far!);
    const { acting } = (await leaving!.get('/session')).body as { acting: Row };
    expect((await administrator.delete(`/assignments/${acting.id}`)).status).toBe(204);
    await until(() => near!.notices.length > 0);
    expect(near!.notices).toMatchObject([{ type: 'assignment.ended', subject: { kind: 'assignment', id: acting.id } }]);
    expect(far!.notices).toEqual([]);
  });
});
