import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ChildrenModule } from '../children/index.ts';
import { DirectoryModule } from '../directory/index.ts';
import { CaseController } from './case.controller.ts';
import { SipCase } from './case.entity.ts';
import { CaseReader } from './case.reader.ts';
import { CaseRoleService } from './case-role.service.ts';
import { CaseService } from './case.service.ts';
import { CaseSteps } from './case.steps.ts';
import { ConsentBasisService } from './consent-basis.service.ts';
import { ConsentController } from './consent.controller.ts';
import { ConsentFiles } from './consent.file.ts';
import { ConsentReader } from './consent.reader.ts';
import { ConsentService } from './consent.service.ts';
import { DisclosureController } from './disclosure.controller.ts';
import { HandingOut } from './disclosure-handout.service.ts';
import { DisclosureReader } from './disclosure.reader.ts';
import { DisclosureService } from './disclosure.service.ts';
import { DisclosureSources } from './disclosure-sources.ts';
import { ReceivedController } from './received.controller.ts';
import { ReceivedReader } from './received.reader.ts';
import { Day } from './day.ts';
import { DayController } from './day.controller.ts';
import { DeviationController } from './deviation.controller.ts';
import { DeviationService } from './deviation.service.ts';
import { DeviationSuggestions } from './deviation.suggestions.ts';
import { PartyService } from './party.service.ts';
import { Timeline } from './timeline.ts';
import { AttendanceBandController } from './attendance-band.controller.ts';
import { AttendanceBandService } from './attendance-band.service.ts';
import { EvaluationController } from './evaluation.controller.ts';
import { EvaluationService } from './evaluation.service.ts';
import { ExaminationController } from './health-examination.controller.ts';
import { ExaminationService } from './health-examination.service.ts';
import { ComingOfAge } from './transition.job.ts';
import { TransitionController } from './transition.controller.ts';
import { TransitionService } from './transition.service.ts';
import { TransitionReader } from './transition.reader.ts';

/** The SIP case: from the need to the end, with its parties, roles, consents and what has been disclosed to whom. */
@Module({
  imports: [ChildrenModule, DirectoryModule, TypeOrmModule.forFeature([SipCase])],
  controllers: [
    AttendanceBandController,
    CaseController,
    ConsentController,
    DayController,
    DeviationController,
    DisclosureController,
    EvaluationController,
    ExaminationController,
    ReceivedController,
    TransitionController,
  ],
  providers: [
    AttendanceBandService,
    CaseReader,
    CaseRoleService,
    CaseService,
    CaseSteps,
    ComingOfAge,
    ConsentBasisService,
    ConsentFiles,
    ConsentReader,
    ConsentService,
    Day,
    DeviationService,
    DeviationSuggestions,
    DisclosureReader,
    DisclosureService,
    DisclosureSources,
    EvaluationService,
    ExaminationService,
    HandingOut,
    PartyService,
    ReceivedReader,
    Timeline,
    TransitionReader,
    TransitionService,
  ],
  exports: [
    CaseReader,
    CaseSteps,
    ComingOfAge,
    ConsentFiles,
    DeviationSuggestions,
    DisclosureService,
    DisclosureSources,
  ],
})
export class CasesModule {}
