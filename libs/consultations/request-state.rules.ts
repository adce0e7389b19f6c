import type { Role } from '../directory/index.ts';

/** The states of a consultation request (domain reference 3). */
export const REQUEST_STATES = [
  'DRAFT',
  'SUBMITTED',
  'TRIAGE',
  'RETURNED',
  'REDIRECTED',
  'ACCEPTED',
  'SCHEDULED',
  'HELD',
  'CONCLUDED',
  'FEEDBACK_DUE',
  'FEEDBACK_DONE',
  'CLOSED',
  'WITHDRAWN',
] as const;

export type RequestState = (typeof REQUEST_STATES)[number];

/** Where no further step leads. */
export const END_STATES: readonly RequestState[] = ['REDIRECTED', 'CLOSED', 'WITHDRAWN'];

interface Step {
  from: readonly RequestState[];
  to: RequestState | 'same';
  /** Who takes the step; empty: a job. */
  by: readonly Role[];
}

/** Every step that a request can take. What is not here is refused. */
export const REQUEST_STEPS = {
  edit: { from: ['DRAFT', 'RETURNED'], to: 'same', by: ['REQUESTER'] },
  discard: { from: ['DRAFT'], to: 'WITHDRAWN', by: ['REQUESTER'] },
  submit: { from: ['DRAFT', 'RETURNED'], to: 'SUBMITTED', by: ['REQUESTER'] },
  withdraw: { from: ['SUBMITTED', 'TRIAGE', 'RETURNED', 'ACCEPTED', 'SCHEDULED'], to: 'WITHDRAWN', by: ['REQUESTER'] },
  triage: { from: ['SUBMITTED'], to: 'TRIAGE', by: ['SIP_COORDINATOR'] },
  accept: { from: ['SUBMITTED', 'TRIAGE'], to: 'ACCEPTED', by: ['SIP_COORDINATOR'] },
  return: { from: ['SUBMITTED', 'TRIAGE'], to: 'RETURNED', by: ['SIP_COORDINATOR'] },
  redirect: { from: ['SUBMITTED', 'TRIAGE'], to: 'REDIRECTED', by: ['SIP_COORDINATOR'] },
  prepare: { from: ['ACCEPTED', 'SCHEDULED'], to: 'same', by: ['SIP_COORDINATOR'] },
  place: { from: ['ACCEPTED', 'CONCLUDED', 'FEEDBACK_DUE'], to: 'SCHEDULED', by: ['SIP_COORDINATOR'] },
  remove: { from: ['SCHEDULED'], to: 'ACCEPTED', by: ['SIP_COORDINATOR'] },
  hold: { from: ['SCHEDULED'], to: 'HELD', by: ['SIP_COORDINATOR', 'TEAM_MEMBER'] },
  'undo-hold': { from: ['HELD'], to: 'SCHEDULED', by: ['SIP_COORDINATOR', 'TEAM_MEMBER'] },
  advise: { from: ['HELD'], to: 'same', by: ['SIP_COORDINATOR', 'TEAM_MEMBER'] },
  conclude: { from: ['HELD'], to: 'CONCLUDED', by: ['SIP_COORDINATOR', 'TEAM_MEMBER'] },
  'ask-for-feedback': { from: ['CONCLUDED'], to: 'FEEDBACK_DUE', by: [] },
  'give-feedback': { from: ['CONCLUDED', 'FEEDBACK_DUE'], to: 'FEEDBACK_DONE', by: ['REQUESTER'] },
  close: { from: ['CONCLUDED', 'FEEDBACK_DUE', 'FEEDBACK_DONE'], to: 'CLOSED', by: ['SIP_COORDINATOR'] },
} as const satisfies Record<string, Step>;

export type RequestStep = keyof typeof REQUEST_STEPS;

export const REQUEST_STEP_NAMES = Object.keys(REQUEST_STEPS) as RequestStep[];

export const allows = (state: RequestState, step: RequestStep): boolean =>
  (REQUEST_STEPS[step].from as readonly RequestState[]).includes(state);

/** Where a step leads from a state. */
export const stateAfter = (state: RequestState, step: RequestStep): RequestState => {
  const { to } = REQUEST_STEPS[step];
  return to === 'same' ? state : to;
};

/** What someone in a role can do next with a request. */
export const stepsFor = (state: RequestState, role: Role): RequestStep[] =>
  REQUEST_STEP_NAMES.filter(
    (step) => allows(state, step) && (REQUEST_STEPS[step].by as readonly Role[]).includes(role),
  );

/** What the states are called, in the words of the screens. */
export const STATE_NAMES: Record<RequestState, string> = {
  DRAFT: 'utkast',
  SUBMITTED: 'inskickad',
  TRIAGE: 'under bedömning',
  RETURNED: 'återsänd med en fråga',
  REDIRECTED: 'hänvisad vidare',
  ACCEPTED: 'antagen',
  SCHEDULED: 'planerad till ett möte',
  HELD: 'tagen på mötet',
  CONCLUDED: 'besvarad',
  FEEDBACK_DUE: 'väntar på uppföljning',
  FEEDBACK_DONE: 'uppföljd',
  CLOSED: 'avslutad',
  WITHDRAWN: 'återtagen',
};
