import { ROLE_CODES, type Role } from './role.ts';

/**
 * Who may do what. Row policies in the database say which rows; this table says which actions.
 * A new permission is a line here and `@Needs('…')` on its route (CONTRIBUTING.md).
 */
export const PERMISSIONS: Record<string, readonly Role[]> = {
  'agreement.read': ROLE_CODES,
  'agreement.write': ['AREA_ADMINISTRATOR'],
  'directory.read': ['SIP_COORDINATOR', 'AREA_ADMINISTRATOR'],
  'directory.write': ['AREA_ADMINISTRATOR'],
  'blocked-names.read': ['AREA_ADMINISTRATOR'],
  'blocked-names.write': ['AREA_ADMINISTRATOR'],

  'consultation-request.write': ['REQUESTER'],
  'consultation-request.read': ['REQUESTER', 'SIP_COORDINATOR', 'TEAM_MEMBER'],
  'consultation-request.list': ['REQUESTER', 'SIP_COORDINATOR'],
  'consultation-request.triage': ['SIP_COORDINATOR'],
  'consultation-request.close': ['SIP_COORDINATOR'],
  'consultation-request.feedback': ['REQUESTER'],
  'preparation.read': ['SIP_COORDINATOR', 'TEAM_MEMBER'],
  'preparation.write': ['SIP_COORDINATOR'],

  'sitting.plan': ['SIP_COORDINATOR'],
  'sitting.agenda': ['SIP_COORDINATOR', 'TEAM_MEMBER'],
  'consultation.place': ['SIP_COORDINATOR'],
  'consultation.hold': ['SIP_COORDINATOR', 'TEAM_MEMBER'],

  'child.find': ['SIP_COORDINATOR'],
  'child.read': ['SIP_COORDINATOR'],
  'child.write': ['SIP_COORDINATOR'],
  'reader.appoint': ['AREA_ADMINISTRATOR'],
  'case.list': ['SIP_COORDINATOR'],
  'case.read': ['SIP_COORDINATOR'],
  'case.write': ['SIP_COORDINATOR'],
  'consent.read': ['SIP_COORDINATOR'],
  'consent.write': ['SIP_COORDINATOR'],
  'disclosure.read': ['SIP_COORDINATOR'],
  'disclosure.write': ['SIP_COORDINATOR'],
  'received.read': ['REQUESTER'],
  'meeting.read': ['SIP_COORDINATOR'],
  'meeting.write': ['SIP_COORDINATOR'],
  'plan.read': ['SIP_COORDINATOR'],
  'plan.write': ['SIP_COORDINATOR'],
  'evaluation.give': ['SIP_COORDINATOR', 'REQUESTER'],
  'evaluation.read': ['SIP_COORDINATOR', 'MANAGER'],

  'action-plan.read': ['MANAGER'],
  'figure.read': ['MANAGER'],
  'figure.enter': ['MANAGER'],

  'log.read': ['LOG_REVIEWER'],
  'log.export': ['LOG_REVIEWER'],
  'log.head': ['MANAGER', 'LOG_REVIEWER'],
  'live.listen': ROLE_CODES,
};

/** What the session itself needs: signed in, with or without a chosen assignment. */
export const SESSION = 'session';

export const isPermission = (name: string): boolean => name === SESSION || name in PERMISSIONS;

export const mayDo = (role: Role, permission: string): boolean => PERMISSIONS[permission]?.includes(role) ?? false;
