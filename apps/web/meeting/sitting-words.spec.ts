import { isAhead, questionsWords, sittingWords, slotWords } from './sitting-words.ts';

const sitting = { startsAt: '2026-12-03T12:00:00+00:00', minutes: 120 };

describe('a meeting in words', () => {
  it('has its day and its hours in Swedish time', () => {
    expect(sittingWords(sitting)).toBe('torsdag 3 december 2026 kl. 13:00–15:00');
  });

  it('is ahead until its day has come, counted in Sweden', () => {
    expect(isAhead(sitting, new Date('2026-12-02T22:59:00Z'))).toBe(true);
    expect(isAhead(sitting, new Date('2026-12-02T23:00:00Z'))).toBe(false);
    expect(isAhead(sitting, new Date('2026-12-04T12:00:00Z'))).toBe(false);
  });

  it('says when a question is taken up, and how many there are', () => {
    expect(slotWords({ slotTime: '2026-12-03T13:30', minutes: 20 })).toBe('kl. 13:30, 20 minuter');
    expect([0, 1, 2].map(questionsWords)).toEqual(['Inga frågor än', '1 fråga', '2 frågor']);
  });
});
