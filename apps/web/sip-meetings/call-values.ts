import { Problem } from '../api/problem.ts';
import type { SipCase } from '../cases/case.ts';
import type { Guardian } from '../children/child.ts';
import { dateText } from '../kit/date-words.ts';
import type { Parts } from '../kit/side-by-side.tsx';
import type { MeetingCall, MeetingPlan } from './meeting.ts';
import { CALL_NAMES, questionsIn } from './meeting-words.ts';

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
  /** Of a protected child: who is called, by unit, and which units learn the place. What was ticked before it was protected counts no more. */
  readers: Record<string, string[]>;
  showsProtectedPlace: string[];
  /** Guardians by id, and the child. */
  family: string[];
}

/** Who can be called now: a party may leave, and a guardian end, while the form is filled in. */
export interface Callable {
  units: { id: string; name: string }[];
  family: { id: string; name: string; help: string }[];
}

export const callableIn = ({ parties, child }: SipCase, guardians: Guardian[]): Callable => ({
  units: parties.filter(({ leftOn }) => !leftOn).map(({ unit }) => unit),
  family: [
    { id: CHILD, name: child.name, help: 'Barnet' },
    ...guardians
      .filter(({ endedOn }) => !endedOn)
      .map(({ id, name, interpreter }) => ({
        id,
        name,
        help: interpreter ? 'Vårdnadshavare, behöver tolk' : 'Vårdnadshavare',
      })),
  ],
});

/** The form as it begins, from what the case says. */
export function blankPlan({ need, questions, participation }: SipCase, { units }: Callable): PlanValues {
  const byUnit = <Value>(value: Value) => Object.fromEntries(units.map(({ id }) => [id, value]));
  return {
    day: '',
    startsAt: '',
    minutes: '60',
    place: '',
    purpose: need,
    questions: questions.join('\n'),
    participation: participation ?? '',
    calls: byUnit(''),
    showsPlace: units.map(({ id }) => id),
    readers: byUnit([]),
    showsProtectedPlace: [],
    family: [CHILD],
  };
}

/** The form with those alone who can be called now. */
export function present(values: PlanValues, { units, family }: Callable): PlanValues {
  return {
    ...values,
    calls: Object.fromEntries(units.map(({ id }) => [id, values.calls[id] ?? ''])),
    family: values.family.filter((who) => family.some(({ id }) => id === who)),
  };
}

/** The field that says which units learn the place. */
export const placeField = (guarded: boolean) => (guarded ? 'showsProtectedPlace' : 'showsPlace');

/** A summons as text, for comparing it with another's. */
export function planInWords(values: PlanValues, { units, family }: Callable, guarded: boolean): Parts {
  const { day, startsAt, minutes, place, purpose, questions, participation, calls } = values;
  const named = (among: { id: string; name: string }[], ids: readonly string[]) =>
    among.flatMap(({ id, name }) => (ids.includes(id) ? [name] : [])).join(', ');
  const callOf = (id: string) => ({ ...CALL_NAMES, NONE: 'Inte med', '': '' })[calls[id] ?? ''];
  return [
    { name: 'Tid', text: [day && dateText(day), startsAt].filter(Boolean).join(' kl. ') },
    { name: 'Minuter', text: minutes },
    { name: 'Plats eller länk', text: place },
    { name: 'Syfte', text: purpose },
    { name: 'Frågor', text: questions },
    { name: 'Hur barnet är med', text: participation },
    ...units.map(({ id, name }) => ({ name, text: callOf(id) })),
    { name: 'Får veta platsen', text: named(units, values[placeField(guarded)]) },
    { name: 'Från familjen', text: named(family, values.family) },
  ];
}

const calledIn = ({ calls }: PlanValues): { unitId: string; call: MeetingCall }[] =>
  Object.entries(calls).flatMap(([unitId, call]) =>
    call === 'SUMMONS' || call === 'INVITATION' ? [{ unitId, call }] : [],
  );

/** What the API is sent. */
export function planOf(values: PlanValues, guarded: boolean): MeetingPlan {
  const { day, startsAt, minutes, place, purpose, questions, participation, readers, family } = values;
  return {
    startsAt: `${day}T${startsAt}`,
    minutes: Number(minutes),
    place,
    purpose,
    questions: questionsIn(questions),
    participation,
    calls: calledIn(values).map((party) => ({
      ...party,
      showsPlace: values[placeField(guarded)].includes(party.unitId),
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
