export { consultationsByTheme, consultationsHeld } from './consultation.events.ts';
export { ConsultationsModule } from './consultations.module.ts';
export { FeedbackService } from './feedback.service.ts';
