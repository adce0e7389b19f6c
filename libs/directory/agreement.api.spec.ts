import { Administered } from '../../test/support/administered.ts';
import { made } from '../../test/support/answer.ts';
import { World } from '../../test/support/world.ts';
import { Administration1763800000008 } from '../../migrations/008-administration.ts';
import { ownerDataSource } from '../../migrations/migrate.ts';
import { newId } from '../platform/index.ts';
import { DEFAULT_AGREEMENT } from './agreement.default.ts';
import type { AgreementContent, AgreementView } from './agreement.dto.ts';

const withStart = (start: number): AgreementContent => {
  const content = structuredClone(DEFAULT_AGREEMENT);
  content.sip.days.start = start;
  return content;
};

describe('the agreement', () => {
  const area = Administered.forEach();

  const save = (content: object, version: number, user = area.administrator) =>
    user.put('/agreement', content, version);
  const read = async (version?: number): Promise<AgreementView> =>
    (await area.administrator.get(`/agreement${version ? `?version=${version}` : ''}`)).body as AgreementView;

  it('is changed as a new version, in force at once, and the former one stays as it was', async () => {
    const { status, body } = await save(withStart(7), 1);
    expect([status, body.version]).toEqual([200, 2]);
    expect((await read()).content.sip.days.start).toBe(7);
    expect((await read(1)).content).toEqual(DEFAULT_AGREEMENT);
    const requester = await area.world.user('REQUESTER');
    expect((await requester.get('/agreement')).body.version).toBe(2);
  });

  it('tells its versions: number, from when and by whom', async () => {
    await save(withStart(7), 1);
    const { versions } = (await area.administrator.get('/agreement/versions')).body as { versions: object[] };
    const { person } = (await area.administrator.get('/session')).body as { person: { name: string } };
    expect(versions).toEqual([
      {
        version: 2,
        validFrom: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
        madeAt: expect.any(String),
        madeBy: person.name,
      },
      { version: 1, validFrom: '2020-01-01', madeAt: expect.any(String) },
    ]);
    expect((await area.administrator.get('/agreement?version=3')).status).toBe(404);
  });

  it('is saved by one of two who save at once', async () => {
    const answers = await Promise.all([save(withStart(7), 1), save(withStart(8), 1)]);
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200, 412]));
    expect(answers.find(({ status }) => status === 412)!.body.currentVersion).toBe(2);
    expect((await save(withStart(9), 1)).status).toBe(412);
  });

  it('says which field is at fault, and saves nothing', async () => {
    const content = withStart(7);
    content.themes.shift();
    content.sip.days.followUpDefault = 300;
    const { status, body } = await save(content, 1);
    expect([status, body.errors.map(({ field }: { field: string }) => field)]).toEqual([
      422,
      ['themes', 'sip.days.followUpDefault'],
    ]);
    expect((await read()).version).toBe(1);
  });

  it.each([
    ['sip', []],
    ['themes', [[]]],
    ['themes', [null]],
    ['days', { feedbackAfter: '56' }],
  ])('refuses %s as %j', async (field, value) => {
    const { status, body } = await save({ ...DEFAULT_AGREEMENT, [field]: value }, 1);
    expect([status, body.type]).toEqual([422, '/problem/invalid-fields']);
  });

  it('is written by the administrator of the area, and by nobody else', async () => {
    for (const role of ['REQUESTER', 'SIP_COORDINATOR', 'MANAGER', 'LOG_REVIEWER', 'TEAM_MEMBER'] as const) {
      expect((await save(withStart(7), 1, await area.world.user(role))).status).toBe(403);
    }
    const elsewhere = await World.create(area.test, 'Bergby');
    made(await save(withStart(7), 1, await elsewhere.user('AREA_ADMINISTRATOR')));
    expect((await read()).version).toBe(1);
  });

  it('got its rules for SIP as a new version where it had none', async () => {
    const { sip: _, ...former } = DEFAULT_AGREEMENT;
    const gammelby = newId();
    await area.test.owner.query(
      `insert into area (id, name, slug, municipality_code) values ($1, 'Gammelby', $2, '0000')`,
      [gammelby, `g-${gammelby.slice(-12)}`],
    );
    await area.test.owner.query(
      `insert into agreement (area_id, version, valid_from, content) values ($1, 4, '2020-01-01', $2)`,
      [gammelby, former],
    );
    const database = await ownerDataSource(area.test.settings.ownerUrl!).initialize();
    const runner = database.createQueryRunner();
    await new Administration1763800000008().down(runner);
    await new Administration1763800000008().up(runner);
    await runner.release();
    await database.destroy();
    const { rows } = await area.test.owner.query(
      `select version, content from agreement where area_id = $1 order by version`,
      [gammelby],
    );
    expect(rows).toEqual([
      { version: 4, content: former },
      { version: 5, content: { ...former, sip: expect.objectContaining({ ages: DEFAULT_AGREEMENT.sip.ages }) } },
    ]);
    expect(Object.keys(rows[1].content.sip).toSorted()).toEqual(Object.keys(DEFAULT_AGREEMENT.sip).toSorted());
    expect((await read()).version).toBe(1);
  });
});
