import { Module } from '@nestjs/common';
import { CasesModule } from '../cases/index.ts';
import { DirectoryModule } from '../directory/index.ts';
import { TrackersModule } from '../trackers/index.ts';
import { CaseFileController } from './case-file.controller.ts';
import { CaseFileReader } from './case-file.reader.ts';
import { ClosingService } from './closing.service.ts';
import { FollowUpDisclosure } from './follow-up-disclosure.ts';
import { FollowUpController } from './follow-up.controller.ts';
import { FollowUpJob } from './follow-up.job.ts';
import { FollowUpReader } from './follow-up.reader.ts';
import { FollowUpService } from './follow-up.service.ts';
import { PlanController } from './plan.controller.ts';
import { PlanReader } from './plan.reader.ts';
import { PlanConfirmation } from './plan-confirmation.service.ts';
import { PlanDisclosure } from './plan-disclosure.ts';
import { PlanDrafts } from './plan-draft.service.ts';
import { PlanVersionService } from './plan-version.service.ts';

/** The plan that a case leads to: written in the room, confirmed, followed up. */
@Module({
  imports: [CasesModule, DirectoryModule, TrackersModule],
  controllers: [CaseFileController, FollowUpController, PlanController],
  exports: [FollowUpJob],
  providers: [
    CaseFileReader,
    ClosingService,
    FollowUpDisclosure,
    FollowUpJob,
    FollowUpReader,
    FollowUpService,
    PlanConfirmation,
    PlanDisclosure,
    PlanDrafts,
    PlanReader,
    PlanVersionService,
  ],
})
export class SipPlansModule {}
