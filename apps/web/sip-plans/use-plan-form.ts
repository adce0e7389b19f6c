import { useEffect, useEffectEvent } from 'react';
import { type FieldPath, useForm, useWatch } from 'react-hook-form';
import { useAutosave } from '../api/use-autosave.ts';
import { type Plan, type PlanContent, readPlan, savePlan, storedIn } from './plan.ts';
import { contentOf, type PlanValues, valuesOf } from './plan-values.ts';

/** The plan as it is being written: saved as one writes, and never over what somebody else has saved. */
export function usePlanForm(plan: Plan) {
  const { caseId, version, editable } = plan;
  const form = useForm<PlanValues>({ defaultValues: valuesOf(plan.content) });
  const written = contentOf(useWatch({ control: form.control, compute: (values: PlanValues) => values }));
  const { autosave, saving, problem, conflict, leaving } = useAutosave<PlanContent>(storedIn(plan), written, {
    read: async () => storedIn(await readPlan(caseId)),
    write: (content, from) => savePlan(caseId, content, from),
  });

  const catchUp = useEffectEvent(() => {
    if (editable && autosave.follow(storedIn(plan))) form.reset(valuesOf(plan.content));
  });
  useEffect(() => catchUp(), [version, editable, saving.state]);

  useEffect(() => {
    form.clearErrors();
    for (const { field, message } of problem?.errors ?? []) {
      form.setError(field as FieldPath<PlanValues>, { type: 'server', message });
    }
  }, [problem, form]);

  // A fault is told until something is written in its place.
  useEffect(
    () =>
      form.subscribe({
        formState: { values: true },
        callback: ({ name }) => name && form.clearErrors(name as FieldPath<PlanValues>),
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
    stop: () => autosave.stop(),
  };
}

export type PlanForm = ReturnType<typeof usePlanForm>['form'];
