import { useSavedForm } from '../api/use-saved-form.ts';
import { type Plan, type PlanContent, readPlan, savePlan, storedIn } from './plan.ts';
import { contentOf, type PlanValues, valuesOf } from './plan-values.ts';

/** The plan as it is being written. */
export function usePlanForm(plan: Plan) {
  const { caseId, editable } = plan;
  return useSavedForm<PlanValues, PlanContent>({
    stored: storedIn(plan),
    valuesOf,
    contentOf,
    store: {
      read: async () => storedIn(await readPlan(caseId)),
      write: (content, from) => savePlan(caseId, content, from),
    },
    closed: !editable,
  });
}
