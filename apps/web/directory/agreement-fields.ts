import { get } from 'react-hook-form';
import type { components } from '../api/schema.generated.ts';
import type { Choice } from '../kit/checkbox-group.tsx';

export type Agreement = components['schemas']['AgreementView'];

/** An agreement's content as a form holds it: a code is any text, until the API has taken it. */
export type AgreementContent = AsTyped<components['schemas']['AgreementContent']>;
type AsTyped<T> = T extends string ? string : T extends object ? { [K in keyof T]: AsTyped<T[K]> } : T;

export type CodeRow = components['schemas']['CodeView'];

type Days = `sip.days.${keyof AgreementContent['sip']['days']}`;
type Ages = `sip.ages.${keyof AgreementContent['sip']['ages']}`;

/** A field of the agreement that is one number. */
export type NumberPath =
  Days | Ages | 'sip.consentPolicy.age' | 'days.feedbackAfter' | 'limits.smallCell' | 'limits.themesPerRequest';

/** Days of a SIP, in the order that they come (domain reference 2.2). */
export const DAYS: { path: NumberPath; label: string }[] = [
  { path: 'sip.days.start', label: 'Från behovet tills arbetet ska ha börjat' },
  { path: 'sip.days.meeting', label: 'Från samtycket till första mötet' },
  { path: 'sip.days.dischargeSummons', label: 'Från utskrivningsklar till kallelse' },
  { path: 'sip.days.summonsLead', label: 'Kallelsen skickas före mötet' },
  { path: 'sip.days.replyBefore', label: 'Svar på kallelsen före mötet' },
  { path: 'sip.days.planSent', label: 'Från mötet tills planen är utlämnad' },
  { path: 'sip.days.followUpDefault', label: 'Till uppföljning, som förslag' },
  { path: 'sip.days.followUpMax', label: 'Till uppföljning, som längst' },
  { path: 'sip.days.followUpReminder', label: 'Påminnelse före uppföljningen' },
  { path: 'sip.days.consentValid', label: 'Ett samtycke gäller som längst' },
  { path: 'sip.days.examinationOffer', label: 'Till erbjuden hälsoundersökning för placerat barn' },
  { path: 'sip.days.transitionAlarm', label: 'Larm före 18-årsdagen om mottagare saknas' },
];

export const AGES: { path: NumberPath; label: string }[] = [
  { path: 'sip.ages.from', label: 'Yngsta ålder, år' },
  { path: 'sip.ages.to', label: 'Högsta ålder, till och med, år' },
  { path: 'sip.ages.transitionMonths', label: 'Övergången planeras från, månader före 18-årsdagen' },
];

export const CONSENT_AGE = { path: 'sip.consentPolicy.age', label: 'Från vilken ålder, år' } as const;

export const CONSULTATION_NUMBERS: { path: NumberPath; label: string }[] = [
  { path: 'days.feedbackAfter', label: 'Dagar från mötet till frågan om det hjälpte' },
  { path: 'limits.themesPerRequest', label: 'Flest teman på en fråga' },
  { path: 'limits.smallCell', label: 'Minsta antal som visas i statistik' },
];

export const TEXTS = [
  { path: 'reportOfConcern.text', label: 'Om ett barn far illa nu: vad den som frågar ska göra' },
  { path: 'reportOfConcern.legalReference', label: 'Lagrum för orosanmälan' },
] as const;

export const CONSENT_CHOICES: Choice[] = [
  { value: 'GUARDIANS_ALWAYS', name: 'Vårdnadshavarna samtycker alltid' },
  { value: 'GUARDIANS_AND_CHILD_FROM', name: 'Vårdnadshavarna, och barnet från en viss ålder' },
  { value: 'MATURE_CHILD_ALONE_FROM', name: 'Ett moget barn ensamt från en viss ålder, annars vårdnadshavarna' },
];

export const HOLDER_CHOICES: Choice[] = [
  { value: 'FAMILY', name: 'Familjen' },
  { value: 'LEAD_UNIT', name: 'Den enhet som leder arbetet' },
];

/** The lists of codes, each under what it is called. The kinds of unit are the product's own: they only get other names. */
export const LISTS = [
  { path: 'themes', label: 'Teman' },
  { path: 'ageBands', label: 'Åldersgrupper' },
  { path: 'services', label: 'Verksamheter', fixed: true },
  { path: 'outcomes', label: 'Utfall av en konsultation' },
  { path: 'referrals', label: 'Vart en remiss kan rekommenderas' },
  { path: 'redirections', label: 'Vart en fråga kan hänvisas' },
  { path: 'preparationChecks', label: 'Att kontrollera inför mötet' },
  { path: 'sip.legalReferences', label: 'Lagrum, som de skrivs i planen' },
  { path: 'sip.categories', label: 'Uppgifter som samtycke kan gälla' },
  { path: 'sip.disclosureGrounds', label: 'Andra grunder för att lämna ut' },
  { path: 'sip.closingReasons', label: 'Skäl att avsluta' },
  { path: 'sip.deviationCategories', label: 'Slag av avvikelse i samverkan' },
  { path: 'sip.absenceBands', label: 'Skolfrånvaro, i band' },
] as const;

export type CodeList = (typeof LISTS)[number];
export type ListPath = CodeList['path'];

/** Every field but the lists of codes. */
export const FIELDS: { path: string; label: string }[] = [
  ...DAYS.map(({ path, label }) => ({ path, label: `${label}, dagar` })),
  ...AGES,
  { path: 'sip.consentPolicy.variant', label: 'Vem som samtycker' },
  { path: CONSENT_AGE.path, label: 'Samtycke: från vilken ålder, år' },
  { path: 'sip.mayCall', label: 'Verksamheter som får kalla' },
  { path: 'sip.originalHeldBy', label: 'Vem som förvarar originalet' },
  ...CONSULTATION_NUMBERS,
  ...TEXTS,
];

/** A field of the agreement, by its path; undefined where an older version has no such field. */
export const valueAt = (content: AgreementContent, path: string): string | number | string[] | undefined =>
  get(content, path);

/** The rows of a list; none where an older version has no such list. */
export const listAt = (content: AgreementContent, path: ListPath): CodeRow[] => get(content, path) ?? [];
