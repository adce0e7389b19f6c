import { useQuery } from '@tanstack/react-query';
import { answer, api } from '../api/client.ts';
import type { components } from '../api/schema.generated.ts';

type AgreementContent = components['schemas']['AgreementContent'];

/** The lists of codes that an area decides for itself. */
export type CodeList =
  'themes' | 'ageBands' | 'services' | 'outcomes' | 'referrals' | 'redirections' | 'preparationChecks';

const HALF_AN_HOUR_MS = 30 * 60_000;

/**
 * The area's agreement, read once and kept. `nameOf` and `namesOf` are empty until it has come; a code that a newer version no
 * longer has is shown as it is.
 */
export function useAgreement() {
  const query = useQuery({
    queryKey: ['agreement'],
    queryFn: () => answer(api.GET('/api/v1/agreement')),
    staleTime: HALF_AN_HOUR_MS,
  });
  const content: AgreementContent | undefined = query.data?.content;

  function nameOf(list: CodeList, code: string): string {
    if (!content) return '';
    return content[list].find((item) => item.code === code)?.name ?? code;
  }

  return {
    query,
    content,
    nameOf,
    namesOf: (list: CodeList, codes: string[]) => codes.map((code) => nameOf(list, code)).join(', '),
    /** For a RadioGroup, a CheckboxGroup or a Select. */
    choicesOf: (list: CodeList) => (content?.[list] ?? []).map(({ code, name }) => ({ value: code, name })),
  };
}
