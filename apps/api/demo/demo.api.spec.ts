import { CASE_STATES } from '../../../libs/cases/index.ts';
import { createTestApp, type TestApp } from '../../../test/support/app.ts';
import { TestUser } from '../../../test/support/user.ts';
import { DEMO_PASSWORD, makeDemo } from './demo.ts';

describe('the demo area', () => {
  let test: TestApp;

  beforeAll(async () => {
    test = await createTestApp({ demo: true, worker: 'apart' });
    await makeDemo(test.app, test.settings.ownerUrl);
  });
  afterAll(() => test.close());

  it('shows cases in every state', async () => {
    const { rows } = await test.owner.query<{ state: string }>(`select distinct state from sip_case`);
    expect(rows.map(({ state }) => state).toSorted()).toEqual([...CASE_STATES].toSorted());
  });

  it('gives each party copies of what was disclosed to it', async () => {
    const staff = await TestUser.signIn(test.app, 'jonas.vik', DEMO_PASSWORD);
    const { total } = (await staff.get('/received-cases')).body as { total: number };
    expect(total).toBeGreaterThan(5);
  });
});
