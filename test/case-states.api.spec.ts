import { CASE_STATES, CASE_STEPS, CaseSteps, type CaseState, type CaseStep } from '../libs/cases/index.ts';
import { ROLE_CODES } from '../libs/directory/index.ts';
import { Database, Problem } from '../libs/platform/index.ts';
import { createTestApp, type TestApp } from './support/app.ts';
import { caseworkOf } from './support/case-recipes.ts';
import { Cast } from './support/cast.ts';
import type { Call } from './support/recipe.ts';
import { RECIPES } from './support/recipes.ts';
import { gateOf, type TestUser } from './support/user.ts';
import { World } from './support/world.ts';

type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';

const STEPS = Object.keys(CASE_STEPS) as CaseStep[];

/** The routes that move a case, and the steps that each can be. */
const ROUTES: Record<string, CaseStep[]> = {
  'PATCH /cases/:id': ['change'],
  'POST /cases/:id/offer': ['offer'],
  'POST /cases/:id/acceptance': ['accept'],
  'POST /cases/:id/decline': ['decline'],
  'POST /cases/:id/denial': ['deny'],
  'POST /cases/:id/parties': ['change'],
  'POST /parties/:id/leaving': ['change'],
  'PUT /cases/:id/roles': ['change'],
  'POST /cases/:id/handover': ['change'],
  'POST /cases/:id/takeover': ['change'],
  'POST /cases/:id/consent-renewal': ['renew-consent'],
  'POST /cases/:id/consent-completion': ['complete-consent'],
  'POST /cases/:id/meetings': ['summon', 'reschedule', 'plan-follow-up'],
  'PATCH /meetings/:id': ['reschedule', 'plan-follow-up'],
  'PUT /cases/:id/plan': ['draft-plan', 'revise-plan'],
  'POST /cases/:id/plan/confirmation': ['confirm-plan'],
  'POST /cases/:id/follow-ups': ['hold-follow-up'],
  'POST /cases/:id/transition/start': ['begin-transition'],
  'POST /cases/:id/transition/completion': ['end-transition'],
  'POST /cases/:id/closing': ['close'],
};

const allowed = (state: CaseState, steps: readonly CaseStep[]): boolean =>
  steps.some((step) => (CASE_STEPS[step].from as readonly CaseState[]).includes(state));

describe('the states of a case, for every role', () => {
  let test: TestApp;
  let cast: Cast;

  beforeAll(async () => {
    test = await createTestApp();
    cast = await Cast.in(await World.create(test));
  });
  afterAll(() => test.close());

  const put = (id: string, state: CaseState) =>
    test.owner.query(`update sip_case set state = $2 where id = $1`, [id, state]);

  /** What comes of beginning a step as somebody; the attempt is undone. */
  async function begin(user: TestUser, id: string, step: CaseStep): Promise<string> {
    const undone = new Error('allowed');
    const attempt = test.app.get(Database).as(gateOf(user), async () => {
      await test.app.get(CaseSteps, { strict: false }).beginPart(id, step);
      throw undone;
    });
    return attempt.then(
      () => 'committed',
      (error: unknown) => (error instanceof Problem ? error.type : (error as Error).message),
    );
  }

  it('a coordinator begins each step from each state exactly as the table says', async () => {
    const work = await caseworkOf(cast);
    const { id } = await work.registered();
    for (const state of CASE_STATES) {
      await put(id, state);
      for (const step of STEPS) {
        const expected = allowed(state, [step]) ? 'allowed' : 'state-conflict';
        expect([state, step, await begin(work.coordinator, id, step)]).toEqual([state, step, expected]);
      }
    }
  });

  it.each(ROLE_CODES.filter((role) => role !== 'SIP_COORDINATOR'))(
    '%s begins none: the database refuses the row',
    async (role) => {
      const { id } = await (await caseworkOf(cast)).registered();
      for (const step of STEPS) expect(await begin(cast.users[role], id, step)).toMatch(/permission denied/);
    },
  );

  describe.each(Object.entries(ROUTES))('%s', (route, steps) => {
    let call: Call;
    let caseId: string;
    let natural: CaseState;

    const ask = (user: TestUser) => {
      const [method] = route.split(' ') as [string];
      return user.ask(method.toLowerCase() as Method, call.path, call.body, call.version);
    };

    beforeAll(async () => {
      call = await RECIPES[route]!(cast);
      const [noun, id] = call.path.split('/').slice(1) as [string, string];
      const table = { parties: 'party', meetings: 'meeting' }[noun];
      const found = table ? await test.owner.query(`select case_id from ${table} where id = $1`, [id]) : undefined;
      caseId = (found?.rows[0]?.case_id as string | undefined) ?? id;
      natural = (await test.owner.query(`select state from sip_case where id = $1`, [caseId])).rows[0].state;
    });

    it('is refused in every state that the table does not have it in', async () => {
      for (const state of CASE_STATES.filter((each) => !allowed(each, steps))) {
        await put(caseId, state);
        const answer = await ask(call.user);
        expect([state, answer.status, (answer.body as { state?: string }).state]).toEqual([state, 409, state]);
      }
      await put(caseId, natural);
    });

    it('is not for any other role', async () => {
      for (const role of ROLE_CODES.filter((code) => code !== 'SIP_COORDINATOR')) {
        expect([role, (await ask(cast.users[role])).status]).toEqual([role, 403]);
      }
    });

    it('is done where the table has it', async () => {
      const answer = await ask(call.user);
      expect([answer.status < 300, answer.body]).toEqual([true, expect.anything()]);
    });
  });
});
