/** Who answers; each has the same eight questions in words of their own (domain reference 2.5, our convention). */
export const EVALUATION_VARIANTS = ['CHILD', 'GUARDIAN', 'STAFF'] as const;
export type EvaluationVariant = (typeof EVALUATION_VARIANTS)[number];

/** The eight questions, in the order in which their sums are kept. */
export const EVALUATION_QUESTIONS = [
  'knewWhy',
  'couldSay',
  'wasListenedTo',
  'rightPeople',
  'whoDoesWhat',
  'clearWhen',
  'nextMeeting',
  'meaningful',
] as const;
export type EvaluationQuestion = (typeof EVALUATION_QUESTIONS)[number];

/** A mean in tenths, from a sum: 42 is 4.2. */
export const meanInTenths = (sum: number, answers: number): number => Math.round((10 * sum) / answers);
