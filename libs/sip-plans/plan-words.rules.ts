import { dayInWords } from '../platform/index.ts';
import type { GoalTerm, PlanContent } from './plan.dto.ts';

/** The parts of a plan, in the order they are read: the child's own words first. */
export const PLAN_PARTS = [
  'CHILDS_WORDS',
  'GUARDIANS_WORDS',
  'NEED',
  'GOAL',
  'INTERVENTION',
  'OTHERS',
  'LEAD',
  'FOLLOW_UP',
  'FAMILY',
  'CHILD_VERSION',
] as const;
export type PlanPart = (typeof PLAN_PARTS)[number];

export const PART_NAMES: Record<PlanPart, string> = {
  CHILDS_WORDS: 'Det här är viktigt för mig',
  GUARDIANS_WORDS: 'Det här är viktigt för mina vårdnadshavare',
  NEED: 'Behov',
  GOAL: 'Mål',
  INTERVENTION: 'Insatser',
  OTHERS: 'Åtgärder av andra',
  LEAD: 'Övergripande ansvar',
  FOLLOW_UP: 'Uppföljning',
  FAMILY: 'Familjens syn',
  CHILD_VERSION: 'Planen med lätta ord',
};

export const TERM_NAMES: Record<GoalTerm, string> = { SHORT: 'kort sikt', LONG: 'lång sikt' };

/** One thing that a plan says, in words: a need, a goal, an intervention, or one of its single texts. */
export interface PlanRow {
  part: PlanPart;
  /** The row's id within its part; empty where the part has one row. */
  id: string;
  /** What it says first; empty where it only has lines. */
  text: string;
  /** What more there is to say of it; empty ones are left out. */
  lines: PlanLine[];
}

/** What more is said of a row. One that names another row of the plan has its id: `text` is then that row's. */
export interface PlanLine {
  label: string;
  text: string;
  of?: string;
}

/** What units and their principals are called, by the unit's id. */
export type UnitNames = ReadonlyMap<string, { name: string; principal: string }>;

/** The whole plan in words, row by row; rows that say nothing are left out. */
export function rowsOf(plan: PlanContent, units: UnitNames): PlanRow[] {
  const unit = (id: string | undefined) => (id ? (units.get(id)?.name ?? 'en enhet') : undefined);
  const principal = (id: string | undefined) => units.get(id ?? '')?.principal;
  const answering = (id: string | undefined) => (principal(id) ? `${unit(id)} (${principal(id)})` : unit(id));
  const named = (rows: readonly { id: string; text: string }[], id: string | undefined) => {
    const text = rows.find((row) => row.id === id)?.text;
    return id && text ? { text, of: id } : undefined;
  };
  const single = (part: PlanPart, text: string, lines: Lines = {}) => row(part, '', text, lines);
  return [
    single('CHILDS_WORDS', plan.childsWords),
    single('GUARDIANS_WORDS', plan.guardiansWords),
    ...plan.needs.map(({ id, text }) => row('NEED', id, text)),
    ...plan.goals.map((goal) =>
      row('GOAL', goal.id, goal.text, {
        'På sikt': TERM_NAMES[goal.term],
        'Nått när': goal.targetState,
        Behov: named(plan.needs, goal.needId),
      }),
    ),
    ...plan.interventions.map((intervention) =>
      row('INTERVENTION', intervention.id, intervention.text, {
        Ansvarar: answering(intervention.unitId),
        Börjar: dayInWords(intervention.startOn),
        'Klart senast': dayInWords(intervention.dueOn),
        'Leder till': named(plan.goals, intervention.goalId),
      }),
    ),
    single('OTHERS', plan.noMeasuresByOthers ? 'Inga.' : plan.measuresByOthers),
    single('LEAD', '', {
      Huvudman: principal(plan.lead.unitId),
      Enhet: unit(plan.lead.unitId),
      Person: plan.lead.person,
    }),
    single('FOLLOW_UP', '', { Dag: dayInWords(plan.followUpOn), Kallar: unit(plan.followUpCalledByUnitId) }),
    single('FAMILY', agreementInWords(plan.familyAgrees), { 'Inte överens om': plan.dissent }),
    single('CHILD_VERSION', plan.childVersion),
  ].filter(({ text, lines }) => text !== '' || lines.length > 0);
}

type Lines = Record<string, string | { text: string; of: string } | undefined>;

const row = (part: PlanPart, id: string, text: string, lines: Lines = {}): PlanRow => ({
  part,
  id,
  text: text.trim(),
  lines: Object.entries(lines).flatMap(([label, said]) => {
    const { text, ...of } = typeof said === 'object' ? said : { text: said ?? '' };
    return text.trim() ? [{ label, text: text.trim(), ...of }] : [];
  }),
});

const agreementInWords = (agrees: boolean | undefined): string => {
  if (agrees === undefined) return '';
  return agrees ? 'Familjen är överens om planen.' : 'Familjen är inte överens om hela planen.';
};
