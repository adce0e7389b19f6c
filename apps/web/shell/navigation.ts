import type { Role } from '../api/session.ts';

/** The pages of each role, the start page first: lists of one's own work, nothing else. */
export const NAVIGATION: Record<Role, { to: string; name: string }[]> = {
  REQUESTER: [{ to: '/', name: 'Mina frågor' }],
  SIP_COORDINATOR: [{ to: '/', name: 'Min dag' }],
  TEAM_MEMBER: [{ to: '/', name: 'Nästa möte' }],
  MANAGER: [{ to: '/', name: 'Handlingsplan' }],
  LOG_REVIEWER: [{ to: '/', name: 'Loggranskning' }],
  AREA_ADMINISTRATOR: [{ to: '/', name: 'Närområdet' }],
};
