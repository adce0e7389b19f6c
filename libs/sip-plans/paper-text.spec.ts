import { linesOf, printable, UNPRINTED, type Line } from './paper-text.ts';

const WIDE = 10_000;
const plain = (text: string, width = WIDE) => linesOf([{ text, weight: 400 }], 11, width);
const textOf = ({ pieces }: Line) => pieces.map(({ text }) => text).join('');

describe('text on paper', () => {
  it('is printed in the scripts that families write in', () => {
    for (const text of [
      'Åsa Öberg',
      'Şükrü Łukasz Žižek',
      'Đặng Nguyễn',
      'Їжак Ґанна',
      'Ελένη',
      'محمد گچ پژ ڕۆژ ټول',
      'ኣዕሩኽ',
    ])
      expect(printable(text)).toBe(text);
  });

  it('says so where no typeface has the letters, once for all that follow each other', () => {
    expect(printable('Jag gillar 🐶 👨‍👩‍👧, 学校')).toBe(`Jag gillar ${UNPRINTED}, ${UNPRINTED}`);
  });

  it('has composed letters and nothing invisible but what joins and parts letters', () => {
    expect(printable('bra\u030a\u00ad\u202e\tdag')).toBe('brå dag');
    expect(printable('می\u200cخواهم')).toBe('می\u200cخواهم');
  });

  it('is broken at spaces and after hyphens, as far as a line reaches, and where the writer broke it', () => {
    expect(plain('ett två\ntre').map(textOf)).toEqual(['ett två', 'tre']);
    expect(plain('barn- och ungdomsmottagning', 60).map(textOf)).toEqual(['barn- och', 'ungdomsmottagning']);
    expect(plain('a'.repeat(300), 300).length).toBeGreaterThan(3);
  });

  it('that is read from the right ends at the right edge, its numbers and other words in their own order', () => {
    const [line] = plain('عمري ١٢ سنة (Liam)', 300);
    const { pieces } = line!;
    const seen = pieces.map(({ text }) => text.trim()).filter(Boolean);
    expect(seen).toEqual(['(', 'Liam', ')', 'سنة', '٢١', 'عمري']);
    expect(pieces.every(({ x }, i) => i === 0 || x > pieces[i - 1]!.x)).toBe(true);
    expect(pieces[0]!.x).toBeGreaterThan(150);
  });

  it('begins at the left with a name read from the right, where the line is in Swedish', () => {
    const [line] = linesOf([{ text: 'محمد: namn och datum', weight: 400 }], 11, 300, 'ltr');
    expect(line!.pieces[0]).toMatchObject({ text: 'محمد', x: 0 });
  });
});
