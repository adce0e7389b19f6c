import {
  adultFrom,
  ageOn,
  initialsOf,
  isAdultOn,
  maturityOn,
  searchableName,
  shownDetails,
  shownGuardian,
} from './child.rules.ts';

describe('a child', () => {
  it('has the age of its last birthday', () => {
    expect(ageOn('2013-05-30', '2026-05-29')).toBe(12);
    expect(ageOn('2013-05-30', '2026-05-30')).toBe(13);
    expect(ageOn('2026-11-22', '2026-11-22')).toBe(0);
  });

  it('is of age from the day it turns 18', () => {
    expect(adultFrom('2013-05-30')).toBe('2031-05-30');
    expect(isAdultOn('2013-05-30', '2031-05-29')).toBe(false);
    expect(isAdultOn('2013-05-30', '2031-05-30')).toBe(true);
  });

  it('born on 29 February turns on 1 March, and on 29 February in a leap year', () => {
    expect(adultFrom('2012-02-29')).toBe('2030-03-01');
    expect(isAdultOn('2012-02-29', '2030-02-28')).toBe(false);
    expect(isAdultOn('2012-02-29', '2030-03-01')).toBe(true);
    expect(ageOn('2012-02-29', '2028-02-28')).toBe(15);
    expect(ageOn('2012-02-29', '2028-02-29')).toBe(16);
  });

  it('stands in lists as the first letter of each name', () => {
    expect(initialsOf({ givenName: 'Elin Maria', familyName: 'Warsame' })).toBe('EW');
    expect(initialsOf({ givenName: ' östen', familyName: 'af Berg' })).toBe('ÖA');
    expect(initialsOf({ givenName: '𝒜da', familyName: 'Li' })).toBe('𝒜L');
  });

  it('is found by its name whatever the case and blanks, but not without its accents', () => {
    expect(searchableName('  ELIN   Warsame ')).toBe('elin warsame');
    expect(searchableName('\u202eElin\u200b Warsame\ufeff')).toBe('elin warsame');
    expect(searchableName('Åsa Ek'.normalize('NFD'))).toBe('åsa ek');
    expect(searchableName('Asa Ek')).not.toBe(searchableName('Åsa Ek'));
  });

  it('is as mature as the latest assessment until the day says', () => {
    const assessments = [
      { assessedOn: '2026-05-01', mature: true },
      { assessedOn: '2025-05-01', mature: false },
    ];
    expect(maturityOn(assessments, '2026-06-01')).toBe(true);
    expect(maturityOn(assessments, '2026-04-30')).toBe(false);
    expect(maturityOn(assessments, '2025-04-30')).toBeUndefined();
  });
});

describe('protected personal data', () => {
  const child = { identity: '201305302380', givenName: 'Elin', familyName: 'Warsame' };
  const places = { address: 'Björkvägen 4', school: 'Björkängsskolan', phone: '070-174 06 06' };
  const guardian = { name: 'Leyla Warsame' };
  const contact = { address: 'Björkvägen 4', phone: '070-174 06 05', email: 'leyla@example.se' };

  it('hides where a child is', () => {
    expect(shownDetails({ ...child, ...places }, 'NONE')).toEqual({ ...child, ...places });
    for (const protection of ['SEKRETESSMARKERING', 'SKYDDAD_FOLKBOKFORING'] as const)
      expect(shownDetails({ ...child, ...places }, protection)).toEqual(child);
  });

  it('hides where a guardian is, their own or the child’s', () => {
    expect(shownGuardian({ ...guardian, ...contact }, 'NONE', 'NONE')).toEqual({ ...guardian, ...contact });
    expect(shownGuardian({ ...guardian, ...contact }, 'SEKRETESSMARKERING', 'NONE')).toEqual(guardian);
    expect(shownGuardian({ ...guardian, ...contact }, 'NONE', 'SKYDDAD_FOLKBOKFORING')).toEqual(guardian);
  });
});
