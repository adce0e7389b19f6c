import { resolve } from 'node:path';
import PDFDocument from 'pdfkit';
import type { DisclosedSection } from '../cases/index.ts';

const FONTS = resolve('node_modules/@fontsource/source-sans-3/files');

/** The typeface comes in one file for each script; a name may need another than Swedish text does. */
const SCRIPTS: readonly [string, RegExp][] = [
  ['latin-ext', /[\u0100-\u02ff\u1e00-\u1eff]/u],
  ['cyrillic', /[\u0400-\u04ff]/u],
  ['greek', /[\u0370-\u03ff]/u],
];

const MARGIN = 62;
const INK = '#1a1a1a';
const SIGNATURE_HEIGHT = 58;

/** Points, and space after in lines. */
const STYLES = {
  H1: { size: 20, weight: 600, after: 0.5 },
  H2: { size: 13, weight: 600, after: 0.2 },
  P: { size: 11, weight: 400, after: 0.35 },
} as const;

/** Text set in one weight. */
interface Run {
  text: string;
  weight: 400 | 600;
}

/**
 * An A4 page after page, as a tagged PDF (PDF/UA): headings, paragraphs and lines to sign are told apart for whoever has it
 * read aloud. Swedish, with the typeface embedded.
 */
export class Paper {
  private readonly pdf: InstanceType<typeof PDFDocument>;
  private readonly whole: PDFKit.PDFStructureElement;

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
      font: fontFile('latin', 400),
    });
    this.whole = this.pdf.struct('Document');
    this.pdf.addStructure(this.whole);
    this.write('H1', [{ text: title, weight: STYLES.H1.weight }]);
  }

  paragraph(text: string): void {
    this.write('P', [{ text, weight: 400 }]);
  }

  section({ heading, paragraphs = [], rows = [] }: DisclosedSection): void {
    if (this.room < 90) this.pdf.addPage();
    this.pdf.moveDown(0.4);
    this.write('H2', [{ text: heading, weight: STYLES.H2.weight }]);
    for (const text of paragraphs) this.paragraph(text);
    for (const { label, text } of rows) {
      this.write('P', [
        { text: `${label}: `, weight: 600 },
        { text, weight: 400 },
      ]);
    }
  }

  /** Lines to sign on: who, with room above for the name written by hand. */
  signatures(heading: string, signers: readonly string[]): void {
    if (this.room < SIGNATURE_HEIGHT * 2) this.pdf.addPage();
    this.section({ heading });
    for (const signer of signers) {
      if (this.room < SIGNATURE_HEIGHT) this.pdf.addPage();
      this.pdf.moveDown(2);
      const { y } = this.pdf;
      this.artifact(() => {
        const line = this.pdf.moveTo(MARGIN, y).lineTo(this.pdf.page.width - MARGIN, y);
        line.lineWidth(0.6).strokeColor(INK).stroke();
      });
      this.pdf.y = y + 4;
      this.write('P', [{ text: `${signer}: namn och datum`, weight: 400 }]);
    }
  }

  /** The finished file. */
  async bytes(): Promise<Buffer> {
    const parts: Buffer[] = [];
    this.pdf.on('data', (part: Buffer) => parts.push(part));
    const ended = new Promise((done) => this.pdf.on('end', done));
    this.whole.end();
    this.number();
    this.pdf.end();
    await ended;
    return Buffer.concat(parts);
  }

  private get room(): number {
    return this.pdf.page.height - MARGIN - this.pdf.y;
  }

  private write(tag: keyof typeof STYLES, runs: readonly Run[]): void {
    const { size, after } = STYLES[tag];
    const set = runs.flatMap(({ text, weight }) => inScripts(text).map(([script, part]) => ({ script, part, weight })));
    this.whole.add(
      this.pdf.struct(tag, {}, () => {
        this.pdf.fillColor(INK).fontSize(size * this.scale);
        set.forEach(({ script, part, weight }, i) =>
          this.pdf.font(fontFile(script, weight)).text(part, { continued: i < set.length - 1, lineGap: 2 }),
        );
      }),
    );
    this.pdf.moveDown(after);
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
          .font(fontFile('latin', 400))
          .fontSize(9)
          .text(`${this.footer} · sida ${page - start + 1} av ${count}`, MARGIN, height - MARGIN + 20, {
            lineBreak: false,
          }),
      );
      margins.bottom = bottom;
    }
  }
}

const fontFile = (script: string, weight: number): string =>
  resolve(FONTS, `source-sans-3-${script}-${weight}-normal.woff`);

/** A text cut where the script changes. */
function inScripts(text: string): [string, string][] {
  const parts: [string, string][] = [];
  for (const letter of text) {
    const script = SCRIPTS.find(([, letters]) => letters.test(letter))?.[0] ?? 'latin';
    const last = parts.at(-1);
    if (last?.[0] === script) last[1] += letter;
    else parts.push([script, letter]);
  }
  return parts;
}
