import { assignmentWorkWords, unitWorkWords } from './work-words.ts';

describe('what is left behind', () => {
  it('is nothing where nothing is held', () => {
    expect(assignmentWorkWords({ cases: 0, questions: 0, drafts: 0, colleagues: 0 })).toEqual([]);
    expect(unitWorkWords({ cases: 0, parties: 0, questions: 0 }, 0)).toEqual([]);
  });

  it('is counted in words, with what becomes of it', () => {
    expect(assignmentWorkWords({ cases: 3, questions: 1, drafts: 0, colleagues: 2 })).toEqual([
      '3 pågående ärenden blir utan samordnare. Kollegorna på enheten ser dem under ”Utan samordnare” i Min dag och kan ta över.',
      'En fråga till konsultationsteamet pågår. Områdets andra SIP-samordnare kan gå vidare.',
    ]);
  });

  it('says what to do first when nobody is there to go on', () => {
    const [cases] = assignmentWorkWords({ cases: 1, questions: 0, drafts: 0, colleagues: 0 });
    expect(cases).toContain('ge först någon annan det uppdraget');
  });
});
