import { addDays, dayInWords, faultIf, type FieldFault } from '../platform/index.ts';
import type { PlanContent, PlanIntervention } from './plan.dto.ts';

/** A unit that a plan can name, with the principal that answers for it. */
export interface PlanUnit {
  id: string;
  name: string;
  /** MUNICIPALITY, REGION, or another organiser. */
  principal: string;
  /** Takes part in the case now. */
  active: boolean;
}

/** One requirement that a plan does not meet: which, at which field, and what to write. */
export interface PlanGap extends FieldFault {
  check: LegalCheck | AgreementCheck;
}

/** The four points of SoL 10 kap. 9 § and HSL 16 kap. 4 § (domain reference 1.2). */
export const LEGAL_CHECKS = ['INTERVENTIONS', 'PRINCIPALS', 'OTHERS', 'LEAD'] as const;
export type LegalCheck = (typeof LEGAL_CHECKS)[number];

/** What the agreement asks for beyond the law (domain reference 2.4, 6.1, 6.2.2–4). */
export const AGREEMENT_CHECKS = [
  'CHILDS_WORDS',
  'NEEDS',
  'GOALS',
  'RESPONSIBLE_UNIT',
  'WHEN',
  'LEAD_NAMED',
  'FOLLOW_UP_DATE',
  'FOLLOW_UP_CALLER',
  'FAMILY',
] as const;
export type AgreementCheck = (typeof AGREEMENT_CHECKS)[number];

/** The law names these two as the ones that may have the overall responsibility (6.2.4). */
const LAWFUL_LEADS = ['MUNICIPALITY', 'REGION'];

/** A plan nobody has written in yet. */
export const EMPTY_PLAN: PlanContent = {
  childsWords: '',
  guardiansWords: '',
  needs: [],
  goals: [],
  interventions: [],
  measuresByOthers: '',
  noMeasuresByOthers: false,
  lead: {},
  childVersion: '',
};

/** What can never be right in a draft, however unfinished: rows that share an id, and links to rows that are not there. */
export function contentFaults({ needs, goals, interventions }: PlanContent): FieldFault[] {
  const lists = { needs, goals, interventions };
  const twins = Object.entries(lists).flatMap(([list, rows]) =>
    rows.flatMap(({ id }, i) =>
      faultIf(
        rows.findIndex((row) => row.id === id) < i,
        `${list}.${i}.id`,
        'Två rader har samma id. Ge var och en sitt eget.',
      ),
    ),
  );
  const isOf = (rows: readonly { id: string }[], id: string | undefined) => !id || rows.some((row) => row.id === id);
  return [
    ...twins,
    ...goals.flatMap(({ needId }, i) =>
      faultIf(!isOf(needs, needId), `goals.${i}.needId`, 'Behovet är borttaget. Välj om.'),
    ),
    ...interventions.flatMap(({ goalId }, i) =>
      faultIf(!isOf(goals, goalId), `interventions.${i}.goalId`, 'Målet är borttaget. Välj om.'),
    ),
  ];
}

/**
 * What the law requires and the plan lacks (6.2.1): the interventions, which principal answers for each, the measures of
 * anyone else (or that there are none), and which principal has the overall responsibility.
 */
export function legalGaps(plan: PlanContent, units: readonly PlanUnit[]): PlanGap[] {
  const principalOf = (unitId: string | undefined) => units.find(({ id }) => id === unitId)?.principal;
  const lead = principalOf(plan.lead.unitId);
  return [
    ...gap('INTERVENTIONS', plan.interventions.length === 0, 'interventions', 'Lägg till minst en insats.'),
    ...plan.interventions.flatMap(({ text }, i) =>
      gap(
        'INTERVENTIONS',
        isBlank(text),
        `interventions.${i}.text`,
        `Skriv vad som ska göras i insats ${i + 1}, eller ta bort den.`,
      ),
    ),
    ...plan.interventions.flatMap(({ unitId }, i) =>
      gap(
        'PRINCIPALS',
        !principalOf(unitId),
        `interventions.${i}.unitId`,
        `Välj enhet för insats ${i + 1}, så att det framgår vilken huvudman som svarar för den.`,
      ),
    ),
    ...gap(
      'OTHERS',
      isBlank(plan.measuresByOthers) && !plan.noMeasuresByOthers,
      'measuresByOthers',
      'Skriv vad någon annan gör, till exempel familjen, eller markera att det inte finns något.',
    ),
    ...gap(
      'OTHERS',
      !isBlank(plan.measuresByOthers) && plan.noMeasuresByOthers,
      'noMeasuresByOthers',
      'Det står både vad andra gör och att ingen gör något. Behåll det ena.',
    ),
    ...gap('LEAD', !lead, 'lead.unitId', 'Välj vilken enhet som har det övergripande ansvaret.'),
    ...gap(
      'LEAD',
      lead !== undefined && !LAWFUL_LEADS.includes(lead),
      'lead.unitId',
      'Övergripande ansvarig ska vara kommunen eller regionen. Välj en av deras enheter.',
    ),
  ];
}

