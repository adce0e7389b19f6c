import { piecesOf, refusedTexts } from './marked-text.tsx';

const marked = (text: string, ...marks: [number, number][]) =>
  piecesOf({ text, marks: marks.map(([from, to]) => ({ from, to })) }).map((piece) =>
    piece.marked ? `[${piece.text}]` : piece.text,
  );

describe('a refused text', () => {
  it('shows all of the text, with what is to be taken away marked', () => {
    expect(marked('Elsa är borta', [0, 4])).toEqual(['[Elsa]', ' är borta']);
    expect(marked('ring 112 nu', [5, 8])).toEqual(['ring ', '[112]', ' nu']);
    expect(marked('Elsa', [0, 4])).toEqual(['[Elsa]']);
  });

  it('marks a name inside a longer one once', () => {
    expect(marked('Elsa Maria sover', [0, 4], [0, 10])).toEqual(['[Elsa]', '[ Maria]', ' sover']);
  });

  it('counts as the API does, in UTF-16 units', () => {
    expect(marked('😀 Maja', [3, 7])).toEqual(['😀 ', '[Maja]']);
  });

  it('is made only for the fields whose faults stand somewhere in them', () => {
    const errors = [
      { field: 'question', message: 'Ta bort namnen.', marks: [{ from: 0, to: 4 }] },
      { field: 'themes', message: 'Välj högst 3 teman.' },
    ];
    expect(refusedTexts(errors, { question: 'Elsa', themes: [] })).toEqual({
      question: { text: 'Elsa', marks: [{ from: 0, to: 4 }] },
    });
  });
});
