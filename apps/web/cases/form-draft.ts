import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { FieldValues } from 'react-hook-form';
import type { Stored } from '../api/autosave.ts';
import { answer, api, ifMatch } from '../api/client.ts';
import type { components } from '../api/schema.generated.ts';
import { useSavedForm } from '../api/use-saved-form.ts';

type Schemas = components['schemas'];

export type DraftedForm = Schemas['DraftedForm'];
export type FormDraft = Schemas['FormDraftView'];

const readDraft = (caseId: string, form: DraftedForm): Promise<FormDraft> =>
  answer(api.GET('/api/v1/cases/{id}/draft', { params: { path: { id: caseId }, query: { form } } }));

/** A form as far as it has been filled in. Read each time that it is opened, and not kept after. */
export const useFormDraft = (caseId: string, form: DraftedForm) =>
  useQuery({ queryKey: ['form-draft', caseId, form], queryFn: () => readDraft(caseId, form), gcTime: 0 });

/**
 * A form of a case that is saved as it is filled in, until it is sent in. `blank` is the form as it begins: what a draft has of
 * fields that are no longer in it is left out. `closed` when the form can no longer be sent in: what is written stays on the page.
 */
export function useDraftedForm<Values extends FieldValues>(
  caseId: string,
  draft: FormDraft,
  blank: Values,
  closed = false,
) {
  const { form: name } = draft;
  const [isDraft, setIsDraft] = useState(draft.content !== undefined);
  const storedIn = ({ content, version }: FormDraft): Stored<Values> => ({ content: filled(blank, content), version });
  const paramsAt = (version: number) => ({ path: { id: caseId }, query: { form: name }, header: ifMatch(version) });
  const saved = useSavedForm<Values, Values>({
    stored: storedIn(draft),
    valuesOf: (content) => content,
    contentOf: (values) => values,
    closed,
    store: {
      read: async () => storedIn(await readDraft(caseId, name)),
      write: async (content, from) => {
        const params = paramsAt(from);
        const { version } = await answer(api.PUT('/api/v1/cases/{id}/draft', { params, body: { content } }));
        setIsDraft(true);
        return { content, version };
      },
    },
  });
  const { form, autosave } = saved;

  return {
    ...saved,
    /** Something is saved that has not been sent in. */
    isDraft,
    /** Saves what is left to save before the form is sent in; false when somebody else's text is to be compared first. */
    ready: async () => (await autosave.flush()) || !autosave.isContested,
    /** Throws the draft away: the form is blank again. */
    discard: async () => {
      await autosave.flush();
      const gone = await answer(api.DELETE('/api/v1/cases/{id}/draft', { params: paramsAt(autosave.version) }));
      autosave.restart(storedIn(gone));
      form.reset(blank);
      setIsDraft(false);
    },
    /** The form has been sent in. */
    sent: () => autosave.stop(),
  };
}

/** The blank form with what is saved of it. */
export function filled<Values>(blank: Values, saved: unknown): Values {
  if (isRecord(blank)) {
    if (!isRecord(saved)) return blank;
    return Object.fromEntries(
      Object.entries(blank).map(([field, value]) => [field, filled(value, saved[field])]),
    ) as Values;
  }
  return typeof saved === typeof blank && Array.isArray(saved) === Array.isArray(blank) ? (saved as Values) : blank;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
