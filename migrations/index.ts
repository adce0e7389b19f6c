import { Roles1763800000001 } from './001-roles.ts';
import { Log1763800000002 } from './002-log.ts';
import { Directory1763800000003 } from './003-directory.ts';
import { Consultations1763800000004 } from './004-consultations.ts';
import { ActionPlans1763800000005 } from './005-action-plans.ts';
import { Jobs1763800000006 } from './006-jobs.ts';

/** Every migration, in order. */
export const migrations = [
  Roles1763800000001,
  Log1763800000002,
  Directory1763800000003,
  Consultations1763800000004,
  ActionPlans1763800000005,
  Jobs1763800000006,
];
