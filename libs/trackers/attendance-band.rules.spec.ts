import { DEFAULT_AGREEMENT } from '../directory/index.ts';
import { bandCountOf, bandFaults, changeBetween } from './attendance-band.rules.ts';

const bands = DEFAULT_AGREEMENT.sip.absenceBands;
const START = { band: 'FROM_40_TO_80', recordedOn: '2026-03-01' };
const END = { band: 'BELOW_20', recordedOn: '2026-10-01' };

describe('absence in bands', () => {
  it('has got better, worse or is the same from start to end', () => {
    const change = (band: string) => changeBetween({ START, END: { ...END, band } }, bands);
    expect(['BELOW_20', 'FROM_40_TO_80', 'FROM_80'].map(change)).toEqual(['IMPROVED', 'SAME', 'WORSE']);
    expect([changeBetween({ START }, bands), changeBetween({ END }, bands)]).toEqual([undefined, undefined]);
  });

  it('is noted in a band of the agreement, on a day that has been, in the order of the work', () => {
    const faults = (band: string, recordedOn: string) =>
      bandFaults('FOLLOW_UP', { band, recordedOn }, { START, END }, bands, '2026-11-22').map(({ field }) => field);
    expect(faults('FROM_80', '2026-06-01')).toEqual([]);
    expect(faults('A_LOT', '2026-06-01')).toEqual(['band']);
    expect(faults('FROM_80', '2026-02-28')).toEqual(['recordedOn']);
    expect(faults('FROM_80', '2026-10-02')).toEqual(['recordedOn']);
    expect(bandFaults('END', { ...END, recordedOn: '2026-11-23' }, { START }, bands, '2026-11-22')).toHaveLength(1);
  });

  it('counts once both ends are noted, back when one is taken away, and not elsewhere in one go', () => {
    expect(bandCountOf({ START }, { START, END }, bands)).toEqual({
      delta: 1,
      endedOn: '2026-10-01',
      change: 'IMPROVED',
    });
    expect(bandCountOf({ START, END }, { END }, bands)).toMatchObject({ delta: -1, change: 'IMPROVED' });
    expect(bandCountOf({}, { START }, bands)).toEqual({ delta: 0 });
    const corrected = { ...END, recordedOn: '2026-10-02' };
    expect(bandCountOf({ START, END }, { START, END: corrected }, bands)).toEqual({ delta: 0 });
    expect(bandCountOf({ START, END }, { START, END: { ...END, band: 'FROM_80' } }, bands)).toHaveProperty('fault');
  });
});
