import { meanInTenths } from './evaluation.rules.ts';

describe('the mean of an evaluation', () => {
  it.each([
    [21, 5, 42],
    [58, 15, 39],
    [62, 15, 41],
  ])('%i points in %i answers are %i tenths, the nearest', (sum, answers, tenths) => {
    expect(meanInTenths(sum, answers)).toBe(tenths);
  });
});
