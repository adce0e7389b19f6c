import { resolve } from 'node:path';
import bidiFactory from 'bidi-js';
import { openSync, type Font } from 'fontkit';

export type Weight = 400 | 600;

/** Text set in one weight. */
export interface Run {
  text: string;
  weight: Weight;
}

/** What stands in one typeface at one place of a line: `x` in points from where lines begin. */
export interface Piece {
  text: string;
  /** The typeface's file. */
  file: string;
  x: number;
}

/** Which way a paragraph is read: as its first letter is, or from the left whatever it begins with. */
export type Direction = 'auto' | 'ltr';

/** A line as it is set, its pieces from the left; `ascent` and `height` in points. */
export interface Line {
  pieces: Piece[];
  ascent: number;
  height: number;
}

/** What stands where no typeface has the letter. */
export const UNPRINTED = '[…]';

/** In the order they are tried: a letter is set in the first that has it. */
const TYPEFACES = [
  'source-sans-3/files/source-sans-3-latin',
  'source-sans-3/files/source-sans-3-latin-ext',
  'source-sans-3/files/source-sans-3-vietnamese',
  'source-sans-3/files/source-sans-3-cyrillic',
  'source-sans-3/files/source-sans-3-cyrillic-ext',
  'source-sans-3/files/source-sans-3-greek',
  'vazirmatn/files/vazirmatn-arabic',
  'noto-sans-ethiopic/files/noto-sans-ethiopic-ethiopic',
];

/** Every typeface for Arabic has it, and no other. */
const ALEF = '\u0627';
const LINE_GAP = 2;

interface Typeface {
  file: string;
  font: Font;
}

interface Letter {
  letter: string;
  typeface: Typeface;
}

// Its types are an ES module's; the package itself is CommonJS, and what is imported is the function.
const bidi = (bidiFactory as unknown as typeof bidiFactory.default)();
const opened = new Map<string, Typeface>();

/** The file that text in Swedish is set in. */
export const plainFile = (): string => typefaceOf(TYPEFACES[0]!, 400).file;

/**
 * Text as lines of at most `width` points, each with its pieces where they stand: letters from several scripts, and those read
 * from the right in their order (Unicode's bidirectional algorithm, UAX #9).
 */
export function linesOf(runs: readonly Run[], size: number, width: number, direction: Direction = 'auto'): Line[] {
  const set = runs.flatMap(({ text, weight }) => lettersOf(text, weight));
  return paragraphsOf(set).flatMap((letters) => {
    const text = letters.map(({ letter }) => letter).join('');
    const levels = bidi.getEmbeddingLevels(text, direction);
    return endsOf(letters, text, size, width).map((end, i, ends) => {
      const start = ends[i - 1] ?? 0;
      const shown = start + text.slice(start, end).trimEnd().length;
      const seen = bidi
        .getReorderedIndices(text, levels, start, shown - 1)
        .slice(start, shown)
        .map((at) => {
          const level = levels.levels[at]!;
          const { letter, typeface } = letters[at]!;
          return { letter: (level % 2 && bidi.getMirroredCharacter(letter)) || letter, typeface, level };
        });
      const pieces = piecesOf(seen).map((piece) => ({ ...piece, text: asShaped(piece) }));
      const fromRight = levels.paragraphs[0]!.level % 2 === 1;
      return placed(pieces, size, fromRight ? width : undefined);
    });
  });
}

/** Text as it can be printed: composed, without invisible letters, and with a mark for what no typeface has. */
export function printable(text: string): string {
  const letters = [...text.normalize('NFC').replaceAll(/[^\S\n\u00a0]+/gu, ' ')].map((letter) => {
    if (letter === '\n' || /[\u200c\u200e\u200f]/u.test(letter)) return letter;
    if (/\p{Default_Ignorable_Code_Point}/u.test(letter)) return '';
    return typefaceWith(letter, 400) ? letter : UNPRINTED;
  });
  return letters.join('').replaceAll(/\[…\](?: ?\[…\])+/gu, UNPRINTED);
}

function lettersOf(text: string, weight: Weight): Letter[] {
  const plain = typefaceOf(TYPEFACES[0]!, weight);
  let before = plain;
  return [...printable(text)].map((letter) => {
    const stays = /\p{M}/u.test(letter) && has(before, letter);
    before = stays ? before : (typefaceWith(letter, weight) ?? plain);
    return { letter, typeface: before };
  });
}

