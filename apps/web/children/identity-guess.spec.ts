import { readIdentity } from '../../../libs/children/identity-number.rules.ts';
import { guessOf, hasWrongCheckDigit } from './identity-guess.ts';

const guess = (written: string) => guessOf(written, '2026-11-22');

describe('what a number seems to be', () => {
  it('is a personnummer with its birth date', () => {
    for (const written of ['20130530-2380', '130530-2380', '1305302380', '20130530 2380'])
      expect([written, guess(written)]).toEqual([written, { kind: 'PERSONNUMMER', birthDate: '2013-05-30' }]);
    expect(guess('960202+9812')).toEqual({ kind: 'PERSONNUMMER', birthDate: '1896-02-02' });
  });

  it('is a samordningsnummer when the day is 60 or more', () => {
    expect(guess('200603792383')).toEqual({ kind: 'SAMORDNINGSNUMMER', birthDate: '2006-03-19' });
    expect(guess('191500722390')).toEqual({ kind: 'SAMORDNINGSNUMMER' });
  });

  it('is a reservnummer when there are letters in it, and nothing while it is half written', () => {
    expect(guess('98240301AA06')).toEqual({ kind: 'RESERVNUMMER' });
    for (const written of ['', '2013', '50-123456/7', 'Elin Warsame'])
      expect([written, guess(written)]).toEqual([written, undefined]);
  });
});

describe('a slip of the pen', () => {
  it.each([
    ['PERSONNUMMER', '20130530-238'],
    ['SAMORDNINGSNUMMER', '20060379238'],
  ] as const)('in a %s is what the API calls a wrong check digit', (kind, nineDigits) => {
    for (const digit of '0123456789') {
      const written = nineDigits + digit;
      const reading = readIdentity(kind, written, '2026-11-22');
      expect([written, hasWrongCheckDigit(written, kind)]).toEqual([written, 'fault' in reading]);
    }
  });

  it('is looked for in nothing half written, and in no other kind of number', () => {
    expect(hasWrongCheckDigit('20130530-238', 'PERSONNUMMER')).toBe(false);
    expect(hasWrongCheckDigit('201305302381', 'LMA')).toBe(false);
  });
});
