import { useEffect, useEffectEvent } from 'react';
import { type DefaultValues, type FieldPath, type FieldValues, useForm, useWatch } from 'react-hook-form';
import type { Store, Stored } from './autosave.ts';
import { useAutosave } from './use-autosave.ts';

interface Saved<Values, Content> {
  /** What is saved, as it was last read: taken up while nothing here waits to be saved. */
  stored: Stored<Content>;
  store: Store<Content>;
  valuesOf: (content: Content) => Values;
  contentOf: (values: Values) => Content;
  /** Nothing more can be saved: what is written stays on the page, whatever is read. */
  closed?: boolean;
}

/** A form that is saved as it is written, and never over what somebody else has saved. */
export function useSavedForm<Values extends FieldValues, Content>(saved: Saved<Values, Content>) {
  const { stored, store, valuesOf, contentOf, closed = false } = saved;
  const form = useForm<Values>({ defaultValues: valuesOf(stored.content) as DefaultValues<Values> });
  const written = contentOf(useWatch({ control: form.control, compute: (values: Values) => values }));
  const { autosave, saving, problem, conflict, leaving } = useAutosave<Content>(stored, written, store);

  const catchUp = useEffectEvent(() => {
    if (!closed && autosave.follow(stored)) form.reset(valuesOf(stored.content));
  });
  useEffect(() => catchUp(), [stored.version, closed, saving.state]);

  useEffect(() => {
    form.clearErrors();
    for (const { field, message } of problem?.errors ?? []) {
      if (field.split('.')[0]! in form.getValues())
        form.setError(field as FieldPath<Values>, { type: 'server', message });
    }
  }, [problem, form]);

  // A fault is told until something is written in its place.
  useEffect(
    () =>
      form.subscribe({
        formState: { values: true },
        callback: ({ name }) => name && form.clearErrors(name as FieldPath<Values>),
      }),
    [form],
  );

  return {
    form,
    saving,
    problem,
    leaving,
    conflict: conflict && { mine: written, saved: conflict.content },
    keepMine: () => void autosave.keepMine(),
    takeSaved: () => form.reset(valuesOf(autosave.takeSaved())),
    /** Saves what is left to save; answers the version that stands then, or nothing when it could not be saved. */
    savedVersion: async () => ((await autosave.flush()) ? autosave.version : undefined),
    autosave,
  };
}
