import { addDays, type FieldFault } from '../platform/index.ts';
import { movement, type Counted } from './tracker-count.rules.ts';

/** What a placed child is examined for (domain reference 4.4). */
export const EXAMINATION_KINDS = ['PHYSICAL', 'PSYCHOLOGICAL', 'ORAL'] as const;
export type ExaminationKind = (typeof EXAMINATION_KINDS)[number];

/** The days of one examination, local dates, each after the one before it. */
export interface ExaminationDates {
  requestedOn?: string | undefined;
  offeredOn?: string | undefined;
  heldOn?: string | undefined;
  statementOn?: string | undefined;
}

const ORDER = [
  { field: 'requestedOn', missing: 'Skriv när undersökningen begärdes.', early: '' },
  {
    field: 'offeredOn',
    missing: 'Skriv när undersökningen erbjöds.',
    early: 'Ange den dag den begärdes eller senare.',
  },
  { field: 'heldOn', missing: 'Skriv när undersökningen gjordes.', early: 'Ange den dag den erbjöds eller senare.' },
  { field: 'statementOn', missing: '', early: 'Ange den dag den gjordes eller senare.' },
] as const;

/** What does not go together, with what to write instead. */
export function faultsIn(dates: ExaminationDates, notNeededReason: string | undefined, today: string): FieldFault[] {
  const faults = ORDER.flatMap(({ field, missing, early }, step): FieldFault[] => {
    const day = dates[field];
    const before = step > 0 ? dates[ORDER[step - 1]!.field] : undefined;
    if (!day) return ORDER.slice(step + 1).some((later) => dates[later.field]) ? [{ field, message: missing }] : [];
    if (day > today) return [{ field, message: 'Ange dagens datum eller en tidigare dag.' }];
    return before && day < before ? [{ field, message: early }] : [];
  });
  const done = dates.offeredOn ?? dates.heldOn ?? dates.statementOn;
  if (!notNeededReason || !done) return faults;
  return [
    ...faults,
    { field: 'notNeededReason', message: 'Ta bort skälet, eller dagarna då den erbjöds och gjordes.' },
  ];
}

/** The last day to offer: days from the request (28 in Västra Götaland, domain reference 4.4). */
export const offerDueOn = ({ requestedOn }: ExaminationDates, days: number): string | undefined =>
  requestedOn && addDays(requestedOn, days);

/** Was it, or is it still, offered too late? */
export const isOfferLate = (dates: ExaminationDates, days: number, today: string): boolean =>
  (dates.offeredOn ?? today) > (offerDueOn(dates, days) ?? today);

/** What an examination counts as: an offer, in time or not, and an examination made. */
function countedIn(dates: ExaminationDates, kind: ExaminationKind, days: number) {
  const offered: Counted | null = dates.offeredOn
    ? { on: dates.offeredOn, key: isOfferLate(dates, days, dates.offeredOn) ? 'NO' : 'YES' }
    : null;
  const held: Counted | null = dates.heldOn ? { on: dates.heldOn, key: kind } : null;
  return { offered, held };
}

/** Which figures a change moves, and how; or what it may not change in one go. */
export type ExaminationCount =
  { counts: 'none' } | { counts: 'offer' | 'held' | 'both'; facts: Record<string, unknown> } | { faults: FieldFault[] };

export function countOf(
  kind: ExaminationKind,
  before: ExaminationDates,
  after: ExaminationDates,
  days: number,
): ExaminationCount {
  const [was, is] = [countedIn(before, kind, days), countedIn(after, kind, days)];
  const moves = { offered: movement(was.offered, is.offered), held: movement(was.held, is.held) };
  const faults = [
    ...(moves.offered === 'elsewhere' ? [counted('offeredOn')] : []),
    ...(moves.held === 'elsewhere' ? [counted('heldOn')] : []),
  ];
  if (faults.length > 0) return { faults };
  // The dates come one after the other, so both never move in different directions.
  const delta = moves.offered || moves.held;
  const { offered, held } = delta === 1 ? is : was;
  const offer = { offeredOn: offered?.on, inTime: offered?.key };
  const made = { heldOn: held?.on, kind };
  if (moves.offered && moves.held) return { counts: 'both', facts: { delta, ...offer, ...made } };
  if (moves.offered) return { counts: 'offer', facts: { delta, ...offer, kind } };
  if (moves.held) return { counts: 'held', facts: { delta, ...made } };
  return { counts: 'none' };
}

const counted = (field: string): FieldFault => ({
  field,
  message: 'Dagen är redan räknad i statistiken. Ta bort den och spara. Skriv sedan det som stämmer och spara igen.',
});
