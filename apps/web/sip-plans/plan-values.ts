import type { PlanContent } from './plan.ts';

/** A plan as the form holds it: empty where nothing is chosen or written. */
export interface PlanValues {
  childsWords: string;
  guardiansWords: string;
  needs: NeedValues[];
  goals: GoalValues[];
  interventions: InterventionValues[];
  measuresByOthers: string;
  /** `none` when there are no measures by anyone else. */
  noMeasuresByOthers: string[];
  lead: { unitId: string; person: string };
  followUpOn: string;
  followUpCalledByUnitId: string;
  familyAgrees: '' | 'yes' | 'no';
  dissent: string;
  childVersion: string;
}

export interface NeedValues {
  id: string;
  text: string;
}

export interface GoalValues {
  id: string;
  text: string;
  term: 'SHORT' | 'LONG';
  needId: string;
  targetState: string;
}

export interface InterventionValues {
  id: string;
  text: string;
  unitId: string;
  goalId: string;
  startOn: string;
  dueOn: string;
}

/** What a list of choices answers for "none of them". */
export const NONE = 'NONE';

export function valuesOf(content: PlanContent): PlanValues {
  const { lead, familyAgrees, noMeasuresByOthers } = content;
  return {
    childsWords: content.childsWords,
    guardiansWords: content.guardiansWords,
    needs: content.needs.map(({ id, text }) => ({ id, text })),
    goals: content.goals.map(({ needId = '', targetState = '', ...goal }) => ({ ...goal, needId, targetState })),
    interventions: content.interventions.map(({ unitId = '', goalId = '', startOn = '', dueOn = '', ...rest }) => ({
      ...rest,
      unitId,
      goalId,
      startOn,
      dueOn,
    })),
    measuresByOthers: content.measuresByOthers,
    noMeasuresByOthers: noMeasuresByOthers ? ['none'] : [],
    lead: { unitId: lead.unitId ?? '', person: lead.person ?? '' },
    followUpOn: content.followUpOn ?? '',
    followUpCalledByUnitId: content.followUpCalledByUnitId ?? '',
    familyAgrees: familyAgrees === undefined ? '' : familyAgrees ? 'yes' : 'no',
    dissent: content.dissent ?? '',
    childVersion: content.childVersion,
  };
}

/** What is sent: nothing empty, and no link to a row that is taken away. */
export function contentOf(values: PlanValues): PlanContent {
  const { needs, goals, interventions } = values;
  const isIn = (rows: readonly { id: string }[], id: string) => rows.some((row) => row.id === id);
  return {
    childsWords: values.childsWords,
    guardiansWords: values.guardiansWords,
    needs: needs.map(({ id, text }) => ({ id, text })),
    goals: goals.map(({ id, text, term, needId, targetState }) => ({
      id,
      text,
      term,
      ...(isIn(needs, needId) && { needId }),
      ...(targetState && { targetState }),
    })),
    interventions: interventions.map(({ id, text, unitId, goalId, startOn, dueOn }) => ({
      id,
      text,
      ...(unitId && { unitId }),
      ...(isIn(goals, goalId) && { goalId }),
      ...(startOn && { startOn }),
      ...(dueOn && { dueOn }),
    })),
    measuresByOthers: values.measuresByOthers,
    noMeasuresByOthers: values.noMeasuresByOthers.includes('none'),
    lead: {
      ...(values.lead.unitId && { unitId: values.lead.unitId }),
      ...(values.lead.person && { person: values.lead.person }),
    },
    ...(values.followUpOn && { followUpOn: values.followUpOn }),
    ...(values.followUpCalledByUnitId && { followUpCalledByUnitId: values.followUpCalledByUnitId }),
    ...(values.familyAgrees && { familyAgrees: values.familyAgrees === 'yes' }),
    ...(values.dissent && { dissent: values.dissent }),
    childVersion: values.childVersion,
  };
}

const LETTERS = '23456789abcdefghjkmnpqrstvwxyz';

/** A new row's own name within the plan: eight letters by chance. */
export function newRowId(): string {
  return [...crypto.getRandomValues(new Uint8Array(8))].map((byte) => LETTERS[byte % LETTERS.length]).join('');
}

export const newNeed = (): NeedValues => ({ id: newRowId(), text: '' });

export const newGoal = (): GoalValues => ({ id: newRowId(), text: '', term: 'SHORT', needId: '', targetState: '' });

export const newIntervention = (): InterventionValues => ({
  id: newRowId(),
  text: '',
  unitId: '',
  goalId: '',
  startOn: '',
  dueOn: '',
});
