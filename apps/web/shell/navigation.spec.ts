import { readFileSync } from 'node:fs';
import type { Role } from '../api/session.ts';
import { entryOf, NAVIGATION } from './navigation.ts';

/** Every address that the product answers, as `app.tsx` declares it. */
const ROUTES = [...readFileSync('apps/web/app.tsx', 'utf8').matchAll(/\bpath: '(\/[^']*)'/g)].map((found) => found[1]!);

/** What belongs to another entry than the role's start page. */
const ELSEWHERE: Record<Role, Record<string, string[]>> = {
  REQUESTER: { 'Utlämnat till oss': ['/mottaget', '/mottaget/:caseId'] },
  SIP_COORDINATOR: {
    Ärenden: ROUTES.filter((path) => path.startsWith('/arenden')),
    Möten: ['/moten', '/moten/nytt', '/moten/:id', '/moten/:id/rum', '/moten/:id/rum/:question'],
    'Sök barn': ['/barn/nytt', '/barn/sok', '/barn/:id'],
    Utvärderingar: ['/utvarderingar'],
  },
  TEAM_MEMBER: {},
  MANAGER: { Utvärderingar: ['/utvarderingar'] },
  LOG_REVIEWER: {},
  AREA_ADMINISTRATOR: {
    Enheter: ['/enheter'],
    Team: ['/team'],
    'Skyddade barn': ['/skyddade-barn'],
    Överenskommelse: ['/overenskommelse', '/overenskommelse/:version'],
    Namnlistan: ['/namnlistan'],
  },
};

describe('the menu', () => {
  const roles = Object.keys(NAVIGATION) as Role[];

  it.each(roles)('of a %s has one entry for every page of the product', (role) => {
    expect(ROUTES.length).toBeGreaterThan(45);
    const [start, ...others] = NAVIGATION[role];
    const belongs = Object.groupBy(ROUTES, (path) => entryOf(NAVIGATION[role], path)!.name);
    const elsewhere = Object.fromEntries(others.map(({ name }) => [name, belongs[name]]));
    expect(elsewhere).toEqual(ELSEWHERE[role]);
    expect(belongs[start!.name]).toContain('/');
  });

  it.each(roles)('of a %s leads to pages that are there, each to its own entry', (role) => {
    for (const entry of NAVIGATION[role]) {
      expect(ROUTES).toContain(entry.to);
      expect(entryOf(NAVIGATION[role], entry.to)).toBe(entry);
    }
  });
});
