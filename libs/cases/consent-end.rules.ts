import { adultFrom, turnsOn } from '../children/index.ts';
import { addDays } from '../platform/index.ts';
import { missingForPlan, type Family, type RecordedConsent } from './consenter.rules.ts';

export const PLAN_CONSENTS = ['HOLDS', 'MISSING'] as const;

export type PlanConsent = (typeof PLAN_CONSENTS)[number];

/**
 * The last day, from `day` on, that nobody's consent to the plan is missing; the day before `day` when somebody's already is.
 * A day on which it would hold again by itself (a child who from a birthday decides alone) is not waited for: the next
 * change of a consent finds it.
 */
export function planConsentEnd(family: Family, consents: readonly RecordedConsent[], day: string): string {
  const firstMissing = turningDays(family, consents, day).find(
    (turning) => missingForPlan(family, consents, turning).length > 0,
  );
  return addDays(firstMissing!, -1);
}

/**
 * The days on which something can begin to be missing without anybody writing anything: a yes has run out, or the child
 * has reached an age. Every yes runs out, so on the last of them something is.
 */
function turningDays({ policy, birthDate }: Family, consents: readonly RecordedConsent[], day: string): string[] {
  const runOut = consents.flatMap(({ validTo }) => (validTo ? addDays(validTo, 1) : []));
  const ages = [turnsOn(birthDate, policy.age), adultFrom(birthDate)];
  return [day, ...[...runOut, ...ages].filter((turning) => turning > day).toSorted()];
}

/** Whether the plan is consented to on a day, by the day kept with the case; nothing until everybody has consented. */
export const planConsentOn = (consentEndsOn: string | null | undefined, day: string): { planConsent?: PlanConsent } =>
  consentEndsOn ? { planConsent: day <= consentEndsOn ? 'HOLDS' : 'MISSING' } : {};
