import type { components } from '../api/schema.generated.ts';

export type EvaluationVariant = components['schemas']['EvaluationVariant'];
export type EvaluationQuestion = components['schemas']['EvaluationQuestion'];
export type EvaluationScores = Omit<components['schemas']['Evaluation'], 'variant'>;

export const VARIANTS: Record<EvaluationVariant, { name: string; plural: string }> = {
  CHILD: { name: 'Barn eller ung', plural: 'Barn och unga' },
  GUARDIAN: { name: 'Vårdnadshavare', plural: 'Vårdnadshavare' },
  STAFF: { name: 'Personal', plural: 'Personal' },
};

/** The eight questions in the order in which they are asked, in each one's own words. */
export const QUESTIONS: { id: EvaluationQuestion; words: Record<EvaluationVariant, string> }[] = [
  {
    id: 'knewWhy',
    words: {
      CHILD: 'Jag visste varför vi träffades.',
      GUARDIAN: 'Jag visste varför vi träffades.',
      STAFF: 'Jag visste varför vi träffades.',
    },
  },
  {
    id: 'couldSay',
    words: {
      CHILD: 'Jag fick säga det jag ville.',
      GUARDIAN: 'Jag kunde säga det jag ville.',
      STAFF: 'Jag kunde säga det jag behövde.',
    },
  },
  {
    id: 'wasListenedTo',
    words: {
      CHILD: 'De vuxna lyssnade på mig.',
      GUARDIAN: 'Jag blev lyssnad på.',
      STAFF: 'Barnet och familjen blev lyssnade på.',
    },
  },
  {
    id: 'rightPeople',
    words: {
      CHILD: 'Rätt personer var med.',
      GUARDIAN: 'Rätt personer var med.',
      STAFF: 'De som behövdes var med.',
    },
  },
  {
    id: 'whoDoesWhat',
    words: {
      CHILD: 'Jag vet vem som ska göra vad.',
      GUARDIAN: 'Det är klart vem som gör vad.',
      STAFF: 'Det är klart vem som gör vad.',
    },
  },
  {
    id: 'clearWhen',
    words: {
      CHILD: 'Jag vet när det ska hända.',
      GUARDIAN: 'Det är klart när det ska göras.',
      STAFF: 'Det är klart när det ska göras.',
    },
  },
  {
    id: 'nextMeeting',
    words: {
      CHILD: 'Jag vet när vi ses nästa gång.',
      GUARDIAN: 'Jag vet när vi träffas nästa gång.',
      STAFF: 'Jag vet när vi träffas nästa gång.',
    },
  },
  {
    id: 'meaningful',
    words: {
      CHILD: 'Det var bra att vi träffades.',
      GUARDIAN: 'Mötet kändes meningsfullt.',
      STAFF: 'Mötet var meningsfullt.',
    },
  },
];

const GROWN_UP = ['Inte alls', 'Lite', 'Delvis', 'Till stor del', 'Helt'];

/** What 1 to 5 are called. */
export const SCALE: Record<EvaluationVariant, string[]> = {
  CHILD: ['Nej', 'Nej, inte så mycket', 'Sådär', 'Ja, ganska mycket', 'Ja'],
  GUARDIAN: GROWN_UP,
  STAFF: GROWN_UP,
};

/** `4,2` from 42. */
export const meanText = (tenths: number): string => (tenths / 10).toFixed(1).replace('.', ',');
