import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DirectoryModule } from '../directory/index.ts';
import { Anonymity } from './anonymity.ts';
import { ConsultationController } from './consultation.controller.ts';
import { Consultation } from './consultation.entity.ts';
import { ConsultationReader } from './consultation.reader.ts';
import { ConsultationRequestController } from './consultation-request.controller.ts';
import { ConsultationRequest } from './consultation-request.entity.ts';
import { ConsultationRequestReader } from './consultation-request.reader.ts';
import { RequestSteps } from './consultation-request.steps.ts';
import { ConsultationService } from './consultation.service.ts';
import { DraftService } from './draft.service.ts';
import { FeedbackService } from './feedback.service.ts';
import { PlacementService } from './placement.service.ts';
import { PreparationService } from './preparation.service.ts';
import { SittingController } from './sitting.controller.ts';
import { Sitting } from './sitting.entity.ts';
import { SittingService } from './sitting.service.ts';
import { SubmissionService } from './submission.service.ts';
import { TriageService } from './triage.service.ts';

/** From a question to the consultation team to its answer, and whether it helped. */
@Module({
  imports: [DirectoryModule, TypeOrmModule.forFeature([ConsultationRequest, Consultation, Sitting])],
  controllers: [ConsultationRequestController, SittingController, ConsultationController],
  providers: [
    Anonymity,
    ConsultationReader,
    ConsultationRequestReader,
    ConsultationService,
    DraftService,
    FeedbackService,
    PlacementService,
    PreparationService,
    RequestSteps,
    SittingService,
    SubmissionService,
    TriageService,
  ],
  exports: [FeedbackService],
})
export class ConsultationsModule {}
