import { isPermission, mayDo, PERMISSIONS, SESSION } from './permission.policy.ts';
import { databaseRole, ROLE_CODES, roleOf } from './role.ts';

describe('permissions', () => {
  it.each(Object.entries(PERMISSIONS))('%s belongs to somebody, each named once', (_, roles) => {
    expect(roles.length).toBeGreaterThan(0);
    expect(new Set(roles).size).toBe(roles.length);
    for (const role of roles) expect(ROLE_CODES).toContain(role);
  });

  it('are given to those named, and to nobody else', () => {
    expect(ROLE_CODES.filter((role) => mayDo(role, 'consultation-request.triage'))).toEqual(['SIP_COORDINATOR']);
    expect(ROLE_CODES.filter((role) => mayDo(role, 'log.read'))).toEqual(['LOG_REVIEWER']);
  });

  it('that do not exist are given to nobody', () => {
    expect(ROLE_CODES.some((role) => mayDo(role, 'consultation-request.everything'))).toBe(false);
    expect(isPermission('consultation-request.everything')).toBe(false);
  });

  it('know the session, which needs no role', () => {
    expect(isPermission(SESSION)).toBe(true);
    expect(ROLE_CODES.some((role) => mayDo(role, SESSION))).toBe(false);
  });

  it('keep whoever reads the figures, or the log, away from the questions', () => {
    for (const role of ['MANAGER', 'LOG_REVIEWER', 'AREA_ADMINISTRATOR'] as const) {
      const about =
        /^(consultation-request|consultation|preparation|sitting|child|case|consent|disclosure|received|meeting|plan)\./;
      expect(
        Object.keys(PERMISSIONS).filter((permission) => about.test(permission) && mayDo(role, permission)),
      ).toEqual([]);
    }
  });
});

describe('roles', () => {
  it('each have a database role of their own, and are found by it', () => {
    expect(new Set(ROLE_CODES.map(databaseRole)).size).toBe(ROLE_CODES.length);
    for (const role of ROLE_CODES) expect(roleOf(databaseRole(role))).toBe(role);
    expect(databaseRole('SIP_COORDINATOR')).toBe('samordna_sip_coordinator');
  });
});
