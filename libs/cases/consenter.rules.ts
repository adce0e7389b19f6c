import { adultFrom, ageOn, isAdultOn, maturityOn } from '../children/index.ts';
import type { ConsentPolicy } from '../directory/index.ts';

/** The child itself, or a guardian by id. */
export type Consenter = string;

export const CHILD: Consenter = 'CHILD';

export const CONSENT_PURPOSES = ['PLAN', 'DISCLOSURE'] as const;

export type ConsentPurpose = (typeof CONSENT_PURPOSES)[number];

/** What a consent is asked for: that a plan is made, or that some of the case is disclosed to a unit. */
export type ConsentMatter = { purpose: 'PLAN' } | { purpose: 'DISCLOSURE'; category: string; unit: string };

export const EXCEPTION_KINDS = ['OTHER_GUARDIAN_PREVENTED', 'SOCIAL_BOARD_6_13A'] as const;

/** Why one guardian's consent is not needed (domain reference 6.2.6). */
export interface ConsentException {
  guardianId: string;
  kind: (typeof EXCEPTION_KINDS)[number];
  decidedOn: string;
  endedOn: string | null;
  /** What a decision of the social board reaches: measures of these categories, and the making of the plan. */
  scope: { plan: boolean; categories: readonly string[] };
}

/** The child and the people around it, as consent depends on them. Days are local dates, YYYY-MM-DD. */
export interface Family {
  policy: ConsentPolicy;
  birthDate: string;
  guardians: readonly { id: string; endedOn: string | null }[];
  assessments: readonly { assessedOn: string; mature: boolean }[];
  exceptions: readonly ConsentException[];
}

/** One answer from one consenter. Lists of them stand in the order they were recorded. */
export interface RecordedConsent {
  id: string;
  purpose: ConsentPurpose;
  consenter: Consenter;
  given: boolean;
  decidedOn: string;
  /** Last day that it holds; null for a refusal. */
  validTo: string | null;
  unitIds: readonly string[];
  categories: readonly string[];
  /** The local date of the withdrawal. */
  withdrawnOn: string | null;
}

/** Who must consent. `guardianMissing`: a guardian must, and none is registered. */
export interface Required {
  consenters: Consenter[];
  guardianMissing: boolean;
}

export const MISSING_REASONS = ['NO_GUARDIAN', 'NEVER_ASKED', 'REFUSED', 'WITHDRAWN', 'EXPIRED', 'TURNED_18'] as const;

export type MissingReason = (typeof MISSING_REASONS)[number];

/** Somebody whose consent is missing, and why. Without a consenter: no guardian is registered. */
export interface MissingConsent {
  consenter: Consenter | null;
  reason: MissingReason;
}

export type Coverage = { consentIds: string[] } | { missing: MissingConsent[] };

/**
 * Who must consent on a day. Of age: the young adult alone. Under 18 every guardian (föräldrabalken 6 kap. 13 §) but those
 * excepted, and the child as the agreement's policy has it:
 * - GUARDIANS_ALWAYS: never;
 * - GUARDIANS_AND_CHILD_FROM: from the age, unless assessed not to be mature enough;
 * - MATURE_CHILD_ALONE_FROM: from the age, alone when assessed mature; with the guardians until somebody has assessed.
 */
export function requiredConsenters(family: Family, matter: ConsentMatter, day: string): Required {
  const alone = { consenters: [CHILD], guardianMissing: false };
  if (isAdultOn(family.birthDate, day)) return alone;
  const { variant } = family.policy;
  const mature = maturityOn(family.assessments, day);
  const asked = variant !== 'GUARDIANS_ALWAYS' && hasReached(family, day) && mature !== false;
  if (variant === 'MATURE_CHILD_ALONE_FROM' && asked && mature) return alone;
  const guardians = guardiansOn(family, day);
  const needed = guardians.filter((id) => !isExcepted(family, id, matter, day));
  // An exception stands in for one guardian beside another: it never leaves the decision to nobody.
  const consenting = needed.length > 0 ? needed : guardians;
  return { consenters: [...consenting, ...(asked ? [CHILD] : [])], guardianMissing: guardians.length === 0 };
}

/** The consents that carry a matter on a day, or whose are missing. Every one that is required must be there. */
export function covers(
  family: Family,
  consents: readonly RecordedConsent[],
  matter: ConsentMatter,
  day: string,
): Coverage {
  const { consenters, guardianMissing } = requiredConsenters(family, matter, day);
  const answers = consenters.map((consenter) => ({ consenter, ...answerOf(family, consents, consenter, matter, day) }));
  const missing = [
    ...(guardianMissing ? [{ consenter: null, reason: 'NO_GUARDIAN' as const }] : []),
    ...answers.flatMap(({ consenter, reason }) => (reason ? [{ consenter, reason }] : [])),
  ];
  return missing.length > 0 ? { missing } : { consentIds: answers.flatMap(({ consentId }) => consentId ?? []) };
}

