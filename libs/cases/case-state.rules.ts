import type { Role } from '../directory/index.ts';

/** The states of a SIP case (domain reference 6.1). */
export const CASE_STATES = [
  'NEED_IDENTIFIED',
  'OFFERED',
  'DECLINED_BY_FAMILY',
  'DENIED_BY_SERVICE',
  'CONSENT_PENDING',
  'PREPARING',
  'SUMMONED',
  'MEETING_HELD',
  'PLAN_DRAFT',
  'PLAN_ACTIVE',
  'FOLLOW_UP_DUE',
  'FOLLOW_UP_HELD',
  'CONSENT_WITHDRAWN',
  'TRANSITION',
  'CLOSED',
] as const;

export type CaseState = (typeof CASE_STATES)[number];

/** Where no further step leads; a new need is a new case, linked to the old one. */
export const END_STATES: readonly CaseState[] = ['DECLINED_BY_FAMILY', 'DENIED_BY_SERVICE', 'CLOSED'];

const OPEN_STATES = CASE_STATES.filter((state) => !END_STATES.includes(state));

/** States with consents that can be withdrawn. */
const CONSENTED: readonly CaseState[] = [
  'PREPARING',
  'SUMMONED',
  'MEETING_HELD',
  'PLAN_DRAFT',
  'PLAN_ACTIVE',
  'FOLLOW_UP_DUE',
  'FOLLOW_UP_HELD',
  'TRANSITION',
];

interface Step {
  from: readonly CaseState[];
  to: CaseState | 'same';
  /** Who takes the step; empty: a job. */
  by: readonly Role[];
}

const coordinator: readonly Role[] = ['SIP_COORDINATOR'];

/** Every step that a case can take. What is not here is refused. */
export const CASE_STEPS = {
  /** Correct what stands on the case, name its roles and parties, hand it over. */
  change: { from: OPEN_STATES, to: 'same', by: coordinator },
  offer: { from: ['NEED_IDENTIFIED'], to: 'OFFERED', by: coordinator },
  deny: { from: ['NEED_IDENTIFIED', 'OFFERED'], to: 'DENIED_BY_SERVICE', by: coordinator },
  decline: { from: ['OFFERED', 'CONSENT_PENDING'], to: 'DECLINED_BY_FAMILY', by: coordinator },
  accept: { from: ['OFFERED'], to: 'CONSENT_PENDING', by: coordinator },
  /** The last consent that was missing came in; the product takes these two steps itself. */
  'complete-consent': { from: ['CONSENT_PENDING'], to: 'PREPARING', by: coordinator },
  'resume-plan': { from: ['CONSENT_PENDING'], to: 'PLAN_ACTIVE', by: coordinator },
  summon: { from: ['PREPARING'], to: 'SUMMONED', by: coordinator },
  reschedule: { from: ['SUMMONED'], to: 'SUMMONED', by: coordinator },
  'hold-meeting': { from: ['SUMMONED'], to: 'MEETING_HELD', by: coordinator },
  'draft-plan': { from: ['MEETING_HELD', 'PLAN_DRAFT'], to: 'PLAN_DRAFT', by: coordinator },
  'revise-plan': { from: ['FOLLOW_UP_HELD'], to: 'FOLLOW_UP_HELD', by: coordinator },
  'confirm-plan': { from: ['PLAN_DRAFT', 'FOLLOW_UP_HELD'], to: 'PLAN_ACTIVE', by: coordinator },
  /** Meetings of a plan that is running are planned without moving the case. */
  'plan-follow-up': { from: ['PLAN_ACTIVE', 'FOLLOW_UP_DUE', 'TRANSITION'], to: 'same', by: coordinator },
  'fall-due': { from: ['PLAN_ACTIVE'], to: 'FOLLOW_UP_DUE', by: [] },
  'hold-follow-up': { from: ['PLAN_ACTIVE', 'FOLLOW_UP_DUE'], to: 'FOLLOW_UP_HELD', by: coordinator },
  'withdraw-consent': { from: CONSENTED, to: 'CONSENT_WITHDRAWN', by: coordinator },
  'renew-consent': { from: ['CONSENT_WITHDRAWN'], to: 'CONSENT_PENDING', by: coordinator },
  'begin-transition': { from: ['PLAN_ACTIVE', 'FOLLOW_UP_DUE', 'FOLLOW_UP_HELD'], to: 'TRANSITION', by: coordinator },
  'end-transition': { from: ['TRANSITION'], to: 'PLAN_ACTIVE', by: coordinator },
  close: { from: OPEN_STATES, to: 'CLOSED', by: coordinator },
} as const satisfies Record<string, Step>;

export type CaseStep = keyof typeof CASE_STEPS;

export const CASE_STEP_NAMES = Object.keys(CASE_STEPS) as CaseStep[];

export const allows = (state: CaseState, step: CaseStep): boolean =>
  (CASE_STEPS[step].from as readonly CaseState[]).includes(state);

/** Where a step leads from a state. */
export const stateAfter = (state: CaseState, step: CaseStep): CaseState => {
  const { to } = CASE_STEPS[step];
  return to === 'same' ? state : to;
};

export const isOpen = (state: CaseState): boolean => !END_STATES.includes(state);

/** What someone in a role can do next with a case. */
export const stepsFor = (state: CaseState, role: Role): CaseStep[] =>
  CASE_STEP_NAMES.filter((step) => allows(state, step) && (CASE_STEPS[step].by as readonly Role[]).includes(role));

/** What the states are called, in the words of the screens. */
export const STATE_NAMES: Record<CaseState, string> = {
  NEED_IDENTIFIED: 'behov finns',
  OFFERED: 'erbjuden',
  DECLINED_BY_FAMILY: 'familjen tackade nej',
  DENIED_BY_SERVICE: 'nekad',
  CONSENT_PENDING: 'väntar på samtycke',
  PREPARING: 'förbereds',
  SUMMONED: 'kallad till möte',
  MEETING_HELD: 'möte hållet',
  PLAN_DRAFT: 'planen skrivs',
  PLAN_ACTIVE: 'plan gäller',
  FOLLOW_UP_DUE: 'dags att följa upp',
  FOLLOW_UP_HELD: 'uppföljd',
  CONSENT_WITHDRAWN: 'samtycket återkallat',
  TRANSITION: 'övergång till vuxen',
  CLOSED: 'avslutad',
};
