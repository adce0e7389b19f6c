import type { AgreementContent } from '../directory/index.ts';
import { faultIf, type FieldFault } from '../platform/index.ts';
import { isIn } from './submission.rules.ts';

/** What the team has written about a question so far. */
export interface Advice {
  advice: string;
  outcomes: readonly string[];
  referrals: readonly string[];
  followUpOn: string | null;
}

type Lists = Pick<AgreementContent, 'outcomes' | 'referrals'>;

/** What is wrong with advice that is being written: only what can never be right. */
export function draftFaults({ outcomes, referrals, followUpOn }: Advice, lists: Lists, heldOn: string): FieldFault[] {
  return [
    faultIf(
      !outcomes.every((code) => isIn(lists.outcomes, code)),
      'outcomes',
      'Ett av utfallen finns inte längre. Välj om.',
    ),
    faultIf(
      !referrals.every((code) => isIn(lists.referrals, code)),
      'referrals',
      'En av mottagarna finns inte längre. Välj om.',
    ),
    faultIf(followUpOn !== null && followUpOn <= heldOn, 'followUpOn', 'Välj en dag efter mötet.'),
  ].flat();
}

/** What is missing before the answer can be given. */
export function conclusionFaults(advice: Advice, lists: Lists, heldOn: string): FieldFault[] {
  const refers = advice.outcomes.includes('RECOMMEND_REFERRAL');
  return [
    ...draftFaults(advice, lists, heldOn),
    ...faultIf(advice.advice.trim() === '', 'advice', 'Skriv det råd som teamet ger.'),
    ...faultIf(advice.outcomes.length === 0, 'outcomes', 'Välj minst ett utfall.'),
    ...faultIf(refers && advice.referrals.length === 0, 'referrals', 'Välj vart remissen eller ansökan ska gå.'),
    ...faultIf(
      !refers && advice.referrals.length > 0,
      'referrals',
      'Välj utfallet ”Remiss eller ansökan rekommenderas”, eller ta bort mottagarna.',
    ),
  ];
}
