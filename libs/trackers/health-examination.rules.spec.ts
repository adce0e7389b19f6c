import { countOf, faultsIn, isOfferLate, offerDueOn } from './health-examination.rules.ts';

const TODAY = '2026-11-22';
const whole = { requestedOn: '2026-09-01', offeredOn: '2026-09-29', heldOn: '2026-10-05', statementOn: '2026-10-20' };
const fields = (dates: object, reason?: string) => faultsIn(dates, reason, TODAY).map(({ field }) => field);

describe('a health examination', () => {
  it('has its days in order, none before the one it follows and none to come', () => {
    expect(fields(whole)).toEqual([]);
    expect(fields({})).toEqual([]);
    expect(fields({ ...whole, offeredOn: '2026-08-31' })).toEqual(['offeredOn']);
    expect(fields({ ...whole, heldOn: '2026-09-28' })).toEqual(['heldOn']);
    expect(fields({ ...whole, statementOn: '2026-10-04' })).toEqual(['statementOn']);
    expect(fields({ ...whole, requestedOn: undefined })).toEqual(['requestedOn']);
    expect(fields({ statementOn: '2026-10-20' })).toEqual(['requestedOn', 'offeredOn', 'heldOn']);
    expect(fields({ requestedOn: '2026-11-23' })).toEqual(['requestedOn']);
  });

  it('is either not needed or offered', () => {
    expect(fields({ requestedOn: '2026-09-01' }, 'Nyligen undersökt.')).toEqual([]);
    expect(fields(whole, 'Nyligen undersökt.')).toEqual(['notNeededReason']);
  });

  it('is to be offered within four weeks, and is late from the day after', () => {
    expect(offerDueOn({ requestedOn: '2026-10-25' }, 28)).toBe('2026-11-22');
    const late = (dates: object) => isOfferLate(dates, 28, TODAY);
    expect([late({ requestedOn: '2026-10-25' }), late({ requestedOn: '2026-10-24' }), late({})]).toEqual([
      false,
      true,
      false,
    ]);
    expect([late(whole), late({ ...whole, offeredOn: '2026-09-30' })]).toEqual([false, true]);
  });

  describe('counts', () => {
    const asked = { requestedOn: '2026-09-01' };
    const offered = { ...asked, offeredOn: '2026-09-30' };
    const held = { ...offered, heldOn: '2026-10-05' };
    const count = (before: object, after: object) => countOf('ORAL', before, after, 28);

    it('when it is offered, in time or not, and when it is made', () => {
      const offer = { offeredOn: '2026-09-30', inTime: 'NO' };
      const made = { heldOn: '2026-10-05', kind: 'ORAL' };
      expect(count({}, asked)).toEqual({ counts: 'none' });
      expect(count(asked, offered)).toEqual({ counts: 'offer', facts: { delta: 1, ...offer, kind: 'ORAL' } });
      expect(count(asked, { ...asked, offeredOn: '2026-09-29' })).toMatchObject({ facts: { inTime: 'YES' } });
      expect(count(offered, held)).toEqual({ counts: 'held', facts: { delta: 1, ...made } });
      expect(count({}, held)).toEqual({ counts: 'both', facts: { delta: 1, ...offer, ...made } });
    });

    it('back when a day is taken away, as it had been counted', () => {
      expect(count(held, asked)).toEqual({
        counts: 'both',
        facts: { delta: -1, offeredOn: '2026-09-30', inTime: 'NO', heldOn: '2026-10-05', kind: 'ORAL' },
      });
      expect(count(held, offered)).toMatchObject({ counts: 'held', facts: { delta: -1, heldOn: '2026-10-05' } });
    });

    it('nothing when the day moves within its month, and asks for two steps when it would count elsewhere', () => {
      const faults = (after: object) => {
        const answer = count(held, after);
        return 'faults' in answer ? answer.faults.map(({ field }) => field) : answer;
      };
      expect(faults({ ...held, heldOn: '2026-10-06' })).toEqual({ counts: 'none' });
      expect(faults({ ...held, heldOn: '2026-11-06' })).toEqual(['heldOn']);
      expect(faults({ ...held, offeredOn: '2026-09-28' })).toEqual(['offeredOn']);
      expect(faults({ ...held, requestedOn: '2026-09-20' })).toEqual(['offeredOn']);
    });
  });
});
