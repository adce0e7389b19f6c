import { Module } from '@nestjs/common';
import { DirectoryModule } from '../directory/index.ts';
import { ChildController } from './child.controller.ts';
import { ChildPrints } from './child.prints.ts';
import { ChildReader } from './child.reader.ts';
import { ChildRecords } from './child.records.ts';
import { ChildSearchService } from './child-search.service.ts';
import { ChildService } from './child.service.ts';
import { FamilyChanges } from './family-changes.ts';
import { GuardianController } from './guardian.controller.ts';
import { GuardianService } from './guardian.service.ts';
import { MaturityService } from './maturity.service.ts';
import { NamedReaderService } from './named-reader.service.ts';
import { ReaderAppointmentController } from './reader-appointment.controller.ts';
import { ReaderAppointmentService } from './reader-appointment.service.ts';
import { SearchLimit } from './search-limit.service.ts';
import { TakenNumbers } from './taken-number.service.ts';

/** The child and the people around it: who they are, how they are reached, and who may open the record. */
@Module({
  imports: [DirectoryModule],
  controllers: [ReaderAppointmentController, ChildController, GuardianController],
  providers: [
    ChildPrints,
    ChildReader,
    ChildRecords,
    ChildSearchService,
    ChildService,
    FamilyChanges,
    GuardianService,
    MaturityService,
    NamedReaderService,
    ReaderAppointmentService,
    SearchLimit,
    TakenNumbers,
  ],
  exports: [FamilyChanges],
})
export class ChildrenModule {}
