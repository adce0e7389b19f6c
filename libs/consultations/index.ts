export { ConsultationsModule } from './consultations.module.ts';
export { FeedbackService } from './feedback.service.ts';
