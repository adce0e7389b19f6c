export { FollowUpJob } from './follow-up.job.ts';
export { SipPlansModule } from './sip-plans.module.ts';
