import { dayInWords } from '../platform/index.ts';
import { guardiansOn, unitWords, type DisclosedDocument, type DisclosedSection } from '../cases/index.ts';
import type { CodeView } from '../directory/index.ts';
import type { PlanContent, PlanUnitView, PlanVersionView } from './plan.dto.ts';
import { PART_NAMES, PLAN_PARTS, rowsOf, type PlanPart, type UnitNames } from './plan-words.rules.ts';

/** A confirmed plan, as it is written out for a reader. */
export interface WrittenPlan {
  number: number;
  confirmedOn: string;
  content: PlanContent;
  /** What each unit and its principal are called before this reader. */
  units: UnitNames;
  /** What the units are called that were parties when the plan was confirmed. */
  parties: string[];
}

/** What the child's own version is written from stands there alone, not in the plan for the grown-ups. */
const IN_FULL = PLAN_PARTS.filter((part) => part !== 'CHILD_VERSION');

/** The whole plan as sections, in the order it is read. */
export function sectionsOf({ content, units }: WrittenPlan): DisclosedSection[] {
  const rows = rowsOf(content, units);
  return IN_FULL.map((part) => sectionOf(part, rows)).filter(({ paragraphs, rows: lines }) => paragraphs || lines);
}

function sectionOf(part: PlanPart, all: ReturnType<typeof rowsOf>): DisclosedSection {
  const rows = all.filter((row) => row.part === part);
  const [only] = rows;
  const heading = PART_NAMES[part];
  if (rows.length === 0) return { heading };
  if (rows.length === 1 && only!.text === '')
    return { heading, rows: only!.lines.map(({ label, text }) => ({ label, text })) };
  return {
    heading,
    paragraphs: rows.map(({ text, lines }) => {
      const more = lines.map((line) => `${line.label}: ${withStop(line.text)}`).join(' ');
      return more ? `${withStop(text)}\n${more}` : withStop(text);
    }),
  };
}

/** The plan as a copy for a unit, with what the unit itself has promised; to guardians, who promise nothing, without. */
export function copyFor(unitId: string | undefined, plan: WrittenPlan): DisclosedDocument {
  const promised = plan.content.interventions.filter((intervention) => unitId && intervention.unitId === unitId);
  return {
    title: `Samordnad individuell plan, nummer ${plan.number}`,
    sections: [confirmationOf(plan), ...sectionsOf(plan)],
    promises: promised.map(({ id, text, startOn, dueOn }) => ({
      id,
      text,
      ...(startOn && { startOn }),
      ...(dueOn && { dueOn }),
    })),
  };
}

/** The plan as the child gets it: plain words, and who helps with what. */
export function childsPlanOf({ content, units }: WrittenPlan): DisclosedSection[] {
  const { childsWords, childVersion, interventions, followUpOn, followUpCalledByUnitId } = content;
  const helpers = [...new Set(interventions.flatMap(({ unitId }) => unitId ?? []))];
  return [
    ...said('Det här har du sagt', childsWords),
    ...said('Så här ska vi göra', childVersion),
    {
      heading: 'Vem hjälper dig med vad',
      rows: helpers.map((helper) => ({
        label: units.get(helper)?.name ?? 'En enhet',
        text: interventions
          .filter(({ unitId }) => unitId === helper)
          .map(({ text }) => withStop(text.trim()))
          .join(' '),
      })),
    },
    ...said('Andra som hjälper till', content.noMeasuresByOthers ? '' : content.measuresByOthers),
    ...said(
      'När vi ses igen',
      followUpOn
        ? `${dayInWords(followUpOn)}. Den som bjuder in är ${units.get(followUpCalledByUnitId ?? '')?.name ?? 'en av oss'}.`
        : '',
    ),
  ];
}

/** The same plan as a document that can be handed to the child. */
export const childsCopyOf = (plan: WrittenPlan): DisclosedDocument => ({
  title: 'Min plan',
  sections: childsPlanOf(plan),
  promises: [],
});

export const confirmationOf = ({ number, confirmedOn }: WrittenPlan): DisclosedSection => ({
  heading: 'Planen',
  rows: [
    { label: 'Nummer', text: String(number) },
    { label: 'Fastställd', text: dayInWords(confirmedOn) },
  ],
});

/**
 * A plan as it is written out. Where the child or a guardian is shielded each unit is called by its kind of service, its
 * principal a municipality or a region, and nobody at it is named: that would tell where they are (domain reference 1.6).
 */
export function writtenOut<Plan extends Pick<PlanVersionView, 'number' | 'confirmedOn' | 'content' | 'units'>>(
  plan: Plan,
  services: readonly CodeView[],
  shielded: boolean,
): Omit<Plan, 'units'> & WrittenPlan {
  const { content } = plan;
  const { person: _, ...unnamed } = content.lead;
  const nameOf = (unit: PlanUnitView) => unitWords(unit, shielded, services);
  return {
    ...plan,
    content: shielded ? { ...content, lead: unnamed } : content,
    units: new Map(
      plan.units.map((unit) => [
        unit.id,
        {
          name: nameOf(unit),
          principal: shielded ? PRINCIPAL_WORDS[unit.principal] : unit.principalName,
        },
      ]),
    ),
    parties: plan.units.filter(({ active }) => active).map(nameOf),
  };
}

/** The people around a child whose plan is put on paper. */
interface Signing {
  child: { givenName: string; familyName: string };
  family: Parameters<typeof guardiansOn>[0];
  guardians: readonly { id: string; name: string }[];
}

/** Who signs: the family as it is on the day, and those who were parties when the plan was confirmed. */
export function signersOf({ parties }: WrittenPlan, { child, family, guardians }: Signing, today: string): string[] {
  const standing = guardiansOn(family, today);
  const signing = guardians.filter(({ id }) => standing.includes(id));
  return [
    `${child.givenName} ${child.familyName}`,
    ...signing.map(({ name }) => `${name}, vårdnadshavare`),
    ...parties,
  ];
}

const PRINCIPAL_WORDS: Record<PlanUnitView['principal'], string> = { MUNICIPALITY: 'kommunen', REGION: 'regionen' };

const said = (heading: string, text: string): DisclosedSection[] =>
  text.trim() ? [{ heading, paragraphs: text.trim().split(/\n+/u) }] : [];

const withStop = (text: string): string => (/[.!?…]$/u.test(text) ? text : `${text}.`);
