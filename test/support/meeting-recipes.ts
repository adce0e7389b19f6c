import { caseworkOf, unversioned, withCase } from './case-recipes.ts';
import type { Casework } from './casework.ts';
import type { Cast } from './cast.ts';
import { made, type Row } from './answer.ts';
import type { Call, Recipe } from './recipe.ts';

/** A planned first meeting, with its casework. */
async function planned(cast: Cast): Promise<{ work: Casework; meeting: Row }> {
  const work = await caseworkOf(cast);
  return { work, meeting: await work.meeting(await work.consented()) };
}

const onMeeting = ({ coordinator }: Casework, { id, version }: Row, step = '', body?: object): Call => ({
  user: coordinator,
  path: `/meetings/${id}${step}`,
  version,
  ...(body && { body }),
});

/** A step with a meeting that is planned. */
const withPlanned =
  (step: string, body: (work: Casework) => object): Recipe =>
  async (cast) => {
    const { work, meeting } = await planned(cast);
    return onMeeting(work, meeting, step, body(work));
  };

/** A step with a deviation that has been written. */
const withDeviation =
  (step: string, body: object): Recipe =>
  async (cast) => {
    const work = await caseworkOf(cast);
    const { id } = await work.registered();
    const deviation = made(await work.coordinator.post(`/cases/${id}/deviations`, deviationOf(work)));
    return { user: work.coordinator, path: `/deviations/${deviation.id}${step}`, version: deviation.version, body };
  };

const deviationOf = ({ today }: Casework) => ({
  category: 'OTHER',
  happenedOn: today,
  guideline: 'Överenskommelsen om SIP',
});

export const MEETING_RECIPES: Record<string, Recipe> = {
  'GET /cases/:id/meetings': unversioned((work) => work.summoned(), '/meetings'),
  'POST /cases/:id/meetings': withCase(
    (work) => work.consented(),
    '/meetings',
    (work) => work.meetingPlan(),
  ),
  'GET /meetings/:id': async (cast) => {
    const { work, meeting } = await planned(cast);
    return { user: work.coordinator, path: `/meetings/${meeting.id}` };
  },
  'PATCH /meetings/:id': withPlanned('', ({ today }) => ({
    startsAt: `${today}T23:59`,
    reason: 'Rummet var upptaget.',
  })),
  'POST /meetings/:id/cancellation': withPlanned('/cancellation', () => ({ reason: 'Barnet är sjukt.' })),
  'PUT /meetings/:id/record': withPlanned('/record', () => ({ notes: 'Barnet ville sitta vid fönstret.' })),
  'POST /meetings/:id/holding': withPlanned('/holding', (work) => work.held()),
  'DELETE /meetings/:id/holding': async (cast) => {
    const { work, meeting } = await planned(cast);
    const held = made(await work.coordinator.post(`/meetings/${meeting.id}/holding`, work.held(), meeting.version));
    return onMeeting(work, held, '/holding');
  },

  'GET /cases/:id/follow-ups': unversioned((work) => work.planActive(), '/follow-ups'),
  'POST /cases/:id/follow-ups': withCase(
    (work) => work.planActive(),
    '/follow-ups',
    (work) => work.followUp(),
  ),
  'POST /cases/:id/closing': withCase(
    (work) => work.planActive(),
    '/closing',
    (work) => work.closing(),
  ),

  'GET /figures': ({ users }) => ({ user: users.SIP_COORDINATOR, path: '/figures?event=meeting.held' }),

  'GET /cases/:id/deviations': unversioned((work) => work.registered(), '/deviations'),
  'POST /cases/:id/deviations': unversioned((work) => work.registered(), '/deviations', deviationOf),
  'PATCH /deviations/:id': withDeviation('', { status: 'REPORTED_IN_MCP', mcpNumber: '2026-4711' }),
  'POST /deviations/:id/dismissal': withDeviation('/dismissal', { reason: 'Det var ett missförstånd.' }),
};
