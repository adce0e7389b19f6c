import { eventKindOf, type Audience } from '../audit/index.ts';
import type { LogEntry } from '../evidence/index.ts';
import type { Actor } from '../platform/index.ts';
import { roleOf } from '../directory/index.ts';

/** How many events a client may be behind and still be told each of them; beyond that it reads everything anew. */
export const CATCH_UP_REACH = 1000;

/** What an open screen is told of an event: where in the log, what kind, and about which object. Never about whom. */
export interface Notice {
  index: number;
  type: string;
  subject?: { kind: string; id: string };
}

/** A notice and the rooms that it goes to. */
export interface Delivery {
  rooms: string[];
  notice: Notice;
}

/** What a client that comes back is owed: the events from an index on, or a fresh start. */
export type CatchUp = { from: number } | 'everything';

/** The rooms of an audience, from what it is bound to: an area, a team, units or assignments. */
const roomFor = (audience: Audience, bound: unknown): string[] =>
  [bound].flat().flatMap((one) => (typeof one === 'string' ? [`${audience}:${one}`] : []));

/** The rooms of whoever acts: the audiences that the role belongs to. */
export function roomsOf({ role, area, unit, team, assignment }: Actor): string[] {
  switch (roleOf(role)) {
    case 'REQUESTER':
      return [...roomFor('asking-unit', unit), ...roomFor('recipients', [unit, assignment])];
    case 'SIP_COORDINATOR':
      return [...roomFor('coordinators', area), ...roomFor('holder', unit), ...roomFor('named', assignment)];
    case 'TEAM_MEMBER':
      return roomFor('team', team);
    case 'MANAGER':
      return roomFor('managers', area);
    case 'LOG_REVIEWER':
      return roomFor('log-reviewers', area);
    case 'AREA_ADMINISTRATOR':
      return [];
  }
}

/** What those who hold copies are told of a case: that there is something to read anew, not what has happened. */
const RECEIVED_CHANGED = 'received-case.changed';

/** That the child's protection has changed they are told as it is: it closes their screens at once. */
const toldToRecipients = (type: string, subject = ''): string =>
  subject.startsWith('sip-case:') ? RECEIVED_CHANGED : type;

/**
 * Who is told what of an event. Managers hear that figures have changed, not which consultation changed them. Those who hold
 * copies, whole units or of a protected child the named, hear which case it is, not why (docs/adr/0007).
 */
export function deliveriesOf(index: number, entry: LogEntry): Delivery[] {
  const { type, area, subject, facts = {} } = entry;
  const bounds: Record<Audience, unknown> = {
    coordinators: area,
    'asking-unit': facts['askingUnit'],
    team: facts['team'],
    managers: area,
    'log-reviewers': area,
    holder: facts['holder'],
    recipients: [facts['recipients'], facts['named']].flat(),
    named: facts['named'],
  };
  const audiences = eventKindOf(type)?.reaches ?? [];
  const roomsOfThose = (isMeant: (audience: Audience) => boolean) =>
    audiences.filter(isMeant).flatMap((audience) => roomFor(audience, bounds[audience]));
  const about = subject && { subject: subjectOf(subject) };
  return [
    {
      rooms: roomsOfThose((audience) => audience !== 'managers' && audience !== 'recipients'),
      notice: { index, type, ...about },
    },
    {
      rooms: roomsOfThose((audience) => audience === 'recipients'),
      notice: { index, type: toldToRecipients(type, subject), ...about },
    },
    { rooms: roomsOfThose((audience) => audience === 'managers'), notice: { index, type } },
  ].filter(({ rooms }) => rooms.length > 0);
}

/** What a client in these rooms is told of an event, if anything. */
export function noticeFor(rooms: readonly string[], index: number, entry: LogEntry): Notice | undefined {
  return deliveriesOf(index, entry).find((delivery) => delivery.rooms.some((room) => rooms.includes(room)))?.notice;
}

/**
 * What to send to a client that says it has seen the log up to and including `after`, when the next index is `next`.
 * A client that has seen nothing reads everything itself as it connects, so it is owed nothing.
 */
export function catchUp(after: unknown, next: number): CatchUp {
  if (after === undefined || after === null) return { from: next };
  const known = Number.isSafeInteger(after) && Number(after) >= -1 && Number(after) < next;
  return known && next - 1 - Number(after) <= CATCH_UP_REACH ? { from: Number(after) + 1 } : 'everything';
}

function subjectOf(subject: string): { kind: string; id: string } {
  const colon = subject.indexOf(':');
  return { kind: subject.slice(0, colon), id: subject.slice(colon + 1) };
}
