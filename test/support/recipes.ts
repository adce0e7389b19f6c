import { CASE_FILE_RECIPES } from './case-file-recipes.ts';
import { CASE_RECIPES } from './case-recipes.ts';
import type { Cast } from './cast.ts';
import { CHILD_RECIPES } from './child-recipes.ts';
import { CONSENT_RECIPES } from './consent-recipes.ts';
import { made, type Row } from './answer.ts';
import { ADVICE, QUESTION } from './consultations.ts';
import { DIRECTORY_RECIPES } from './directory-recipes.ts';
import { READER_RECIPES } from './reader-recipes.ts';
import type { Call, Recipe } from './recipe.ts';
import { FIGURE_RECIPES } from './figure-recipes.ts';
import { TRACKER_RECIPES } from './tracker-recipes.ts';
import { MEETING_RECIPES } from './meeting-recipes.ts';
import { PLAN_RECIPES } from './plan-recipes.ts';
import type { TestUser } from './user.ts';

const on = (user: TestUser, noun: string, { id, version }: Row, step = '', body?: object): Call => ({
  user,
  path: `/${noun}/${id}${step}`,
  version,
  ...(body && { body }),
});

/** A step that the requester takes with a draft. */
const withDraft =
  (step = '', body?: object): Recipe =>
  async ({ consulting }) =>
    on(consulting.requester, 'consultation-requests', await consulting.draft(), step, body);

/** A step that somebody takes with a question that has come in. */
const withSubmitted =
  (who: 'requester' | 'coordinator', step: string, body?: object): Recipe =>
  async ({ consulting }) =>
    on(consulting[who], 'consultation-requests', await consulting.submitted(), step, body);

/** A step that somebody takes with an answered question. */
const withAnswered =
  (who: 'requester' | 'coordinator', step: string, body?: object): Recipe =>
  async (cast) => {
    const { consulting } = cast;
    const { requestId } = await consulting.concluded((await cast.sitting()).id);
    const request = made(await consulting.requester.get(`/consultation-requests/${String(requestId)}`));
    return on(consulting[who], 'consultation-requests', request, step, body);
  };

/** A step that the team takes with a question it has held. */
const withHeld =
  (step = '', body?: object): Recipe =>
  async (cast) =>
    on(cast.users.TEAM_MEMBER, 'consultations', await cast.consulting.held((await cast.sitting()).id), step, body);

const read =
  (role: keyof Cast['users'], path: string | ((cast: Cast) => string | Promise<string>)): Recipe =>
  async (cast) => ({ user: cast.users[role], path: typeof path === 'string' ? path : await path(cast) });

