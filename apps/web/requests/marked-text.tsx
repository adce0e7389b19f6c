import type { FieldError } from '../api/problem.ts';

/** A field's text as it was refused, and where in it the fault stands. */
export interface RefusedText {
  text: string;
  marks: { from: number; to: number }[];
}

/** The refused texts of a form by field name, out of the refusal's `errors[].marks`. */
export function refusedTexts(errors: FieldError[], values: Record<string, unknown>): Record<string, RefusedText> {
  return Object.fromEntries(
    errors.flatMap(({ field, marks }) => {
      const text = values[field];
      return marks && typeof text === 'string' ? [[field, { text, marks }]] : [];
    }),
  );
}

/** A copy of the text under its field, with the words to take away marked. */
export function MarkedText({ refused }: { refused: RefusedText | undefined }) {
  if (!refused) return null;
  return (
    <figure className="marked-text">
      <figcaption>Det markerade behöver skrivas om:</figcaption>
      <p className="written">
        {piecesOf(refused).map(({ from, text, marked }) => (marked ? <mark key={from}>{text}</mark> : text))}
      </p>
    </figure>
  );
}

/** The text cut at the edges of the marks; marks may lie in one another. */
export function piecesOf({ text, marks }: RefusedText) {
  const edges = [...new Set([0, text.length, ...marks.flatMap(({ from, to }) => [from, to])])].toSorted(
    (a, b) => a - b,
  );
  return edges.slice(0, -1).map((from, i) => ({
    from,
    text: text.slice(from, edges[i + 1]),
    marked: marks.some((mark) => mark.from <= from && from < mark.to),
  }));
}
