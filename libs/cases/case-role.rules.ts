/** The roles on a case, each its own assignment; one person may hold several (domain reference 2.3). */
export const CASE_ROLES = [
  'COORDINATOR',
  'INITIATOR',
  'CONVENER',
  'CHAIR',
  'RECORDER',
  'LEAD_UNIT',
  'NAMED_CARE_CONTACT',
] as const;

export type CaseRoleName = (typeof CASE_ROLES)[number];

/** LAPSED: the one who was offered the role may not open the case any more, or the case has ended. */
export const ROLE_STATES = ['OFFERED', 'HELD', 'DECLINED', 'TAKEN_BACK', 'LAPSED', 'ENDED'] as const;

export type RoleState = (typeof ROLE_STATES)[number];

/** What an offer to take over the coordinator's role can become, and by whom. */
export const OFFER_ANSWERS = {
  accept: { to: 'HELD', by: 'receiver' },
  decline: { to: 'DECLINED', by: 'receiver' },
  'take-back': { to: 'TAKEN_BACK', by: 'coordinator' },
} as const;

export type OfferAnswer = keyof typeof OFFER_ANSWERS;

/** Roles that a unit holds rather than a person. */
export const isUnitRole = (role: CaseRoleName): boolean => role === 'LEAD_UNIT';
