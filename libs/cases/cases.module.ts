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
import { ConsentEnds } from './consent-end.service.ts';
import { ConsentFiles } from './consent.file.ts';
import { ConsentReader } from './consent.reader.ts';
import { ConsentService } from './consent.service.ts';
import { DisclosureController } from './disclosure.controller.ts';
import { DisclosureEnds } from './disclosure-end.service.ts';
import { HandingOut } from './disclosure-handout.service.ts';
import { DisclosureReader } from './disclosure.reader.ts';
import { DisclosureService } from './disclosure.service.ts';
import { DisclosureSources } from './disclosure-sources.ts';
import { ReceivedController } from './received.controller.ts';
import { ReceivedReader } from './received.reader.ts';
import { Day } from './day.ts';
import { DayController } from './day.controller.ts';
import { FormDraftController } from './form-draft.controller.ts';
import { FormDrafts } from './form-draft.service.ts';
import { PartyService } from './party.service.ts';
import { Timeline } from './timeline.ts';

/** The SIP case: from the need to the end, with its parties, roles, consents and what has been disclosed to whom. */
@Module({
  imports: [ChildrenModule, DirectoryModule, TypeOrmModule.forFeature([SipCase])],
  controllers: [
    CaseController,
    ConsentController,
    DayController,
    DisclosureController,
    FormDraftController,
    ReceivedController,
  ],
  providers: [
    CaseReader,
    CaseRoleService,
    CaseService,
    CaseSteps,
    ConsentBasisService,
    ConsentEnds,
    ConsentFiles,
    ConsentReader,
    ConsentService,
    Day,
    DisclosureEnds,
    DisclosureReader,
    DisclosureService,
    DisclosureSources,
    FormDrafts,
    HandingOut,
    PartyService,
    ReceivedReader,
    Timeline,
  ],
  exports: [CaseReader, CaseSteps, ConsentFiles, DisclosureEnds, DisclosureService, DisclosureSources],
})
export class CasesModule {}
