import { isAdultOn } from '../children/index.ts';
import type { SipRules } from '../directory/index.ts';
import { addDays, dayInWords, faultIf, type FieldFault } from '../platform/index.ts';
import type { NewConsent } from './consent.dto.ts';
import type { NewException } from './consent-exception.dto.ts';
import type { NewGround } from './disclosure-ground.dto.ts';
import {
  CHILD,
  earliestAnswer,
  guardiansOn,
  type Consenter,
  type Family,
  type RecordedConsent,
} from './consenter.rules.ts';

/** What a new answer, exception or ground is held against. */
export interface ConsentGround {
  today: string;
  rules: SipRules;
  family: Family;
  consents: readonly RecordedConsent[];
  /** Units that take part now. */
  parties: readonly string[];
}

export const consenterOf = ({ consenter, guardianId }: Pick<NewConsent, 'consenter' | 'guardianId'>): Consenter =>
  consenter === 'CHILD' ? CHILD : (guardianId ?? '');

/** What is wrong with an answer that is to be recorded (domain reference 6.2.7). */
export function consentFaults(answer: NewConsent, ground: ConsentGround): FieldFault[] {
  return [
    ...dayFaults(answer.decidedOn, ground),
    ...consenterFaults(answer, ground),
    ...periodFaults(answer, ground),
    ...(answer.purpose === 'DISCLOSURE' ? scopeFaults(answer, ground) : []),
    ...faultIf(
      answer.form === 'ORAL' && !answer.documentedBy,
      'documentedBy',
      'Skriv vem som tog emot det muntliga svaret.',
    ),
    ...faultIf(answer.form === 'ORAL' && !answer.note, 'note', 'Skriv hur det muntliga svaret lämnades.'),
  ];
}

/** What is wrong with an exception (domain reference 6.2.6). */
export function exceptionFaults(exception: NewException, ground: ConsentGround): FieldFault[] {
  const { kind, guardianId, reason, decisionReference, measures, coversPlan, categories = [] } = exception;
  const guardians = guardiansOn(ground.family, ground.today);
  const prevented = kind === 'OTHER_GUARDIAN_PREVENTED';
  return [
    ...dayFaults(exception.decidedOn, ground),
    ...faultIf(!guardians.includes(guardianId), 'guardianId', 'Välj en av barnets vårdnadshavare.'),
    ...faultIf(guardians.length < 2, 'guardianId', 'Ett undantag förutsätter att en annan vårdnadshavare samtycker.'),
    ...faultIf(
      prevented && !reason,
      'reason',
      'Skriv varför vårdnadshavaren är förhindrad och varför det inte kan vänta.',
    ),
    ...faultIf(!prevented && !decisionReference, 'decisionReference', 'Skriv beslutets beteckning.'),
    ...faultIf(!prevented && !measures, 'measures', 'Skriv vilka åtgärder beslutet gäller.'),
    ...faultIf(
      !prevented && !coversPlan && categories.length === 0,
      'categories',
      'Välj vilka uppgifter beslutet räcker för, eller att det räcker för planen.',
    ),
    ...categoryFaults(categories, ground),
  ];
}

/** What is wrong with a legal ground (domain reference 6.2.5). */
export function groundFaults(basis: NewGround, ground: ConsentGround): FieldFault[] {
  const { rules, parties } = ground;
  return [
    ...dayFaults(basis.decidedOn, ground),
    ...faultIf(
      !rules.disclosureGrounds.some(({ code }) => code === basis.ground),
      'ground',
      'Välj en grund i överenskommelsens lista.',
    ),
    ...faultIf(!parties.includes(basis.unitId), 'unitId', 'Välj en enhet som är med i ärendet.'),
    ...faultIf(basis.categories.length === 0, 'categories', 'Välj vilka uppgifter det gäller.'),
    ...categoryFaults(basis.categories, ground),
  ];
}

const dayFaults = (decidedOn: string, { today }: ConsentGround): FieldFault[] =>
  faultIf(decidedOn > today, 'decidedOn', 'Dagen har inte varit än. Ange dagens datum eller en tidigare dag.');

function consenterFaults(answer: NewConsent, ground: ConsentGround): FieldFault[] {
  const { consenter, guardianId, purpose, decidedOn } = answer;
  const { family, consents, today } = ground;
  if (consenter === 'CHILD' && guardianId) return [{ field: 'guardianId', message: 'Lämna tomt när barnet svarar.' }];
  if (consenter === 'GUARDIAN') {
    if (isAdultOn(family.birthDate, today))
      return [{ field: 'consenter', message: 'Den unga har fyllt 18 år och samtycker själv.' }];
    if (!guardianId || !guardiansOn(family, today).includes(guardianId))
      return [{ field: 'guardianId', message: 'Välj en av barnets vårdnadshavare.' }];
  }
  const earliest = earliestAnswer(consents, consenterOf(answer), purpose);
  return faultIf(
    earliest !== undefined && decidedOn < earliest,
    'decidedOn',
    `Samtycket återkallades den ${dayInWords(earliest)}. Ett nytt svar är från den dagen eller senare.`,
  );
}

function periodFaults({ given, decidedOn, validTo }: NewConsent, { rules }: ConsentGround): FieldFault[] {
  if (!given) return faultIf(validTo !== undefined, 'validTo', 'Ett nej har inget slutdatum. Lämna tomt.');
  if (!validTo) return [{ field: 'validTo', message: 'Ange till och med vilken dag samtycket gäller.' }];
  const days = rules.days.consentValid;
  const latest = addDays(decidedOn, days);
  return [
    ...faultIf(validTo < decidedOn, 'validTo', 'Ange samma dag som svaret eller en senare.'),
    ...faultIf(
      validTo > latest,
      'validTo',
      `Ange den ${dayInWords(latest)} eller tidigare: ett samtycke gäller högst ${days} dagar.`,
    ),
  ];
}

function scopeFaults({ unitIds = [], categories = [] }: NewConsent, ground: ConsentGround): FieldFault[] {
  return [
    ...faultIf(unitIds.length === 0, 'unitIds', 'Välj vilka enheter det gäller.'),
    ...faultIf(
      !unitIds.every((unit) => ground.parties.includes(unit)),
      'unitIds',
      'Välj bland enheterna som är med i ärendet.',
    ),
    ...faultIf(categories.length === 0, 'categories', 'Välj vilka uppgifter det gäller.'),
    ...categoryFaults(categories, ground),
  ];
}

const categoryFaults = (categories: readonly string[], { rules }: ConsentGround): FieldFault[] =>
  faultIf(
    !categories.every((category) => rules.categories.some(({ code }) => code === category)),
    'categories',
    'Välj bland uppgifterna i överenskommelsens lista.',
  );
