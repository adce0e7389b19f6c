import { meanText, QUESTIONS, SCALE } from './evaluation-words.ts';

describe('the evaluation', () => {
  it('asks each the same eight questions, with five answers', () => {
    expect(QUESTIONS.map(({ words }) => Object.keys(words))).toEqual(Array(8).fill(['CHILD', 'GUARDIAN', 'STAFF']));
    expect(Object.values(SCALE).map(({ length }) => length)).toEqual([5, 5, 5]);
  });

  it('says a mean as one writes it', () => {
    expect([meanText(42), meanText(10)]).toEqual(['4,2', '1,0']);
  });
});
