export { casesByGoalResult, closingsByReason, followUpsOnTime } from './follow-up.events.ts';
export { FollowUpJob } from './follow-up.job.ts';
export { plansLegallyComplete } from './plan.events.ts';
export { SipPlansModule } from './sip-plans.module.ts';
