import { Module } from '@nestjs/common';
import { CasesModule } from '../cases/index.ts';
import { DirectoryModule } from '../directory/index.ts';
import { AttendanceBandController } from './attendance-band.controller.ts';
import { AttendanceBandService } from './attendance-band.service.ts';
import { DeviationController } from './deviation.controller.ts';
import { DeviationService } from './deviation.service.ts';
import { DeviationSuggestions } from './deviation.suggestions.ts';
import { EvaluationController } from './evaluation.controller.ts';
import { EvaluationService } from './evaluation.service.ts';
import { ExaminationController } from './health-examination.controller.ts';
import { ExaminationService } from './health-examination.service.ts';
import { TransitionController } from './transition.controller.ts';
import { ComingOfAge } from './transition.job.ts';
import { TransitionReader } from './transition.reader.ts';
import { TransitionService } from './transition.service.ts';

/** What is followed beside the plan: deviations, the way to 18, health examinations, attendance bands, evaluations. */
@Module({
  imports: [CasesModule, DirectoryModule],
  controllers: [
    AttendanceBandController,
    DeviationController,
    EvaluationController,
    ExaminationController,
    TransitionController,
  ],
  providers: [
    AttendanceBandService,
    ComingOfAge,
    DeviationService,
    DeviationSuggestions,
    EvaluationService,
    ExaminationService,
    TransitionReader,
    TransitionService,
  ],
  exports: [ComingOfAge, DeviationSuggestions],
})
export class TrackersModule {}
