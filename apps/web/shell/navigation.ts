import type { Role } from '../api/session.ts';

/** A line of the menu. */
export interface Entry {
  to: string;
  name: string;
}

/** The pages of each role, the start page first: lists of one's own work, nothing else. Beyond the third they are rare errands. */
export const NAVIGATION: Record<Role, Entry[]> = {
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

/** The entry that a page belongs to: the one whose address begins as the page's does, else the start page. */
export function entryOf(entries: Entry[], pathname: string): Entry | undefined {
  return entries.find(({ to }) => firstPart(to) === firstPart(pathname)) ?? entries[0];
}

const firstPart = (path: string): string => path.split('/')[1]!;
