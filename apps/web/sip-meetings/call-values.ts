import { Problem } from '../api/problem.ts';
import type { MeetingCall, MeetingPlan } from './meeting.ts';
import { questionsIn } from './meeting-words.ts';

/** The child among the family, beside guardians by their ids. */
export const CHILD = 'CHILD';

export interface PlanValues {
  day: string;
  startsAt: string;
  minutes: string;
  place: string;
  purpose: string;
  questions: string;
  participation: string;
  /** How each party is called, by unit. */
  calls: Record<string, MeetingCall | 'NONE' | ''>;
  showsPlace: string[];
  /** Of a protected child: who is called, by unit. */
  readers: Record<string, string[]>;
  /** Guardians by id, and the child. */
  family: string[];
}

const calledIn = ({ calls }: PlanValues): { unitId: string; call: MeetingCall }[] =>
  Object.entries(calls).flatMap(([unitId, call]) =>
    call === 'SUMMONS' || call === 'INVITATION' ? [{ unitId, call }] : [],
  );

/** What the API is sent. */
export function planOf(values: PlanValues, guarded: boolean): MeetingPlan {
  const { day, startsAt, minutes, place, purpose, questions, participation, showsPlace, readers, family } = values;
  return {
    startsAt: `${day}T${startsAt}`,
    minutes: Number(minutes),
    place,
    purpose,
    questions: questionsIn(questions),
    participation,
    calls: calledIn(values).map((party) => ({
      ...party,
      showsPlace: showsPlace.includes(party.unitId),
      ...(guarded && { readerIds: readers[party.unitId] ?? [] }),
    })),
    guardianIds: family.filter((who) => who !== CHILD),
    childInvited: family.includes(CHILD),
  };
}

/** The API names a party by its place in what was sent, the form by its unit. */
export function inForm(problem: Problem, values: PlanValues): Problem {
  const called = calledIn(values);
  const errors = problem.errors.map(({ field, ...fault }) => {
    const [list, place, ...rest] = field.split('.');
    const unit = list === 'calls' ? called[Number(place)] : undefined;
    if (!unit) return { ...fault, field };
    return { ...fault, field: rest[0] === 'readerIds' ? `readers.${unit.unitId}` : `calls.${unit.unitId}` };
  });
  const { type, status, title, detail } = problem;
  return new Problem({ type, status, title, ...(detail && { detail }), errors });
}