const typefaceWith = (letter: string, weight: Weight): Typeface | undefined => {
  // The letters of other planes are signs and pictures; two units long, they would put the places in a text out of step.
  if (letter.length > 1) return undefined;
  const name = TYPEFACES.find((one) => has(typefaceOf(one, weight), letter));
  return name === undefined ? undefined : typefaceOf(name, weight);
};

const has = ({ font }: Typeface, letter: string): boolean => font.hasGlyphForCodePoint(letter.codePointAt(0)!);

function typefaceOf(name: string, weight: Weight): Typeface {
  const file = resolve('node_modules/@fontsource', `${name}-${weight}-normal.woff`);
  const known = opened.get(file);
  if (known) return known;
  const font = openSync(file);
  if (!('layout' in font)) throw new Error(`${file} is a collection of typefaces`);
  const typeface = { file, font };
  opened.set(file, typeface);
  return typeface;
}

function paragraphsOf(letters: readonly Letter[]): Letter[][] {
  const paragraphs: Letter[][] = [[]];
  for (const letter of letters) {
    if (letter.letter === '\n') paragraphs.push([]);
    else paragraphs.at(-1)!.push(letter);
  }
  return paragraphs.filter((paragraph) => paragraph.length > 0);
}

/** Where each line ends. A line is broken at a space, after a hyphen, or in a word that is longer than any line. */
function endsOf(letters: readonly Letter[], text: string, size: number, width: number): number[] {
  const ends: number[] = [];
  let used = 0;
  let at = 0;
  for (const word of text.split(/(?<= )(?=[^ ])|(?<=\p{L}[-–/])(?=\p{L})|(?<=[^ ]{40})(?=[^ ])/u)) {
    const widthTo = (length: number) => widthOf(letters.slice(at, at + length), size);
    if (at > 0 && used + widthTo(word.trimEnd().length) > width) {
      ends.push(at);
      used = 0;
    }
    used += widthTo(word.length);
    at += word.length;
  }
  return [...ends, at];
}

const widthOf = (letters: readonly Letter[], size: number): number =>
  piecesOf(letters).reduce((sum, piece) => sum + wide(piece, size), 0);

interface Unplaced {
  text: string;
  typeface: Typeface;
}

/** Letters, in the order given, cut where the typeface or the direction changes. */
function piecesOf(letters: readonly (Letter & { level?: number })[]): Unplaced[] {
  const pieces: (Unplaced & { level?: number })[] = [];
  for (const { letter, typeface, level } of letters) {
    const last = pieces.at(-1);
    if (last?.typeface === typeface && last.level === level) last.text += letter;
    else pieces.push({ text: letter, typeface, ...(level !== undefined && { level }) });
  }
  return pieces;
}

/** A typeface with letters that join turns them itself: it is given them in the order they are read, not seen. */
function asShaped({ text, typeface }: Unplaced): string {
  if (!has(typeface, ALEF)) return text;
  const read = [...text].toReversed().join('');
  return typeface.font.layout(read).direction === 'rtl' ? read : text;
}

const wide = ({ text, typeface: { font } }: Unplaced, size: number): number =>
  (font.layout(text).advanceWidth / font.unitsPerEm) * size;

/** `rightEdge`: where the line ends, when it is read from the right. */
function placed(pieces: readonly Unplaced[], size: number, rightEdge: number | undefined): Line {
  const widths = pieces.map((piece) => wide(piece, size));
  let x = rightEdge === undefined ? 0 : rightEdge - widths.reduce((sum, one) => sum + one, 0);
  const fonts = pieces.map(({ typeface }) => typeface.font);
  const ascent = Math.max(...fonts.map((font) => (font.ascent / font.unitsPerEm) * size));
  const descent = Math.max(...fonts.map((font) => ((font.lineGap - font.descent) / font.unitsPerEm) * size));
  return {
    pieces: pieces.map(({ text, typeface: { file } }, i) => {
      const piece = { text, file, x };
      x += widths[i]!;
      return piece;
    }),
    ascent,
    height: ascent + descent + LINE_GAP,
  };
}
