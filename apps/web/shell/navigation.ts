import type { Role } from '../api/session.ts';

/** The pages of each role, the start page first: lists of one's own work, nothing else. */
export const NAVIGATION: Record<Role, { to: string; name: string }[]> = {
  REQUESTER: [
    { to: '/', name: 'Mina frågor' },
    { to: '/mottaget', name: 'Utlämnat till oss' },
  ],
  SIP_COORDINATOR: [
    { to: '/', name: 'Min dag' },
    { to: '/arenden', name: 'Ärenden' },
    { to: '/moten', name: 'Möten' },
    { to: '/barn/sok', name: 'Sök barn' },
    { to: '/utvarderingar', name: 'Utvärderingar' },
  ],
  TEAM_MEMBER: [{ to: '/', name: 'Teamets möten' }],
  MANAGER: [
    { to: '/', name: 'Handlingsplaner' },
    { to: '/utvarderingar', name: 'Utvärderingar' },
  ],
  LOG_REVIEWER: [{ to: '/', name: 'Loggen' }],
  AREA_ADMINISTRATOR: [
    { to: '/', name: 'Personer' },
    { to: '/enheter', name: 'Enheter' },
    { to: '/team', name: 'Team' },
    { to: '/skyddade-barn', name: 'Skyddade barn' },
    { to: '/overenskommelse', name: 'Överenskommelse' },
    { to: '/namnlistan', name: 'Namnlistan' },
  ],
};
