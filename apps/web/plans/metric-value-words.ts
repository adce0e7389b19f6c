import { dateText } from '../kit/date-words.ts';
import type { EnteredFigure, EntryFields, MetricKind } from './metric-value.ts';

/** `1234.5` as it is written in Swedish: `1 234,5`. */
const decimalText = (decimal: string): string => Number(decimal).toLocaleString('sv-SE');

/** The figure itself: `12`, `43,5 %`, `9 av 24`, `4,1`; nothing when it is not shown. */
export function figureText(kind: MetricKind, { value, numerator, denominator }: EnteredFigure): string | undefined {
  if (value === undefined) return undefined;
  if (kind === 'RATIO') return `${numerator!.toLocaleString('sv-SE')} av ${denominator!.toLocaleString('sv-SE')}`;
  return kind === 'PERCENT' ? `${decimalText(value)} %` : decimalText(value);
}

/** What stands after the figure: what it is a number of, and what it comes to. */
export function unitText(kind: MetricKind, unit: string, { value, denominator }: EnteredFigure): string {
  if (value === undefined) return unit;
  if (kind === 'RATIO') return `${unit}, ${decimalText(value)} %`;
  return kind === 'MEAN' && denominator !== undefined ? `${unit}, ${denominator.toLocaleString('sv-SE')} svar` : unit;
}

/** `12 barn`, in one line; nothing when it is not shown. */
export function wholeText(kind: MetricKind, unit: string, figure: EnteredFigure): string | undefined {
  const text = figureText(kind, figure);
  return text && `${text} ${unitText(kind, unit, figure)}`;
}

/** `hela 2026`, `1 januari till 30 juni 2026` */
export function periodText({ from, to }: Pick<EnteredFigure, 'from' | 'to'>): string {
  const year = to.slice(0, 4);
  if (from === `${year}-01-01` && to === `${year}-12-31`) return `hela ${year}`;
  if (from === to) return dateText(to);
  return `${dateText(from).replace(` ${year}`, '')} till ${dateText(to)}`;
}

/** The days of the year that come after a day; the whole year where none is given, and none when nothing is left. */
export function restOfYear(year: number, after: string | undefined): Pick<EnteredFigure, 'from' | 'to'> {
  if (!after) return { from: `${year}-01-01`, to: `${year}-12-31` };
  const from = new Date(Date.parse(after) + 86_400_000).toISOString().slice(0, 10);
  return from > `${year}-12-31` ? { from: '', to: '' } : { from, to: `${year}-12-31` };
}

/** The fields under the names that they have in the form. */
export const entryWords = (kind: MetricKind, fields: EntryFields): Record<string, string> => ({
  'Från och med': fields.from,
  'Till och med': fields.to,
  ...(kind === 'RATIO' ? { 'Hur många?': fields.numerator } : { Värde: fields.value }),
  ...(kind === 'RATIO' && { 'Av hur många?': fields.denominator }),
  ...(kind === 'MEAN' && { 'Hur många svar?': fields.denominator }),
  Källa: fields.source,
  Anteckning: fields.note,
});