/** How to call each route of the product so that it succeeds; what a test does for every route, it does through these. */
export const RECIPES: Record<string, Recipe> = {
  'GET /session': read('MANAGER', '/session'),
  'PATCH /session': async (cast) => {
    const user = await cast.undecided();
    const { assignments } = (await user.get('/session')).body as { assignments: Row[] };
    return { user, path: '/session', body: { assignmentId: assignments[0]!.id } };
  },
  'DELETE /session': async ({ world }) => ({ user: await world.user('REQUESTER'), path: '/session' }),

  'GET /agreement': read('REQUESTER', '/agreement'),
  'GET /agreement/blocked-names': read('AREA_ADMINISTRATOR', '/agreement/blocked-names'),
  'PUT /agreement/blocked-names': async ({ users }) => {
    const { version } = made(await users.AREA_ADMINISTRATOR.get('/agreement/blocked-names'));
    return {
      user: users.AREA_ADMINISTRATOR,
      path: '/agreement/blocked-names',
      version,
      body: { names: [`Spärrköping ${Math.random()}`] },
    };
  },

  'GET /consultation-requests': read('SIP_COORDINATOR', '/consultation-requests?list=ALL'),
  'POST /consultation-requests': ({ users }) => ({
    user: users.REQUESTER,
    path: '/consultation-requests',
    body: QUESTION,
  }),
  'GET /consultation-requests/:id': read('REQUESTER', async ({ consulting }) => {
    const { id } = await consulting.draft();
    return `/consultation-requests/${id}`;
  }),
  'PATCH /consultation-requests/:id': withDraft('', { tried: 'Samtal med vårdnadshavare.' }),
  'DELETE /consultation-requests/:id': withDraft(),
  'POST /consultation-requests/:id/submission': withDraft('/submission', { childAtRisk: false }),
  'POST /consultation-requests/:id/withdrawal': withSubmitted('requester', '/withdrawal', { reason: 'Det löste sig.' }),
  'POST /consultation-requests/:id/triage': withSubmitted('coordinator', '/triage'),
  'POST /consultation-requests/:id/acceptance': withSubmitted('coordinator', '/acceptance'),
  'POST /consultation-requests/:id/return': withSubmitted('coordinator', '/return', { question: 'Vilken ålder?' }),
  'POST /consultation-requests/:id/redirection': withSubmitted('coordinator', '/redirection', {
    to: 'SIP',
    reason: 'Det behövs en plan.',
  }),
  'GET /consultation-requests/:id/preparation': read('SIP_COORDINATOR', async ({ consulting }) => {
    const { id } = await consulting.accepted();
    return `/consultation-requests/${id}/preparation`;
  }),
  'PUT /consultation-requests/:id/preparation': async ({ consulting }) => ({
    user: consulting.coordinator,
    path: `/consultation-requests/${(await consulting.accepted()).id}/preparation`,
    version: 0,
    body: { checks: ['QUESTION_CLEAR'], note: 'Bjud in skolsköterskan.' },
  }),
  'POST /consultation-requests/:id/placement': async (cast) => {
    const [request, sitting] = [await cast.consulting.accepted(), await cast.sitting()];
    const placement = { sittingId: sitting.id, minutes: 20 };
    return on(cast.users.SIP_COORDINATOR, 'consultation-requests', request, '/placement', placement);
  },
  'DELETE /consultation-requests/:id/placement': async (cast) =>
    on(cast.users.SIP_COORDINATOR, 'consultation-requests', (await cast.placed()).request, '/placement'),
  'POST /consultation-requests/:id/feedback': withAnswered('requester', '/feedback', { helped: 4 }),
  'POST /consultation-requests/:id/closing': withAnswered('coordinator', '/closing'),

  'GET /consultations/:id': read(
    'TEAM_MEMBER',
    async (cast) => `/consultations/${(await cast.placed()).consultation.id}`,
  ),
  'POST /consultations/:id/holding': async (cast) =>
    on(cast.users.TEAM_MEMBER, 'consultations', (await cast.placed()).consultation, '/holding'),
  'DELETE /consultations/:id/holding': withHeld('/holding'),
  'PATCH /consultations/:id': withHeld('', ADVICE),
  'POST /consultations/:id/conclusion': withHeld('/conclusion', ADVICE),

  'GET /sittings': read('TEAM_MEMBER', '/sittings'),
  'POST /sittings': (cast) => ({
    user: cast.users.SIP_COORDINATOR,
    path: '/sittings',
    body: { startsAt: cast.freeTime(), minutes: 60, place: 'Rum 2', teamId: cast.world.team },
  }),
  'GET /sittings/:id': read('TEAM_MEMBER', async (cast) => `/sittings/${(await cast.sitting()).id}`),
  'PUT /sittings/:id/order': async (cast) => {
    const { sitting, consultation } = await cast.placed();
    const agenda = made(await cast.users.SIP_COORDINATOR.get(`/sittings/${sitting.id}`));
    return on(cast.users.SIP_COORDINATOR, 'sittings', agenda, '/order', { consultationIds: [consultation.id] });
  },
  'PUT /sittings/:id/attendance': async (cast) => {
    const { id } = await cast.sitting();
    const { attendance } = (await cast.users.TEAM_MEMBER.get(`/sittings/${id}`)).body as {
      attendance: { assignmentId: string }[];
    };
    const marks = attendance.map(({ assignmentId }) => ({ assignmentId, present: true }));
    return { user: cast.users.TEAM_MEMBER, path: `/sittings/${id}/attendance`, body: { marks } };
  },
  'POST /sittings/:id/end': async (cast) => on(cast.users.TEAM_MEMBER, 'sittings', await cast.sitting(), '/end'),

  'GET /action-plans': read('MANAGER', '/action-plans'),
  'GET /action-plans/:id': read('MANAGER', ({ plan }) => `/action-plans/${plan}`),
  'GET /metrics/:id/figure': read('MANAGER', ({ metric }) => `/metrics/${metric}/figure`),
  'GET /metrics/:id/evidence': read('MANAGER', ({ metric }) => `/metrics/${metric}/evidence?limit=2`),

  'GET /log/head': read('MANAGER', '/log/head'),
  'POST /log/search': ({ users }) => ({ user: users.LOG_REVIEWER, path: '/log/search', body: { person: 'Person' } }),
  'GET /log/export': read('LOG_REVIEWER', '/log/export'),

  ...CASE_FILE_RECIPES,
  ...CASE_RECIPES,
  ...CHILD_RECIPES,
  ...CONSENT_RECIPES,
  ...DIRECTORY_RECIPES,
  ...FIGURE_RECIPES,
  ...MEETING_RECIPES,
  ...TRACKER_RECIPES,
  ...PLAN_RECIPES,
  ...READER_RECIPES,
};
