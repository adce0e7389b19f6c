import type { Role } from '../api/session.ts';

/** The pages of each role, the start page first: lists of one's own work, nothing else. */
export const NAVIGATION: Record<Role, { to: string; name: string }[]> = {
  REQUESTER: [{ to: '/', name: 'Mina frågor' }],
  SIP_COORDINATOR: [
    { to: '/', name: 'Min dag' },
    { to: '/moten', name: 'Möten' },
  ],
  TEAM_MEMBER: [{ to: '/', name: 'Teamets möten' }],
  MANAGER: [{ to: '/', name: 'Handlingsplaner' }],
  LOG_REVIEWER: [{ to: '/', name: 'Loggen' }],
  AREA_ADMINISTRATOR: [{ to: '/', name: 'Namnlistan' }],
};
