import type { AgreementContent } from '../directory/index.ts';
import { faultIf, type FieldFault } from '../platform/index.ts';

/** A request's content as it stands when it is to be sent in. */
export interface SubmissionContent {
  question: string;
  tried: string;
  themes: readonly string[];
  ageBand: string | null;
  services: readonly string[];
}

/** What is missing or wrong, by the lists and limits of the agreement (product.md: a request takes five fields). */
export function submissionFaults(
  { question, tried, themes, ageBand, services }: SubmissionContent,
  agreement: Pick<AgreementContent, 'themes' | 'ageBands' | 'services' | 'limits'>,
): FieldFault[] {
  const most = agreement.limits.themesPerRequest;
  return [
    faultIf(question.trim() === '', 'question', 'Skriv vad du vill ha hjälp med.'),
    faultIf(themes.length === 0, 'themes', `Välj ett till ${most} teman.`),
    faultIf(themes.length > most, 'themes', `Välj högst ${most} teman.`),
    faultIf(
      !themes.every((code) => isIn(agreement.themes, code)),
      'themes',
      'Ett av temana finns inte längre. Välj om.',
    ),
    faultIf(ageBand === null, 'ageBand', 'Välj åldersgrupp.'),
    faultIf(
      ageBand !== null && !isIn(agreement.ageBands, ageBand),
      'ageBand',
      'Åldersgruppen finns inte längre. Välj om.',
    ),
    faultIf(tried.trim() === '', 'tried', 'Skriv vad ni har prövat. Har ni inte prövat något, skriv det.'),
    faultIf(services.length === 0, 'services', 'Välj minst en verksamhet, till exempel er egen.'),
    faultIf(
      !services.every((code) => isIn(agreement.services, code)),
      'services',
      'En av verksamheterna finns inte längre. Välj om.',
    ),
  ].flat();
}

/** Whether a code is on one of the agreement's lists. */
export const isIn = (list: readonly { code: string }[], code: string): boolean =>
  list.some((item) => item.code === code);
