import { Module } from '@nestjs/common';
import { APP_INTERCEPTOR, DiscoveryModule } from '@nestjs/core';
import { AgreementController } from './agreement.controller.ts';
import { AgreementService } from './agreement.service.ts';
import { AssignmentController } from './assignment.controller.ts';
import { AssignmentService } from './assignment.service.ts';
import { BlockedNameService } from './blocked-name.service.ts';
import { Disposal } from './disposal.ts';
import { Idempotency } from './idempotency.ts';
import { LocalStrategy } from './local.strategy.ts';
import { LogReviewController } from './log-review.controller.ts';
import { LogReview } from './log-review.service.ts';
import { OwnPasswordController } from './own-password.controller.ts';
import { OwnPasswordService } from './own-password.service.ts';
import { PasswordCheck } from './password-check.service.ts';
import { PersonController } from './person.controller.ts';
import { PersonService } from './person.service.ts';
import { PrincipalController } from './principal.controller.ts';
import { PrincipalService } from './principal.service.ts';
import { RequestAccess } from './request-access.ts';
import { RouteCheck } from './route-check.ts';
import { SessionController } from './session.controller.ts';
import { SessionService } from './session.service.ts';
import { SessionWatch } from './session.watch.ts';
import { TeamController } from './team.controller.ts';
import { TeamService } from './team.service.ts';
import { UnitController } from './unit.controller.ts';
import { UnitService } from './unit.service.ts';

/** Areas, agreements, principals, units, people, assignments, and how one signs in. */
@Module({
  imports: [DiscoveryModule],
  controllers: [
    SessionController,
    OwnPasswordController,
    AgreementController,
    UnitController,
    PrincipalController,
    TeamController,
    PersonController,
    AssignmentController,
    LogReviewController,
  ],
  providers: [
    SessionService,
    PasswordCheck,
    OwnPasswordService,
    SessionWatch,
    AgreementService,
    BlockedNameService,
    UnitService,
    PrincipalService,
    TeamService,
    PersonService,
    AssignmentService,
    LogReview,
    LocalStrategy,
    Disposal,
    Idempotency,
    RouteCheck,
    { provide: APP_INTERCEPTOR, useClass: RequestAccess },
  ],
  exports: [AgreementService, BlockedNameService, Disposal, SessionWatch, UnitService],
})
export class DirectoryModule {}
