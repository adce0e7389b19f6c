import PDFDocument from 'pdfkit';
import type { DisclosedSection } from '../cases/index.ts';
import { linesOf, plainFile, UNPRINTED, type Direction, type Line, type Run } from './paper-text.ts';

const MARGIN = 62;
const INK = '#1a1a1a';
/** Points: a heading with what must follow it on its page; a line to sign on, and the room above it for the hand. */
const WITH_HEADING = 90;
const BEFORE_HEADING = 8;
const SIGNATURE_HEIGHT = 58;
const SIGNATURE_ROOM = 36;
/** Reading aids take such text from what was written, not from the letters in the order they stand on the line. */
const READ_FROM_RIGHT = /\p{Script=Arabic}/u;

/** Points, and space after in lines. */
const STYLES = {
  H1: { size: 20, weight: 600, after: 0.5 },
  H2: { size: 13, weight: 600, after: 0.2 },
  P: { size: 11, weight: 400, after: 0.35 },
} as const;

/**
 * An A4 page after page, as a tagged PDF (PDF/UA): headings, paragraphs and lines to sign are told apart for whoever has it
 * read aloud. Swedish, with the typeface embedded.
 */
export class Paper {
  private readonly pdf: InstanceType<typeof PDFDocument>;
  private readonly whole: PDFKit.PDFStructureElement;
  /** Where the next line begins, in points from the top of the page. */
  private y = MARGIN;
  private unprinted = false;

  constructor(
    title: string,
    private readonly footer: string,
    /** How much larger than usual the letters are. */
    private readonly scale = 1,
  ) {
    this.pdf = new PDFDocument({
      size: 'A4',
      margin: MARGIN,
      bufferPages: true,
      pdfVersion: '1.7',
      // The types know PDF/A only.
      subset: 'PDF/UA' as PDFKit.Mixins.PDFSubsets,
      tagged: true,
      lang: 'sv-SE',
      displayTitle: true,
      info: { Title: title, Creator: 'Samordna' },
      font: plainFile(),
    });
    this.whole = this.pdf.struct('Document');
    this.pdf.addStructure(this.whole);
    this.write('H1', [{ text: title, weight: STYLES.H1.weight }]);
  }

  paragraph(text: string): void {
    this.write('P', [{ text, weight: 400 }]);
  }

  section({ heading, paragraphs = [], rows = [] }: DisclosedSection): void {
    this.keepTogether(WITH_HEADING * this.scale);
    this.y += BEFORE_HEADING * this.scale;
    this.write('H2', [{ text: heading, weight: STYLES.H2.weight }]);
    for (const text of paragraphs) this.paragraph(text);
    for (const { label, text } of rows) {
      this.write('P', [
        { text: `${label}: `, weight: 600 },
        { text, weight: 400 },
      ]);
    }
  }

  /** Lines to sign on, on one page if they fit on one: who, with room above for the name written by hand. */
  signatures(heading: string, signers: readonly string[]): void {
    const all = WITH_HEADING + SIGNATURE_HEIGHT * signers.length;
    this.keepTogether(all <= this.pdf.page.height - 2 * MARGIN ? all : WITH_HEADING + SIGNATURE_HEIGHT);
    this.section({ heading });
    for (const signer of signers) {
      this.keepTogether(SIGNATURE_HEIGHT);
      this.y += SIGNATURE_ROOM;
      this.artifact(() => {
        const line = this.pdf.moveTo(MARGIN, this.y).lineTo(this.pdf.page.width - MARGIN, this.y);
        line.lineWidth(0.6).strokeColor(INK).stroke();
      });
      this.y += 4;
      this.write('P', [{ text: `${signer}: namn och datum`, weight: 400 }], 'ltr');
    }
  }

  /** The finished file. */
  async bytes(): Promise<Buffer> {
    const parts: Buffer[] = [];
    this.pdf.on('data', (part: Buffer) => parts.push(part));
    if (this.unprinted)
      this.paragraph(`Där det står ${UNPRINTED} finns tecken som inte kan skrivas ut. De står i Samordna.`);
    const ended = new Promise((done) => this.pdf.on('end', done));
    this.whole.end();
    this.number();
    this.pdf.end();
    await ended;
    return Buffer.concat(parts);
  }

  private write(tag: keyof typeof STYLES, runs: readonly Run[], direction: Direction = 'auto'): void {
    const { size, after } = STYLES[tag];
    const points = size * this.scale;
    const text = runs.map((run) => run.text).join('');
    const lines = linesOf(runs, points, this.pdf.page.width - 2 * MARGIN, direction);
    this.unprinted ||= lines.some(({ pieces }) => pieces.some((piece) => piece.text.includes(UNPRINTED)));
    this.whole.add(
      this.pdf.struct(tag, READ_FROM_RIGHT.test(text) ? { actual: text } : {}, () =>
        lines.forEach((line, i) => {
          this.keepTogether(heightOf(lines.slice(i, i + togetherAt(i, lines.length))));
          this.set(line, points);
        }),
      ),
    );
    this.y += after * points;
  }

  private set({ pieces, ascent, height }: Line, points: number): void {
    for (const { text, file, x } of pieces) {
      this.pdf.font(file).fontSize(points).fillColor(INK);
      this.pdf.text(text, MARGIN + x, this.y + ascent, { lineBreak: false, baseline: 'alphabetic' });
    }
    this.y += height;
  }

  /** Begins a new page where what follows, of so many points, would be cut. */
  private keepTogether(points: number): void {
    if (this.y + points <= this.pdf.page.height - MARGIN) return;
    this.pdf.continueOnNewPage();
    this.y = MARGIN;
  }

  /** What is decoration and not read aloud. */
  private artifact(draw: () => void): void {
    this.pdf.markContent('Artifact', { type: 'Pagination' });
    draw();
    this.pdf.endMarkedContent();
  }

  private number(): void {
    const { start, count } = this.pdf.bufferedPageRange();
    for (let page = start; page < start + count; page++) {
      this.pdf.switchToPage(page);
      const { margins, height } = this.pdf.page;
      // Below the margin, where text would otherwise begin a new page.
      const { bottom } = margins;
      margins.bottom = 0;
      this.artifact(() =>
        this.pdf
          .font(plainFile())
          .fontSize(9)
          .text(`${this.footer} · sida ${page - start + 1} av ${count}`, MARGIN, height - MARGIN + 20, {
            lineBreak: false,
          }),
      );
      margins.bottom = bottom;
    }
  }
}

const heightOf = (lines: readonly Line[]): number => lines.reduce((sum, { height }) => sum + height, 0);

/** How many lines from this one stand on one page: no first or last line of a paragraph is left alone. */
function togetherAt(line: number, of: number): number {
  if (line === 0) return of <= 3 ? of : 2;
  return line === of - 2 ? 2 : 1;
}
