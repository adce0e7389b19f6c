import type { StateTone } from '../kit/state-tag.tsx';
import type { Consent, Consenter, Consents, Missing, MissingReason } from './consent.ts';

export const PURPOSES: Record<Consent['purpose'], { name: string; help: string }> = {
  PLAN: { name: 'Att planen görs', help: 'Utan det får ingen SIP göras.' },
  DISCLOSURE: { name: 'Vad som får lämnas ut', help: 'Vilka som får veta, och vad.' },
};

export const STANDINGS: Record<Consent['standing'], { name: string; tone: StateTone }> = {
  HOLDS: { name: 'Gäller', tone: 'done' },
  REFUSED: { name: 'Sa nej', tone: 'stopped' },
  WITHDRAWN: { name: 'Återkallat', tone: 'stopped' },
  EXPIRED: { name: 'Gäller inte längre', tone: 'late' },
  TURNED_18: { name: 'Från före 18-årsdagen', tone: 'late' },
};

const REASONS: Record<MissingReason, string> = {
  NO_GUARDIAN: 'ingen är registrerad',
  NEVER_ASKED: 'inte tillfrågad',
  REFUSED: 'sa nej',
  WITHDRAWN: 'återkallat',
  EXPIRED: 'gäller inte längre',
  TURNED_18: 'behövs på nytt efter 18-årsdagen',
};

/** Somebody whose answers are missing, and of what. */
export interface MissingPerson {
  /** `CHILD`, the guardian's id, or empty: no guardian is registered. */
  who: string;
  name: string;
  purposes: Consent['purpose'][];
  words: string;
}

/** Whose consents are missing, person by person: `Robin Testsson: planen (sa nej), utlämnande (inte tillfrågad)`. */
export function missingPeople({ missingForPlan, missingForDisclosure }: Consents): MissingPerson[] {
  const lacks = [
    ...missingForPlan.map((missing) => ({ ...missing, purpose: 'PLAN' as const, what: 'planen' })),
    ...missingForDisclosure.map((missing) => ({ ...missing, purpose: 'DISCLOSURE' as const, what: 'utlämnande' })),
  ];
  return [...new Set(lacks.map(whoOf))].map((who) => {
    const own = lacks.filter((lack) => whoOf(lack) === who);
    return {
      who,
      name: own[0]!.name ?? 'Vårdnadshavare',
      purposes: own.map(({ purpose }) => purpose),
      words: own.map(({ what, reason }) => `${what} (${REASONS[reason]})`).join(', '),
    };
  });
}

export const whoOf = ({ consenter, guardianId }: Pick<Missing, 'consenter' | 'guardianId'>): string =>
  consenter === 'CHILD' ? 'CHILD' : (guardianId ?? '');

/** What this person, and nobody else, has left out of an answer that holds. */
export const exclusionsOf = (
  person: Pick<Consenter, 'consenter' | 'guardianId'>,
  consents: Pick<Consent, 'consenter' | 'guardianId' | 'standing' | 'exclusions'>[],
): string[] =>
  consents
    .filter((consent) => consent.standing === 'HOLDS' && whoOf(consent) === whoOf(person))
    .flatMap(({ exclusions }) => exclusions ?? []);

/** As a reason why one thing may not be told: whoever was asked may have answered about other things. */
const NO_ANSWER: Partial<Record<MissingReason, string>> = { NEVER_ASKED: 'inget svar om det' };

/** Why a party may not be told something, each person once: `Robin Testsson (sa nej)`. */
export function lackWords(missing: Missing[]): string {
  if (missing.length === 0) return 'samtycket till planen är inte komplett';
  const first = missing.filter((one, i) => missing.findIndex((other) => whoOf(other) === whoOf(one)) === i);
  return first
    .map(({ name, reason }) => `${name ?? 'Vårdnadshavare'} (${NO_ANSWER[reason] ?? REASONS[reason]})`)
    .join(', ');
}
