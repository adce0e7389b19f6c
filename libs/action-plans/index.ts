export { ActionPlansModule } from './action-plans.module.ts';