/** When a plan may be followed up: after the meeting it was made at, and no later than the agreement's days from it (6.2.3). */
export interface FollowUpFrame {
  /** The meeting or follow-up that the plan is made at, YYYY-MM-DD; null before there was one. */
  meetingOn: string | null;
  /** At most so many calendar days after it. */
  followUpMax: number;
}

/** What the agreement requires and the plan lacks. */
export function agreementGaps(plan: PlanContent, units: readonly PlanUnit[], frame: FollowUpFrame): PlanGap[] {
  return [
    ...gap(
      'CHILDS_WORDS',
      isBlank(plan.childsWords),
      'childsWords',
      'Skriv vad barnet själv säger är viktigt, eller varför barnets ord saknas.',
    ),
    ...gap('NEEDS', plan.needs.length === 0, 'needs', 'Lägg till minst ett behov.'),
    ...blanks('NEEDS', plan.needs, 'needs', 'behov'),
    ...gap('GOALS', plan.goals.length === 0, 'goals', 'Lägg till minst ett mål.'),
    ...blanks('GOALS', plan.goals, 'goals', 'mål'),
    ...plan.interventions.flatMap((intervention, i) => interventionGaps(intervention, i, units)),
    ...party('LEAD_NAMED', plan.lead.unitId, 'lead.unitId', 'har det övergripande ansvaret', units),
    ...gap(
      'LEAD_NAMED',
      isBlank(plan.lead.person ?? ''),
      'lead.person',
      'Skriv vem på enheten som har det övergripande ansvaret.',
    ),
    ...followUpGaps(plan.followUpOn, frame),
    ...party(
      'FOLLOW_UP_CALLER',
      plan.followUpCalledByUnitId,
      'followUpCalledByUnitId',
      'kallar till uppföljningen',
      units,
    ),
    ...gap('FAMILY', plan.familyAgrees === undefined, 'familyAgrees', 'Svara om familjen är överens om planen.'),
    ...gap(
      'FAMILY',
      plan.familyAgrees === false && isBlank(plan.dissent ?? ''),
      'dissent',
      'Skriv vad familjen inte är överens om.',
    ),
  ];
}

/** Each intervention has a unit that is a party, and a day it begins or is to be done (6.2.2). */
function interventionGaps(
  { unitId, startOn, dueOn }: PlanIntervention,
  i: number,
  units: readonly PlanUnit[],
): PlanGap[] {
  return [
    ...party('RESPONSIBLE_UNIT', unitId, `interventions.${i}.unitId`, `ansvarar för insats ${i + 1}`, units),
    ...gap(
      'WHEN',
      !startOn && !dueOn,
      `interventions.${i}.dueOn`,
      `Skriv när insats ${i + 1} börjar eller senast ska vara klar.`,
    ),
    ...gap(
      'WHEN',
      startOn !== undefined && dueOn !== undefined && dueOn < startOn,
      `interventions.${i}.dueOn`,
      `Insats ${i + 1} är klar före den börjar. Ändra någon av dagarna.`,
    ),
  ];
}

function followUpGaps(followUpOn: string | undefined, { meetingOn, followUpMax }: FollowUpFrame): PlanGap[] {
  const wrong = (message: string) => gap('FOLLOW_UP_DATE', true, 'followUpOn', message);
  if (!followUpOn) return wrong('Skriv vilken dag planen följs upp.');
  if (!meetingOn) return wrong('Mötet är inte hållet än. Anteckna mötet först.');
  if (followUpOn <= meetingOn) return wrong(`Välj en dag efter mötet den ${dayInWords(meetingOn)}.`);
  const latest = addDays(meetingOn, followUpMax);
  return followUpOn > latest
    ? wrong(`Välj en dag senast den ${dayInWords(latest)}: högst ${followUpMax} dagar efter mötet.`)
    : [];
}

/** A unit has to be chosen, and to be a party still: one that has left no longer answers for anything. */
function party(
  check: AgreementCheck,
  unitId: string | undefined,
  field: string,
  does: string,
  units: readonly PlanUnit[],
): PlanGap[] {
  if (!unitId) return gap(check, true, field, `Välj vilken enhet som ${does}.`);
  const unit = units.find(({ id }) => id === unitId);
  const who = unit ? `${unit.name} har lämnat ärendet` : 'Enheten är inte part i ärendet';
  return gap(check, !unit?.active, field, `${who}. Välj en annan enhet som ${does}.`);
}

const blanks = (check: AgreementCheck, rows: readonly { text: string }[], list: string, word: string): PlanGap[] =>
  rows.flatMap(({ text }, i) =>
    gap(check, isBlank(text), `${list}.${i}.text`, `Skriv ${word} ${i + 1}, eller ta bort raden.`),
  );

const isBlank = (text: string): boolean => text.trim() === '';

const gap = (check: PlanGap['check'], isMissing: boolean, field: string, message: string): PlanGap[] =>
  faultIf(isMissing, field, message).map((missing) => ({ check, ...missing }));
