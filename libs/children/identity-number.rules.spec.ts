import fc from 'fast-check';
import { type IdentityKind, possibleNumbers, readIdentity } from './identity-number.rules.ts';

const TODAY = '2026-11-22';

// Skatteverket's public test numbers (domain reference 8.3).
const CHILDREN = `
  200709032387 200710202391 200802192393 200801152380 200901222380 200901082396 201007142381 201007022393 201103012389
  201108082387 201203042385 201204132391 201305302380 201311092397 201402142390 201411082389 201507182390 201509172381
  201605062395 201608302392 201710082387 201706032396 201810212397 201812272381 201904102389 201907312381 202003132392
  202004192387 202104212390 202105252395 202202112385 202208262390 202305252385 202309242382`
  .trim()
  .split(/\s+/);
const ADULTS = ['191305302380', '199002222397', '200001252386', '200302022389'];
const PERSONNUMMER = [...CHILDREN, ...ADULTS];
const COORDINATION = ['200603792383', '200604822395', '200611802398', '200702792383'];
/** Month 00, and day 60. */
const ODD = ['191500722390', '191711602399'];

const numberOf = (kind: IdentityKind, written: string) => {
  const reading = readIdentity(kind, written, TODAY);
  return 'identity' in reading ? reading.identity.number : undefined;
};
const birthDateOf = (kind: IdentityKind, written: string) => {
  const reading = readIdentity(kind, written, TODAY);
  return 'identity' in reading ? reading.identity.birthDate : 'refused';
};
const faultOf = (kind: IdentityKind, written: string) => {
  const reading = readIdentity(kind, written, TODAY);
  return 'fault' in reading ? reading.fault : undefined;
};

describe('an identity number', () => {
  it.each(PERSONNUMMER)('personnummer %s passes, with its birth date', (number) => {
    expect(numberOf('PERSONNUMMER', number)).toBe(number);
    expect(birthDateOf('PERSONNUMMER', number)?.replaceAll('-', '')).toBe(number.slice(0, 8));
  });

  it.each([...COORDINATION, ...ODD])('samordningsnummer %s passes', (number) => {
    expect(numberOf('SAMORDNINGSNUMMER', number)).toBe(number);
  });

  it('is read however it is written', () => {
    for (const written of ['20130530-2380', '130530-2380', '1305302380', '20130530 2380', ' 201305302380 '])
      expect([written, numberOf('PERSONNUMMER', written)]).toEqual([written, '201305302380']);
  });

  it('of ten digits belongs to the latest century that has been, and with + to the one before', () => {
    expect(numberOf('PERSONNUMMER', '900222-2397')).toBe('199002222397');
    expect(numberOf('PERSONNUMMER', '130530+2380')).toBe('191305302380');
    expect(numberOf('PERSONNUMMER', '130530-2380')).toBe('201305302380');
  });

  it('of a samordningsnummer gives the day less 60, where there is such a day', () => {
    expect(birthDateOf('SAMORDNINGSNUMMER', '200603792383')).toBe('2006-03-19');
    for (const odd of ODD) expect(birthDateOf('SAMORDNINGSNUMMER', odd)).toBeUndefined();
  });

  it('of the other kinds has no check digit and gives no birth date', () => {
    for (const number of ['98240301AA06', '20210325K069']) {
      expect(numberOf('RESERVNUMMER', number.toLowerCase())).toBe(number);
      expect(birthDateOf('RESERVNUMMER', number)).toBeUndefined();
    }
    expect(numberOf('LMA', '50-123456/7')).toBe('501234567');
    expect(faultOf('RESERVNUMMER', 'KORT1')).toMatch(/10 till 12 tecken/);
    expect(faultOf('RESERVNUMMER', '130530-2380')).toMatch(/är ett personnummer/);
    expect(faultOf('RESERVNUMMER', '200702792383')).toMatch(/är ett samordningsnummer/);
    expect(faultOf('LMA', '12345')).toMatch(/6 till 12/);
  });

  it('says what is wrong with it', () => {
    expect(faultOf('PERSONNUMMER', '2013053')).toMatch(/tio eller tolv siffror/);
    expect(faultOf('PERSONNUMMER', '201305302381')).toMatch(/Kontrollsiffran/);
    expect(faultOf('PERSONNUMMER', '200603792383')).toMatch(/samordningsnummer/);
    expect(faultOf('SAMORDNINGSNUMMER', '201305302380')).toMatch(/plus 60/);
    expect(faultOf('PERSONNUMMER', '211305302380')).toMatch(/Året/);
    expect(faultOf('PERSONNUMMER', '181305302380')).toMatch(/Året/);
  });

  it('with one of its ten digits changed is refused', () => {
    const checked = fc.constantFrom<[IdentityKind, string]>(
      ...PERSONNUMMER.map((number): [IdentityKind, string] => ['PERSONNUMMER', number]),
      ...[...COORDINATION, ...ODD].map((number): [IdentityKind, string] => ['SAMORDNINGSNUMMER', number]),
    );
    fc.assert(
      fc.property(checked, fc.integer({ min: 2, max: 11 }), fc.integer({ min: 1, max: 9 }), ([, number], at, by) => {
        const mistyped = [...number].with(at, String((Number(number[at]) + by) % 10)).join('');
        expect(faultOf('PERSONNUMMER', mistyped)).toBeDefined();
        expect(faultOf('SAMORDNINGSNUMMER', mistyped)).toBeDefined();
      }),
    );
  });

  it('that is nothing of the kind is refused and never a fault of ours', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (written) => {
        expect(numberOf('PERSONNUMMER', written)).toBeUndefined();
        expect(numberOf('SAMORDNINGSNUMMER', written)).toBeUndefined();
      }),
    );
  });

  it('is looked for as everything that it can be', () => {
    expect(possibleNumbers('130530-2380', TODAY)).toEqual(['201305302380', '1305302380']);
    expect(possibleNumbers('98240301aa06', TODAY)).toEqual(['98240301AA06']);
    expect(possibleNumbers('Elin', TODAY)).toEqual([]);
  });
});
