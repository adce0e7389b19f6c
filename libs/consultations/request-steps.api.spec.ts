import type { Response } from 'supertest';
import { createTestApp, type TestApp } from '../../test/support/app.ts';
import { ADVICE, Consulting } from '../../test/support/consultations.ts';
import { inState, type Placed } from '../../test/support/states.ts';
import type { TestUser } from '../../test/support/user.ts';
import { World } from '../../test/support/world.ts';
import { ROLE_CODES, type Role } from '../directory/index.ts';
import { FeedbackService } from './feedback.service.ts';
import {
  allows,
  REQUEST_STATES,
  REQUEST_STEP_NAMES,
  REQUEST_STEPS,
  stateAfter,
  type RequestState,
  type RequestStep,
} from './request-state.rules.ts';

type Ask = (user: TestUser, request: Placed, nextSitting: string) => Promise<Response>;

const onRequest =
  (step: string, body?: object): Ask =>
  (user, { id, version }) =>
    user.post(`/consultation-requests/${id}/${step}`, body, version);
const onConsultation =
  (method: 'post' | 'patch' | 'delete', step: string, body?: object): Ask =>
  (user, { consultationId, consultationVersion }) =>
    user.ask(method, `/consultations/${consultationId}${step}`, body, consultationVersion);

/** The routes that take steps: which one, and a body that is right in every field. */
const ROUTES: Record<string, { step: RequestStep; ask: Ask }> = {
  'PATCH request': {
    step: 'edit',
    ask: (user, { id, version }) => user.patch(`/consultation-requests/${id}`, { question: 'Vem?' }, version),
  },
  'DELETE request': {
    step: 'discard',
    ask: (user, { id, version }) => user.delete(`/consultation-requests/${id}`, version),
  },
  submission: { step: 'submit', ask: onRequest('submission', { childAtRisk: false }) },
  withdrawal: { step: 'withdraw', ask: onRequest('withdrawal', { reason: 'Det löste sig.' }) },
  triage: { step: 'triage', ask: onRequest('triage') },
  acceptance: { step: 'accept', ask: onRequest('acceptance') },
  return: { step: 'return', ask: onRequest('return', { question: 'Vilken åldersgrupp?' }) },
  redirection: { step: 'redirect', ask: onRequest('redirection', { to: 'SIP', reason: 'Det behövs en plan.' }) },
  preparation: {
    step: 'prepare',
    ask: (user, { id }) => user.put(`/consultation-requests/${id}/preparation`, { checks: [], note: '' }, 0),
  },
  placement: {
    step: 'place',
    ask: (user, { id, version }, sittingId) =>
      user.post(`/consultation-requests/${id}/placement`, { sittingId, minutes: 20 }, version),
  },
  'DELETE placement': {
    step: 'remove',
    ask: (user, { id, version }) => user.delete(`/consultation-requests/${id}/placement`, version),
  },
  holding: { step: 'hold', ask: onConsultation('post', '/holding') },
  'DELETE holding': { step: 'undo-hold', ask: onConsultation('delete', '/holding') },
  advice: { step: 'advise', ask: onConsultation('patch', '', ADVICE) },
  conclusion: { step: 'conclude', ask: onConsultation('post', '/conclusion', ADVICE) },
  feedback: { step: 'give-feedback', ask: onRequest('feedback', { helped: 4 }) },
  closing: { step: 'close', ask: onRequest('closing') },
};

/** The states in which the row is there for a role: drafts are their author's, and the team sees what has been placed with it. */
const SEEN: Partial<Record<Role, readonly RequestState[]>> = {
  REQUESTER: REQUEST_STATES,
  SIP_COORDINATOR: REQUEST_STATES.filter((state) => state !== 'DRAFT'),
  TEAM_MEMBER: ['SCHEDULED', 'HELD', 'CONCLUDED', 'FEEDBACK_DUE', 'FEEDBACK_DONE', 'CLOSED'],
};

describe('each step, in each state, by each role', () => {
  let test: TestApp;
  let people: Consulting;
  let sitting: string;
  let nextSitting: string;
  const users = new Map<Role, TestUser>();
  const refused = new Map<RequestState, Placed>();

  beforeAll(async () => {
    test = await createTestApp({ worker: 'apart' });
    people = await Consulting.in(await World.create(test));
    for (const role of ROLE_CODES) users.set(role, await people.world.user(role));
    users.set('REQUESTER', people.requester);
    [sitting, nextSitting] = [(await people.sitting()).id, (await people.sitting('2026-04-05T13:00')).id];
    for (const state of REQUEST_STATES) refused.set(state, await inState(people, state, sitting));
  });
  afterAll(() => test.close());

  const stateOf = async ({ id }: Placed): Promise<string | undefined> =>
    (await test.owner.query('select state from consultation_request where id = $1', [id])).rows[0]?.state;

  it('covers every step that somebody takes', () => {
    const covered = Object.values(ROUTES).map(({ step }) => step);
    expect(covered.toSorted()).toEqual(
      REQUEST_STEP_NAMES.filter((step) => REQUEST_STEPS[step].by.length > 0).toSorted(),
    );
  });

  const cases = Object.entries(ROUTES).flatMap(([name, route]) => ROLE_CODES.map((role) => ({ name, role, ...route })));

  it.each(cases)('$name by $role', async ({ step, ask, role }) => {
    const user = users.get(role)!;
    const mayTake = (REQUEST_STEPS[step].by as readonly Role[]).includes(role);
    const answers = REQUEST_STATES.map(async (state) => {
      const seen = SEEN[role]?.includes(state) ?? false;
      if (mayTake && seen && allows(state, step)) {
        const request = await inState(people, state, sitting);
        const { status } = await ask(user, request, nextSitting);
        expect([state, status]).toEqual([state, step === 'discard' ? 204 : 200]);
        expect(await stateOf(request)).toBe(step === 'discard' ? undefined : stateAfter(state, step));
      } else {
        const { status } = await ask(user, refused.get(state)!, nextSitting);
        expect([state, status]).toEqual([state, !mayTake ? 403 : !seen ? 404 : 409]);
      }
    });
    await Promise.all(answers);
  });

  it('leaves what it refuses as it was', async () => {
    for (const [state, { id, version, consultationId, consultationVersion }] of refused) {
      const { rows } = await test.owner.query(
        `select r.state, r.version, c.version as consultation
           from consultation_request r left join consultation c on c.id = $2 where r.id = $1`,
        [id, consultationId],
      );
      expect(rows).toEqual([{ state, version, consultation: state === 'DRAFT' ? null : consultationVersion }]);
    }
  });

  it('asks for feedback, by the job, of what has been answered and is due', async () => {
    const due = (date: string) => test.owner.query('update consultation_request set feedback_due_on = $1', [date]);
    const feedback = test.app.get(FeedbackService, { strict: false });
    await due('2999-01-01');
    expect(await feedback.askWhereDue()).toBe(0);
    await due('2026-04-30');
    expect(await feedback.askWhereDue()).toBeGreaterThan(0);
    for (const [state, request] of refused) {
      expect([state, await stateOf(request)]).toEqual([state, state === 'CONCLUDED' ? 'FEEDBACK_DUE' : state]);
    }
  });
});
