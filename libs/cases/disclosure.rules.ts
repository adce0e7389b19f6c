import { isProtected, type Protection } from '../children/index.ts';
import type { CodeView } from '../directory/index.ts';
import { allows, type CaseState } from './case-state.rules.ts';
import {
  CHILD,
  covers,
  type Family,
  type MissingConsent,
  type MissingReason,
  type RecordedConsent,
} from './consenter.rules.ts';
import type { NamedUnit } from './disclosure.document.ts';

/** A legal ground other than consent, as it was decided (domain reference 6.2.5). */
export interface DecidedGround {
  id: string;
  unitId: string;
  categories: readonly string[];
  decidedOn: string;
  endedOn: string | null;
}

/** What decides whether something of a case may be disclosed. */
export interface DisclosureBasis {
  state: CaseState;
  family: Family;
  consents: readonly RecordedConsent[];
  grounds: readonly DecidedGround[];
}

/** What a disclosure to a unit rests on, or whose consent is missing. */
export type Carried = { consentIds: string[] } | { groundId: string } | { missing: MissingConsent[] };

/**
 * What carries a disclosure of a category to a unit on a day (domain reference 6.2.5): every consent that is required, or
 * one ground. Consents carry nothing while the case itself waits for consent.
 */
export function carriedBy(basis: DisclosureBasis, unit: string, category: string, day: string): Carried {
  const coverage = covers(basis.family, basis.consents, { purpose: 'DISCLOSURE', unit, category }, day);
  if ('consentIds' in coverage && consentsCount(basis.state)) return coverage;
  const ground = basis.grounds.find(
    ({ unitId, categories, decidedOn, endedOn }) =>
      unitId === unit && categories.includes(category) && decidedOn <= day && (endedOn === null || day < endedOn),
  );
  if (ground) return { groundId: ground.id };
  return { missing: 'missing' in coverage ? coverage.missing : [] };
}

/** Consents count from the day they are complete until one of those for the plan is withdrawn. */
export const consentsCount = (state: CaseState): boolean => allows(state, 'withdraw-consent');

/** A unit in a copy that may not tell where the child or a guardian is: the kind of service instead of the name. */
export const unitWords = ({ name, service }: NamedUnit, shielded: boolean, services: readonly CodeView[]): string =>
  shielded ? (services.find(({ code }) => code === service)?.name ?? 'En verksamhet') : name;

/** Whether the names of places must be kept out: the child is protected, or one guardian from another. */
export const isShielded = (protection: Protection, guardians: readonly { hiddenFromOther: boolean }[]): boolean =>
  isProtected(protection) || guardians.some(({ hiddenFromOther }) => hiddenFromOther);

/**
 * Who is told of something about copies: the units that hold them; of a protected child the people named and nobody else.
 */
export function toldOf(
  { named }: { named: string[] | null },
  copies: readonly { unitId: string; readerIds: readonly string[] | null }[],
): { named: string[] } | { recipients: string[] } {
  if (named) return { named: [...new Set([...named, ...copies.flatMap(({ readerIds }) => readerIds ?? [])])] };
  return { recipients: [...new Set(copies.map(({ unitId }) => unitId))] };
}

/** Whom a disclosure concerns, for the facts of the event that tells of it. */
export type Told = ReturnType<typeof toldOf>;

const LACKS: Record<MissingReason, string> = {
  NO_GUARDIAN: 'ingen vårdnadshavare är registrerad',
  NEVER_ASKED: 'inte tillfrågad',
  REFUSED: 'svarade nej',
  WITHDRAWN: 'återkallat',
  EXPIRED: 'gäller inte längre',
  TURNED_18: 'behövs på nytt efter 18-årsdagen',
};

/** Why nothing carries a disclosure, without saying who: the list of consents does. */
export function lackWords(missing: readonly MissingConsent[]): string {
  if (missing.length === 0) return 'samtycket till planen är inte komplett.';
  const each = missing.map(({ consenter, reason }) => {
    if (consenter === null) return LACKS[reason];
    return `samtycke från ${consenter === CHILD ? 'barnet' : 'en vårdnadshavare'} (${LACKS[reason]})`;
  });
  return `saknas: ${each.join(', ')}.`;
}
