import { ROLE_CODES } from '../directory/index.ts';
import {
  allows,
  END_STATES,
  REQUEST_STATES,
  REQUEST_STEP_NAMES,
  REQUEST_STEPS,
  STATE_NAMES,
  stateAfter,
  stepsFor,
  type RequestState,
  type RequestStep,
} from './request-state.rules.ts';

/** Steps that write in a state without leaving it. */
const EDITS: readonly RequestStep[] = ['edit', 'prepare', 'advise'];

const stepsFrom = (state: RequestState): RequestStep[] => REQUEST_STEP_NAMES.filter((step) => allows(state, step));

function reachableFrom(state: RequestState, seen = new Set<RequestState>()): Set<RequestState> {
  if (seen.has(state)) return seen;
  seen.add(state);
  for (const step of stepsFrom(state)) reachableFrom(stateAfter(state, step), seen);
  return seen;
}

describe('the states of a consultation request', () => {
  it('can all be reached from a draft', () => {
    expect([...reachableFrom('DRAFT')].toSorted()).toEqual([...REQUEST_STATES].toSorted());
  });

  it.each(REQUEST_STATES)('%s is an end, or leads to one', (state) => {
    expect(stepsFrom(state).length === 0).toBe(END_STATES.includes(state));
    expect(END_STATES.some((end) => reachableFrom(state).has(end))).toBe(true);
  });

  it.each(REQUEST_STEP_NAMES)('the step %s leads on, or is an edit', (step) => {
    for (const from of REQUEST_STEPS[step].from) expect(stateAfter(from, step) === from).toBe(EDITS.includes(step));
  });

  it('can be withdrawn in every state after the draft and before it is held, and in no other', () => {
    expect(REQUEST_STATES.filter((state) => allows(state, 'withdraw'))).toEqual([
      'SUBMITTED',
      'TRIAGE',
      'RETURNED',
      'ACCEPTED',
      'SCHEDULED',
    ]);
  });

  it('is concluded only from held, and held only from scheduled', () => {
    expect(REQUEST_STEPS.conclude.from).toEqual(['HELD']);
    expect(REQUEST_STEPS.hold.from).toEqual(['SCHEDULED']);
  });

  it('has a name on screen for every state, and no two alike', () => {
    const names = REQUEST_STATES.map((state) => STATE_NAMES[state]);
    expect(new Set(names).size).toBe(names.length);
  });
});

describe('what someone can do next', () => {
  it('is what the state allows and the role takes', () => {
    expect(stepsFor('SUBMITTED', 'REQUESTER')).toEqual(['withdraw']);
    expect(stepsFor('SUBMITTED', 'SIP_COORDINATOR')).toEqual(['triage', 'accept', 'return', 'redirect']);
    expect(stepsFor('HELD', 'TEAM_MEMBER')).toEqual(['undo-hold', 'advise', 'conclude']);
  });

  it('is nothing for whoever only reads figures, the log or the lists', () => {
    const others = ROLE_CODES.filter((role) => !['REQUESTER', 'SIP_COORDINATOR', 'TEAM_MEMBER'].includes(role));
    expect(others).toHaveLength(3);
    for (const role of others) expect(REQUEST_STATES.flatMap((state) => stepsFor(state, role))).toEqual([]);
  });

  it('never offers what only a job does', () => {
    const offered = REQUEST_STATES.flatMap((state) => ROLE_CODES.flatMap((role) => stepsFor(state, role)));
    expect(new Set(offered)).toEqual(new Set(REQUEST_STEP_NAMES.filter((step) => step !== 'ask-for-feedback')));
  });
});
