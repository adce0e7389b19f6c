import { dayInWords, faultIf, type FieldFault } from '../platform/index.ts';
import { suppress } from './suppression.rules.ts';

/** What a metric entered by hand is: a number of something, a percentage, a part of a whole, or a mean. */
export const METRIC_KINDS = ['COUNT', 'PERCENT', 'RATIO', 'MEAN'] as const;
export type MetricKind = (typeof METRIC_KINDS)[number];

/** What the rules ask of a metric. */
export interface EnteredMetric {
  kind: MetricKind;
  /** Its figures tell how many people there are of some sort: small ones are suppressed. */
  countsPeople: boolean;
  /** The year of its plan. */
  year: number;
}

/** Local days, the last one included. */
export interface Period {
  from: string;
  to: string;
}

/** The numbers of a figure: a value as decimal text, or a part of a whole; a mean may say how many answers it is of. */
export interface Numbers {
  value?: string;
  numerator?: number;
  denominator?: number;
}

export interface Entry extends Period, Numbers {
  source: string;
}

/** What is wrong with an entry (domain reference 6.2.13), field by field. `others` are the periods that have values already. */
export function entryFaults(metric: EnteredMetric, entry: Entry, others: readonly Period[]): FieldFault[] {
  return [
    ...periodFaults(metric, entry, others),
    ...numberFaults(metric, entry),
    ...faultIf(entry.source.trim() === '', 'source', 'Skriv varifrån siffran kommer.'),
  ];
}

function periodFaults({ year }: EnteredMetric, { from, to }: Period, others: readonly Period[]): FieldFault[] {
  const outside = (['from', 'to'] as const).filter((field) => ({ from, to })[field].slice(0, 4) !== String(year));
  if (outside.length > 0) return outside.map((field) => ({ field, message: `Ange en dag under planens år, ${year}.` }));
  if (to < from) return [{ field: 'to', message: `Ange den ${dayInWords(from)} eller en senare dag.` }];
  // Periods that overlap could be subtracted from each other (our convention, docs/adr/0005).
  const taken = others.find((other) => other.from <= to && from <= other.to);
  if (!taken) return [];
  const words = `${dayInWords(taken.from)} till ${dayInWords(taken.to)}`;
  return [{ field: 'from', message: `Det finns redan ett värde för ${words}. Rätta det, eller välj andra dagar.` }];
}

function numberFaults({ kind, countsPeople }: EnteredMetric, { value, numerator, denominator }: Numbers): FieldFault[] {
  const isMean = kind === 'MEAN';
  const faults =
    kind === 'RATIO'
      ? [
          faultIf(value !== undefined, 'value', 'Skriv delen och helheten. Andelen räknas ut av dem.'),
          faultIf(numerator === undefined, 'numerator', 'Skriv hur många det är.'),
          faultIf(denominator === undefined, 'denominator', 'Skriv hur många det är av.'),
          faultIf(
            (numerator ?? 0) > (denominator ?? Infinity),
            'numerator',
            `Skriv högst ${denominator}: en del är inte större än det hela.`,
          ),
        ]
      : [
          faultIf(decimalOf(kind, value) === undefined, 'value', HOW_TO_WRITE[kind]),
          faultIf(numerator !== undefined, 'numerator', NOT_A_PART),
          faultIf(!isMean && denominator !== undefined, 'denominator', NOT_A_PART),
          faultIf(
            isMean && countsPeople && denominator === undefined,
            'denominator',
            'Skriv hur många svar medelvärdet bygger på.',
          ),
        ];
  return faults.flat();
}

const NOT_A_PART = 'Lämna tomt: måttet är inte en del av något.';

const HOW_TO_WRITE: Record<Exclude<MetricKind, 'RATIO'>, string> = {
  COUNT: 'Skriv ett heltal från 0, till exempel 12.',
  PERCENT: 'Skriv ett tal från 0 till 100 med högst två decimaler, till exempel 43,5.',
  MEAN: 'Skriv ett tal från 0 med högst två decimaler, till exempel 4,1.',
};

/** What somebody wrote in the Swedish way (`1 234,50`) or with a point, as the shortest decimal (`1234.5`); undefined when it is none of the kind's. */
function decimalOf(kind: MetricKind, written = ''): string | undefined {
  const decimal = written.replaceAll(/\s/g, '').replace(',', '.');
  if (!/^\d{1,9}(\.\d{1,2})?$/.test(decimal)) return undefined;
  if (kind === 'COUNT' && decimal.includes('.')) return undefined;
  if (kind === 'PERCENT' && Number(decimal) > 100) return undefined;
  return String(Number(decimal));
}

/** What an entry without faults says in numbers, its value as the shortest decimal. */
export function numbersOf({ kind }: EnteredMetric, { value, numerator, denominator }: Numbers): Numbers {
  const decimal = decimalOf(kind, value);
  return {
    ...(decimal !== undefined && { value: decimal }),
    ...(numerator !== undefined && { numerator }),
    ...(denominator !== undefined && { denominator }),
  };
}

/** A part of a whole in percent, with one decimal where it needs one: 9 of 24 is `37.5`. */
const percentOf = (numerator: number, denominator: number): string =>
  String(Math.round((1000 * numerator) / denominator) / 10);

/** The groups of people whose size a figure tells: those it counts, and those of the whole that it does not. */
function groupsIn({ value, numerator, denominator }: Numbers): number[] {
  if (numerator !== undefined && denominator !== undefined) return [numerator, denominator - numerator];
  return [denominator ?? Number(value)];
}

/** Is one of the groups so small that the figure is suppressed, as a computed one would be? */
export function isTooSmall({ countsPeople }: EnteredMetric, numbers: Numbers, limit: number): boolean {
  if (!countsPeople) return false;
  return [...suppress(new Map(groupsIn(numbers).map((size, i) => [String(i), size])), limit).values()].includes(null);
}

/** The figure as it may be shown, a part of a whole with its percentage. `own`: to the unit that wrote it, which knows it. */
export function shownFigure<Figure extends Numbers>(
  metric: EnteredMetric,
  figure: Figure,
  limit: number,
  own = false,
): Omit<Figure, keyof Numbers> & Numbers & { suppressed: boolean } {
  const { value: _, numerator, denominator, ...rest } = figure;
  const suppressed = isTooSmall(metric, figure, limit);
  if (suppressed && !own) return { ...rest, suppressed };
  if (numerator === undefined || denominator === undefined) return { ...figure, suppressed };
  return { ...figure, value: percentOf(numerator, denominator), suppressed };
}
