import { api } from '../api/client.ts';
import type { CreationHeader } from '../api/creation-key.ts';
import { Problem, problemFrom, unreachable } from '../api/problem.ts';
import type { components } from '../api/schema.generated.ts';
import type { CaseAsker, CaseKind, SipCase } from './case.ts';

export type NewCase = components['schemas']['NewCase'];

/** The child has an open case: `caseId`. */
export class CaseThere extends Problem {
  constructor(
    problem: Problem,
    readonly caseId: string,
  ) {
    super(problem);
  }
}

export async function registerCase(body: NewCase, header: CreationHeader): Promise<SipCase> {
  const call = api.POST('/api/v1/cases', { params: { header }, body });
  const { data, error, response } = await call.catch(() => {
    throw unreachable();
  });
  if (data) return data;
  const problem = problemFrom(response, error);
  const { caseId } = error as { caseId?: string };
  throw caseId ? new CaseThere(problem, caseId) : problem;
}

/** What the form holds; an empty text is a field that nobody has filled in. */
export interface NewCaseFields {
  kind: string;
  needOn: string;
  askedBy: string;
  initiatingUnitId: string;
  need: string;
  dischargeReadyOn: string;
  unitIds: string[];
  recommendation: string;
}

export function newCaseOf(childId: string, continuesId: string | null, fields: NewCaseFields): NewCase {
  const { kind, askedBy, dischargeReadyOn, recommendation, ...rest } = fields;
  return {
    ...rest,
    childId,
    kind: kind as CaseKind,
    askedBy: askedBy as CaseAsker,
    ...(kind === 'DISCHARGE_SIP' && dischargeReadyOn && { dischargeReadyOn }),
    ...(recommendation.trim() && { recommendation: recommendation.trim().toUpperCase() }),
    ...(continuesId && { continuesId }),
  };
}
