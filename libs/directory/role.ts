/** The roles that a person can act in, and what they are called on screen. A person acts in exactly one assignment at a time. */
export const ROLES = {
  REQUESTER: 'Frågeställare',
  SIP_COORDINATOR: 'SIP-samordnare',
  TEAM_MEMBER: 'Medlem i konsultationsteamet',
  MANAGER: 'Chef',
  LOG_REVIEWER: 'Loggranskare',
  AREA_ADMINISTRATOR: 'Områdesadministratör',
} as const;

export type Role = keyof typeof ROLES;

export const ROLE_CODES = Object.keys(ROLES) as Role[];

/** In SQL: the assignment `a` runs at this moment. */
export const ASSIGNMENT_RUNS = '(a.ended_at is null or a.ended_at > now())';

/** The database role that a person's transactions run as. */
export const databaseRole = (role: Role): string => `samordna_${role.toLowerCase()}`;

/** The role behind a transaction's database role. */
export const roleOf = (databaseRoleName: string): Role =>
  databaseRoleName.replace('samordna_', '').toUpperCase() as Role;
