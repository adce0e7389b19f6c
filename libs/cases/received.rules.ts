import type { DisclosedDocument, DisclosedMeeting, DisclosedPromise } from './disclosure.document.ts';

/** The promise with the earliest day. Whether it has been kept a unit learns when the plan is followed up. */
export const firstDue = (promises: readonly DisclosedPromise[]): DisclosedPromise | undefined =>
  promises
    .filter(({ dueOn }) => dueOn !== undefined)
    .toSorted((one, other) => one.dueOn!.localeCompare(other.dueOn!))[0];

/** The first day, YYYY-MM-DD, that a copy asks something of its reader: to have done, or to come. */
export const dueOnOf = ({ meeting, promises }: Pick<DisclosedDocument, 'meeting' | 'promises'>): string | null =>
  meeting ? dayOf(meeting) : (firstDue(promises)?.dueOn ?? null);

/** Coming until its day has passed. */
export const isComing = (meeting: DisclosedMeeting, today: string): boolean => dayOf(meeting) >= today;

const dayOf = ({ localTime }: DisclosedMeeting): string => localTime.slice(0, 10);