/** Whose consent to the plan is missing. */
export const missingForPlan = (family: Family, consents: readonly RecordedConsent[], day: string): MissingConsent[] =>
  missingIn(covers(family, consents, { purpose: 'PLAN' }, day));

/**
 * Whose consent to disclosure is missing altogether: nothing may be told to anybody. What each unit may be told is asked
 * for every disclosure by itself; of several units that lack somebody's, the one that lacks the fewest is answered.
 */
export function missingForDisclosure(
  family: Family,
  consents: readonly RecordedConsent[],
  day: string,
): MissingConsent[] {
  const asked = consents
    .filter(({ purpose }) => purpose === 'DISCLOSURE')
    .flatMap(({ unitIds, categories }) =>
      unitIds.flatMap((unit) => categories.map((category) => ({ unit, category }))),
    );
  const matters = asked.length > 0 ? asked : [{ unit: '', category: '' }];
  const lacks = matters.map((matter) => missingIn(covers(family, consents, { purpose: 'DISCLOSURE', ...matter }, day)));
  return lacks.toSorted((one, other) => one.length - other.length)[0]!;
}

/** The earliest day that a new answer may be of: what was signed before a withdrawal does not undo it. */
export const earliestAnswer = (
  consents: readonly RecordedConsent[],
  consenter: Consenter,
  purpose: ConsentPurpose,
): string | undefined =>
  consents
    .filter((consent) => consent.consenter === consenter && consent.purpose === purpose)
    .flatMap(({ withdrawnOn }) => withdrawnOn ?? [])
    .toSorted()
    .at(-1);

const missingIn = (coverage: Coverage): MissingConsent[] => ('missing' in coverage ? coverage.missing : []);

const hasReached = ({ policy, birthDate }: Family, day: string): boolean => ageOn(birthDate, day) >= policy.age;

/** The guardians on a day. From the 18th birthday there are none, whether or not that has been written down yet. */
export const guardiansOn = (
  { birthDate, guardians }: Pick<Family, 'birthDate' | 'guardians'>,
  day: string,
): string[] =>
  isAdultOn(birthDate, day)
    ? []
    : guardians.filter(({ endedOn }) => endedOn === null || day < endedOn).map(({ id }) => id);

function isExcepted({ exceptions }: Family, guardianId: string, matter: ConsentMatter, day: string): boolean {
  return exceptions.some(
    (exception) =>
      exception.guardianId === guardianId &&
      exception.decidedOn <= day &&
      (exception.endedOn === null || day < exception.endedOn) &&
      reaches(exception, matter),
  );
}

/** A decision of the social board reaches the measures that it lists; a guardian who is prevented is so in everything. */
function reaches({ kind, scope }: ConsentException, matter: ConsentMatter): boolean {
  if (kind === 'OTHER_GUARDIAN_PREVENTED') return true;
  return matter.purpose === 'PLAN' ? scope.plan : scope.categories.includes(matter.category);
}

/**
 * What one consenter says of a matter on a day: the latest answer counts. When it is withdrawn no earlier one comes back.
 * What somebody said as a child under 18 is asked anew of the young adult (domain reference 1.5).
 */
function answerOf(
  { birthDate }: Family,
  consents: readonly RecordedConsent[],
  consenter: Consenter,
  matter: ConsentMatter,
  day: string,
): { consentId?: string; reason?: MissingReason } {
  const answers = consents.filter(
    (consent) => consent.consenter === consenter && consent.decidedOn <= day && concerns(consent, matter),
  );
  // Sorting keeps the order of recording among answers from the same day.
  const latest = answers.toSorted((one, other) => one.decidedOn.localeCompare(other.decidedOn)).at(-1);
  if (!latest) return { reason: 'NEVER_ASKED' };
  const fault = faultOf(latest, birthDate, day);
  return fault ? { reason: fault } : { consentId: latest.id };
}

/** Why an answer does not carry anything on a day, or undefined when it does. */
export function faultOf(consent: RecordedConsent, birthDate: string, day: string): MissingReason | undefined {
  if (isAdultOn(birthDate, day) && consent.decidedOn < adultFrom(birthDate)) return 'TURNED_18';
  if (!consent.given) return 'REFUSED';
  if (consent.withdrawnOn !== null) return 'WITHDRAWN';
  if (consent.validTo === null || consent.validTo < day) return 'EXPIRED';
  return undefined;
}

const concerns = (consent: RecordedConsent, matter: ConsentMatter): boolean =>
  consent.purpose === matter.purpose &&
  (matter.purpose === 'PLAN' ||
    (consent.unitIds.includes(matter.unit) && consent.categories.includes(matter.category)));
